import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen } from '../../test/builders/any-event.ts';
import { ratedDives, timedRuns } from '../../test/builders/attempts.ts';
import { next, pair } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { recentEntry } from '../views/recent-entry.ts';
import type { Command } from './command.ts';
import type { LogEntry } from './log/entry.ts';
import { releaseRule } from './log/release-rule.ts';
import { attemptMeasuresAsked, measuresAsked } from './scoring/beside-ballots.ts';
import { figuresOf } from './scoring/figures-of.ts';
import { calculator } from './scoring/rules/calculate.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import type { Contest, Measurement } from './scoring/rules/contest.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const prepared = given(anEventUnder(timedRuns, { units: ['u1', 'u2'], seats: 1 }));
const started = prepared.and(next);
const runOf =
  (unit: string, id: string) =>
  (value: Measurement | null, reason = ''): Command => ({
    kind: 'RecordMeasure',
    unit,
    attempt: { list: 'runs', id },
    measure: 'seconds',
    value,
    reason,
  });
const [first, second] = [runOf('u1', 'a1'), runOf('u1', 'a2')];
const others = [runOf('u2', 'a1')('12.4'), runOf('u2', 'a2')('11.9')];
const count: Command = { kind: 'CountRounds', notCalled: [] };
const dnf = { kind: 'did-not-finish' } as const;

function counted({ result }: (typeof started)['state']) {
  if (result.kind !== 'counted') throw new Error('not counted');
  return result.figures.units.map(({ unit, place, total }) => `${place} ${unit} ${total}`);
}

