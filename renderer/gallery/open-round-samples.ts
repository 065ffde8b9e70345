import type { ConsoleRound, ConsoleView, NextAction } from '../../shared/views/console-view.ts';
import { ballotSample, type ConsoleSample, online } from './console-samples.ts';
import { points } from './sample-ballots.ts';
import { fifth, roundOf, unitAt } from './sample-console.ts';

const [third, fourth] = [unitAt(2), unitAt(3)];

/** The fifth unit is scored while the two before it are still open; the fourth still waits for `missing`. */
function threeOpen(next: NextAction, missing: readonly string[] = []): ConsoleView {
  const view = ballotSample([], next);
  const rounds = [roundOf(third, 'open', []), roundOf(fourth, 'open', missing), roundOf(fifth, 'open', [])];
  const all = rounds.map(({ round }) => round);
  const waiting = rounds[1];
  const isWaiting = waiting && missing.length > 0;
  const ballotsOf = (round: ConsoleRound) =>
    Object.fromEntries(
      view.seats.map(({ seat }) => [seat, round.missing.includes(seat) ? 'awaited' : 'stored'] as const),
    );
  return {
    ...view,
    ballots: [{ ...points, round: { kind: 'first-held', held: 3 } }],
    round: isWaiting ? waiting : view.round,
    rounds: [...view.rounds.filter(({ unit }) => unit?.id !== third.id && unit?.id !== fourth.id), ...rounds],
    openRounds: rounds.map((round) => ({ round: round.round, locks: all, ballots: ballotsOf(round) })),
    seats: isWaiting
      ? view.seats.map((seat) => ({ ...seat, ballot: missing.includes(seat.seat) ? 'awaited' : 'stored' }))
      : view.seats,
  };
}

/** Rounds that stay open over several turns. */
export const openRoundSamples: { readonly [state: string]: () => ConsoleSample } = {
  heldTogether: () => ({
    link: online,
    view: threeOpen({
      kind: 'lock',
      round: `${fifth.id}.1`,
      unit: fifth,
      locks: [third, fourth, fifth],
      keepsOpen: [],
      submitted: 60,
      expected: 60,
    }),
  }),
  heldTogetherMissing: () => ({
    link: online,
    view: threeOpen(
      { kind: 'held', needs: 'missing-seats', round: `${fourth.id}.1`, seats: ['s4', 's6'], count: 2 },
      ['s4', 's6'],
    ),
  }),
};
