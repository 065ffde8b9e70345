import type { Refusal } from '../../shared/protocol/host-message.ts';
import { type RefusalCode, refusalCodes } from '../i18n/console-refusals.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './controls.module.css';
import { useDesk } from './desk-context.tsx';
import type { Control } from './desk-store.ts';
import { useWords } from './use-words.ts';

const isKnown = (code: string): code is RefusalCode => (refusalCodes as readonly string[]).includes(code);

/** A refusal in the operator's words; an unknown code is shown as it is. */
export function useRefusalText(): (code: string) => string {
  const { t } = useWords();
  return (code) => (isKnown(code) ? t(`refusal.${code}`) : t('refusalOther', { code }));
}

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useWords();
  const text = useRefusalText();
  const { seats } = refusal.params;
  // Where several rounds are locked at once, another one may be what waits.
  if (refusal.code === 'seats-undecided' && seats) return <>{t('rounds.undecidedSeats', { seats })}</>;
  return <>{text(refusal.code)}</>;
}

/** Why the last command of this control was refused; stays until the next one is accepted. */
export function RefusalNote({ control }: { readonly control: Control }) {
  const refusal = useDesk((desk) => desk.refusals[control]);
  if (!refusal) return null;
  return (
    <p className={styles.refusal} role="status">
      <Icon name="warning" /> <RefusalText refusal={refusal} />
    </p>
  );
}
