import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftToFill } from '../ballot-paper/check-paper.ts';
import styles from './scoring.module.css';

type SubmitProps = {
  readonly left: LeftToFill;
  /** A limit stands against this ballot: it can't be submitted. */
  readonly isBarred: boolean;
  /** The whole paper in words, such as `92.5 分`. */
  readonly value: string;
  /** Nothing but one value, which is set large. */
  readonly isOneValue: boolean;
  /** That value is a sum of marks. */
  readonly isTotal: boolean;
  /** `over`: no row is being typed, and the value stands large above the button; `always`: there are no rows to type. */
  readonly look: 'typing' | 'over' | 'always';
  /** What the host has, in words. */
  readonly stored: string | null;
  readonly submit: () => void;
  readonly keepStored: () => void;
};

/** The button appears once all is filled in; until then its place says how much is left. */
export function SubmitArea({
  left,
  isBarred,
  value,
  isOneValue,
  isTotal,
  look,
  stored,
  submit,
  keepStored,
}: SubmitProps) {
  const { t } = useTranslation('panel');
  const leftText = useLeftText();
  const button = useRef<HTMLButtonElement>(null);
  const isOver = look === 'over';
  const isLeft = leftText(left) !== null;
  // A keyboard's Enter would otherwise act on whatever row was tapped last.
  useEffect(() => {
    if (isOver) button.current?.focus({ preventScroll: true });
  }, [isOver]);
  const keep = look !== 'typing' && stored !== null && (
    <button type="button" className={styles.keep} onClick={keepStored}>
      {t('keepStored', { total: stored })}
    </button>
  );
  if (isLeft) {
    return (
      <div className={styles.submitArea}>
        <p className={styles.left}>{leftText(left)}</p>
        {keep}
      </div>
    );
  }
  return (
    <div className={`${styles.submitArea} ${isOver ? styles.over : ''}`}>
      {isOver && (
        <>
          <p className={styles.total} role="status">
            {t(isTotal ? 'total' : 'yourBallot')}{' '}
            <b className={isOneValue ? '' : styles.longTotal}>{value}</b>
          </p>
          <p className={styles.say}>{t('changeAny')}</p>
        </>
      )}
      <button ref={button} type="button" className={styles.submit} disabled={isBarred} onClick={submit}>
        {isOver ? t('submit') : t(isOneValue ? 'submitTotal' : 'submitAll', { total: value })}
      </button>
      {isOver && <p className={styles.say}>{t('submitNote')}</p>}
      {keep}
    </div>
  );
}

/** What is still to be filled in; null once nothing is. */
function useLeftText() {
  const { t } = useTranslation('panel');
  return ({ marks, choices, places, names }: LeftToFill) => {
    const count = marks + choices + places + names;
    const then = (first: string) => (
      <>
        <span>{first}</span> <span>{t('leftThen')}</span>
      </>
    );
    if (count === 0) return null;
    if (marks === count) return then(t('left', { count }));
    if (choices === count) return then(t('leftChoices', { count }));
    if (places === count) return then(t('leftPlaces', { count }));
    return then(names === count ? t('leftNames', { count }) : t('leftMixed', { count }));
  };
}
