import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, seatsOf, totalsOf } from '../../../test/builders/contest.ts';
import { blocksOf, linesOf, underScheme } from '../../../test/builders/tree-lines.ts';
import { builtIn, builtInNames } from '../../../test/cases/read-built-in.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../domain/scoring/rules/contest.ts';
import { explainUnit, recomputeTree } from '../../domain/scoring/rules/result-tree.ts';
import { sampleContest } from '../../domain/scoring/sample/sample-contest.ts';
import { languages } from '../../kernel/language.ts';
import { rationalText } from '../../kernel/rational.ts';

describe.each(builtInNames)('given the built-in scheme %s with sample ballots', (name) => {
  const scheme = builtIn(name);
  const contest = sampleContest(scheme);
  const calculation = calculator(scheme)(contest);

  test.each(contest.units.map(({ unit }) => unit))(
    'RULE-18: then the tree of %s computed again gives every number, and the sheet’s total is the published one',
    (unit) => {
      const tree = explainUnit(calculation, unit);
      const again = recomputeTree(tree);
      for (const { key, value } of tree.nodes) {
        const computed = again.get(key);
        expect(computed && rationalText(computed)).toBe(value ?? undefined);
      }
      const total = tree.nodes.find(({ key }) => key === scheme.ranking.by);
      const lines = blocksOf(scheme, contest, unit).flatMap((block) =>
        block.kind === 'tree' ? block.lines : [],
      );
      const own = lines.find(({ key }) => key === scheme.ranking.by);
      if (total?.printed) expect(own?.value).toBe(total.printed);
      else expect(own?.value).toMatch(total?.value ? /^\d+\.\d{6}…$/ : /^—$/);
      // Every number of the tree is opened, and each only once.
      const opened = lines.flatMap(({ key, note }) => (key && !note.endsWith('见上') ? [key] : []));
      expect([...opened].sort()).toEqual(tree.nodes.map(({ key }) => key).sort());
    },
  );

  test('then no id stands where there is a name', () => {
    const unnamed = scheme.nodes.flatMap((node) => (node.kind === 'measure' ? [node.measure] : []));
    for (const { unit } of contest.units) {
      const given = contest.units.flatMap(({ adjustments }) => adjustments ?? []);
      const said = given.flatMap(({ author, reason }) => [author, reason]);
      const words =
        linesOf(scheme, contest, unit)
          .filter((line) => !said.some((text) => line.includes(text)))
          .join('\n')
          .match(/[A-Za-z][\w.-]*/g) ?? [];
      expect(words.filter((word) => !unnamed.includes(word))).toEqual([]);
    }
  });

  test('then the three languages have the same lines and values', () => {
    const shapes = languages.map((language) =>
      contest.units.map(({ unit }) =>
        blocksOf(scheme, contest, unit, language).map((block) =>
          block.kind === 'tree'
            ? block.lines.map(({ depth, value, key }) => [depth, value, key])
            : block.kind,
        ),
      ),
    );
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });
});

