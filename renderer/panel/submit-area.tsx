import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './scoring.module.css';

type SubmitProps = {
  readonly left: number;
  /** A limit stands against this ballot: it can't be submitted. */
  readonly isBarred: boolean;
  /** The total in words, such as `92.5 分`. */
  readonly total: string;
  /** No row is being typed: the total stands large above the button. */
  readonly isLookingOver: boolean;
  /** What the host has, in words. */
  readonly stored: string | null;
  readonly submit: () => void;
  readonly keepStored: () => void;
};

/** The button appears with the last mark; until then its place says how many are left. */
export function SubmitArea({
  left,
  isBarred,
  total,
  isLookingOver,
  stored,
  submit,
  keepStored,
}: SubmitProps) {
  const { t } = useTranslation('panel');
  const button = useRef<HTMLButtonElement>(null);
  // A keyboard's Enter would otherwise act on whatever row was tapped last.
  useEffect(() => {
    if (isLookingOver) button.current?.focus({ preventScroll: true });
  }, [isLookingOver]);
  if (left > 0) {
    return (
      <div className={styles.submitArea}>
        <p className={styles.left}>
          <span>{t('left', { count: left })}</span> <span>{t('leftThen')}</span>
        </p>
      </div>
    );
  }
  return (
    <div className={`${styles.submitArea} ${isLookingOver ? styles.over : ''}`}>
      {isLookingOver && (
        <>
          <p className={styles.total} role="status">
            {t('total')} <b>{total}</b>
          </p>
          <p className={styles.say}>{t('changeAny')}</p>
        </>
      )}
      <button ref={button} type="button" className={styles.submit} disabled={isBarred} onClick={submit}>
        {isLookingOver ? t('submit') : t('submitTotal', { total })}
      </button>
      {isLookingOver && <p className={styles.say}>{t('submitNote')}</p>}
      {isLookingOver && stored && (
        <button type="button" className={styles.keep} onClick={keepStored}>
          {t('keepStored', { total: stored })}
        </button>
      )}
    </div>
  );
}
