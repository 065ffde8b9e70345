import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onOneLine } from '../../shared/kernel/one-line.ts';
import styles from './monitor.module.css';

type ReasonStepProps = {
  readonly label: string;
  /** What giving it means. */
  readonly meaning: string;
  readonly confirmLabel: string;
  readonly isDisabled: boolean;
  readonly confirm: (reason: string) => void;
  readonly back: () => void;
};

/** The second of two steps of what needs a reason. */
export function ReasonStep({ label, meaning, confirmLabel, isDisabled, confirm, back }: ReasonStepProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const line = onOneLine(reason);
    if (line !== '') confirm(line);
  };
  return (
    <form className={styles.step} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles.reason}
        rows={2}
        maxLength={200}
        required
        // biome-ignore lint/a11y/noAutofocus: the field is what the press before asked for
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className={styles.muted}>{meaning}</p>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={back}>
          {t('back')}
        </button>
        <button type="submit" className={styles.act} disabled={isDisabled || onOneLine(reason) === ''}>
          {confirmLabel}
        </button>
      </div>
    </form>
  );
}