function changed(scheme: ScoringScheme, parts: object): ScoringScheme {
  const read = readScoringScheme({ ...scheme, ...parts });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const change = (scheme: ScoringScheme, reason = 'announced otherwise'): Command => ({
  kind: 'ChangeScheme',
  scheme,
  schemeHash: hashOfScheme(scheme),
  orderedBy: reason && 'the jury',
  reason,
});

describe('numbers of single attempts', () => {
  test('ATTEMPT-2: given a number that nodes of attempts take, then it is asked of each attempt and not of the unit', () => {
    expect(measuresAsked(timedRuns)).toEqual([]);
    expect(attemptMeasuresAsked(timedRuns, 'runs')).toMatchObject([{ id: 'seconds', isTime: true }]);
    expect(attemptMeasuresAsked(timedRuns, 'jumps')).toEqual([]);
  });

  test('ATTEMPT-2: given the runs of two units, when counted, then the best run of each makes the total', () => {
    const runs = started.and(first('12.1'), second(dnf), ...others, count);
    expect(counted(runs.state)).toEqual(['1 u2 11.9', '2 u1 12.1']);
    runs.when(first('1')).thenRefused('already-counted');
  });

  test('ATTEMPT-2: given a run that is missing or isn’t confirmed, when counted, then the attempt is named', () => {
    const missing = started.and(...others, first('12.1')).when(count);
    missing.thenRefused('result-waits');
    const waits = (history: typeof started) => {
      const { decision } = history.when(count);
      return decision.ok ? null : decision.error.params;
    };
    const half = started.and(...others, first('12.1'));
    expect(waits(half)).toEqual({ unit: 'u1', of: 'seconds', list: 'runs', attempt: 'a2' });
    const told = half.and(second('11.8'), first({ kind: 'unconfirmed', value: '12.1' }, 'a new clock'));
    expect(waits(told)).toEqual({ unit: 'u1', of: 'seconds', list: 'runs', attempt: 'a1' });
    expect(counted(told.and(first('12.1'), count).state)).toEqual(['1 u1 11.8', '2 u2 11.9']);
  });

  test('ATTEMPT-2: given a run on record, when another takes its place or it is taken back, then a reason is asked and the changelog names the attempt', () => {
    const recorded = started.and(first('12.1'));
    recorded.when(first('12.2')).thenRefused('reason-missing', 'reason');
    // Another attempt is another place.
    const both = recorded.and(second('12.2'));
    expect(both.state.changes).toEqual([]);
    const corrected = both.and(first('12.3', 'misread'), second(null, 'not its own'));
    expect(corrected.state.changes.map(({ unit, attempt, reason }) => [unit, attempt?.id, reason])).toEqual([
      ['u1', 'a1', 'seconds: misread'],
      ['u1', 'a2', 'seconds: not its own'],
    ]);
    expect(corrected.state.attemptMeasures.u1).toEqual({ 'runs/a1': { seconds: '12.3' }, 'runs/a2': {} });
    expect(corrected.state.measures).toEqual({});
  });

  test('ATTEMPT-2: given an attempt, list, measure or unit that isn’t there, then it is refused', () => {
    started.when(runOf('u1', 'a3')('12')).thenRefused('unknown-attempt', 'attempt');
    started.when(runOf('u9', 'a1')('12')).thenRefused('unknown-unit', 'unit');
    started
      .when({ ...first('12'), attempt: { list: 'jumps', id: 'a1' } } as Command)
      .thenRefused('unknown-attempt', 'attempt');
    started.when({ ...first('12'), unit: null } as Command).thenRefused('unknown-attempt', 'attempt');
    started.when({ ...first('12'), measure: 'wind' } as Command).thenRefused('unknown-measure', 'measure');
    started.when({ ...first('12'), attempt: undefined } as Command).thenRefused('unknown-measure', 'measure');
    started.when(first('fast')).thenRefused('not-a-number', 'value');
    prepared.when(first('12')).thenRefused('event-not-started');
  });

  test('ATTEMPT-2: given five timed runs, a penalty each and a run not finished, then the figures are the engine’s own of the same contest', () => {
    const scheme = changed(timedRuns, {
      nodes: [
        { kind: 'measure', id: 'seconds', each: 'runs', measure: 'seconds' },
        { kind: 'measure', id: 'faults', each: 'runs', measure: 'faults', missing: 'zero' },
        {
          kind: 'sum',
          id: 'run',
          each: 'runs',
          parts: [{ node: 'seconds' }, { node: 'faults', times: '5' }],
        },
        {
          kind: 'pick',
          id: 'total',
          from: { items: 'run' },
          better: 'lower',
          dropWorst: 1,
          best: 3,
          by: 'mean',
        },
      ],
    });
    const ids = ['r1', 'r2', 'r3', 'r4', 'r5'];
    const definition = anEventUnder(scheme, { units: ['u1', 'u2', 'u3'], seats: 1, attempts: ids });
    const seconds = (unit: number, n: number) => (unit === 1 && n === 2 ? dnf : `${20 + unit + n / 4}`);
    const faults = (unit: number, n: number) => ((unit + n) % 3 === 0 ? `${n}` : null);
    const byHand: Contest = {
      seats: definition.seats.map(({ id, group }) => ({ seat: id, group })),
      units: definition.units.map(({ id }, unit) => ({
        unit: id,
        items: {
          runs: ids.map((run, n) => {
            const own = faults(unit, n);
            return { id: run, measures: { seconds: seconds(unit, n), ...(own !== null && { faults: own }) } };
          }),
        },
      })),
    };
    // Typed from the last run to the first: the order is the event's.
    const typed = definition.units.flatMap(({ id }, unit) =>
      ids.toReversed().flatMap((run): readonly Command[] => {
        const n = ids.indexOf(run);
        const record = {
          kind: 'RecordMeasure',
          unit: id,
          attempt: { list: 'runs', id: run },
          reason: '',
        } as const;
        const own = faults(unit, n);
        return [
          { ...record, measure: 'seconds', value: seconds(unit, n) },
          ...(own === null ? [] : [{ ...record, measure: 'faults', value: own }]),
        ];
      }),
    );
    const { state } = given(definition).and(next, ...typed, count);
    const expected = figuresOf(calculator(scheme)(byHand), hashOfScheme(scheme), []);
    expect(expected.ok && expected.value.units.map(({ total }) => total)).toHaveLength(3);
    expect(state.result.kind === 'counted' && state.result.figures).toEqual(expected.ok && expected.value);
  });
});

describe('marks and a number of each attempt', () => {
  const seats = ['ALL1', 'ALL2'] as const;
  const dives = {
    u1: { a1: ['7', '8.5', '2.0'], a2: ['6.5', '6', '3.1'] },
    u2: { a1: ['9', '9', '1.6'], a2: ['7', '7.5', '2.8'] },
  } as const;
  const definition = anEventUnder(ratedDives, { units: ['u1', 'u2'], seats: 2 });
  const made = Object.entries(dives).flatMap(([unit, own]) =>
    Object.entries(own).map(([id, [one, two, difficulty]]) => ({ unit, id, marks: [one, two], difficulty })),
  );
  const judged = given(definition, ...seats.map((seat) => pair(seat))).and(
    next,
    ...made.flatMap(({ marks }) => [
      next,
      ...seats.map((seat, n) => cast(seat, { total: marks[n] ?? '' })),
      next,
      lockOpen,
    ]),
  );
  const rated = made.map(
    ({ unit, id, difficulty }): Command => ({
      kind: 'RecordMeasure',
      unit,
      attempt: { list: 'dives', id },
      measure: 'difficulty',
      value: difficulty,
      reason: '',
    }),
  );

  test('ATTEMPT-2, ATTEMPT-3: given dives judged by the panel, when the difficulty of one is missing, then the dive is named; with all of them the figures are the engine’s own', () => {
    const { decision } = judged.and(...rated.slice(0, -1)).when(count);
    expect(decision.ok ? null : decision.error).toMatchObject({
      code: 'result-waits',
      params: { unit: 'u2', of: 'difficulty', list: 'dives', attempt: 'a2' },
    });
    const { state } = judged.and(...rated, count);
    // (7 + 8.5) × 2 + (6.5 + 6) × 3.1; (9 + 9) × 1.6 + (7 + 7.5) × 2.8.
    expect(counted(state)).toEqual(['1 u1 69.75', '2 u2 69.4']);
    const byHand: Contest = {
      seats: definition.seats.map(({ id, group }) => ({ seat: id, group })),
      units: Object.entries(dives).map(([unit, own]) => ({
        unit,
        items: {
          dives: Object.entries(own).map(([id, [one, two, difficulty]]) => ({
            id,
            measures: { difficulty },
            ballots: { marks: { votes: { ALL1: { total: one }, ALL2: { total: two } } } },
          })),
        },
      })),
    };
    const expected = figuresOf(calculator(ratedDives)(byHand), hashOfScheme(ratedDives), []);
    expect({ ok: true, value: state.result.kind === 'counted' && state.result.figures }).toEqual(expected);
  });

  test('ATTEMPT-2: given a dive’s difficulty is one beside the ballots, then it fixes no rules and the unit counts as called by its votes', () => {
    const early = given(definition, ...seats.map((seat) => pair(seat))).and(next, ...rated);
    early.when(count).thenRefused('units-without-round', 'notCalled');
    expect(early.and(change(changed(ratedDives, { version: 2 }))).state.changes).toEqual([]);
  });
});

describe('rules that take attempts', () => {
  test('ATTEMPT-1: given attempts of the event, when the rules change to other lists, then they are refused', () => {
    const jumps = changed(timedRuns, {
      nodes: timedRuns.nodes.map((node) => (node.each ? { ...node, each: 'jumps' } : node)),
    });
    started.when(change(jumps)).thenRefused('scheme-other-attempts', 'scheme.nodes');
    const better = changed(timedRuns, { version: 2 });
    expect(started.and(change(better)).state.definition.scheme.version).toBe(2);
    expect(started.and(change(better)).state.changes).toEqual([]);
  });

  test('BESIDE-5: given no ballot in the total, when a number was recorded, then a change of the rules is a new version', () => {
    const better = changed(timedRuns, { version: 2 });
    const recorded = started.and(first('12.1'));
    recorded.when(change(better, '')).thenRefused('reason-missing', 'orderedBy');
    const versioned = recorded.and(change(better));
    expect(versioned.state.schemes).toHaveLength(2);
    expect(versioned.state.changes).toMatchObject([{ what: 'scheme-changed' }]);
    const strict = given(
      anEventUnder(changed(timedRuns, { isMonitorRequired: true }), { units: ['u1', 'u2'], seats: 1 }),
    ).and(next, first('12.1'));
    strict.when(change(better)).thenRefused('scheme-monitor-fixed', 'scheme.isMonitorRequired');
  });

  test('BESIDE-5: given such a log in which the monitor was dropped after a number, when verified, then it is named', () => {
    const entry = (n: number, kind: string, body: object) => ({ n, kind, body }) as unknown as LogEntry;
    const scheme = (isMonitorRequired: boolean) => ({ scheme: { ballots: [], isMonitorRequired } });
    const dropped = (unit: string | null) => {
      const rule = releaseRule();
      const entries = [
        entry(0, 'EventCreated', { definition: scheme(true) }),
        entry(1, 'MeasureRecorded', { unit, measure: 'seconds', value: '12', reason: '' }),
        entry(2, 'SchemeChanged', scheme(false)),
      ];
      return entries.flatMap((each) => rule.breaches?.(each, new Set()) ?? []);
    };
    expect(dropped('u1')).toMatchObject([{ code: 'monitor-dropped' }]);
    expect(dropped(null)).toEqual([]);
  });

  test('BESIDE-5: given a unit without a number, when it is named as not called, then it has no place; one with a number is refused', () => {
    const runs = started.and(...others);
    runs.when(count).thenRefused('result-waits');
    runs.when({ kind: 'CountRounds', notCalled: ['u2'] }).thenRefused('unit-measured', 'notCalled.0');
    expect(counted(runs.and({ kind: 'CountRounds', notCalled: ['u1'] }).state)).toEqual([
      '1 u2 11.9',
      'null u1 null',
    ]);
    started.when({ kind: 'CountRounds', notCalled: ['u1', 'u2'] }).thenRefused('nothing-to-count');
    const left = runs.and({ kind: 'WithdrawUnit', unit: 'u1', why: 'withdrew', reason: 'ill' }, count);
    expect(counted(left.state)).toEqual(['1 u2 11.9', 'null u1 null']);
  });
});

test('ATTEMPT-2: what just happened tells a time to be confirmed, a confirmed one, one taken back and a run not finished apart', () => {
  const { entries, state } = started.and(
    first({ kind: 'unconfirmed', value: '12.3' }),
    first('12.3'),
    first(null, 'another unit’s'),
    second(dnf),
  );
  const told = entries.flatMap((entry) => {
    const line = recentEntry(state, entry);
    return line?.kind === 'MeasureRecorded' ? [line.params.text] : [];
  });
  expect(told).toMatchObject([
    { en: '12.3 (to be confirmed)' },
    '12.3',
    { en: 'taken back' },
    { en: 'did not finish' },
  ]);
});
