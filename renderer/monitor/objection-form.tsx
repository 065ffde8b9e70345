import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './monitor.module.css';

type ObjectionFormProps = {
  readonly isDisabled: boolean;
  readonly object: (reason: string) => void;
  readonly back: () => void;
};

/** An objection needs a reason. */
export function ObjectionForm({ isDisabled, object, back }: ObjectionFormProps) {
  const { t } = useTranslation('monitor');
  const [reason, setReason] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') object(reason.trim());
  };
  return (
    <form className={styles.step} onSubmit={submit}>
      <label htmlFor={id}>{t('object.reason')}</label>
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
      <p className={styles.muted}>{t('object.meaning')}</p>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={back}>
          {t('back')}
        </button>
        <button type="submit" className={styles.act} disabled={isDisabled || reason.trim() === ''}>
          {t('object.confirm')}
        </button>
      </div>
    </form>
  );
}
