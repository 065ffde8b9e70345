import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, seatsOf } from '../../../../test/builders/contest.ts';
import { compare, decimal, type Rational, rational, rationalText, sum } from '../../../kernel/rational.ts';
import { sumAmounts, toAmount, toRational } from './amount.ts';
import { type Calculation, calculator } from './calculate.ts';
import type { BallotVotes, Contest, ContestUnit } from './contest.ts';
import { explainUnit, recomputeTree } from './result-tree.ts';
import type { ScoringScheme, ScoringSchemeText } from './scoring-scheme.ts';

const seed = 20_190_726;
const seats = seatsOf({ A: 4, B: 3 });
const unitIds = ['u1', 'u2', 'u3'];

type Marks = readonly (readonly (number | null)[])[];

// Few different marks, so that ties and equal extremes are common.
const mark = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const marks: fc.Arbitrary<Marks> = fc.array(fc.array(mark, { minLength: 7, maxLength: 7 }), {
  minLength: 3,
  maxLength: 3,
});
const fullMarks: fc.Arbitrary<Marks> = fc.array(
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
  { minLength: 3, maxLength: 3 },
);

const trims = fc.constantFrom(
  undefined,
  { high: 1, low: 1, fromCount: 3 },
  { high: 2, low: 0, fromCount: 3 },
  { high: 0, low: 1, fromCount: 2, per: 'group' as const },
);

function ballotsWith(secrecy: 'by-seat' | 'anonymous'): ScoringSchemeText['ballots'] {
  return [
    { kind: 'total', id: 'vote', maximum: '10', step: '0.5', secrecy, missing: { 'not-yet': 'exclude' } },
  ];
}

type Trimmed = { readonly trim?: object | undefined };

/** Means by group and weight, each trimmed; a tie chain of a group's score and of the untrimmed mean. */
function meanScheme(
  weights: readonly [number, number],
  { trim }: Trimmed,
  secrecy: 'by-seat' | 'anonymous' = 'by-seat',
): ScoringScheme {
  return aRuleScheme({
    groups: [
      { id: 'A', weight: weights[0] },
      { id: 'B', weight: weights[1] },
    ],
    ballots: ballotsWith(secrecy),
    nodes: [
      {
        kind: 'groups',
        id: 'total',
        ballot: 'vote',
        emptyGroup: 'renormalise',
        trim,
        round: { decimals: 1 },
      },
      { kind: 'marks', id: 'untrimmed', ballot: 'vote' },
    ],
    ranking: {
      by: 'total',
      on: 'rounded',
      ties: [
        { kind: 'node', node: 'total.A' },
        { kind: 'node', node: 'untrimmed' },
      ],
    },
  } as Partial<ScoringSchemeText>);
}

/** Judges struck by their whole ballot: who of two equal extremes goes changes the criterion's mean. */
const wholeBallots = aRuleScheme({
  groups: [{ id: 'A' }, { id: 'B' }],
  ballots: [
    {
      kind: 'points',
      id: 'vote',
      criteria: [
        { id: 'total', maximum: '10', step: '0.5' },
        { id: 'other', maximum: '10', step: '0.5' },
      ],
      missing: { 'not-yet': 'exclude' },
    },
  ],
  nodes: [
    {
      kind: 'marks',
      id: 'total',
      ballot: 'vote',
      criteria: ['total'],
      trim: { high: 1, low: 1, fromCount: 3, by: 'whole-ballot' },
    },
  ],
  ranking: { by: 'total', on: 'exact' },
});

const rankSum = aRuleScheme({
  groups: [{ id: 'A' }, { id: 'B' }],
  ballots: ballotsWith('by-seat'),
  nodes: [{ kind: 'marks', id: 'total', ballot: 'vote', read: 'places', by: 'sum' }],
  ranking: { by: 'total', better: 'lower', on: 'exact' },
});

const schemes: fc.Arbitrary<ScoringScheme> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), trims)
    .map(([a, b, trim]) => meanScheme([a, b], { trim })),
  fc.constant(rankSum),
);

