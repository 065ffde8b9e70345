import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import {
  away,
  back,
  ballot,
  commandOf,
  count,
  decideSeats,
  giveBack,
  lock,
  next,
  type Order,
  open,
  pair,
  paper,
  recuse,
  redo,
  reinstate,
  reopen,
  undo,
  voidRound,
  withdrawDecision,
  withdrawRecusal,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { actorIn, sensible } from '../../test/builders/random-orders.ts';
import { given, wallAt } from '../../test/builders/scenario.ts';
import { instant, logPosition } from '../kernel/brand.ts';
import type { BallotValues } from './ballot.ts';
import { ballotsOn, contestOf } from './contest-of.ts';
import { decide } from './decide.ts';
import type { RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { EventState } from './state.ts';

type Run = { readonly state: EventState; readonly entries: readonly RecordedEvent[] };

const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
const ready = given(definition, pair('A1'), pair('A2'), pair('B1'), next, next);

const seat = 'A1';

/** What is done with one seat, a round and a unit, in any order and much of it undone again. */
const votingOrder: fc.Arbitrary<Order> = fc
  .tuple(fc.constantFrom('u1', 'u1', 'u1', 'u2'), fc.nat({ max: 40 }))
  .chain(([unit, mark]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(sensible) },
      {
        weight: 12,
        arbitrary: fc.constantFrom<Order>(
          (state) => commandOf(ballot(seat, unit, [`${mark}`, '1'], { n: state.lastEntry + 1 }), state),
          paper(seat, unit, { c1: `${mark}`, c2: '2' }),
          giveBack(seat, unit),
          recuse(seat, unit),
          withdrawRecusal(seat, unit),
          decideSeats(unit, [seat], 'paper'),
          decideSeats(unit, [seat], 'absent'),
          withdrawDecision(unit, seat),
          away(seat),
          back(seat),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Order>(
          ...[open(unit), lock(unit), reopen(unit), undo, redo, next, count()],
          ...[voidRound(unit), voidRound(unit, 'wrong-unit', unit === 'u1' ? 'u2' : 'u1')],
          ...[withdrawUnit(unit), reinstate(unit)],
        ),
      },
    ),
  );

/** One order obeyed; the same run if the rules refuse it. */
function obey(run: Run, order: Order): Run {
  const command = commandOf(order, run.state);
  const ms = run.entries.length * 700;
  const decision = decide(command, run.state, {
    at: instant(ms),
    wall: wallAt(ms),
    by: actorIn(run.state, command),
  });
  if (!decision.ok) return run;
  return decision.value.reduce<Run>(({ state, entries }, event) => {
    const entry = { n: logPosition(entries.length), at: instant(ms), wall: wallAt(ms), event };
    return { entries: [...entries, entry], state: evolve(state, entry) };
  }, run);
}

type Ledger = {
  /** By round and seat: the ballot that the seat has in the box. */
  readonly boxes: Map<string, Map<string, { values: BallotValues; isPaper: boolean; number: number }>>;
  /** By unit, the rounds that stand. */
  readonly standing: Map<string, string>;
  readonly recused: Set<string>;
  readonly out: Set<string>;
};

/** What an official keeps who reads the log alone and knows nothing of the state. */
function ledgerOf(entries: readonly RecordedEvent[]): Ledger {
  const ledger: Ledger = { boxes: new Map(), standing: new Map(), recused: new Set(), out: new Set() };
  const numbers = new Map<string, number>();
  const put = (round: string, seat: string, values: BallotValues, isPaper: boolean, number: number) => {
    const box = ledger.boxes.get(round);
    // BALLOT-9
    if (!isPaper) expect(box?.get(seat)?.isPaper ?? false).toBe(false);
    // BALLOT-5: a ballot's number is its seat's next one in the round, whatever became of the one before.
    expect(number).toBe((numbers.get(`${round} ${seat}`) ?? 0) + 1);
    numbers.set(`${round} ${seat}`, number);
    box?.set(seat, { values, isPaper, number });
  };
  for (const { event } of entries) {
    switch (event.kind) {
      case 'RoundOpened':
        ledger.boxes.set(event.round, new Map());
        if (event.unit) ledger.standing.set(event.unit, event.round);
        break;
      case 'RoundVoided':
        // UNDO-2
        if (event.why === 'undone')
          expect([...numbers.keys()].some((key) => key.startsWith(`${event.round} `))).toBe(false);
        for (const [unit, round] of ledger.standing) if (round === event.round) ledger.standing.delete(unit);
        break;
      case 'BallotStored':
        put(event.round, event.seat, event.values, false, event.ballotNumber);
        break;
      case 'PaperBallotEntered':
        put(event.round, event.seat, event.values, true, event.ballotNumber);
        break;
      case 'BallotReturned':
        ledger.boxes.get(event.round)?.delete(event.seat);
        break;
      case 'SeatRecused':
        ledger.recused.add(`${event.unit} ${event.seat}`);
        break;
      case 'RecusalWithdrawn':
        ledger.recused.delete(`${event.unit} ${event.seat}`);
        break;
      case 'UnitExited':
        ledger.out.add(event.unit);
        break;
      case 'UnitReinstated':
        ledger.out.delete(event.unit);
        break;
      case 'MissingDecided':
        // Nobody whose ballot is in the box is absent.
        for (const { seat } of event.decisions)
          expect(ledger.boxes.get(event.round)?.has(seat) ?? false).toBe(false);
        break;
      default:
    }
  }
  return ledger;
}

/** By unit and seat, the values that the ledger says count. */
function countingIn({ boxes, standing, recused, out }: Ledger): readonly string[] {
  return [...standing].flatMap(([unit, round]) =>
    out.has(unit)
      ? []
      : [...(boxes.get(round) ?? [])].flatMap(([seat, { values }]) =>
          recused.has(`${unit} ${seat}`) ? [] : [`${unit} ${seat} ${JSON.stringify(values)}`],
        ),
  );
}

/** The same, as the count takes it. */
function countedBy(state: EventState): readonly string[] {
  return contestOf(state).units.flatMap(({ unit, state: exit, ballots }) => {
    const cast = ballots?.marks;
    if (exit !== undefined || !cast) return [];
    return Object.entries(cast.votes).flatMap(([seat, values]) =>
      cast.states?.[seat] === undefined ? [`${unit} ${seat} ${JSON.stringify(values)}`] : [],
    );
  });
}

/** One round of the list that an usher keeps at the door. */
type DoorList = {
  readonly unit: string | null;
  readonly expected: readonly string[];
  isOpen: boolean;
  readonly voted: Set<string>;
  /** Why a seat owes nothing here; of an absence the entry that it began with. */
  readonly excused: Map<string, 'absent' | 'excluded' | 'paper' | 'recused' | number>;
};

/** What an usher writes down who reads the log alone: by round, who owes no ballot, and why. */
function doorListsOf(entries: readonly RecordedEvent[]): ReadonlyMap<string, DoorList> {
  const lists = new Map<string, DoorList>();
  const away = new Map<string, number>();
  const recused = new Set<string>();
  const on = (round: string) => {
    const list = lists.get(round);
    if (!list) throw new Error(`no round ${round}`);
    return list;
  };
  for (const { n, event } of entries) {
    switch (event.kind) {
      case 'RoundOpened': {
        const { unit, expected } = event;
        const mayNot = expected.filter((each) => recused.has(`${unit} ${each}`));
        const excused = new Map(mayNot.map((each) => [each as string, 'recused' as const]));
        lists.set(event.round, { unit, expected, isOpen: true, voted: new Set(), excused });
        break;
      }
      case 'RoundLocked':
      case 'RoundVoided':
        on(event.round).isOpen = false;
        break;
      case 'RoundReopened':
        on(event.round).isOpen = true;
        break;
      case 'BallotStored':
        // AWAY-4
        expect(away.has(event.seat)).toBe(false);
        on(event.round).voted.add(event.seat);
        break;
      case 'PaperBallotEntered':
        on(event.round).voted.add(event.seat);
        on(event.round).excused.set(event.seat, 'paper');
        break;
      case 'BallotReturned':
        on(event.round).voted.delete(event.seat);
        on(event.round).excused.delete(event.seat);
        break;
      case 'MissingDecided':
        for (const { seat: each, decision } of event.decisions) on(event.round).excused.set(each, decision);
        break;
      case 'DecisionWithdrawn':
        on(event.round).excused.delete(event.seat);
        break;
      case 'SeatRecused':
        recused.add(`${event.unit} ${event.seat}`);
        for (const { unit, excused } of lists.values())
          if (unit === event.unit) excused.set(event.seat, 'recused');
        break;
      case 'RecusalWithdrawn':
        recused.delete(`${event.unit} ${event.seat}`);
        for (const { unit, excused } of lists.values()) if (unit === event.unit) excused.delete(event.seat);
        break;
      case 'SeatLeft':
        away.set(event.seat, n);
        break;
      case 'SeatReturned':
        for (const { isOpen, excused } of lists.values())
          if (isOpen && excused.get(event.seat) === away.get(event.seat)) excused.delete(event.seat);
        away.delete(event.seat);
        break;
      default:
    }
    for (const [each, since] of away)
      for (const { isOpen, expected, voted, excused } of lists.values())
        if (isOpen && expected.includes(each) && !voted.has(each) && !excused.has(each))
          excused.set(each, since);
  }
  return lists;
}

test('AWAY-1, AWAY-2, AWAY-4: given any history, then exactly those seats are absent from a unit that a reader of the log alone would call absent', () => {
  let byPresence = 0;
  fc.assert(
    fc.property(fc.array(votingOrder, { minLength: 1, maxLength: 60, size: 'max' }), (orders) => {
      const { state, entries } = orders.reduce<Run>(obey, ready);
      const lists = doorListsOf(entries);
      const absent = [...ledgerOf(entries).standing].flatMap(([unit, round]) =>
        [...(lists.get(round)?.excused ?? [])].flatMap(([each, why]) => {
          byPresence += typeof why === 'number' ? 1 : 0;
          return why === 'absent' || typeof why === 'number' ? [`${unit} ${each}`] : [];
        }),
      );
      const taken = state.definition.units.flatMap(({ id }) =>
        Object.entries(ballotsOn(state, id).marks?.states ?? {}).flatMap(([each, why]) =>
          why === 'absent' ? [`${id} ${each}`] : [],
        ),
      );
      expect(taken.sort()).toEqual(absent.sort());
    }),
    { numRuns: 400, seed: 20_191_118 },
  );
  expect(byPresence).toBeGreaterThan(50);
});

test('RESULT-3, ROUND-11, ROUND-12, ROUND-13, ROUND-15, BALLOT-9: given any history, then exactly those ballots count that a reader of the log alone would count', () => {
  let counting = 0;
  fc.assert(
    fc.property(fc.array(votingOrder, { minLength: 1, maxLength: 60, size: 'max' }), (orders) => {
      const { state, entries } = orders.reduce<Run>(obey, ready);
      const expected = countingIn(ledgerOf(entries));
      counting += expected.length;
      expect([...countedBy(state)].sort()).toEqual([...expected].sort());
    }),
    { numRuns: 400, seed: 20_191_117 },
  );
  expect(counting).toBeGreaterThan(100);
});
