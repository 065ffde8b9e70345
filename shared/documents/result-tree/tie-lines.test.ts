import { describe, expect, test } from 'vitest';
import { cast, seatsOf } from '../../../test/builders/contest.ts';
import { underScheme } from '../../../test/builders/tree-lines.ts';

describe('tie rules', () => {
  const seats = seatsOf({ A: 2 });
  const ballots = (first: string, second: string) => ({ vote: cast(seats, [first, second]) });
  const units = [
    { unit: 'u1', ballots: ballots('80', '90') },
    { unit: 'u2', ballots: ballots('84', '86') },
    { unit: 'u3', ballots: ballots('84', '86') },
    { unit: 'u4', ballots: ballots('60', '60') },
  ];
  const ranking = {
    by: 'total',
    on: 'exact' as const,
    ties: [{ kind: 'count-back' as const, ballot: 'vote' }, { kind: 'decision' as const }],
  };
  const decisions = [{ units: ['u3', 'u2'], reason: '第二轮更稳', author: '评委会' }];

  test('given three equal totals, then each rule says before and behind whom it put the unit, and who decided', () => {
    const parted = (unit: string) => underScheme({ ranking }, units, seats, unit, { decisions }).slice(-2);
    expect(parted('u1')).toEqual(['# 同分先后', '同分规则 1：逐票比较 |  | 先于 示例3县、示例2县']);
    expect(parted('u2')).toEqual([
      '同分规则 1：逐票比较 |  | 后于 示例1县',
      '同分规则 2：评委会裁定 |  | 后于 示例3县；评委会：第二轮更稳',
    ]);
    expect(parted('u3').at(-1)).toBe('同分规则 2：评委会裁定 |  | 先于 示例2县；评委会：第二轮更稳');
  });

  test('given a tie that nothing parts, then the place is shared or to be decided, and no rule is named', () => {
    const lines = underScheme({ ranking }, units, seats, 'u2');
    expect(lines[1]).toBe('名次 = 2；并列（1-1-3）');
    expect(lines.at(-1)).toBe('同分规则 1：逐票比较 |  | 后于 示例1县');
    const forced = underScheme({ ranking: { ...ranking, shared: 'forced' } }, units, seats, 'u2');
    expect(forced[1]).toBe('名次 = 2；同分，待决定');
    expect(underScheme({ ranking }, units, seats, 'u4').join()).not.toContain('同分');
  });

  test('given a tie that a group’s part decides, then its name says what it is part of, with both values', () => {
    const both = seatsOf({ A: 1, B: 1 });
    const nodes = [{ kind: 'groups', id: 'total', name: '总分', ballot: 'vote' } as const];
    const groups = [
      { id: 'A', name: '甲组' },
      { id: 'B', name: '乙组' },
    ];
    const rule = { by: 'total', on: 'exact' as const, ties: [{ kind: 'node' as const, node: 'total.A' }] };
    const two = [
      { unit: 'u1', ballots: { vote: cast(both, ['80', '90']) } },
      { unit: 'u2', ballots: { vote: cast(both, ['85', '85']) } },
    ];
    expect(underScheme({ nodes, groups, ranking: rule }, two, both).at(-1)).toBe(
      '同分规则 1：总分：甲组 | 80 | 后于 示例2县：85',
    );
  });
});
