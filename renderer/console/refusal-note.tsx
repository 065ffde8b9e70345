import type { Refusal } from '../../shared/protocol/host-message.ts';
import { type RefusalCode, refusalCodes } from '../i18n/console-refusals.ts';
import { Icon } from '../ui/icon.tsx';
import { attemptsIn } from './beside/beside-lacking.ts';
import styles from './controls.module.css';
import { useDesk, useSurroundings } from './desk-context.tsx';
import type { Control } from './desk-store.ts';
import { useWords } from './use-words.ts';

const isKnown = (code: string): code is RefusalCode => (refusalCodes as readonly string[]).includes(code);

/** A refusal in the operator's words; an unknown code is shown as it is. */
export function useRefusalText(): (code: string) => string {
  const { t } = useWords();
  return (code) => (isKnown(code) ? t(`refusal.${code}`) : t('refusalOther', { code }));
}

/** The unit that a refusal is about, with the attempt or the group where it says so; null where it names none. */
function useRefusedOn(): (params: Refusal['params']) => string | null {
  const { localise } = useWords();
  const { names } = useSurroundings();
  return (params) => {
    const unit = names?.event.units.find(({ id }) => id === params.unit);
    if (!names || !unit) return null;
    const voted = names.scheme.castings.flatMap((casting) => casting.attempt ?? []);
    const attempt = [...voted, ...names.beside.attempts.flatMap(attemptsIn)].find(
      ({ list, id }) => list === params.list && id === params.attempt,
    );
    const group = names.event.groups.find(({ id }) => id === params.group);
    return [unit, attempt, group].flatMap((each) => (each ? [localise(each.name)] : [])).join(' · ');
  };
}

export function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useWords();
  const text = useRefusalText();
  const { seats } = refusal.params;
  const on = useRefusedOn()(refusal.params);
  // Where several rounds are locked at once, another one may be what waits.
  const what =
    refusal.code === 'seats-undecided' && seats ? t('rounds.undecidedSeats', { seats }) : text(refusal.code);
  return <>{on === null ? what : t('rounds.ofRound', { round: on, what })}</>;
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
