import { useState } from 'react';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import styles from './seats.module.css';
import { useWords } from './use-words.ts';

type ReasonFormProps = {
  readonly label: string;
  readonly presets: readonly string[];
  readonly submitLabel: string;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
};

const longestReason = 200;

/** Asks for the reason that goes into the log. Enter is the first press; an IME's Enter is not. */
export function ReasonForm({ label, presets, submitLabel, onSubmit, onCancel }: ReasonFormProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const submit = () => reason.trim() !== '' && onSubmit(reason.trim());
  return (
    <div className={styles.reason}>
      <label>
        <span className={controls.label}>{label}</span>
        <input
          className={controls.field}
          // The form is opened by a key: the next thing typed is the reason.
          // biome-ignore lint/a11y/noAutofocus: opened by the operator's own press
          autoFocus
          value={reason}
          maxLength={longestReason}
          placeholder={t('reason.placeholder')}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            if (event.key === 'Escape') onCancel();
            if (event.key !== 'Enter' || event.repeat) return;
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.blur();
            submit();
          }}
        />
      </label>
      <div className={styles.presets}>
        {presets.map((preset) => (
          <ConsoleButton key={preset} isSmall label={preset} onPress={() => setReason(preset)} />
        ))}
      </div>
      <div className={styles.presets}>
        <ConsoleButton
          isSmall
          isOn
          label={submitLabel}
          blockedBy={reason.trim() === '' ? t('reason.needed') : null}
          onPress={submit}
        />
        <ConsoleButton isSmall isAlwaysThere label={t('cancel')} onPress={onCancel} />
      </div>
    </div>
  );
}
