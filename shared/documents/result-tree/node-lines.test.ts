import { describe, expect, test } from 'vitest';
import { cast, seatsOf } from '../../../test/builders/contest.ts';
import { underScheme } from '../../../test/builders/tree-lines.ts';
import type { ContestUnit } from '../../domain/scoring/rules/contest.ts';
import type { ScoringSchemeText } from '../../domain/scoring/rules/scoring-scheme.ts';

describe('every formula', () => {
  const seats = seatsOf({ A: 3 });
  const vote = cast(seats, ['80', '86', '90']);
  const measures = { k: '12', difficulty: '3.2', seconds: '126.5' };
  const lined = (
    node: NonNullable<ScoringSchemeText['nodes']>[number],
    unit: Partial<ContestUnit> = {},
    others: readonly ContestUnit[] = [],
  ) =>
    underScheme(
      {
        ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '0.5' }],
        nodes: [
          { kind: 'measure', id: 'k', name: 'K', measure: 'k' },
          { kind: 'measure', id: 'difficulty', name: '难度', measure: 'difficulty' },
          { kind: 'measure', id: 'seconds', name: '用时', measure: 'seconds' },
          { kind: 'measure', id: 'try', name: '试', each: 'tries', measure: 'metres' },
          node,
        ],
        facts: [{ id: 'par', name: '标准', value: '120' }],
        ranking: { by: 'total', on: 'exact' },
      },
      [{ unit: 'u1', measures, ballots: { vote }, ...unit }, ...others],
      seats,
    ).slice(4);

  test.each([
    ['median', '打分 | 86 | 3 票的中位数'],
    ['highest', '打分 | 90 | 3 票中最高'],
    ['lowest', '打分 | 80 | 3 票中最低'],
    ['sum', '打分 | 256 | 3 票合计'],
    ['mean', '打分 | 85.333333… | 3 票合计 256 ÷ 3；不取整 256/3'],
  ] as const)('given marks by %s, then it says so', (by, line) => {
    expect(lined({ kind: 'marks', id: 'total', ballot: 'vote', by })[0]).toBe(line);
  });

  test('given a share or a count of marks, then how many were looked for', () => {
    const counting = { from: '86' };
    expect(lined({ kind: 'marks', id: 'total', ballot: 'vote', by: 'count', counting }).slice(0, 4)).toEqual([
      '打分 | 2 | 3 票中有 2 票',
      '  第 1 席 | 0 | 计入；80',
      '  第 2 席 | 1 | 计入；86',
      '  第 3 席 | 1 | 计入；90',
    ]);
    expect(lined({ kind: 'marks', id: 'total', ballot: 'vote', by: 'share', counting })[0]).toBe(
      '打分 | 0.666666… | 2 票 ÷ 3 票；不取整 2/3；写作 0.666667',
    );
  });

  test('given places read from marks, with points for them, then both are told', () => {
    const rival = { unit: 'u2', measures, ballots: { vote: cast(seats, ['85', '85', '85']) } };
    const placePoints = { table: ['10', '7'] };
    expect(
      lined({ kind: 'marks', id: 'total', ballot: 'vote', read: 'places', placePoints }, {}, [rival]),
    ).toContain('  第 1 席 | 7 | 计入；票面 80');
  });

  test('given a product, a factor, a straight line, then the arithmetic is written out', () => {
    expect(lined({ kind: 'product', id: 'total', parts: ['k', 'difficulty'] }).slice(0, 3)).toEqual([
      '乘积 | 38.4 | 12 × 3.2',
      '  K | 12 | 给定值',
      '  难度 | 3.2 | 给定值',
    ]);
    expect(lined({ kind: 'factor', id: 'total', of: 'k', times: '100', over: '85' }).slice(0, 2)).toEqual([
      '换算 | 14.117647… | 12 × 100 ÷ 85；不取整 240/17',
      '  K | 12 | × 100；给定值',
    ]);
    const line = {
      kind: 'linear',
      id: 'total',
      of: 'seconds',
      base: '60',
      rate: '1.8',
      par: { fact: 'par' },
    } as const;
    expect(lined(line).slice(0, 4)).toEqual([
      '按线性折算 | 71.7 | 60 + 1.8 × (126.5 − 120)',
      '  基础分 | 60 |',
      '  标准值 | 120 |',
      '  用时 | 126.5 | × 1.8；给定值',
    ]);
  });

  test('given limits, then only one that took effect is told, before the rounding', () => {
    const line = {
      kind: 'linear',
      id: 'total',
      of: 'seconds',
      base: '-30',
      rate: '0.5',
      par: '120',
    } as const;
    expect(lined({ ...line, floor: '0' })[0]).toBe(
      '按线性折算 | 0 | -30 + 0.5 × (126.5 − 120)；原为 -26.75，按下限 0',
    );
    expect(lined({ ...line, cap: '-28', round: { decimals: 1, mode: 'down' } })[0]).toBe(
      '按线性折算 | -28.0 | -30 + 0.5 × (126.5 − 120)；原为 -26.75，按上限 -28；取整前 -28；只舍不进到 1 位小数',
    );
    expect(lined({ ...line, cap: '0', floor: '-99' })[0]).toBe(
      '按线性折算 | -26.75 | -30 + 0.5 × (126.5 − 120)',
    );
  });

  test.each([
    ['half-up', '2.68', '四舍五入'],
    ['half-even', '2.68', '四舍六入五成双'],
    ['half-down', '2.67', '五舍六入'],
    ['up', '2.68', '只进不舍'],
    ['down', '2.67', '只舍不进'],
  ] as const)('given 2.675 rounded %s, then it is %s, and the mode is said', (mode, value, words) => {
    const total = {
      kind: 'factor',
      id: 'total',
      of: 'k',
      times: '2.675',
      over: '12',
      round: { decimals: 2, mode },
    } as const;
    expect(lined(total)[0]).toBe(`换算 | ${value} | 12 × 2.675 ÷ 12；取整前 2.675；${words}到 2 位小数`);
  });

  test('given bands, then the one that the value is in', () => {
    const bands = [
      { from: '10', points: '5' },
      { from: '20', points: '8' },
    ];
    expect(lined({ kind: 'bands', id: 'total', of: 'k', bands }).slice(0, 2)).toEqual([
      '按档折算 | 5 | 12 落在 10 起的一档',
      '  K | 12 | 给定值',
    ]);
    expect(lined({ kind: 'bands', id: 'total', of: 'difficulty', bands })[0]).toBe(
      '按档折算 | 0 | 3.2 低于第一档',
    );
  });

  test('given a time under what is asked for, then by how much, and the grace', () => {
    const under = { kind: 'per-whole', seconds: '10', points: '-1' } as const;
    expect(
      lined({ kind: 'time', id: 'total', of: 'seconds', limit: '300', atLeast: '240', grace: '5', under })[0],
    ).toBe('时间分 | -11 | 用时 126.5，至少 240，不足 113.5；宽限 5');
  });

  test('given several tries, then those dropped, the best taken, and one that was not finished', () => {
    const tries = ['7.2', '8', '7.9'].map((metres, n) => ({ id: `t${n}`, measures: { metres } }));
    const failed = { id: 't3', measures: { metres: { kind: 'did-not-finish' as const } } };
    const pick = {
      kind: 'pick',
      id: 'total',
      from: { items: 'try' },
      dropWorst: 1,
      best: 2,
      by: 'mean',
    } as const;
    expect(lined(pick, { items: { tries: [...tries, failed] } }).slice(0, 5)).toEqual([
      '选取 | 7.95 | 去掉 0 个最好、1 个最差；取最好的 2 个；平均 (8 + 7.9) ÷ 2',
      '  试 · 第 1 项 | 7.2 | 不取；给定值',
      '  试 · 第 2 项 | 8 | 给定值',
      '  试 · 第 3 项 | 7.9 | 给定值',
      '  试 · 第 4 项 | — | 不取；未完成',
    ]);
  });

  test('given a place and a value relative to the best, then among whom and to what', () => {
    const rivals = ['12', '15'].map((k, n) => ({ unit: `u${n + 2}`, measures: { ...measures, k } }));
    expect(lined({ kind: 'place', id: 'total', of: 'k' }, {}, rivals).slice(0, 2)).toEqual([
      '名次 | 2 | 排第 2；2 个并列',
      '  K | 12 | 给定值',
    ]);
    expect(lined({ kind: 'rescale', id: 'total', of: 'k', to: 'best' }, {}, rivals).slice(0, 2)).toEqual([
      '折算 | 80 | 与最好者相比；12 × 100 ÷ 15',
      '  K | 12 | × 100；给定值',
    ]);
    expect(
      lined({ kind: 'rescale', id: 'total', of: 'k', to: 'best', better: 'lower' }, {}, rivals).slice(0, 2),
    ).toEqual(['折算 | 100 | 与最好者相比；12 × 100 ÷ 12', '  K | 12 | 给定值']);
    expect(lined({ kind: 'rescale', id: 'total', of: 'k', to: 'division-mean' }, {}, rivals)[0]).toBe(
      '折算 | 12 | 二次平均：全体平均 ÷ 本组平均；12 × 13 ÷ 13',
    );
  });

  test('given adjustments, then each with its reason and author', () => {
    const adjustments = [
      { node: 'total', points: '-0.5', reason: '超出场地', author: '仲裁' },
      { node: 'total', points: '2', reason: '加分项', author: '组委会' },
    ];
    expect(lined({ kind: 'adjustments', id: 'total' }, { adjustments }).slice(0, 3)).toEqual([
      '加减分 | 1.5 | −0.5 + 2',
      '  超出场地 | -0.5 | 由仲裁作出',
      '  加分项 | 2 | 由组委会作出',
    ]);
    expect(lined({ kind: 'adjustments', id: 'total' })[0]).toBe('加减分 | 0 | 没有加减分');
  });

  test('given no marks that the rule counts zero, or a number that nobody gave, then it says so', () => {
    const nobody = {
      ballots: { vote: cast(seats, [], 'total', { A1: 'absent', A2: 'absent', A3: 'absent' }) },
    };
    expect(lined({ kind: 'marks', id: 'total', ballot: 'vote', empty: 'zero' }, nobody)[0]).toBe(
      '打分 | 0 | 没有票，按零计',
    );
    expect(lined({ kind: 'measure', id: 'total', measure: 'none', missing: 'zero' })[0]).toBe(
      '给定值（none） | 0 | 没有给定，按零计',
    );
  });

  test('given a value that two others take, then it is opened once and pointed to after', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'own', name: '现场', ballot: 'vote' },
      { kind: 'factor', id: 'twice', of: 'own', times: '2' },
      { kind: 'sum', id: 'total', parts: [{ node: 'own' }, { node: 'twice' }] },
    ];
    const lines = underScheme(
      { nodes },
      [{ unit: 'u1', ballots: { vote: cast(seats, ['1', '2', '3']) } }],
      seats,
    );
    expect(lines.slice(-2)).toEqual(['  换算 | 4 | 2 × 2', '    现场 | 2 | × 2；见上']);
    expect(lines.filter((line) => line.includes('第 1 席'))).toHaveLength(1);
  });
});
