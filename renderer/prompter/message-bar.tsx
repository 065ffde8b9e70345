import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrompterView } from '../../shared/views/view-sections.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './prompter.module.css';

/** What clickers send, and the keys of a laptop. */
const clickerKeys = new Set([
  'PageDown',
  'PageUp',
  'ArrowRight',
  'ArrowLeft',
  'ArrowDown',
  'ArrowUp',
  ' ',
  'Enter',
]);

type MessageBarProps = {
  readonly message: NonNullable<PrompterView['message']>;
  readonly acknowledge: (message: number) => void;
};

/** The operator's message waits for the clicker; once the operator knows, it stays readable and asks for nothing. */
export function MessageBar({ message, acknowledge }: MessageBarProps) {
  const { t } = useTranslation('prompter');
  const [pressed, setPressed] = useState<number | null>(null);
  const { id, text, isAcknowledged } = message;

  useEffect(() => {
    if (isAcknowledged) return;
    const press = (event: KeyboardEvent) => {
      if (event.repeat || !clickerKeys.has(event.key)) return;
      event.preventDefault();
      setPressed(id);
      acknowledge(id);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [id, isAcknowledged, acknowledge]);

  const length = [...text].length;
  const size = length > 40 ? styles.longText : length > 14 ? styles.mediumText : '';
  if (isAcknowledged) {
    return (
      <div className={`${styles.message} ${styles.known}`}>
        <span className={`${styles.text} ${size}`}>{text}</span>
        <span className={styles.state}>
          <Icon name="tick" /> {t('acknowledged')}
        </span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles.message}
      onClick={() => {
        setPressed(id);
        acknowledge(id);
      }}
    >
      <span className={`${styles.text} ${size}`}>{text}</span>
      <span className={styles.answer}>{t(pressed === id ? 'acknowledging' : 'acknowledge')}</span>
    </button>
  );
}
