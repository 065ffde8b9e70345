import type { BallotType } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { isOnAllUnits } from '../../shared/domain/scoring/rules/casting.ts';
import { nameIn } from '../../shared/domain/scoring/rules/names.ts';
import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { useWords } from './use-words.ts';

export type NamingView = Pick<ConsoleView, 'event' | 'ballots'>;

export type NamedRound = Pick<ConsoleRound, 'unit' | 'units' | 'forms'>;

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

/** A round in words: its unit, or all or some of them, and its ballots where the scheme has several. */
export function useRoundName(view: NamingView): (round: NamedRound) => string {
  const { t, localise } = useWords();
  const formNames = useFormNames(view);
  return ({ unit, units, forms }) => {
    const all = view.event.units.length;
    const some =
      units.length > mostNamed
        ? t('rounds.someUnits', { count: units.length })
        : units.map(({ name }) => localise(name)).join(t('listComma'));
    const about = unit ? localise(unit.name) : units.length === all ? t('rounds.allUnits') : some;
    return view.ballots.length > 1 ? t('rounds.withForms', { units: about, forms: formNames(forms) }) : about;
  };
}

/** The ballots that can be cast on units one by one, or on several at once. */
export function ballotsFor(ballots: readonly BallotType[], isWide: boolean): readonly BallotType[] {
  return ballots.filter((ballot) => isOnAllUnits(ballot) === isWide);
}