describe('S4, six comparisons', () => {
  const scheme = builtIn('S4-six-comparisons');
  const seats = seatsOf({ A: 8, B: 2 });
  const six = (mark: number, projects: string) => ({
    quality: `${mark}`,
    position: `${mark}`,
    innovation: `${mark}`,
    projects,
    environment: `${mark}`,
    duty: `${mark}`,
  });
  const marks = [10, 11, 12, 13, 14, 15, 5].map((mark) => six(mark, '10'));
  const unit = (id: string, first: string): ContestUnit => ({
    unit: id,
    ballots: {
      marks: cast(seats, [...marks, six(9, '10'), six(12, first), six(12, '10.5')], 'total', {
        A8: 'recused',
      }),
    },
  });
  const contest: Contest = { seats, units: [unit('u1', '20'), unit('u2', '19.5')] };

  test('given seven leaders’ and two citizens’ marks, then every mark, what was struck, weights and rounding are told', () => {
    expect(linesOf(scheme, contest, 'u1')).toEqual([
      '单位 = 示例1县',
      '名次 = 1',
      '总分 = 72.10',
      '# 总分由来',
      '总分 | 72.10 | (70 × 60 + 75.25 × 40) ÷ 100；取整前 72.1；四舍五入到 2 位小数',
      '  市四套班子领导 | 70 | 权重 60／100；5 票合计 350 ÷ 5；去掉 1 个最高分、1 个最低分；各项依次为：比质量、比位次、比创新、比项目、比环境、比担当',
      '    第 1 席 | 60 | 计入；10 + 10 + 10 + 10 + 10 + 10',
      '    第 2 席 | 65 | 计入；11 + 11 + 11 + 10 + 11 + 11',
      '    第 3 席 | 70 | 计入；12 + 12 + 12 + 10 + 12 + 12',
      '    第 4 席 | 75 | 计入；13 + 13 + 13 + 10 + 13 + 13',
      '    第 5 席 | 80 | 计入；14 + 14 + 14 + 10 + 14 + 14',
      '    第 6 席 | 85 | 去掉：最高分；15 + 15 + 15 + 10 + 15 + 15',
      '    第 7 席 | 35 | 去掉：最低分；5 + 5 + 5 + 10 + 5 + 5',
      '    第 8 席 | — | 回避；不进分母；票面 9 + 9 + 9 + 10 + 9 + 9',
      '  社会各界代表 | 75.25 | 权重 40／100；2 票合计 150.5 ÷ 2；票数不够，未去（满 7 票才去掉 1 个最高分、1 个最低分）；各项依次为：比质量、比位次、比创新、比项目、比环境、比担当',
      '    第 9 席 | 80 | 计入；12 + 12 + 12 + 20 + 12 + 12',
      '    第 10 席 | 70.5 | 计入；12 + 12 + 12 + 10.5 + 12 + 12',
      '# 总分之外',
      '比项目 | 12.1 | (10 × 60 + 15.25 × 40) ÷ 100',
      '  市四套班子领导 | 10 | 权重 60／100；7 票合计 70 ÷ 7',
      ...[1, 2, 3, 4, 5, 6, 7].map((seat) => `    第 ${seat} 席 | 10 | 计入`),
      '    第 8 席 | — | 回避；不进分母；票面 10',
      '  社会各界代表 | 15.25 | 权重 40／100；2 票合计 30.5 ÷ 2',
      '    第 9 席 | 20 | 计入',
      '    第 10 席 | 10.5 | 计入',
    ]);
  });

  test('given a group’s mean that is printed with other digits than it begins with, then the tree has those too', () => {
    const three = seatsOf({ A: 3, B: 1 });
    const plain = aRuleScheme({
      groups: [{ id: 'A' }, { id: 'B' }],
      nodes: [{ kind: 'groups', id: 'total', ballot: 'vote', round: { decimals: 2 } }],
    });
    const of = (...totals: readonly string[]) =>
      linesOf(plain, { seats: three, units: totalsOf(three, [totals]) }, 'u1', 'en').find((line) =>
        line.startsWith('  A | '),
      );
    expect(of('80', '80', '82', '70')).toContain('80.666666…');
    expect(of('80', '80', '82', '70')).toContain('not rounded 242/3; shown as 80.67');
    // 80.33 is how it begins.
    expect(of('80', '80', '81', '70')).not.toContain('shown as');
  });

  test('given a total that doesn’t end, then it stands exact and as rounded', () => {
    const many = seatsOf({ A: 10, B: 2 });
    const nine = [...marks, six(9, '10'), six(9, '11'), six(5, '10'), six(12, '20'), null];
    const odd = cast(many, nine, 'total', { A10: 'absent', B2: 'absent' });
    const lines = linesOf(
      scheme,
      { seats: many, units: [{ unit: 'u1', ballots: { marks: odd } }] },
      'u1',
      'en',
    );
    expect(lines).toContain(
      'Total | 71.51 | (65.857142… × 60 + 80 × 40) ÷ 100; before rounding 71.514285… (2503/35); rounded half up to 2 decimals',
    );
    expect(lines).toContain(
      '    Seat 10 | — | absent; in no denominator; on the ballot: 5 + 5 + 5 + 10 + 5 + 5',
    );
    expect(lines).toContain('    Seat 12 | — | absent; in no denominator');
  });
});

