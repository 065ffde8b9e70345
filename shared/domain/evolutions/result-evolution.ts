import type { EventOf, RecordedEvent } from '../events.ts';
import type { EventState, ResultState, SeenBy } from '../state.ts';
import { changeRound } from './round-evolution.ts';

type Counted = Exclude<ResultState, { kind: 'none' }>;

/** The count that stands; throws on a log in which something happens to a count before there is one. */
export function countOf({ result }: EventState): Counted {
  if (result.kind === 'none') throw new Error('nothing is counted');
  return result;
}

export function changeCount(
  state: EventState,
  change: (count: Counted) => Partial<Pick<Counted, 'coSigned' | 'objection' | 'seenBy' | 'chairAsked'>>,
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
      chairAsked: null,
      seenBy: { operator: false, screens: [] },
    },
  };
}

function seenToo(seenBy: SeenBy, { by, screen }: EventOf<'ResultLooked'>): SeenBy {
  if (by === 'operator') return { ...seenBy, operator: true };
  // A look of which no device is known counts for none.
  return screen === undefined || seenBy.screens.includes(screen)
    ? seenBy
    : { ...seenBy, screens: [...seenBy.screens, screen] };
}

// RESULT-10
export function resultLooked(
  state: EventState,
  event: EventOf<'ResultLooked'>,
  recorded: RecordedEvent,
): EventState {
  const { by, screen = null, what, unit, seat = null } = event;
  const look = { n: recorded.n, wall: recorded.wall, by, screen, what, unit, seat };
  // Who opened the marks of one unit or seat has not asked for the whole result.
  const seen =
    what === 'unit' || what === 'seat'
      ? state
      : changeCount(state, ({ seenBy }) => ({ seenBy: seenToo(seenBy, event) }));
  return { ...seen, looks: [...seen.looks, look] };
}
