import type { EventOf, RecordedEvent } from '../events.ts';
import type { EventState, ResultState } from '../state.ts';
import { changeRound } from './round-evolution.ts';

type Counted = Exclude<ResultState, { kind: 'none' }>;

/** The count that stands; throws on a log in which something happens to a count before there is one. */
export function countOf({ result }: EventState): Counted {
  if (result.kind === 'none') throw new Error('nothing is counted');
  return result;
}

export function changeCount(
  state: EventState,
  change: (count: Counted) => Partial<Pick<Counted, 'coSigned' | 'objection' | 'seenBy'>>,
): EventState {
  const count = countOf(state);
  return { ...state, result: { ...count, ...change(count) } };
}

export function roundsCounted(state: EventState, event: EventOf<'RoundsCounted'>): EventState {
  const counted = event.rounds.reduce(
    (next, id) => changeRound(next, id, (round) => ({ ...round, state: 'counted' })),
    state,
  );
  const count = state.counts + 1;
  return {
    ...counted,
    notCalled: event.notCalled,
    counts: count,
    result: {
      kind: 'counted',
      count,
      figures: event.figures,
      formerly: event.formerly,
      coSigned: null,
      objection: null,
      seenBy: [],
    },
  };
}

// RESULT-10
export function resultLooked(
  state: EventState,
  event: EventOf<'ResultLooked'>,
  recorded: RecordedEvent,
): EventState {
  const { by, what, unit } = event;
  const look = { n: recorded.n, wall: recorded.wall, by, what, unit };
  // Who opened one unit's marks has not asked for the whole result.
  const seen = changeCount(state, ({ seenBy }) => ({
    seenBy: what === 'unit' || seenBy.includes(by) ? seenBy : [...seenBy, by],
  }));
  return { ...seen, looks: [...seen.looks, look] };
}