describe('O3, singers', () => {
  const seats = seatsOf({ judges: 3, public: 4 });
  const singer = (unit: string, marks: readonly string[], yes: readonly string[]): ContestUnit => ({
    unit,
    measures: { carried: '80' },
    ballots: {
      marks: cast(seats.slice(0, 3), marks),
      yes: cast(seats.slice(3), yes, 'vote'),
    },
  });

  test('given judges, a public jury and a stage before, then share, weights and the carried value are told', () => {
    const units = [singer('u1', ['90', '91.11', '80'], ['yes', 'yes', 'no', 'yes'])];
    const contest: Contest = { seats, units, facts: { carry: '0.1' } };
    expect(linesOf(builtIn('O3-singers'), contest, 'u1', 'en').slice(4)).toEqual([
      'Total | 93.50 | 85.5 + 80 × 0.1; before rounding 93.5; rounded half up to 2 decimals',
      '  Weighted total | 85.5 | (90 × 70 + 75 × 30) ÷ 100',
      '    Judges | 90 | weight 70 of 100; 1 mark: 90 ÷ 1; 1 highest, 1 lowest struck',
      '      Seat 1 | 90 | counted',
      '      Seat 2 | 91.11 | struck: highest',
      '      Seat 3 | 80 | struck: lowest',
      '    Public jury | 75 | weight 30 of 100; 3 of 4 marks, × 100',
      '      Seat 4 | 1 | counted; yes',
      '      Seat 5 | 1 | counted; yes',
      '      Seat 6 | 0 | counted; no',
      '      Seat 7 | 1 | counted; yes',
      '  Score of the stage before | 80 | × 0.1; given',
    ]);
  });

  test('given equal totals that a further decimal parts, then the rule and whom it decided against are told', () => {
    const units = [
      singer('u1', ['90', '90', '90'], ['yes', 'yes', 'no', 'yes']),
      singer('u2', ['90.001', '90.001', '90.001'], ['yes', 'yes', 'no', 'yes']),
    ];
    const linesFor = (unit: string) => linesOf(builtIn('O3-singers'), { seats, units }, unit);
    expect(linesFor('u1').slice(-2)).toEqual([
      '# 同分先后',
      '同分规则 1：更多位小数 | 85.5 | 后于 示例2县：85.5007',
    ]);
    expect(linesFor('u2').at(-1)).toBe('同分规则 1：更多位小数 | 85.5007 | 先于 示例1县：85.5');
  });
});

test('O1: given 15 s over, then the band’s points, what it was measured against and the limit are told', () => {
  const seats = seatsOf({ J: 5 });
  const marks = [80, 85, 90, 70, 95].map((total) => ({
    content: '30',
    expression: `${total - 50}`,
    stage: '20',
  }));
  const scheme = builtIn('O1-speech');
  const unit = (seconds: string): ContestUnit => ({
    unit: 'u1',
    measures: { seconds },
    ballots: { marks: cast(seats, marks) },
  });
  const lines = linesOf(scheme, { seats, units: [unit('315')] }, 'u1');
  expect(lines.slice(3, 12)).toEqual([
    '# 总分由来',
    '总分 | 84.95 | 85 − 0.05；取整前 84.95；四舍五入到 2 位小数',
    '  评委平均分 | 85 | 3 票合计 255 ÷ 3；去掉 1 个最高分、1 个最低分；各项依次为：内容、表达、台风',
    '    第 1 席 | 80 | 计入；30 + 30 + 20',
    '    第 2 席 | 85 | 计入；30 + 35 + 20',
    '    第 3 席 | 90 | 计入；30 + 40 + 20',
    '    第 4 席 | 70 | 去掉：最低分；30 + 20 + 20',
    '    第 5 席 | 95 | 去掉：最高分；30 + 45 + 20',
    '  时间扣分 | -0.05 | 用时 315，时限 300，超出 15',
  ]);
  const far = linesOf(scheme, { seats, units: [unit('400')] }, 'u1');
  expect(far).toContain('  时间扣分 | -0.2 | 用时 400，时限 300，超出 100');
  expect(linesOf(scheme, { seats, units: [unit('290')] }, 'u1')).toContain(
    '  时间扣分 | 0 | 用时 290，时限 300，不加不减',
  );
});

