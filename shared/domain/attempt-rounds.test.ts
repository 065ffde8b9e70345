import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, openRound } from '../../test/builders/any-event.ts';
import { judgedJumps } from '../../test/builders/attempts.ts';
import { aTurn } from '../../test/builders/definition.ts';
import {
  away,
  count,
  decideSeats,
  jump,
  next,
  pair,
  recuse,
  redo,
  undo,
  voidRound,
} from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { seatId, stepId, unitId } from '../kernel/brand.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { changeViews } from '../views/record-views.ts';
import { ballotsLacking, contestOf, isUnscored } from './contest-of.ts';
import { definitionProblems } from './definition-checks.ts';
import type { EventDefinition } from './event-definition.ts';
import { expandAgenda } from './expand-agenda.ts';
import { castingsIn, notLive, requiredCastings, usualForms } from './scoring/live-ballot.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import { calculator } from './scoring/rules/calculate.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import { roundFor } from './state.ts';

const seats = ['ALL1', 'ALL2'] as const;
const first = { list: 'jumps', id: 'a1' };
const second = { list: 'jumps', id: 'a2' };
const definition = anEventUnder(judgedJumps, { units: ['u1', 'u2'], seats: 2 });
const started = given(definition, ...seats.map((seat) => pair(seat))).and(next);

/** The next attempt's two steps, with these marks of the seats, and its lock. */
const judged = (...marks: readonly string[]) => [
  next,
  ...seats.flatMap((seat, n) => (marks[n] === undefined ? [] : [cast(seat, { total: marks[n] })])),
  next,
  lockOpen,
];
const rounds = ({ state }: Scenario) =>
  state.roundOrder.map((id) => {
    const round = state.rounds[id];
    return [id, round?.unit, round?.attempt?.id, round?.number, round?.state].join(' ');
  });

/** The scheme with its ballot changed. */
function withBallot(fields: Partial<BallotType>): ScoringScheme {
  const ballots = judgedJumps.ballots.map((ballot) => ({ ...ballot, ...fields }) as BallotType);
  return { ...judgedJumps, ballots };
}

