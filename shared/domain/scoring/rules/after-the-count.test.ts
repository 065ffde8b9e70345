import { describe, expect, test } from 'vitest';
import { judgedJumps } from '../../../../test/builders/attempts.ts';
import { aRuleScheme, cast, seatsOf, totalsOf } from '../../../../test/builders/contest.ts';
import { decimal } from '../../../kernel/rational.ts';
import { agreementOf } from './agreement.ts';
import { calculator } from './calculate.ts';
import { oddBallots } from './odd-ballots.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';
import { movedUnder, withoutTrims } from './what-if.ts';
import { withoutGroup } from './without-group.ts';

const fields: Partial<ScoringSchemeText> = {
  groups: [{ id: 'A' }, { id: 'B' }],
  nodes: [{ kind: 'groups', id: 'total', ballot: 'vote', trim: { high: 1, low: 0, fromCount: 3 } }],
};

describe('would the order differ', () => {
  const seats = seatsOf({ A: 3, B: 1 });
  const contest = {
    seats,
    units: totalsOf(seats, [
      ['100', '80', '80', '80'],
      ['82', '82', '82', '80'],
      ['60', '60', '60', '90'],
    ]),
  };
  const scheme = aRuleScheme(fields);
  const result = calculator(scheme)(contest);

  test('RULE-29: given a high mark that was struck, then without the trim its unit would be first', () => {
    expect(movedUnder(withoutTrims(scheme), contest, result)).toEqual([
      { unit: 'u2', place: '1/1', otherwise: '2/1' },
      { unit: 'u1', place: '2/1', otherwise: '1/1' },
    ]);
  });

  test('RULE-29: given two groups, then the order without one is told; without the last nothing would be left', () => {
    const withoutA = withoutGroup(scheme, 'A');
    if (!withoutA) throw new Error('nothing left');
    expect(movedUnder(withoutA, contest, result).map(({ unit, otherwise }) => [unit, otherwise])).toEqual([
      ['u2', '2/1'],
      ['u3', '1/1'],
    ]);
    expect(withoutGroup(withoutA, 'B')).toBeNull();
    expect(movedUnder(scheme, contest, result)).toEqual([]);
  });
});

describe('odd ballots', () => {
  const seats = seatsOf({ A: 5 });
  const contest = {
    seats,
    units: totalsOf(seats, [
      ['90', '91', '92', '80', '70'],
      ['80', '82', '81', '80', '85'],
      ['70', '71', '40', '80', '90'],
    ]),
  };

  test('RULE-30: given totals beyond 25 of the median, all equal and in reversed order, then each is pointed out', () => {
    const calculation = calculator(aRuleScheme({ groups: [{ id: 'A' }] }))(contest);
    const odd = oddBallots(calculation, 'vote', 'A', decimal('25'));
    expect(odd.map(({ kind, seat }) => [kind, seat])).toEqual([
      ['far-from-median', 'A3'],
      ['all-equal', 'A4'],
      ['reversed', 'A5'],
    ]);
    expect(calculation.ranking.map(({ unit }) => unit)).toEqual(['u1', 'u2', 'u3']);
  });

  test('RULE-30, RULE-31: given a ballot on attempts, then each attempt is judged by itself, and the odd one is named', () => {
    const judges = seatsOf({ A: 3 });
    const jumps = (id: string, marks: readonly (readonly string[])[]) => ({
      unit: id,
      items: {
        jumps: marks.map((own, n) => ({ id: `j${n + 1}`, ballots: { marks: cast(judges, own) } })),
      },
    });
    const calculation = calculator(judgedJumps)({
      seats: judges,
      units: [
        jumps('u1', [
          ['9', '9', '9'],
          ['2', '8', '8'],
        ]),
        jumps('u2', [
          ['6', '5', '5'],
          ['4', '4', '4'],
        ]),
      ],
    });
    const odd = oddBallots(calculation, 'marks', 'A', decimal('2'));
    expect(
      odd.map((each) => (each.kind === 'far-from-median' ? [each.seat, each.unit, each.attempt] : each)),
    ).toEqual([['A1', 'u1', { list: 'jumps', id: 'j2' }]]);
    const { units, judges: compared } = agreementOf(calculation, 'marks', 'A');
    expect([compared, ...units]).toEqual([3, 'u1/jumps/j1', 'u1/jumps/j2', 'u2/jumps/j1', 'u2/jumps/j2']);
  });

  test('RULE-30: given a secret ballot, then nothing about one seat is told', () => {
    const secret: ScoringSchemeText['ballots'] = [
      { kind: 'total', id: 'vote', maximum: '100', step: '0.5', secrecy: 'anonymous' },
    ];
    const calculation = calculator(aRuleScheme({ groups: [{ id: 'A' }], ballots: secret }))(contest);
    expect(oddBallots(calculation, 'vote', 'A', decimal('25'))).toEqual([]);
  });

  test('RULE-30: given two ballots only, then neither is far from a middle', () => {
    const two = seatsOf({ A: 2 });
    const calculation = calculator(aRuleScheme({ groups: [{ id: 'A' }] }))({
      seats: two,
      units: totalsOf(two, [['0', '100']]),
    });
    expect(oddBallots(calculation, 'vote', 'A', decimal('5'))).toEqual([]);
  });
});
