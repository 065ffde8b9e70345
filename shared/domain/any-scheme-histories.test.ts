import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEventUnder, openRound } from '../../test/builders/any-event.ts';
import { judgedJumps } from '../../test/builders/attempts.ts';
import { type Draw, filledPaper } from '../../test/builders/fill-paper.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { commandOf, next, type Order, pair } from '../../test/builders/orders.ts';
import { actorOf, given, wallAt } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { countedBallots, isOverfull } from '../documents/ballot-counts.ts';
import { instant, logPosition } from '../kernel/brand.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorView } from '../views/build-monitor-view.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { paperFaults, shapeOf } from './ballot-paper.ts';
import type { Command } from './command.ts';
import { ballotsLacking, contestOf, isUnscored } from './contest-of.ts';
import { decide } from './decide.ts';
import type { EventDefinition } from './event-definition.ts';
import { ballotMark } from './event-definition.ts';
import type { DomainEvent, RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { atLockStep, openRounds } from './kept-open.ts';
import { dueByGroup, dueCount, missingSeats, type Round } from './round.ts';
import { paperOf } from './round-papers.ts';
import { measuresAsked, pointsNodes } from './scoring/beside-ballots.ts';
import { figuresOf } from './scoring/figures-of.ts';
import { calculator } from './scoring/rules/calculate.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import { stepOf } from './stage.ts';
import type { EventState } from './state.ts';

type Run = { readonly state: EventState; readonly entries: readonly RecordedEvent[] };

/** Numbers from 0 to below what is asked, from a list that begins anew at its end. */
function drawFrom(numbers: readonly number[]): Draw {
  let at = 0;
  return (below) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % below;
  };
}

function obey(run: Run, order: Order): Run {
  const command = commandOf(order, run.state);
  const ms = run.entries.length * 700;
  const decision = decide(command, run.state, { at: instant(ms), wall: wallAt(ms), by: actorOf(command) });
  if (!decision.ok) return run;
  return decision.value.reduce<Run>(({ state, entries }, event: DomainEvent) => {
    const entry = { n: logPosition(entries.length), at: instant(ms), wall: wallAt(ms), event };
    canonicalJson(entry as unknown as Json);
    return { entries: [...entries, entry], state: evolve(state, entry) };
  }, run);
}

const stillOpen = (state: EventState) => Object.values(state.rounds).some((round) => round.state === 'open');

function vote(state: EventState, seat: string, draw: Draw, round = openRound(state)): Command {
  const own = round.expected.find((id) => id === seat) ?? round.expected[0];
  if (own === undefined) throw new Error('nobody is expected');
  return {
    kind: 'SubmitBallot',
    event: state.definition.id,
    round: round.id,
    opening: round.opening,
    scheme: state.schemeHash,
    seat: own,
    device: 1,
    n: (round.ballots[own]?.n ?? 0) + 1,
    mark: ballotMark(state.definition),
    values: filledPaper(shapeOf(round), paperOf(round, state, own), draw),
    signed: 's',
    signature: 's',
  };
}

/** What people do who want to get to the end: vote, decide about who is missing, lock, measure, count. */
function goOn(state: EventState, draw: Draw): Order {
  const step = stepOf(state.definition, state.stage.step);
  if (stillOpen(state)) {
    const atLock = step && atLockStep(state, step);
    const isDue = (each: Round) => dueCount(each, state.definition.seats) > 0;
    const round = atLock?.locks.find(isDue) ?? openRound(state);
    const [missing] = missingSeats(round);
    const [group, due] = [...dueByGroup(round, state.definition.seats)].find(([, count]) => count > 0) ?? [];
    if (missing && due && draw(8) === 0)
      return round.isSecret
        ? { kind: 'LowerExpected', round: round.id, group: group ?? '', by: due, reason: 'left' }
        : {
            kind: 'DecideMissing',
            round: round.id,
            seats: [missing],
            decision: draw(2) === 0 ? 'absent' : 'excluded',
            reason: 'left',
          };
    if (missing && due) return vote(state, missing, draw, round);
    const last = atLock?.locks.at(-1);
    // At the end of the turns nothing is left to lock what was kept open.
    const isOver = step?.id === 'comment' || step?.id === 'release';
    const locked = last ?? (isOver || (step?.round === 'locks' && atLock?.keeps.length === 0) ? round : null);
    return locked ? { kind: 'LockRound', round: locked.id } : next;
  }
  if (step?.id === 'comment' && state.result.kind === 'none') {
    for (const { id } of state.definition.units)
      for (const measure of measuresAsked(state.definition.scheme))
        if (state.measures[id]?.[measure.id] === undefined)
          return {
            kind: 'RecordMeasure',
            unit: id,
            measure: measure.id,
            value: String(200 + draw(300)),
            reason: '',
          };
    const silent = state.definition.units.filter(({ id }) => ballotsLacking(state, id).length > 0);
    return { kind: 'CountRounds', notCalled: silent.map(({ id }) => id) };
  }
  return next;
}

