import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cast, schemeText, seatsOf } from '../../../../test/builders/contest.ts';
import { rationalText } from '../../../kernel/rational.ts';
import { sampleContest, sampleUnits } from '../sample/sample-contest.ts';
import { type Calculation, calculator } from './calculate.ts';
import { readScoringScheme } from './check-scoring-scheme.ts';
import type { BallotVotes, ContestUnit, Item, Measurement } from './contest.ts';
import { publishedUnits } from './published.ts';
import { explainUnit, recomputeTree } from './result-tree.ts';

const seed = 20_190_726;
const seats = seatsOf({ A: 3, B: 2 });
const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];

const number = fc.constantFrom('0', '1', '-1', '2.5', '0.125', '3', '100');
const source = fc.oneof(number, fc.constant({ fact: 'k' }), fc.constant({ measure: 'm' }));
const better = fc.constantFrom('higher', 'lower');
const each = fc.constantFrom(undefined, undefined, undefined, 'items');
const limits = {
  each,
  floor: fc.constantFrom(undefined, undefined, '0', '-5'),
  cap: fc.constantFrom(undefined, undefined, '50', { measure: 'm' }),
  round: fc.constantFrom(
    undefined,
    { decimals: 0 },
    { decimals: 2, mode: 'half-even' },
    { decimals: 1, mode: 'up' },
  ),
};
const marks = {
  ballot: fc.constantFrom('vote', 'grade', 'rank'),
  read: fc.constantFrom('marks', 'marks', 'places'),
  placePoints: fc.constantFrom(undefined, undefined, { first: '10', step: '-2' }, { table: ['5', '3', '1'] }),
  partial: fc.constantFrom('as-they-are', 'stretched'),
  by: fc.constantFrom('mean', 'sum', 'median', 'highest', 'lowest', 'share', 'count'),
  trim: fc.constantFrom(
    undefined,
    { high: 1, low: 1, fromCount: 3 },
    { high: 1, low: 0, fromCount: 2, by: 'whole-ballot', per: 'group' },
  ),
  empty: fc.constantFrom('none', 'zero', 'block'),
};

