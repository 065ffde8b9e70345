import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen } from '../../test/builders/any-event.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { next, pair } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import type { Command } from './command.ts';
import { readScoringScheme } from './scoring/rules/check-scoring-scheme.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';

const o7 = builtIn('O7-skills');
const prepared = given(anEventUnder(o7, { units: ['u1', 'u2'], seats: 1 }), pair('ALL1'));
const work = (mark: string) => [next, cast('ALL1', { quality: mark, method: '40' }), next, lockOpen];
const worked = prepared.and(next, ...work('60'), ...work('50'));
const time = (
  unit: string,
  value: Extract<Command, { kind: 'RecordMeasure' }>['value'],
  reason = '',
): Command => ({
  kind: 'RecordMeasure',
  unit,
  measure: 'seconds',
  value,
  reason,
});
const points = (unit: string, amount: string): Command => ({
  kind: 'GivePoints',
  unit,
  node: 'safety',
  points: amount,
  reason: 'goggles off',
  author: 'jury',
});
const count: Command = { kind: 'CountRounds', notCalled: [] };

function totalsOf({ result }: (typeof worked)['state']) {
  if (result.kind !== 'counted') throw new Error('not counted');
  return result.figures.units.map(({ unit, total }) => `${unit} ${total}`);
}

describe('measured numbers', () => {
  test('BESIDE-1: given a time that isn’t confirmed, when counted, then the result waits for it; once confirmed it counts', () => {
    const measured = worked.and(time('u1', '1900'), time('u2', { kind: 'unconfirmed', value: '1700' }));
    measured.when(count).thenRefused('result-waits');
    const confirmed = measured.and(time('u2', '1700'), count);
    // u1: 70 % of 100 and 30 % of 90; u2: 70 % of 90 and 30 % of 100.
    expect(totalsOf(confirmed.state)).toEqual(['u1 97.00', 'u2 93.00']);
    expect(confirmed.state.changes).toEqual([]);
    confirmed.when(time('u1', '1')).thenRefused('already-counted');
  });

  test('BESIDE-1: given a confirmed time, when another takes its place or it is taken back, then the changelog says so', () => {
    const corrected = worked.and(
      time('u1', '1900'),
      time('u1', '2500', 'misread'),
      time('u1', null, 'not its own'),
    );
    expect(corrected.state.changes.map(({ what, unit, reason }) => [what, unit, reason])).toEqual([
      ['measure-corrected', 'u1', 'seconds: misread'],
      ['measure-corrected', 'u1', 'seconds: not its own'],
    ]);
    expect(corrected.state.measures.u1).toEqual({});
  });

  test('BESIDE-1: given what the scheme doesn’t take, or no number, then it is refused', () => {
    worked.when({ ...time('u1', '1'), measure: 'wind' } as Command).thenRefused('unknown-measure', 'measure');
    worked.when(time('u9', '1')).thenRefused('unknown-unit', 'unit');
    worked.when(time('u1', 'fast')).thenRefused('not-a-number', 'value');
    prepared.when(time('u1', '1')).thenRefused('event-not-started');
  });

  test('BESIDE-1: given a fact of the event, when it is given, then it takes the place of the scheme’s own', () => {
    const s3 = given(anEventUnder(builtIn('S3-township-hundred'), { seats: 1 })).and(next);
    const fact = { kind: 'RecordMeasure', unit: null, measure: 'limit', value: '240', reason: '' } as const;
    const facts = buildConsoleView(s3.and(fact).state, aLiveInfo()).beside.facts;
    expect(facts).toMatchObject([{ id: 'limit', usual: '300', given: '240' }]);
    s3.when({ ...fact, value: { kind: 'did-not-finish' } }).thenRefused('not-a-number', 'value');
    expect(buildConsoleView(s3.state, aLiveInfo()).beside.measures).toMatchObject([
      { id: 'seconds', isTime: true },
    ]);
  });
});

