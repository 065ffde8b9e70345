import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, seatsOf } from '../../../test/builders/contest.ts';
import { blocksOf, namesFor, underScheme } from '../../../test/builders/tree-lines.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../domain/scoring/rules/contest.ts';
import type { ScoringSchemeText } from '../../domain/scoring/rules/scoring-scheme.ts';
import { treeBlocks } from './tree-blocks.ts';

describe('the state of a mark', () => {
  const seats = seatsOf({ A: 4, B: 1 });
  const groups = [
    { id: 'A', name: '甲组', weight: 3 },
    { id: 'B', name: '乙组' },
  ];
  const states = { A2: 'void', A3: 'abstained', A4: 'excluded' } as const;
  const vote = (missing: object) => [
    { kind: 'total' as const, id: 'vote', maximum: '100', step: '0.5', missing },
  ];
  const unit: ContestUnit = {
    unit: 'u1',
    ballots: { vote: cast(seats, ['80', '99', null, '70', '90'], 'total', states) },
  };

  test('given seats without a mark, then each says why and what the rule does about it', () => {
    const ballots = vote({ void: 'zero', abstained: 'mean-of-others' });
    const lines = underScheme({ groups, ballots }, [unit], seats);
    expect(lines.slice(4)).toEqual([
      '打分 | 62.5 | 4 票合计 250 ÷ 4',
      '  甲组 第 1 席 | 80 | 计入',
      '  甲组 第 2 席 | 0 | 废票；按零计；99',
      '  甲组 第 3 席 | 80 | 弃权；按同组其余评委的平均分计',
      '  甲组 第 4 席 | — | 不计；不进分母；票面 70',
      '  乙组 第 5 席 | 90 | 计入',
    ]);
  });

  test('given a vote that came on paper, then that stands beside it, but not beside a secret one', () => {
    const opened = { id: 'u1', onPaper: { vote: ['A1'] } };
    const notes = (secrecy: 'by-seat' | 'anonymous') => {
      const ballots = vote({}).map((own) => ({ ...own, secrecy }));
      const contest: Contest = { seats, units: [unit] };
      const calculation = calculator(aRuleScheme({ groups, ballots }))(contest);
      return treeBlocks(calculation, opened, namesFor(contest), 'zh-Hans').flatMap((block) =>
        block.kind === 'tree' ? block.lines.map(({ note }) => note) : [],
      );
    };
    expect(notes('by-seat')[1]).toBe('计入；纸质票');
    expect(notes('anonymous').join()).not.toContain('纸质票');
  });

  test('given a group without a mark, then its weight goes to the others or counts zero, and it says so', () => {
    const nobody = {
      ...unit,
      ballots: { vote: cast(seats, ['80', '82', '84', '86', null], 'total', { B1: 'absent' }) },
    };
    const node = { kind: 'groups', id: 'total', ballot: 'vote' } as const;
    const lines = (emptyGroup: 'renormalise' | 'zero') =>
      underScheme({ groups, nodes: [{ ...node, emptyGroup }] }, [nobody], seats).filter((line) =>
        /^ {0,2}\S/.test(line),
      );
    expect(lines('renormalise').slice(4)).toEqual([
      '加权平均 | 83 | 83 × 3 ÷ 3',
      '  甲组 | 83 | 权重 3／3；4 票合计 332 ÷ 4',
      '  乙组 | — | 没有分数，权重 1 由其余部分分担；没有可计的票',
    ]);
    expect(lines('zero').at(-1)).toBe('  乙组 | — | 权重 1／4；没有分数，按零计；没有可计的票');
  });

  test('given a group that doesn’t count, then it is shown beside the total as counting nothing', () => {
    const trainees = [groups[0], { id: 'B', name: '见习', counts: false }].flatMap((group) => group ?? []);
    const lines = underScheme(
      { groups: trainees, nodes: [{ kind: 'groups', id: 'total', ballot: 'vote' }] },
      [unit],
      seats,
    );
    expect(lines.slice(-3)).toEqual([
      '# 总分之外',
      '见习 | 90 | 1 票合计 90 ÷ 1；只显示，不计分',
      '  第 5 席 | 90 | 计入',
    ]);
  });

  test('RULE-17: given a secret ballot, then no line has a seat, also not of one that is waited for', () => {
    const ballots = vote({ void: 'zero', 'not-yet': 'block' }).map((own) => ({
      ...own,
      secrecy: 'anonymous' as const,
    }));
    const lines = underScheme({ groups, ballots }, [unit, { ...unit, unit: 'u2' }], seats);
    expect(lines.slice(4).filter((line) => /第 \d+ 席/.test(line))).toEqual([]);
    expect(lines).toContain('  甲组 无记名票 | 0 | 按规则补上；99');
    const waiting = { unit: 'u1', ballots: { vote: cast(seats, ['80', '81', null, '82', '90']) } };
    const silent = underScheme({ groups, ballots }, [waiting], seats);
    expect(silent.join('\n')).not.toMatch(/第 \d+ 席|A3/);
    expect(silent).toContain('打分 | — | 等待甲组的票');
  });

  test('RULE-17: given a secret ballot, when seats of a group change their votes with one another, then the tree is the same', () => {
    const ballots = vote({}).map((own) => ({ ...own, secrecy: 'anonymous' as const }));
    const scheme = aRuleScheme({ groups, ballots });
    const treeOf = (marks: readonly (string | null)[], absent: string) => {
      const own = { unit: 'u1', ballots: { vote: cast(seats, marks, 'total', { [absent]: 'absent' }) } };
      return blocksOf(scheme, { seats, units: [own] }, 'u1');
    };
    expect(treeOf(['80', '82.5', null, '70', '90'], 'A3')).toEqual(
      treeOf([null, '70', '80', '82.5', '90'], 'A1'),
    );
  });

  test('given a result that waits, then it says for whose ballot, quorum or number', () => {
    const waiting = { unit: 'u1', ballots: { vote: cast(seats, ['80', '81', null, '82', '90']) } };
    const lines = underScheme({ groups }, [waiting], seats);
    expect(lines.slice(1)).toEqual([
      '名次 = —',
      '总分 = —',
      '状态 = 待定',
      '# 总分由来',
      '打分 | — | 等待甲组 第 3 席',
    ]);
    const short = groups.map((group) => ({ ...group, quorum: { atLeast: { count: 4 } } }));
    expect(underScheme({ groups: short }, [unit], seats)).toContain('打分 | — | 等待甲组达到法定票数');
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'measure', id: 'seconds', name: '用时', measure: 'time' },
      { kind: 'sum', id: 'total', parts: [{ node: 'seconds' }] },
    ];
    expect(underScheme({ ballots: [], nodes }, [{ unit: 'u1' }], []).slice(-2)).toEqual([
      '合计 | — | 等待给定值（用时）',
      '  用时 | — | 等待给定值（用时）',
    ]);
  });

  test('given a unit that withdrew, then it says so and opens nothing', () => {
    const lines = underScheme({ groups }, [{ ...unit, state: 'withdrew' }], seats);
    expect(lines.slice(1)).toEqual([
      '名次 = —',
      '总分 = —',
      '状态 = 退出',
      '# 总分由来',
      '打分 | — | 该单位不参加排名',
    ]);
  });
});