/** One node of any kind that takes only nodes before it, most of the time. */
function nodeAt(n: number): fc.Arbitrary<object> {
  const reference = n === 0 ? fc.constant('n1') : fc.constantFrom(...ids.slice(0, n));
  const of = { ...limits, id: fc.constant(ids[n]), of: reference };
  const band = fc.constant([
    { from: '1', points: '2' },
    { from: '3', points: '-4' },
  ]);
  const side = fc.oneof(
    fc.record({ kind: fc.constant('bands'), bands: band }),
    fc.record({
      kind: fc.constantFrom('per-started', 'per-whole'),
      seconds: fc.constantFrom('1', '0.5'),
      points: number,
    }),
  );
  const id = { ...limits, id: fc.constant(ids[n]) };
  const first = fc.oneof(
    fc.record({ kind: fc.constant('marks'), ...id, ...marks }),
    fc.record({
      kind: fc.constant('groups'),
      ...id,
      ...marks,
      emptyGroup: fc.constantFrom('block', 'renormalise', 'zero'),
    }),
    fc.record({
      kind: fc.constant('measure'),
      ...id,
      measure: fc.constantFrom('m', 't'),
      missing: fc.constantFrom('block', 'none', 'zero'),
    }),
    fc.record({ kind: fc.constant('adjustments'), ...id }),
    fc.record({ kind: fc.constant('skating'), ...id, ballots: fc.constantFrom(['rank'], ['rank', 'rank']) }),
  );
  if (n === 0) return first;
  return fc.oneof(
    first,
    fc.record({
      kind: fc.constant('weighted'),
      ...id,
      parts: fc.array(fc.record({ node: reference, weight: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      absent: fc.constantFrom('block', 'renormalise', 'zero'),
    }),
    fc.record({
      kind: fc.constant('sum'),
      ...id,
      parts: fc.array(fc.record({ node: reference, times: source }), { minLength: 1, maxLength: 3 }),
      absent: fc.constantFrom('block', 'zero'),
    }),
    fc.record({
      kind: fc.constant('product'),
      ...id,
      parts: fc.array(reference, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('factor'), ...of, times: source, over: source }),
    fc.record({
      kind: fc.constant('pick'),
      ...id,
      from: fc.oneof(
        fc.record({ nodes: fc.array(reference, { minLength: 1, maxLength: 4 }) }),
        fc.record({ items: reference }),
      ),
      better,
      dropBest: fc.integer({ min: 0, max: 1 }),
      dropWorst: fc.integer({ min: 0, max: 1 }),
      best: fc.constantFrom(undefined, 1, 2),
      by: fc.constantFrom('sum', 'mean', 'median'),
      empty: marks.empty,
    }),
    fc.record({ kind: fc.constant('linear'), ...of, base: source, rate: source, par: source }),
    fc.record({ kind: fc.constant('bands'), ...of, bands: band, below: number }),
    fc.record({
      kind: fc.constant('time'),
      ...of,
      limit: source,
      grace: fc.constantFrom('0', '1'),
      over: side,
      under: side,
    }),
    fc.record({
      kind: fc.constant('place'),
      ...of,
      better,
      on: fc.constantFrom('rounded', 'exact'),
      shared: fc.constantFrom('1-1-3', '1-1-2', 'averaged'),
      placePoints: marks.placePoints,
    }),
    fc.record({ kind: fc.constant('rescale'), ...of, to: fc.constantFrom('best', 'division-mean'), better }),
  );
}

const policy = fc.constantFrom('exclude', 'mean-of-others', 'zero', 'block');
const missing = fc.record({
  'not-yet': policy,
  recused: policy,
  absent: policy,
  abstained: policy,
  void: policy,
});

const schemes = fc
  .record({
    nodes: fc.tuple(...ids.map((_, n) => nodeAt(n))),
    missing,
    secrecy: fc.constantFrom('by-seat', 'anonymous'),
    better,
    on: fc.constantFrom('rounded', 'exact'),
    shared: fc.constantFrom('1-1-3', '1-1-2', 'averaged', 'forced'),
    unfinished: fc.constantFrom('unranked', 'last'),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ nodes, missing: policies, secrecy, weight, ...ranking }) =>
    JSON.parse(
      JSON.stringify({
        ...schemeText(),
        groups: [
          { id: 'A', quorum: { atLeast: { of: [1, 3] } } },
          { id: 'B', weight },
        ],
        facts: [{ id: 'k', value: '2' }],
        ballots: [
          { kind: 'total', id: 'vote', maximum: '10', step: '0.5', secrecy, missing: policies },
          {
            kind: 'grades',
            id: 'grade',
            grades: [
              { id: 'good', points: '7' },
              { id: 'none', points: null },
            ],
            missing: policies,
          },
          { kind: 'placement', id: 'rank', lastPlace: 3, missing: policies },
        ],
        nodes,
        ranking: {
          by: 'n5',
          ...ranking,
          ties: [
            { kind: 'decimals', decimals: 3 },
            { kind: 'count-back', ballot: 'vote' },
            { kind: 'decision' },
          ],
        },
        publish: { groupMeans: true, marks: 'by-seat' },
      }),
    ),
  );

function castWith(key: string, values: readonly string[]): fc.Arbitrary<BallotVotes> {
  const state = fc.constantFrom(
    undefined,
    undefined,
    undefined,
    'recused' as const,
    'absent' as const,
    'void' as const,
  );
  return fc
    .tuple(
      fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, fc.constant(null)), {
        minLength: 5,
        maxLength: 5,
      }),
      fc.array(state, { minLength: 5, maxLength: 5 }),
    )
    .map(([votes, states]) =>
      cast(
        seats,
        votes,
        key,
        Object.fromEntries(seats.flatMap(({ seat }, n) => (states[n] ? [[seat, states[n]] as const] : []))),
      ),
    );
}

const ballots = fc.record(
  {
    vote: castWith('total', ['0', '2.5', '7', '10']),
    grade: castWith('grade', ['good', 'none']),
    rank: castWith('place', ['1', '2', '3']),
  },
  { requiredKeys: [] },
);
const measurement: fc.Arbitrary<Measurement> = fc.oneof(
  { weight: 5, arbitrary: number },
  fc.constant({ kind: 'did-not-finish' as const }),
  fc.constant({ kind: 'unconfirmed' as const, value: '1' }),
);
const measures = fc.record({ m: measurement, t: measurement }, { requiredKeys: [] });
const item: fc.Arbitrary<Item> = fc.record({ id: fc.constantFrom('i1', 'i2'), measures, ballots });
const unit = fc.record({
  division: fc.constantFrom('', 'D'),
  state: fc.constantFrom('standing' as const, 'standing' as const, 'withdrew' as const),
  measures,
  ballots,
  items: fc.record({ items: fc.uniqueArray(item, { maxLength: 2, selector: ({ id }) => id }) }),
  adjustments: fc.array(
    fc.record({
      node: fc.constantFrom(...ids),
      points: number,
      reason: fc.constant('r'),
      author: fc.constant('a'),
    }),
    { maxLength: 2 },
  ),
});
const contests = fc
  .array(unit, { minLength: 1, maxLength: 4 })
  .map((units) => units.map((entry, n): ContestUnit => ({ unit: `u${n}`, ...entry })));

test('RULE-18: given any scheme that isn’t refused, then any contest is computed, opened, published, and computed again to the same numbers', () => {
  let used = 0;
  fc.assert(
    fc.property(schemes, contests, (file, units) => {
      const scheme = readScoringScheme(file);
      if (!scheme.ok) return;
      used += 1;
      const calculation = calculator(scheme.value)({ seats, units });
      expect(calculation.ranking.length).toBe(units.length);
      expect(publishedUnits(calculation, { publishesThinMeans: false }).length).toBe(units.length);
      for (const { unit: id } of units) {
        const tree = explainUnit(calculation, id);
        const again = recomputeTree(tree);
        for (const { key, value } of tree.nodes) {
          const computed = again.get(key);
          expect(computed ? rationalText(computed) : null, key).toBe(value);
        }
      }
    }),
    { numRuns: 1500, seed },
  );
  expect(used).toBeGreaterThan(100);
});

test('RULE-1: given any scheme, when units or a fact change, then a recount that remembers equals one from nothing', () => {
  let used = 0;
  const facts = fc.constantFrom({}, { facts: { k: '3' } });
  fc.assert(
    fc.property(
      schemes,
      contests,
      contests,
      fc.array(fc.boolean()),
      facts,
      (file, units, others, keeps, more) => {
        const scheme = readScoringScheme(file);
        if (!scheme.ok) return;
        used += 1;
        const compute = calculator(scheme.value);
        const valuesOf = ({ plan, ranking, nodeValue, itemValues }: Calculation) => ({
          ranking,
          values: plan.nodes.map(({ id }) =>
            units.map(({ unit: of }) => [nodeValue(id, of), itemValues(id, of)]),
          ),
        });
        compute({ seats, units });
        const after = {
          seats,
          ...more,
          units: units.map((own, n) => (keeps[n] ? own : (others[n] ?? own))),
        };
        expect(valuesOf(compute(after))).toEqual(valuesOf(calculator(scheme.value)(after)));
      },
    ),
    { numRuns: 1000, seed },
  );
  expect(used).toBeGreaterThan(100);
});

test('given any scheme that can work, then its sample can be worked through and opened', () => {
  let worked = 0;
  fc.assert(
    fc.property(schemes, (file) => {
      const read = readScoringScheme(file);
      if (!read.ok) return;
      worked += 1;
      const calculation = calculator(read.value)(sampleContest(read.value));
      for (const { unit } of sampleUnits) expect(explainUnit(calculation, unit).unit).toBe(unit);
    }),
    { seed, numRuns: 150 },
  );
  expect(worked).toBeGreaterThan(10);
});