function unitsOf(contest: Marks, states: BallotVotes['states'] = {}): readonly ContestUnit[] {
  return contest.map((values, n) => ({
    unit: unitIds[n] ?? '',
    ballots: {
      vote: cast(
        seats,
        values.map((value) => (value === null ? null : String(value))),
        'total',
        states,
      ),
    },
  }));
}

function outcome({ ranking, nodeValue, plan }: Calculation): unknown {
  const values = plan.nodes.flatMap(({ id }) =>
    unitIds.map((unit) => {
      const value = nodeValue(id, unit);
      return value.kind === 'value' ? `${rationalText(value.exact)} ${rationalText(value.value)}` : value;
    }),
  );
  const places = new Map(ranking.map((entry) => [entry.unit, entry]));
  return { values, places: unitIds.map((unit) => places.get(unit)) };
}

/** The same with what became of every mark. */
function explained(calculation: Calculation): unknown {
  return unitIds.map((unit) => explainUnit(calculation, unit));
}

/** Votes and units as they would stand had they come in the other order. */
function inReverse(units: readonly ContestUnit[]): readonly ContestUnit[] {
  return units.toReversed().map((unit) => ({
    ...unit,
    ballots: {
      vote: { votes: Object.fromEntries(Object.entries(unit.ballots?.vote?.votes ?? {}).toReversed()) },
    },
  }));
}

function placeOf(scheme: ScoringScheme, units: readonly ContestUnit[], unit: string): number {
  const ranked = calculator(scheme)({ seats, units }).ranking.find((entry) => entry.unit === unit);
  return ranked?.place ? Number(ranked.place.split('/')[0]) : 99;
}

function exactTotal(scheme: ScoringScheme, units: readonly ContestUnit[], unit: string): Rational {
  const value = calculator(scheme)({ seats, units }).nodeValue(scheme.ranking.by, unit);
  if (value.kind === 'none') throw new Error(`no total: ${value.why}`);
  return value.exact;
}

