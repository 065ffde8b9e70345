import type { BallotValues } from '../../shared/domain/ballot.ts';
import { paperFaults, shapeOf } from '../../shared/domain/ballot-paper.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { dueByGroup, missingSeats, type Round } from '../../shared/domain/round.ts';
import { paperOf } from '../../shared/domain/round-papers.ts';
import { stepOf } from '../../shared/domain/stage.ts';
import type { EventState } from '../../shared/domain/state.ts';
import type { SeatId } from '../../shared/kernel/brand.ts';
import { cast, lockOpen } from './any-event.ts';
import { type Draw, filledPaper } from './fill-paper.ts';
import { count, next, type Order, pair } from './orders.ts';
import { given, type Scenario } from './scenario.ts';

/** What a seat hands in for a round; null where it never does. */
export type PaperFor = (round: Round, seat: SeatId, state: EventState) => BallotValues | null;

/** Numbers that look like chance and are the same every time. */
export function steadyDraw(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Papers that may be handed in, filled in as drawn. */
export function drawnPapers(draw: Draw): PaperFor {
  return (round, seat, state) => {
    const [shape, parts] = [shapeOf(round), paperOf(round, state, seat)];
    for (let tries = 0; tries < 200; tries += 1) {
      const paper = filledPaper(shape, parts, draw);
      if (!paperFaults(shape, parts, paper).some(({ effect }) => effect === 'refuse')) return paper;
    }
    throw new Error('no paper keeps to the rules');
  };
}

const openOf = ({ rounds }: EventState) => Object.values(rounds).find((round) => round.state === 'open');

/** Whoever hands nothing in is absent; of a secret round its group is waited for with fewer. */
function settleMissing(scenario: Scenario): Scenario {
  const round = openOf(scenario.state);
  if (!round) return scenario;
  const seats = missingSeats(round);
  if (seats.length === 0) return scenario;
  if (!round.isSecret)
    return scenario.and({
      kind: 'DecideMissing',
      round: round.id,
      seats,
      decision: 'absent',
      reason: 'left the hall',
    });
  const due = [...dueByGroup(round, scenario.state.definition.seats)].filter(([, missing]) => missing > 0);
  return scenario.and(
    ...due.map(
      ([group, by]): Order => ({
        kind: 'LowerExpected',
        round: round.id,
        group,
        by,
        reason: 'left the hall',
      }),
    ),
  );
}

function vote(scenario: Scenario, paperFor: PaperFor): Scenario {
  const round = openOf(scenario.state);
  if (!round) return scenario;
  const papers = round.expected.flatMap((seat): readonly Order[] => {
    const paper = round.ballots[seat] ? null : paperFor(round, seat, scenario.state);
    return paper ? [cast(seat, paper)] : [];
  });
  return settleMissing(scenario.and(...papers));
}

/** An event of `anEventUnder` whose every round was held, with what was recorded beside, counted. */
export function countedEvent(
  definition: EventDefinition,
  paperFor: PaperFor,
  beside: readonly Order[] = [],
): Scenario {
  let run = given(definition, ...definition.seats.map(({ id }) => pair(id)));
  for (let n = 0; n < 500; n += 1) {
    const step = stepOf(definition, run.state.stage.step);
    if (step?.id === 'comment') return run.and(...beside, count());
    if (step?.round === 'locks' && openOf(run.state)) run = vote(run, paperFor).and(lockOpen);
    run = run.and(next);
  }
  throw new Error('the count was never reached');
}
