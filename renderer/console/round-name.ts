import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { isOnAllUnits } from '../../shared/domain/scoring/rules/casting.ts';
import { nameIn } from '../../shared/domain/scoring/rules/names.ts';
import type { CastingView, ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { unitAndAttempt } from '../ui/unit-and-attempt.ts';
import { useWords } from './use-words.ts';

export type NamingView = Pick<ConsoleView, 'event' | 'ballots'>;

export type NamedRound = Pick<ConsoleRound, 'unit' | 'attempt' | 'units' | 'forms'>;

/** More names than this are a number of units. */
const mostNamed = 2;

/** The name of one of the scheme's ballots. */
export function useBallotName(): (ballot: Pick<BallotType, 'id' | 'name'>) => string {
  const { localise } = useWords();
  return ({ id, name }) => localise(nameIn(name, id));
}

/** The names of some ballots, by id. */
export function useFormNames({
  ballots,
}: Pick<ConsoleView, 'ballots'>): (forms: readonly string[]) => string {
  const { t } = useWords();
  const ballotName = useBallotName();
  return (forms) =>
    ballots
      .filter(({ id }) => forms.includes(id))
      .map(ballotName)
      .join(t('listComma'));
}

/** Ballots as they are cast on a unit, in words: each attempt by its name, with the ballot where the scheme has several. */
export function useCastingNames({
  ballots,
}: Pick<ConsoleView, 'ballots'>): (castings: readonly CastingView[]) => string {
  const { t, localise } = useWords();
  const ballotName = useBallotName();
  const nameOf = ({ form, attempt }: CastingView) => {
    const ballot = ballots.find(({ id }) => id === form);
    const name = ballot ? ballotName(ballot) : form;
    if (!attempt) return name;
    return ballots.length > 1 ? `${localise(attempt.name)} · ${name}` : localise(attempt.name);
  };
  return (castings) => [...new Set(castings.map(nameOf))].join(t('listComma'));
}

/** A round in words: its unit, its attempt, or all or some of them, and its ballots where the scheme has several. */
export function useRoundName(view: NamingView): (round: NamedRound) => string {
  const { t, localise } = useWords();
  const formNames = useFormNames(view);
  return ({ unit, attempt, units, forms }) => {
    const all = view.event.units.length;
    const some =
      units.length > mostNamed
        ? t('rounds.someUnits', { count: units.length })
        : units.map(({ name }) => localise(name)).join(t('listComma'));
    const about = unit
      ? unitAndAttempt(localise, unit, attempt)
      : units.length === all
        ? t('rounds.allUnits')
        : some;
    return view.ballots.length > 1 ? t('rounds.withForms', { units: about, forms: formNames(forms) }) : about;
  };
}

/** The ballots that can be cast on units one by one, or on several at once. */
export function ballotsFor(ballots: readonly BallotType[], isWide: boolean): readonly BallotType[] {
  return ballots.filter((ballot) => isOnAllUnits(ballot) === isWide);
}
