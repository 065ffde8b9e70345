import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

/** Stands where held figures would be until the operator asks for them, which the log and the monitor's page keep. */
export function UnseenResult() {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  return (
    <div className={styles.actions}>
      <p className={styles.hint}>{t('result.unseen')}</p>
      <ConsoleButton
        icon="eye"
        label={t('result.look')}
        intent="peek"
        onPress={() => void order('look', { kind: 'LookAtResult', what: 'result', unit: null })}
      />
      <RefusalNote control="look" />
    </div>
  );
}