/** What people do besides. */
function besides(state: EventState, draw: Draw): Order {
  const { units, seats, scheme } = state.definition;
  const unit = units[draw(units.length)]?.id ?? '';
  const seat = seats[draw(seats.length)]?.id ?? '';
  const round = state.roundOrder[draw(Math.max(1, state.roundOrder.length))] ?? '';
  const points = pointsNodes(scheme)[0]?.id ?? 'none';
  const orders: readonly Command[] = [
    { kind: 'RecuseSeat', seat, unit, reason: 'own unit' },
    { kind: 'WithdrawRecusal', seat, unit, reason: 'a mistake' },
    { kind: 'MarkAway', seat, reason: 'called away' },
    { kind: 'MarkBack', seat, reason: 'in the hall again' },
    { kind: 'WithdrawUnit', unit, why: 'withdrew', reason: 'ill' },
    { kind: 'ReinstateUnit', unit, reason: 'well again' },
    { kind: 'ReopenRound', round, reason: 'mistyped', isSecondPress: true },
    { kind: 'VoidRound', round, why: 'vote-again', toUnit: null, reason: 'noise', isSecondPress: true },
    { kind: 'OpenRound', unit: draw(2) === 0 ? null : unit },
    { kind: 'ReturnBallot', round, seat, reason: 'mistyped' },
    { kind: 'GivePoints', unit, node: points, points: '-1', reason: 'late', author: 'jury' },
    { kind: 'TakeBackCount', reason: 'a wrong time', isSecondPress: true },
    { kind: 'Undo', entry: state.undo.at(-1)?.entry ?? -1 },
  ];
  const order = orders[draw(orders.length + 2)];
  if (order) return order;
  const open = openRounds(state);
  return open.length > 0 ? vote(state, seat, draw, open[draw(open.length)]) : next;
}

function viewsOf(state: EventState): string {
  const views = [
    buildConsoleView(state, aLiveInfo()),
    buildMonitorView(state),
    buildPanelView(state),
    buildProjectorView(state),
    ...state.definition.seats.map(({ id }) => buildSeatView(state, id)),
  ];
  return JSON.stringify(views);
}

function play(definition: EventDefinition, numbers: readonly number[]): Run {
  const draw = drawFrom(numbers);
  const start: Run = given(definition, ...definition.seats.map(({ id }) => pair(id)));
  let run = start;
  for (let n = 0; n < 150 && run.state.stage.step !== 'release'; n += 1)
    run = obey(run, (state) => commandOf(draw(6) === 0 ? besides(state, draw) : goOn(state, draw), state));
  return run;
}

const names = [
  ...['S1-county-ranking', 'S2-satisfaction', 'S3-township-hundred', 'O3-singers', 'O7-skills'],
  ...['O9-debate', 'O10-rank-sum', 'O11-appraisal', 'O12-election'],
];
const numbers = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 400, size: 'max' });

/** S1's ballot as it is, and as one that stays open over several turns. */
const schemes: readonly (readonly [string, ScoringScheme])[] = [
  ...names.map((name) => [name, builtIn(name)] as const),
  ...([{ kind: 'first-held', held: 2 }, { kind: 'correctable-until-release' }] as const).map((round) => {
    const scheme = builtIn('S1-county-ranking');
    const ballots = scheme.ballots.map((ballot) => ({ ...ballot, round }));
    return [`S1, ${round.kind}`, { ...scheme, ballots }] as const;
  }),
  // ATTEMPT-3
  ['jumps judged one by one', judgedJumps],
];