describe('O10, the Skating System', () => {
  const seats = seatsOf({ J: 5 });
  const rows: readonly (readonly [string, string])[] = [
    ['u1', '1 1 1 2 4'],
    ['u2', '4 2 2 1 3'],
    ['u3', '3 3 3 3 1'],
    ['u4', '2 4 4 4 2'],
  ];
  const units = rows.map(([unit, places]) => ({
    unit,
    ballots: { placings: cast(seats, places.split(' '), 'place') },
  }));

  test('given placings of five judges, then each is told, and the place that a majority reaches', () => {
    expect(linesOf(builtIn('O10-skating-system'), { seats, units }, 'u2').slice(1)).toEqual([
      '名次 = 2',
      '总分 = 2',
      '# 总分由来',
      '名次 | 2 | 5 位评委，多数为 3',
      '  第 1 席 | 4 | 计入',
      '  第 2 席 | 2 | 计入',
      '  第 3 席 | 2 | 计入',
      '  第 4 席 | 1 | 计入',
      '  第 5 席 | 3 | 计入',
      '  第 1 名 | 1 |',
      '  第 1 至 2 名 | 3 | 达到多数；名次和 5',
    ]);
  });

  test('given two dances, then each dance has its place, and the places of the dances add up', () => {
    const placements = ['waltz', 'tango'].map((id) => ({
      kind: 'placement' as const,
      id,
      name: id,
      lastPlace: 9,
      secrecy: id === 'tango' ? ('anonymous' as const) : ('named' as const),
    }));
    const couples = rows.map(([unit, places]) => ({
      unit,
      ballots: Object.fromEntries(placements.map(({ id }) => [id, cast(seats, places.split(' '), 'place')])),
    }));
    const lines = underScheme(
      {
        ballots: placements,
        nodes: [{ kind: 'skating', id: 'total', ballots: ['waltz', 'tango'] }],
        ranking: { by: 'total', on: 'exact', better: 'lower' },
      },
      couples,
      seats,
      'u2',
    );
    expect(lines.filter((line) => /waltz|tango/.test(line))).toEqual([
      '  waltz | 2 | 5 位评委，多数为 3',
      '  tango | 2 | 5 位评委，多数为 3',
    ]);
    // Of a secret dance the placings stand in order, without seats.
    expect(lines.slice(-7)).toEqual([
      ...['1', '2', '2', '3', '4'].map((place) => `    无记名票 | ${place} | 计入`),
      '    第 1 名 | 1 |',
      '    第 1 至 2 名 | 3 | 达到多数；名次和 5',
    ]);
  });

  test('given a rank sum, then the largest place is what goes', () => {
    expect(linesOf(builtIn('O10-rank-sum'), { seats, units }, 'u1').slice(4, 10)).toEqual([
      '名次和 | 5 | 4 票合计；去掉 1 个最大的名次',
      '  第 1 席 | 1 | 计入',
      '  第 2 席 | 1 | 计入',
      '  第 3 席 | 1 | 计入',
      '  第 4 席 | 2 | 计入',
      '  第 5 席 | 4 | 去掉：最大的名次',
    ]);
  });
});