/** Marks of the jumps, and one of the unit itself: by one ballot for both, and one for the unit alone. */
function jumpsAndStyle(): ScoringScheme {
  const read = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'style',
    version: 1,
    name: 'style',
    ballots: [
      { kind: 'total', id: 'marks', maximum: '10', step: '0.5' },
      { kind: 'total', id: 'style', maximum: '10', step: '0.5' },
    ],
    nodes: [
      { kind: 'marks', id: 'jump', each: 'jumps', ballot: 'marks' },
      { kind: 'pick', id: 'jumps', from: { items: 'jump' } },
      { kind: 'marks', id: 'whole', ballot: 'marks' },
      { kind: 'marks', id: 'style', ballot: 'style' },
      { kind: 'sum', id: 'total', parts: [{ node: 'jumps' }, { node: 'whole' }, { node: 'style' }] },
    ],
    ranking: { by: 'total', on: 'exact' },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('rounds of attempts', () => {
  test('ATTEMPT-3: given the steps of two attempts, when each is entered and locked, then each has a round of its own', () => {
    const both = started.and(...judged('8', '9'), ...judged('5', '6'));
    expect(rounds(both)).toEqual(['u1.1 u1 a1 1 locked', 'u1.2 u1 a2 1 locked']);
    expect(roundFor(both.state, unitId('u1'), 'marks', first)?.id).toBe('u1.1');
    expect(roundFor(both.state, unitId('u1'), 'marks', second)?.id).toBe('u1.2');
    expect(roundFor(both.state, unitId('u1'), 'marks')).toBeNull();
  });

  test('ATTEMPT-3, RESULT-2: given an attempt nobody has voted on, when counted, then it waits; given all, then the engine gets them in order', () => {
    const three = started.and(...judged('8', '9'), ...judged('5', '6'), ...judged('7', '7'));
    three.when(count()).thenRefused('units-without-round', 'notCalled');
    expect(ballotsLacking(three.state, unitId('u2'))).toEqual([{ form: 'marks', attempt: second }]);
    // Who has made one attempt has been called.
    three.when(count('u2')).thenRefused('unit-has-round', 'notCalled.0');
    const all = three.and(...judged('10', '9'), count());
    const contest = contestOf(all.state);
    const made = (id: string, ...marks: readonly string[]) => ({
      id,
      ballots: {
        marks: {
          votes: Object.fromEntries(seats.map((seat, n) => [seat, { total: marks[n] ?? '' }])),
          states: {},
        },
      },
    });
    const byHand = [
      { unit: 'u1', jumps: [made('a1', '8', '9'), made('a2', '5', '6')] },
      { unit: 'u2', jumps: [made('a1', '7', '7'), made('a2', '10', '9')] },
    ];
    expect(contest.units.map(({ unit, items }) => ({ unit, jumps: items?.jumps }))).toEqual(byHand);
    const { ranking } = calculator(judgedJumps)({
      seats: seats.map((seat) => ({ seat, group: 'ALL' })),
      units: byHand.map(({ unit, jumps }) => ({ unit, items: { jumps } })),
    });
    const { result } = all.state;
    if (result.kind === 'none') throw new Error('not counted');
    expect(result.figures.units.map(({ unit }) => unit)).toEqual(ranking.map(({ unit }) => unit));
    // 7 + 9.5 against 8.5 + 5.5.
    expect(result.figures.units.map(({ total }) => total)).toEqual(['16.5', '14']);
  });

  test('ATTEMPT-3, ROUND-1: given a round stands on an attempt, when it is entered or opened again, then there is no second, and the other can be opened', () => {
    const one = started.and(...judged('8', '9'));
    expect(rounds(one.and(jump('u1.a1.talk')))).toHaveLength(1);
    one.when({ kind: 'OpenRound', unit: 'u1', attempt: first }).thenRefused('unit-has-round', 'unit');
    const opened = one.and({ kind: 'OpenRound', unit: 'u1', attempt: second });
    expect(openRound(opened.state)).toMatchObject({ id: 'u1.2', attempt: second });
    opened.when({ kind: 'OpenRound', unit: 'u1', attempt: second }).thenRefused('round-already-open', 'unit');
    opened.when({ kind: 'OpenRound', unit: 'u2', attempt: second }).thenRefused('another-round-open', 'unit');
  });

  test('ATTEMPT-3: given ballots cast by attempt, when a round is opened without one, or on one that isn’t there, then it is refused', () => {
    started.when({ kind: 'OpenRound', unit: 'u1' }).thenRefused('attempt-unfit', 'attempt');
    started.when({ kind: 'OpenRound', unit: 'u1', forms: ['marks'] }).thenRefused('attempt-unfit', 'attempt');
    started
      .when({ kind: 'OpenRound', unit: 'u1', attempt: { list: 'jumps', id: 'a9' } })
      .thenRefused('unknown-attempt', 'attempt');
    started
      .when({ kind: 'OpenRound', unit: null, attempt: first, forms: ['marks'] })
      .thenRefused('forms-apart', 'forms.0');
  });

  test('ATTEMPT-3, ROUND-13: given a round of an attempt is voided to vote again, then the new one is round 2 of that attempt alone', () => {
    const again = started.and(...judged('8', '9'), voidRound('u1'), {
      kind: 'OpenRound',
      unit: 'u1',
      attempt: first,
    });
    expect(rounds(again)).toEqual(['u1.1 u1 a1 1 voided', 'u1.2 u1 a1 2 open']);
    const both = again.and(...seats.map((seat) => cast(seat, { total: '1' })), lockOpen, jump('u1.a2.talk'));
    expect(rounds(both).at(-1)).toBe('u1.3 u1 a2 1 open');
    expect(contestOf(both.state).units[0]?.items?.jumps?.[0]?.ballots?.marks?.votes.ALL1).toEqual({
      total: '1',
    });
  });

  test('ATTEMPT-3, ROUND-14: given a round of the wrong unit, then its marks wait at the same attempt of the right unit, and at no other', () => {
    const wrong = started.and(
      next,
      cast('ALL1', { total: '8' }),
      voidRound('u1', 'wrong-unit', 'u2'),
      jump('u2.a2.talk'),
    );
    const draft = ({ state }: Scenario) => buildSeatView(state, seatId('ALL1'))?.draft;
    expect(draft(wrong)).toBeNull();
    const right = wrong.and(undo, jump('u2.a1.talk'));
    expect(draft(right)).toMatchObject({ values: { total: '8' }, from: { kind: 'moved' } });
  });

  test('ATTEMPT-3, ROUND-11: given a seat recused from a unit, then it is from every attempt, and from none of another', () => {
    const recused = started.and(
      recuse('ALL1', 'u1'),
      next,
      cast('ALL2', { total: '6' }),
      next,
      lockOpen,
      next,
    );
    expect(openRound(recused.state).decisions).toMatchObject([{ seat: 'ALL1', decision: 'recused' }]);
    const other = recused.and(cast('ALL2', { total: '6' }), next, lockOpen, next);
    expect(openRound(other.state)).toMatchObject({ unit: 'u2', decisions: [] });
    const items = contestOf(other.state).units[0]?.items?.jumps;
    expect(items?.map(({ ballots }) => ballots?.marks?.states)).toEqual([
      { ALL1: 'recused' },
      { ALL1: 'recused' },
    ]);
  });

  test('ATTEMPT-3, AWAY-1, AWAY-6: given a panelist out during one attempt, then that attempt is missed, under its name', () => {
    const missed = started.and(...judged('8', '9'), away('ALL1'), next);
    expect(openRound(missed.state).decisions).toMatchObject([{ seat: 'ALL1', decision: 'absent' }]);
    const locked = missed.and(cast('ALL2', { total: '9' }), next, lockOpen);
    expect(
      contestOf(locked.state).units[0]?.items?.jumps?.map(({ ballots }) => ballots?.marks?.states),
    ).toEqual([{}, { ALL1: 'absent' }]);
  });

  test('ATTEMPT-3, UNDO-2: given an attempt entered too early, when undone and redone, then only its own round is void', () => {
    const early = started.and(...judged('8', '9'), next, undo);
    expect(rounds(early)).toEqual(['u1.1 u1 a1 1 locked', 'u1.2 u1 a2 1 voided']);
    const again = early.and(redo);
    expect(rounds(again).at(-1)).toBe('u1.3 u1 a2 2 open');
    again
      .and(cast('ALL1', { total: '1' }))
      .when(undo)
      .thenRefused('undo-round-has-ballots');
  });

  test('ATTEMPT-3, SCORE-5: given nobody’s mark on any attempt counts, then the unit is unscored', () => {
    const none = started.and(
      next,
      decideSeats('u1', seats, 'excluded'),
      next,
      lockOpen,
      next,
      decideSeats('u1', seats, 'excluded'),
      next,
      lockOpen,
    );
    expect(isUnscored(none.state, unitId('u1'))).toBe(true);
    expect(contestOf(none.state).units[0]?.state).toBe('not-called');
    expect(isUnscored(started.and(...judged('8', '9')).state, unitId('u1'))).toBe(false);
  });

  test('ATTEMPT-3, ROUND-22: given ballots that stay open while the next one’s turn runs, then each attempt is a series of its own', () => {
    const kept = withBallot({ round: { kind: 'correctable-until-release' } });
    const heats: EventDefinition = {
      ...definition,
      scheme: kept,
      agenda: definition.agenda.flatMap((step) =>
        step.id === 'rules'
          ? [
              step,
              ...[first, second].flatMap((attempt) => ['u1', 'u2'].flatMap((unit) => aTurn(unit, attempt))),
            ]
          : step.attempt
            ? []
            : [step],
      ),
    };
    expect(definitionProblems(heats)).toEqual([]);
    const spoken = [next, ...seats.map((seat) => cast(seat, { total: '5' })), next];
    const heat = given(heats, ...seats.map((seat) => pair(seat))).and(next, ...spoken, ...spoken);
    expect(rounds(heat)).toEqual(['u1.1 u1 a1 1 open', 'u2.1 u2 a1 1 open']);
    // The last of the first heat locks both; the second heat begins anew.
    const over = heat.and(lockOpen, ...spoken, next);
    expect(rounds(over).slice(-2)).toEqual(['u1.2 u1 a2 1 open', 'u2.2 u2 a2 1 open']);
  });
});

describe('what an agenda of attempts has to hold', () => {
  const codes = (changed: EventDefinition) =>
    definitionProblems(changed).map((problem) =>
      [problem.code, problem.path, 'detail' in problem ? problem.detail : ''].join(' '),
    );
  const without = (step: string): EventDefinition => ({
    ...definition,
    agenda: definition.agenda.filter(({ id }) => id !== step),
  });
  const having = (step: string, fields: object): EventDefinition => ({
    ...definition,
    agenda: definition.agenda.map((own) => (own.id === step ? { ...own, ...fields } : own)),
  });

  test('ATTEMPT-3: given each attempt of each unit is opened and locked, then the event can be held', () => {
    expect(codes(definition)).toEqual([]);
    expect(notLive(judgedJumps)).toEqual([]);
  });

  test('ATTEMPT-3: given an attempt is never opened, or never locked, or nowhere, then it is told by unit and attempt', () => {
    expect(codes(without('u2.a2.talk'))).toEqual(['round-never-opened agenda.7 u2 · a2']);
    expect(codes(without('u2.a2.vote'))).toEqual(['round-never-locked agenda.7 u2 · a2']);
    const nowhere = {
      ...definition,
      agenda: definition.agenda.filter(({ unit, attempt }) => unit !== 'u2' || attempt?.id !== 'a2'),
    };
    expect(codes(nowhere)).toEqual(['unit-never-scored agenda u2 · a2']);
  });

  test('ATTEMPT-3: given a step names no attempt, or one that isn’t there, or one outside a turn, then it is refused', () => {
    expect(codes(having('u1.a1.talk', { attempt: undefined }))).toContain(
      'attempt-unfit agenda.1.attempt u1.a1.talk',
    );
    expect(codes(having('u1.a1.talk', { attempt: { list: 'jumps', id: 'a9' } }))).toContain(
      'unknown-attempt agenda.1.attempt jumps/a9',
    );
    expect(codes(having('rules', { attempt: first }))).toEqual(['unknown-attempt agenda.0.attempt jumps/a1']);
    // A step that collects nothing may say which attempt is on stage.
    expect(codes(having('rules', { unit: unitId('u1'), attempt: first }))).toEqual([]);
  });

  test('ATTEMPT-3: given ballots of the unit and of its attempts, then a step holds one kind, and one ballot can be cast on both', () => {
    const scheme = jumpsAndStyle();
    expect(castingsIn(scheme)).toEqual([
      { form: 'marks', list: null },
      { form: 'marks', list: 'jumps' },
      { form: 'style', list: null },
    ]);
    expect(requiredCastings(scheme)).toEqual(castingsIn(scheme));
    expect([usualForms(scheme, false), usualForms(scheme, false, 'jumps')]).toEqual([
      ['marks', 'style'],
      ['marks'],
    ]);
    const mixed = anEventUnder(scheme, { units: ['u1', 'u2'], seats: 2 });
    expect(codes(mixed)).toEqual([]);
    const wrong = {
      ...mixed,
      agenda: mixed.agenda.map((step) =>
        step.id === 'u1.a1.talk' ? { ...step, forms: ['marks', 'style'] } : step,
      ),
    };
    expect(codes(wrong)).toContain('attempt-unfit agenda.3.attempt u1.a1.talk');
    const held = given(mixed, ...seats.map((seat) => pair(seat))).and(
      next,
      next,
      ...seats.map((seat) => cast(seat, { 'marks/total': '4', 'style/total': '5' })),
      next,
      lockOpen,
      ...judged('8', '9'),
      ...judged('1', '2'),
    );
    const [unit] = contestOf(held.state).units;
    expect(unit?.ballots?.marks?.votes.ALL1).toEqual({ total: '4' });
    expect(unit?.items?.jumps?.map(({ ballots }) => ballots?.marks?.votes.ALL1)).toEqual([
      { total: '8' },
      { total: '1' },
    ]);
  });

  test('ATTEMPT-3: given a ballot that compares units is to be cast by attempt, then the scheme can’t be held', () => {
    const wide = withBallot({ round: { kind: 'all-units' } });
    expect(notLive(wide)).toEqual([{ path: 'nodes.0.each', what: 'attempts' }]);
  });

  test('ATTEMPT-3: given a template names an attempt in a group, when expanded, then each unit has that step', () => {
    const step = {
      id: 'J1',
      name: { 'zh-Hans': '跳', 'zh-Hant': '跳', en: 'Jump' },
      who: 'unit-post',
      timer: 'none',
      seconds: 60,
      bells: null,
      scene: 'ballot_progress',
      group: 'jumps',
      round: 'opens',
      attempt: first,
      result: null,
      isBackground: false,
    } as const;
    const template = { id: 'T', name: step.name, steps: [step] };
    const steps = expandAgenda(template, definition.units);
    expect(steps.map(({ id, attempt }) => [id, attempt])).toEqual([
      [stepId('J1.u1'), first],
      [stepId('J1.u2'), first],
    ]);
  });
});

describe('what is shown of an attempt', () => {
  test('ATTEMPT-3: given an attempt’s round is open, then panel and wall name unit and attempt, and so does the changelog', () => {
    const open = started.and(...judged('8', '9'), next);
    const panel = buildPanelView(open.state);
    expect(panel.ballot).toMatchObject({
      unit: { id: 'u1' },
      attempt: { id: 'a2', name: { en: 'Attempt 2' } },
    });
    expect(panel.stage).toMatchObject({ unit: { id: 'u1' }, attempt: { id: 'a2' } });
    const { scene } = buildProjectorView(
      open.and(...seats.map((seat) => cast(seat, { total: '5' })), next).state,
    );
    expect(scene).toMatchObject({ kind: 'ballot', state: 'open', attempt: { name: { en: 'Attempt 2' } } });
    const voided = open.and(voidRound('u1'));
    expect(changeViews(voided.state).at(-1)).toMatchObject({
      what: 'round-voided',
      unit: { en: '示例 u1' },
      attempt: { en: 'Attempt 2' },
    });
  });
});