describe('any marks under any scheme of means or rank sums', () => {
  test('RULE-1: the order in which ballots and units arrive changes no result', () => {
    fc.assert(
      fc.property(schemes, marks, (scheme, contest) => {
        const units = unitsOf(contest);
        const compute = calculator(scheme);
        expect(explained(compute({ seats, units: inReverse(units) }))).toEqual(
          explained(compute({ seats, units })),
        );
      }),
      { numRuns: 300, seed },
    );
  });

  test('RULE-1: nor where who is struck decides which of two different marks counts', () => {
    fc.assert(
      fc.property(fullMarks, fullMarks, (contest, others) => {
        const units = contest.map((values, n) => ({
          unit: unitIds[n] ?? '',
          ballots: {
            vote: cast(
              seats,
              values.map((value, m) => ({ total: String(value), other: String(others[n]?.[m]) })),
            ),
          },
        }));
        const compute = calculator(wholeBallots);
        expect(explained(compute({ seats, units: inReverse(units) }))).toEqual(
          explained(compute({ seats, units })),
        );
      }),
      { numRuns: 200, seed },
    );
  });

  test('RULE-14: raising one mark never lowers that unit’s place, nor worsens its total', () => {
    fc.assert(
      fc.property(
        schemes,
        fullMarks,
        fc.nat({ max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (scheme, contest, seat, more) => {
          const raised = contest.map((values, n) =>
            n === 0
              ? values.map((value, m) => (m === seat && value !== null ? value + more : value))
              : values,
          );
          const [before, after] = [unitsOf(contest), unitsOf(raised)];
          expect(placeOf(scheme, after, 'u1')).toBeLessThanOrEqual(placeOf(scheme, before, 'u1'));
          const [old, now] = [exactTotal(scheme, before, 'u1'), exactTotal(scheme, after, 'u1')];
          const sign = compare(now, old);
          expect(scheme.ranking.better === 'higher' ? sign : -sign).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 1000, seed },
    );
  });

  test('RULE-6: scaling all weights changes nothing', () => {
    const weight = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        weight,
        weight,
        fc.integer({ min: 2, max: 50 }),
        trims,
        marks,
        (a, b, scale, trim, contest) => {
          const [plain, scaled] = [
            meanScheme([a, b], { trim }),
            meanScheme([a * scale, b * scale], { trim }),
          ];
          const units = unitsOf(contest);
          expect(outcome(calculator(scaled)({ seats, units }))).toEqual(
            outcome(calculator(plain)({ seats, units })),
          );
        },
      ),
      { numRuns: 300, seed },
    );
  });

  test('RULE-5: a trimmed mean never leaves the marks between which it lies', () => {
    fc.assert(
      fc.property(trims, marks, (trim, contest) => {
        const { nodeValue } = calculator(meanScheme([1, 1], { trim }))({ seats, units: unitsOf(contest) });
        for (const [n, values] of contest.entries()) {
          const group = values.slice(0, 4).flatMap((value) => (value === null ? [] : [value]));
          const value = nodeValue('total.A', unitIds[n] ?? '');
          expect(value.kind === 'value').toBe(group.length > 0);
          if (value.kind === 'none') continue;
          expect(compare(value.exact, decimal(String(Math.min(...group))))).toBeGreaterThanOrEqual(0);
          expect(compare(value.exact, decimal(String(Math.max(...group))))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300, seed },
    );
  });

  test('RULE-3: the later ballot of a recused or absent seat changes nothing', () => {
    fc.assert(
      fc.property(
        schemes,
        marks,
        fc.nat({ max: 6 }),
        fc.constantFrom('recused' as const, 'absent' as const),
        (scheme, contest, n, state) => {
          const states = { [seats[n]?.seat ?? '']: state };
          const without = contest.map((values) => values.map((value, m) => (m === n ? null : value)));
          const later = contest.map((values) => values.map((value, m) => (m === n ? 4 : value)));
          const compute = calculator(scheme);
          expect(outcome(compute({ seats, units: unitsOf(later, states) }))).toEqual(
            outcome(compute({ seats, units: unitsOf(without, states) })),
          );
        },
      ),
      { numRuns: 300, seed },
    );
  });

  test('RULE-18: a tree computed again from its marks gives every published number', () => {
    fc.assert(
      fc.property(schemes, marks, (scheme, contest) => {
        const calculation = calculator(scheme)({ seats, units: unitsOf(contest) });
        for (const unit of unitIds) {
          const tree = JSON.parse(JSON.stringify(explainUnit(calculation, unit)));
          const again = recomputeTree(tree);
          for (const { key, value } of tree.nodes) {
            const computed = again.get(key);
            expect(computed ? rationalText(computed) : null).toBe(value);
          }
        }
      }),
      { numRuns: 200, seed },
    );
  });

  test('RULE-17: a secret ballot’s trees are the same under any exchange of seats within a group', () => {
    const orders = fc.tuple(
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.shuffledSubarray([4, 5, 6], { minLength: 3 }),
    );
    fc.assert(
      fc.property(trims, marks, orders, (trim, contest, [a, b]) => {
        const compute = calculator(meanScheme([3, 2], { trim }, 'anonymous'));
        const exchanged = contest.map((values) => [...a, ...b].map((n) => values[n] ?? null));
        const [one, other] = [contest, exchanged].map((own) => compute({ seats, units: unitsOf(own) }));
        if (!one || !other) throw new Error('not computed');
        for (const unit of unitIds) expect(explainUnit(other, unit)).toEqual(explainUnit(one, unit));
      }),
      { numRuns: 300, seed },
    );
  });

  test('RULE-5, RULE-17: which of equal secret ballots is struck hangs on what stands on them, never on the seat', () => {
    const order = fc.tuple(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
    );
    const halves = fc.array(fc.nat({ max: 4 }), { minLength: 6, maxLength: 6 });
    // Seats of two groups in turn, so that the first of equal seats may be of either.
    const mixed = [0, 1, 2].flatMap((n) => ['A', 'B'].map((group) => ({ seat: `${group}${n}`, group })));
    const criteria = ['c1', 'c2'].map((id) => ({ id, maximum: '4', step: '1' }));
    const trim = { high: 1, low: 1, fromCount: 3, by: 'whole-ballot', per: 'panel' } as const;
    const scheme = aRuleScheme({
      groups: [{ id: 'A' }, { id: 'B' }],
      ballots: [{ kind: 'points', id: 'vote', secrecy: 'anonymous', criteria }],
      nodes: [{ kind: 'marks', id: 'total', ballot: 'vote', criteria: ['c1'], trim }],
    });
    fc.assert(
      fc.property(halves, order, (given, [a, b]) => {
        // Every ballot has the same sum: only what is written tells them apart.
        const papers = given.map((c1) => ({ c1: `${c1}`, c2: `${4 - c1}` }));
        const unitWith = (as: readonly number[], bs: readonly number[]) => {
          const votes = mixed.map(({ seat, group }, n) => {
            const own = Math.floor(n / 2);
            const from = group === 'A' ? 2 * (as[own] ?? 0) : 2 * (bs[own] ?? 0) + 1;
            return [seat, papers[from] ?? {}] as const;
          });
          const ballots = { vote: { votes: Object.fromEntries(votes) } };
          return explainUnit(calculator(scheme)({ seats: mixed, units: [{ unit: 'u1', ballots }] }), 'u1');
        };
        expect(unitWith(a, b)).toEqual(unitWith([0, 1, 2], [0, 1, 2]));
      }),
      { numRuns: 200, seed },
    );
  });

  test('RULE-1: a recount that remembers unchanged ballots equals one from nothing', () => {
    fc.assert(
      fc.property(schemes, marks, fc.nat({ max: 6 }), fc.nat({ max: 4 }), (scheme, contest, n, value) => {
        const compute = calculator(scheme);
        const units = unitsOf(contest);
        compute({ seats, units });
        const changed = contest.map((values, unit) =>
          unit === 1 ? values.map((own, m) => (m === n ? value : own)) : values,
        );
        const after: Contest = {
          seats,
          units: units.map((unit, m) => (m === 1 ? (unitsOf(changed)[1] ?? unit) : unit)),
        };
        expect(outcome(compute(after))).toEqual(outcome(calculator(scheme)(after)));
      }),
      { numRuns: 200, seed },
    );
  });
});

test('RULE-1: given the same ballots under other seats, then a recount remembers nothing of the seats before', () => {
  const compute = calculator(meanScheme([1, 1], {}));
  const units = unitsOf([[4, 4, 4, 4, 0, 0, 0]]);
  const exchanged = seats.map(({ seat, group }) => ({
    seat,
    group: group === 'A' && seat !== 'A1' ? 'B' : group,
  }));
  const before = compute({ seats, units });
  const after = compute({ seats: exchanged, units });
  expect(outcome(after)).not.toEqual(outcome(before));
  expect(outcome(after)).toEqual(outcome(calculator(meanScheme([1, 1], {}))({ seats: exchanged, units })));
});

test('RULE-1: sums in whole millionths equal sums of fractions, whatever mixes with them and however many there are', () => {
  const fraction = fc
    .tuple(fc.integer({ min: -4_000_000, max: 4_000_000 }), fc.constantFrom(1, 2, 3, 7, 1000, 1_000_000))
    .map(([n, d]): Rational => rational(BigInt(n), BigInt(d)));
  fc.assert(
    fc.property(fc.array(fraction), (values) => {
      const amounts = values.map(toAmount);
      expect(amounts.map(toRational)).toEqual(values);
      expect(sumAmounts(amounts)).toEqual(sum(values));
    }),
    { numRuns: 300, seed },
  );
  const many = new Array(10_000).fill(decimal('999999.999999'));
  expect(sumAmounts(many.map(toAmount))).toEqual(sum(many));
});
