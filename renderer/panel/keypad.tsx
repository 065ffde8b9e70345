import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import type { MarkKey } from './mark-entry.ts';
import styles from './scoring.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

type KeypadProps = {
  /** The criterion's step decides the key left of 0: half a mark, a point, or none. */
  readonly step: string;
  readonly press: (key: MarkKey) => void;
};

const fractionKey = (step: string): '.5' | '.' | null => {
  if (/^0?\.50*$/.test(step)) return '.5';
  return step.includes('.') ? '.' : null;
};

type NextProps = {
  readonly goOn: () => void;
  /** Every row has its mark: going on means looking over the whole. */
  readonly isLast: boolean;
};

export function NextButton({ goOn, isLast }: NextProps) {
  const { t } = useTranslation('panel');
  return (
    <button type="button" className={`${styles.next} ${isLast ? styles.calm : ''}`} onClick={goOn}>
      {t(isLast ? 'done' : 'next')} <Icon name={isLast ? 'tick' : 'arrowDown'} />
    </button>
  );
}

/** The keys of a phone, for marks in points and halves. */
export function Keypad({ step, press }: KeypadProps) {
  const { t } = useTranslation('panel');
  const fraction = fractionKey(step);
  return (
    <div className={styles.pad}>
      {digits.map((digit) => (
        <button key={digit} type="button" className={styles.key} onClick={() => press(digit)}>
          {digit}
        </button>
      ))}
      {fraction ? (
        <button type="button" className={styles.key} onClick={() => press(fraction)}>
          {fraction}
        </button>
      ) : (
        <span />
      )}
      <button type="button" className={styles.key} onClick={() => press('0')}>
        0
      </button>
      <button type="button" className={`${styles.key} ${styles.word}`} onClick={() => press('back')}>
        {t('back')}
      </button>
    </div>
  );
}