describe.each(schemes)('any history under %s', (_name, scheme) => {
  // Without a required monitor an act needs a second word of one person alone, so that histories go further.
  const definition = anEventUnder({ ...scheme, isMonitorRequired: false }, { seats: 2 });

  test('ROUND-3: has one round of a ballot open at a time, or two where it stays open, and one beside those', () => {
    const isKept = scheme.ballots.every(({ round: { kind } }) => kind !== 'per-unit' && kind !== 'all-units');
    let most = 0;
    let beside = 0;
    fc.assert(
      fc.property(numbers, (drawn) => {
        let state: EventState | null = null;
        for (const entry of play(definition, drawn).entries) {
          state = evolve(state, entry);
          const open = openRounds(state).filter(
            ({ unit }) => !state?.exits.some((exit) => exit.unit === unit),
          );
          const alike = open.map(
            ({ forms }) => open.filter((other) => other.forms.join() === forms.join()).length,
          );
          most = Math.max(most, ...alike);
          beside = Math.max(beside, new Set(open.map(({ forms }) => forms.join())).size);
        }
      }),
      { numRuns: 20, seed: 20_261_130 },
    );
    expect(most).toBe(isKept ? 2 : 1);
    expect(beside).toBeLessThanOrEqual(isKept ? 2 : 1);
  });

  test('RESULT-3: replays to the same state, and its figures are those of the papers that stand', () => {
    let counted = 0;
    fc.assert(
      fc.property(numbers, (drawn) => {
        const { state, entries } = play(definition, drawn);
        const replayed = entries.reduce<EventState | null>((before, entry) => evolve(before, entry), null);
        expect(canonicalJson(replayed as unknown as Json)).toBe(canonicalJson(state as unknown as Json));
        if (state.result.kind === 'none') return;
        counted += 1;
        const unscored = state.definition.units.filter(({ id }) => isUnscored(state, id, state.notCalled));
        const again = figuresOf(
          calculator(state.definition.scheme)(contestOf(state)),
          state.schemeHash,
          unscored.map(({ id }) => id),
        );
        expect(again).toEqual({ ok: true, value: state.result.figures });
        expect([...state.result.figures.units.map(({ unit }) => unit)].sort()).toEqual(['u1', 'u2', 'u3']);
        // Were more returned than issued, the vote would be void: no history gets there.
        for (const { groups } of countedBallots(state))
          for (const counts of groups) {
            expect(isOverfull(counts)).toBe(false);
            expect(counts.returned).toBe(counts.valid + counts.abstained + counts.void);
          }
      }),
      { numRuns: 40, seed: 20_261_127 },
    );
    // A law over histories that never get as far as a count would say nothing.
    expect(counted).toBeGreaterThan(8);
  });

  test('BALLOT-4, VIEW-1: stores no paper that its form refuses, and builds every view of every state', () => {
    fc.assert(
      fc.property(numbers, (drawn) => {
        const { state, entries } = play(definition, drawn);
        viewsOf(state);
        let before: EventState | null = null;
        for (const entry of entries) {
          const { event } = entry;
          if (event.kind === 'BallotStored' && before) {
            const round = before.rounds[event.round];
            if (!round) throw new Error('a ballot without a round');
            const faults = paperFaults(shapeOf(round), paperOf(round, before, event.seat), event.values);
            expect(faults.filter(({ effect }) => effect === 'refuse')).toEqual([]);
          }
          before = evolve(before, entry);
        }
      }),
      { numRuns: 20, seed: 20_261_128 },
    );
  });
});

/** The names on the papers that stand, read from the log alone by somebody who knows the rules of O12 and no state. */
function namesInLog(entries: readonly RecordedEvent[]): ReadonlyMap<string, number> {
  const boxes = new Map<string, Map<string, { readonly [field: string]: string }>>();
  const left = new Set<string>();
  for (const { event } of entries) {
    if (event.kind === 'RoundOpened' && event.forms.join() === 'names') boxes.set(event.round, new Map());
    if (event.kind === 'RoundVoided') boxes.delete(event.round);
    if (event.kind === 'BallotStored') boxes.get(event.round)?.set(event.seat, event.values);
    if (event.kind === 'UnitExited') left.add(event.unit);
    if (event.kind === 'UnitReinstated') left.delete(event.unit);
  }
  const votes = new Map<string, number>();
  for (const box of boxes.values())
    for (const values of box.values()) {
      const named = Object.entries(values).flatMap(([field, text]) =>
        field.endsWith('/vote') && text === 'yes' ? [field.replace('/vote', '')] : [],
      );
      for (const unit of named) if (!left.has(unit)) votes.set(unit, (votes.get(unit) ?? 0) + 1);
    }
  return votes;
}

test('SCORE-1: given any history of a secret election, then the votes are those of the papers in the log', () => {
  const definition = anEventUnder({ ...builtIn('O12-election'), isMonitorRequired: false }, { seats: 4 });
  let counted = 0;
  fc.assert(
    fc.property(numbers, (drawn) => {
      const { state, entries } = play(definition, drawn);
      if (state.result.kind === 'none') return;
      counted += 1;
      const votes = namesInLog(entries);
      for (const { unit, outputs, rank } of state.result.figures.units)
        if (rank !== null)
          expect(outputs.find(({ node }) => node === 'votes')?.printed).toBe(String(votes.get(unit) ?? 0));
    }),
    { numRuns: 80, seed: 20_261_129 },
  );
  expect(counted).toBeGreaterThan(20);
});
