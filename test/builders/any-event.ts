import { attemptLists } from '../../shared/domain/attempts.ts';
import type { BallotValues } from '../../shared/domain/ballot.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { ballotMark } from '../../shared/domain/event-definition.ts';
import { missingSeats, type Round } from '../../shared/domain/round.ts';
import { usualForms } from '../../shared/domain/scoring/live-ballot.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { type EventState, latestRound } from '../../shared/domain/state.ts';
import { theAttempts } from './attempts.ts';
import { aDefinition, anIndicator, aStep, aTurn, countdown } from './definition.ts';
import type { Order } from './orders.ts';

/** A seat for each group of the scheme, as many as asked; without groups, of one group `ALL`. */
function panelOf({ groups }: ScoringScheme, seats: number): { readonly [group: string]: number } {
  const ids = groups.length === 0 ? ['ALL'] : groups.map(({ id }) => id);
  return Object.fromEntries(ids.map((id) => [id, seats]));
}

/**
 * An event under any scheme: turns of the units where it has ballots cast unit by unit, or attempt by attempt, then `all.vote` and `all.lock`
 * where it has some on all units, then the count and the release. Boards on which the units stand in their order.
 */
export function anEventUnder(
  scheme: ScoringScheme,
  {
    units = ['u1', 'u2', 'u3'],
    seats = 3,
    attempts = ['a1', 'a2'],
  }: {
    readonly units?: readonly string[];
    readonly seats?: number;
    /** Those of every list that the scheme takes. */
    readonly attempts?: readonly string[];
  } = {},
): EventDefinition {
  const lists = attemptLists(scheme);
  const made = lists
    .filter((list) => usualForms(scheme, false, list).length > 0)
    .flatMap((list) => attempts.map((id) => ({ list, id })));
  const turns = units.flatMap((unit) => [
    ...(usualForms(scheme, false).length === 0 ? [] : aTurn(unit)),
    ...made.flatMap((attempt) => aTurn(unit, attempt)),
  ]);
  const vote =
    usualForms(scheme, true).length === 0
      ? []
      : [
          aStep('all.vote', { round: 'opens', scene: 'ballot_progress', timer: countdown(90_000) }),
          aStep('all.lock', { round: 'locks', scene: 'ballot_progress' }),
        ];
  return aDefinition({
    units,
    ...(lists.length > 0 && {
      attempts: Object.fromEntries(lists.map((list) => [list, theAttempts(...attempts)])),
    }),
    seats: panelOf(scheme, seats),
    scheme,
    indicators: [anIndicator('higher', Object.fromEntries(units.map((unit, n) => [unit, String(100 - n)])))],
    agenda: [
      aStep('rules'),
      ...turns,
      ...vote,
      aStep('count', { result: 'counts', isBackground: true, scene: 'counting' }),
      aStep('comment'),
      aStep('release', { result: 'releases', scene: 'result_ranks' }),
      aStep('end'),
    ],
  });
}

/** The round that takes ballots now; throws while none does. */
export function openRound(state: EventState): Round {
  const round = latestRound(state, (candidate) => candidate.state === 'open');
  if (!round) throw new Error('no round is open');
  return round;
}

/** A paper as the seat's newest device would sign it now, in the round that is open. */
export const cast =
  (seat: string, values: BallotValues): Order =>
  (state) => {
    const round = openRound(state);
    return {
      kind: 'SubmitBallot',
      event: state.definition.id,
      round: round.id,
      opening: round.opening,
      scheme: state.schemeHash,
      seat,
      device: state.seatDevices[seat]?.device ?? 1,
      n: (round.ballots[seat]?.n ?? 0) + 1,
      mark: ballotMark(state.definition),
      values,
      signed: `signed by ${seat}`,
      signature: 'signature',
    };
  };

/** A ranking of all units, best first, as a paper of all units has it. */
export function ranked(...best: readonly string[]): BallotValues {
  return Object.fromEntries(best.map((unit, n) => [`${unit}/place`, String(n + 1)]));
}

/** Every unit of the paper with the same value under a key, or each with its own. */
export function onEach(key: string, values: { readonly [unit: string]: string }): BallotValues {
  return Object.fromEntries(Object.entries(values).map(([unit, text]) => [`${unit}/${key}`, text]));
}

/** Locks the round that is open. */
export const lockOpen: Order = (state) => ({ kind: 'LockRound', round: openRound(state).id });

/** Seats that haven't voted in the round that is open. */
export function stillMissing(state: EventState): readonly string[] {
  return missingSeats(openRound(state));
}