describe('points of the jury', () => {
  const timed = worked.and(time('u1', '1700'), time('u2', '1700'));

  test('BESIDE-2: given points with reason and author, when counted, then they are in the total and in the changelog', () => {
    const given = timed.and(points('u1', '-5.5'), count);
    expect(totalsOf(given.state)).toEqual(['u1 94.50', 'u2 93.00']);
    expect(given.state.changes.at(-1)).toMatchObject({
      what: 'points-given',
      unit: 'u1',
      reason: '-5.5 · jury: goggles off',
    });
  });

  test('BESIDE-2: given points, when they are withdrawn with a reason, then they count nothing and both stand in the changelog', () => {
    const withdrawn = timed.and(points('u1', '-5.5'), {
      kind: 'WithdrawPoints',
      adjustment: 1,
      reason: 'wrong unit',
    });
    expect(withdrawn.state.adjustments).toEqual([]);
    expect(withdrawn.state.changes.at(-1)).toMatchObject({
      what: 'points-withdrawn',
      reason: '-5.5: wrong unit',
    });
    expect(withdrawn.and(points('u2', '-1')).state.adjustments[0]?.id).toBe(2);
    withdrawn
      .when({ kind: 'WithdrawPoints', adjustment: 1, reason: 'again' })
      .thenRefused('unknown-adjustment');
  });

  test('BESIDE-2: given no place for points in the scheme, no number, or no author, then they are refused', () => {
    timed.when({ ...points('u1', '-1'), node: 'total' } as Command).thenRefused('unknown-node', 'node');
    timed.when(points('u1', '0')).thenRefused('points-unfit', 'points');
    timed.when(points('u1', 'much')).thenRefused('points-unfit', 'points');
    timed.when({ ...points('u1', '-1'), author: ' ' } as Command).thenRefused('reason-missing', 'author');
    timed.and(count).when(points('u1', '-1')).thenRefused('already-counted');
  });
});

describe('ties that the jury parts', () => {
  const decided = readScoringScheme({
    ...o7,
    ranking: { ...o7.ranking, ties: [{ kind: 'decision' }], shared: 'forced' },
  });
  if (!decided.ok) throw new Error('bad scheme');
  const equal = given(anEventUnder(decided.value, { units: ['u1', 'u2'], seats: 1 }), pair('ALL1')).and(
    next,
    ...work('60'),
    ...work('60'),
    time('u1', '1700'),
    time('u2', '1700'),
  );
  const tie = (...units: readonly string[]): Command => ({
    kind: 'DecideTie',
    units,
    reason: 'safer',
    author: 'jury',
  });

  test('BESIDE-3: given equal units and a rule of decision, when the jury decides, then its order stands', () => {
    const open = equal.and(count).state.result;
    expect(open.kind === 'counted' && open.figures.units.map(({ isUndecided }) => isUndecided)).toEqual([
      true,
      true,
    ]);
    const parted = equal.and(tie('u1', 'u2'), tie('u2', 'u1'), count);
    const { result } = parted.state;
    expect(result.kind === 'counted' && result.figures.units.map(({ unit, place }) => [unit, place])).toEqual(
      [
        ['u2', '1'],
        ['u1', '2'],
      ],
    );
    expect(parted.state.tieDecisions).toHaveLength(1);
    expect(parted.state.changes.at(-1)).toMatchObject({ what: 'tie-decided' });
  });

  test('BESIDE-3: given no such rule, one unit, or one twice, then the decision is refused', () => {
    worked.when(tie('u1', 'u2')).thenRefused('no-tie-decision');
    equal.when(tie('u1')).thenRefused('unknown-unit', 'units');
    equal.when(tie('u1', 'u1')).thenRefused('unknown-unit', 'units');
    equal.and(count).when(tie('u1', 'u2')).thenRefused('already-counted');
  });

  test('BESIDE-3: given a decided tie, when the rules change to some that decide none, then it is dropped and told', () => {
    const change = (scheme: typeof o7): Command => ({
      kind: 'ChangeScheme',
      scheme,
      schemeHash: hashOfScheme(scheme),
      orderedBy: 'the jury',
      reason: 'no such rule was announced',
    });
    const parted = equal.and(tie('u2', 'u1'));
    const changed = parted.and(change(o7));
    expect(changed.state.tieDecisions).toEqual([]);
    expect(changed.state.changes.slice(-2)).toMatchObject([
      { what: 'scheme-changed' },
      { what: 'tie-dropped', reason: 'jury: safer' },
    ]);
    expect(changed.and(change(decided.value)).state.tieDecisions).toEqual([]);
    const kept = { ...decided.value, version: 2 };
    expect(parted.and(change(kept)).state.tieDecisions).toHaveLength(1);
  });
});
