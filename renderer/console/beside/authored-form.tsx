import { useState } from 'react';
import type { OperatorCommand } from '../../../shared/protocol/operator-command.ts';
import { ConfirmBar } from '../confirm-bar.tsx';
import { ConsoleButton } from '../console-button.tsx';
import controls from '../controls.module.css';
import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import styles from './beside.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly text: string;
  readonly longest: number;
  readonly presets: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (text: string) => void;
};

function TextField({ label, text, longest, presets, isDisabled, onChange }: TextFieldProps) {
  return (
    <div className={styles.text}>
      <label>
        <span className={controls.label}>{label}</span>
        <input
          className={controls.field}
          value={text}
          maxLength={longest}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <span className={styles.presets}>
        {presets.map((preset) => (
          <ConsoleButton key={preset} isSmall label={preset} onPress={() => onChange(preset)} />
        ))}
      </span>
    </div>
  );
}

type AuthoredFormProps = {
  /** What is decided; another decision is another question. */
  readonly about: string;
  readonly reasonLabel: string;
  readonly reasonPresets: readonly string[];
  readonly submitLabel: string;
  readonly question: string;
  /** What of the decision itself is still missing, or why none can be recorded now. */
  readonly blockedBy: string | null;
  readonly isDisabled: boolean;
  readonly command: (reason: string, author: string) => OperatorCommand;
};

const longestAuthor = 100;
const longestReason = 200;

/** A decision of the jury: who decided it and why, and a second press. */
export function AuthoredForm(props: AuthoredFormProps) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const [author, setAuthor] = useState('');
  const [reason, setReason] = useState('');
  const { isDisabled } = props;
  const blockedBy =
    props.blockedBy ??
    (author.trim() === '' ? t('beside.needAuthor') : reason.trim() === '' ? t('reason.needed') : null);
  const about = `${props.about} ${author.trim()} ${reason.trim()}`;
  return (
    <>
      <TextField
        label={t('beside.pointsAuthor')}
        text={author}
        longest={longestAuthor}
        presets={[t('beside.jury'), t('beside.referee')]}
        isDisabled={isDisabled}
        onChange={setAuthor}
      />
      <TextField
        label={props.reasonLabel}
        text={reason}
        longest={longestReason}
        presets={props.reasonPresets}
        isDisabled={isDisabled}
        onChange={setReason}
      />
      <div className={styles.presets}>
        <ConsoleButton
          isSmall
          label={props.submitLabel}
          blockedBy={blockedBy}
          onPress={() => arm('beside', about, props.command(reason.trim(), author.trim()))}
        />
        {blockedBy !== null && <span className={styles.hint}>{blockedBy}</span>}
      </div>
      <ConfirmBar
        control="beside"
        about={about}
        question={props.question}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </>
  );
}
