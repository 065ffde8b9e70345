import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './monitor.module.css';

/** A press within this time is the second half of a double tap, not an answer. */
const doubleTapMs = 800;

type SigningStepProps = {
  readonly question: string;
  readonly confirmLabel: string;
  readonly isDisabled: boolean;
  readonly confirm: () => void;
  readonly back: () => void;
  /** What is signed, in words and hashes. */
  readonly children: ReactNode;
};

/** A press that signs at once; the second half of a double tap on what stood here before is none. */
export function OnePress({
  label,
  isDisabled,
  press,
}: {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly press: () => void;
}) {
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
  }, []);
  return (
    <button
      type="button"
      className={styles.act}
      disabled={isDisabled}
      onClick={() => performance.now() - shownAt.current >= doubleTapMs && press()}
    >
      {label}
    </button>
  );
}

/** The second of two steps: it shows what is signed, and only the press here signs it. */
export function SigningStep({
  question,
  confirmLabel,
  isDisabled,
  confirm,
  back,
  children,
}: SigningStepProps) {
  const { t } = useTranslation();
  const shownAt = useRef(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    shownAt.current = performance.now();
    heading.current?.focus();
    heading.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  const press = () => {
    if (performance.now() - shownAt.current >= doubleTapMs) confirm();
  };
  return (
    <div className={styles.step}>
      <h3 ref={heading} tabIndex={-1}>
        {question}
      </h3>
      {children}
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={back}>
          {t('back')}
        </button>
        <button type="button" className={styles.act} disabled={isDisabled} onClick={press}>
          {confirmLabel}
        </button>
      </div>
    </div>
  );
}
