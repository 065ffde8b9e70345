import { type AttemptRef, isSameAttempt } from '../../shared/domain/attempts.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';
import { attemptsIn, cellTarget } from './beside/beside-lacking.ts';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

type CountRefusalView = Pick<ConsoleView, 'event' | 'beside' | 'seats'>;

/** What the host says that a unit waits for, and of which attempt. */
type WaitsFor = { readonly unit: string; readonly of: string; readonly attempt: AttemptRef | null };

function numbersAsked({ beside }: CountRefusalView) {
  return [...beside.measures, ...beside.attempts.flatMap(({ measures }) => measures), ...beside.facts];
}

/** What a unit waits for, in words: a measured value or a fact, a seat's ballot, or a group's quorum. */
function useWaitingWords(view: CountRefusalView): (waits: WaitsFor) => string | null {
  const { t, localise } = useWords();
  return ({ unit: id, of, attempt }) => {
    const known = view.event.units.find((each) => each.id === id);
    if (!known) return null;
    const named = view.beside.attempts.flatMap(attemptsIn).find((each) => isSameAttempt(each, attempt));
    const unit = unitAndAttempt(localise, known, named);
    const value = numbersAsked(view).find((each) => each.id === of);
    if (value) return t('beside.waits', { unit, what: localise(value.name) });
    const seat = view.seats.find((each) => each.seat === of);
    if (seat) return t('beside.waitsSeat', { unit, seat: seat.number });
    const cards = view.event.groups.find((each) => `cards:${each.id}` === of);
    if (cards) return t('beside.waitsCards', { unit, group: localise(cards.name) });
    const group = view.event.groups.find((each) => `quorum:${each.id}` === of);
    return group ? t('beside.waitsQuorum', { unit, group: localise(group.name) }) : null;
  };
}

/** Why the count was refused; where it waits for a value beside the ballots, the way there. */
export function CountRefusal({ view }: { readonly view: CountRefusalView }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const refusal = useDesk((desk) => desk.refusals.count);
  const waitingWords = useWaitingWords(view);
  const { unit = '', of = '', list, attempt } = refusal?.params ?? {};
  const waits: WaitsFor = {
    unit: String(unit),
    of: String(of),
    attempt: attempt === undefined ? null : { list: String(list), id: String(attempt) },
  };
  const words = refusal?.code === 'result-waits' ? waitingWords(waits) : null;
  if (words === null) return <RefusalNote control="count" />;
  const isBeside = numbersAsked(view).some(({ id }) => id === of);
  return (
    <div className={styles.actions} role="status">
      <p className={controls.refusal}>
        <Icon name="warning" /> {words}
      </p>
      {isBeside && (
        <ConsoleButton
          isSmall
          isAlwaysThere
          label={t('beside.goEnter')}
          onPress={() => openDrawer('beside', cellTarget(waits.unit, waits.of, waits.attempt))}
        />
      )}
    </div>
  );
}
