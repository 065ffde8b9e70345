import { isOnAllUnits } from '../../shared/domain/scoring/rules/casting.ts';
import type { CastingView, ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import type { UnitView } from '../../shared/views/view-sections.ts';
import { isMeasured, type LackingNumber, lackingOf } from './beside/beside-lacking.ts';
import { isVotedOn, roundsOf, standingRounds, wideRounds } from './standing-round.ts';

export type ReadinessView = Pick<ConsoleView, 'rounds' | 'event' | 'exits' | 'ballots' | 'scheme' | 'beside'>;

/** How far one unit's vote has come before the count. */
export type UnitReadiness = {
  readonly unit: UnitView;
  /** Its own rounds, the latest last. */
  readonly rounds: readonly ConsoleRound[];
  readonly exit: ConsoleView['exits'][number] | null;
  /** Ballots that the total takes and that nobody has cast on it, or on an attempt of it. */
  readonly lacking: readonly CastingView[];
  /** Numbers beside the ballots that aren't there or aren't confirmed; the count may wait for them. */
  readonly lackingNumbers: readonly LackingNumber[];
  /** It hasn't been voted on, or measured where nobody votes: confirmed by name, it isn't called. */
  readonly isNotCalled: boolean;
  /** Of its own rounds; those on several units are told by themselves. */
  readonly isOpen: boolean;
  readonly isPaperDue: boolean;
};

// RESULT-2
/** The units in the event's order, as the count will take them. */
export function unitReadiness(view: ReadinessView): readonly UnitReadiness[] {
  const { rounds: all, exits, ballots, scheme } = view;
  const isEachCalled = ballots.some(
    (ballot) => !isOnAllUnits(ballot) && !scheme.tieBreak.includes(ballot.id),
  );
  return view.event.units.map((unit) => {
    const rounds = roundsOf(all, unit.id);
    const wide = wideRounds(all).filter(({ units }) => units.some(({ id }) => id === unit.id));
    const exit = exits.find(({ id }) => id === unit.id) ?? null;
    const lacking = exit ? [] : scheme.required.filter((casting) => !isVotedOn(all, unit.id, casting));
    const isCalled = rounds.length > 0 || (!isEachCalled && wide.length > 0);
    // BESIDE-5
    const isAbsent = !exit && !isCalled && !isMeasured(view.beside, unit.id);
    return {
      unit,
      rounds,
      exit,
      lacking,
      lackingNumbers: exit ? [] : lackingOf(view, unit),
      isNotCalled: takesBallots(view) ? lacking.length > 0 && !isCalled : isAbsent,
      isOpen: rounds.some(({ state }) => state === 'open'),
      isPaperDue: rounds.some(({ paperAwaited }) => paperAwaited.length > 0),
    };
  });
}

/** Whether the total takes ballots; where it doesn't, numbers alone make it. */
export function takesBallots({ scheme }: Pick<ConsoleView, 'scheme'>): boolean {
  return scheme.required.length > 0;
}

/** How many rounds the count takes. */
export function countedRounds({ rounds }: Pick<ConsoleView, 'rounds'>): number {
  return standingRounds(rounds).filter(({ state }) => state !== 'open').length;
}
