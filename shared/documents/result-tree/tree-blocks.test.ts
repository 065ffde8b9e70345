import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, seatsOf } from '../../../test/builders/contest.ts';
import { builtIn, builtInNames } from '../../../test/cases/read-built-in.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../domain/scoring/rules/contest.ts';
import { explainUnit, recomputeTree } from '../../domain/scoring/rules/result-tree.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../domain/scoring/rules/scoring-scheme.ts';
import { sampleContest } from '../../domain/scoring/sample-contest.ts';
import { type Language, languages, localText } from '../../kernel/language.ts';
import { rationalText } from '../../kernel/rational.ts';
import type { ContestNames } from './contest-names.ts';
import { treeBlocks } from './tree-blocks.ts';

/** Units are called 示例 and their number, seats by their number; groups by what the scheme calls them. */
function namesFor(contest: Contest): ContestNames {
  return {
    units: contest.units.map(({ unit }, n) => ({
      id: unit,
      name: localText(`示例${n + 1}县`, `示例${n + 1}縣`, `County ${n + 1}`),
    })),
    groups: [],
    seats: contest.seats.map(({ seat }, n) => ({ id: seat, number: n + 1 })),
  };
}

function blocksOf(scheme: ScoringScheme, contest: Contest, unit: string, language: Language = 'zh-Hans') {
  return treeBlocks(calculator(scheme)(contest), { id: unit }, namesFor(contest), language);
}

/** The tree's lines as text, each indented by its depth: `name | value | note`. */
function linesOf(...of: Parameters<typeof blocksOf>): readonly string[] {
  return blocksOf(...of).flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'facts') return block.facts.map(({ name, text }) => `${name} = ${text}`);
    if (block.kind !== 'tree') return [];
    return block.lines.map(({ depth, text, value, note }) =>
      `${'  '.repeat(depth)}${text} | ${value} | ${note}`.trimEnd(),
    );
  });
}

function underScheme(
  fields: Partial<ScoringSchemeText>,
  units: readonly ContestUnit[],
  seats: Contest['seats'],
  unit = 'u1',
  rest: Partial<Contest> = {},
): readonly string[] {
  return linesOf(aRuleScheme(fields), { seats, units, ...rest }, unit);
}

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
      '    1 号席 | 60 | 计入；10 + 10 + 10 + 10 + 10 + 10',
      '    2 号席 | 65 | 计入；11 + 11 + 11 + 10 + 11 + 11',
      '    3 号席 | 70 | 计入；12 + 12 + 12 + 10 + 12 + 12',
      '    4 号席 | 75 | 计入；13 + 13 + 13 + 10 + 13 + 13',
      '    5 号席 | 80 | 计入；14 + 14 + 14 + 10 + 14 + 14',
      '    6 号席 | 85 | 去掉：最高分；15 + 15 + 15 + 10 + 15 + 15',
      '    7 号席 | 35 | 去掉：最低分；5 + 5 + 5 + 10 + 5 + 5',
      '    8 号席 | — | 回避；不进分母；票面 9 + 9 + 9 + 10 + 9 + 9',
      '  社会各界代表 | 75.25 | 权重 40／100；2 票合计 150.5 ÷ 2；票数不够，未去（满 7 票才去掉 1 个最高分、1 个最低分）；各项依次为：比质量、比位次、比创新、比项目、比环境、比担当',
      '    9 号席 | 80 | 计入；12 + 12 + 12 + 20 + 12 + 12',
      '    10 号席 | 70.5 | 计入；12 + 12 + 12 + 10.5 + 12 + 12',
      '# 总分之外',
      '比项目 | 12.1 | (10 × 60 + 15.25 × 40) ÷ 100',
      '  市四套班子领导 | 10 | 权重 60／100；7 票合计 70 ÷ 7',
      ...[1, 2, 3, 4, 5, 6, 7].map((seat) => `    ${seat} 号席 | 10 | 计入`),
      '    8 号席 | — | 回避；不进分母；票面 10',
      '  社会各界代表 | 15.25 | 权重 40／100；2 票合计 30.5 ÷ 2',
      '    9 号席 | 20 | 计入',
      '    10 号席 | 10.5 | 计入',
    ]);
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
      '  Weighted mean | 85.5 | (90 × 70 + 75 × 30) ÷ 100',
      '    Judges | 90 | weight 70 of 100; 1 mark: 90 ÷ 1; 1 highest, 1 lowest struck',
      '      Seat 1 | 90 | counted',
      '      Seat 2 | 91.11 | struck: highest',
      '      Seat 3 | 80 | struck: lowest',
      '    Public jury | 75 | weight 30 of 100; 3 of 4 marks, × 100',
      '      Seat 4 | 1 | counted; yes',
      '      Seat 5 | 1 | counted; yes',
      '      Seat 6 | 0 | counted; no',
      '      Seat 7 | 1 | counted; yes',
      '  Given (carried) | 80 | × 0.1; given',
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
    '    1 号席 | 80 | 计入；30 + 30 + 20',
    '    2 号席 | 85 | 计入；30 + 35 + 20',
    '    3 号席 | 90 | 计入；30 + 40 + 20',
    '    4 号席 | 70 | 去掉：最低分；30 + 20 + 20',
    '    5 号席 | 95 | 去掉：最高分；30 + 45 + 20',
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
      '  1 号席 | 4 | 计入',
      '  2 号席 | 2 | 计入',
      '  3 号席 | 2 | 计入',
      '  4 号席 | 1 | 计入',
      '  5 号席 | 3 | 计入',
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
      '  1 号席 | 1 | 计入',
      '  2 号席 | 1 | 计入',
      '  3 号席 | 1 | 计入',
      '  4 号席 | 2 | 计入',
      '  5 号席 | 4 | 去掉：最大的名次',
    ]);
  });
});

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
      '  甲组 1 号席 | 80 | 计入',
      '  甲组 2 号席 | 0 | 废票；按零计；99',
      '  甲组 3 号席 | 80 | 弃权；按同组其余评委的平均分计',
      '  甲组 4 号席 | — | 不计；不进分母；票面 70',
      '  乙组 5 号席 | 90 | 计入',
    ]);
  });

  test('given a vote that came on paper, then that stands beside it, but not beside a secret one', () => {
    const opened = { id: 'u1', onPaper: ['A1'] };
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
      '  5 号席 | 90 | 计入',
    ]);
  });

  test('RULE-17: given a secret ballot, then no line has a seat, also not of one that is waited for', () => {
    const ballots = vote({ void: 'zero', 'not-yet': 'block' }).map((own) => ({
      ...own,
      secrecy: 'anonymous' as const,
    }));
    const lines = underScheme({ groups, ballots }, [unit, { ...unit, unit: 'u2' }], seats);
    expect(lines.slice(4).filter((line) => line.includes('号席'))).toEqual([]);
    expect(lines).toContain('  甲组 无记名票 | 0 | 按规则补上；99');
    const waiting = { unit: 'u1', ballots: { vote: cast(seats, ['80', '81', null, '82', '90']) } };
    const silent = underScheme({ groups, ballots }, [waiting], seats);
    expect(silent.join('\n')).not.toMatch(/号席|A3/);
    expect(silent).toContain('打分 | — | 等待甲组的票');
  });

  test('given a result that waits, then it says for whose ballot, quorum or number', () => {
    const waiting = { unit: 'u1', ballots: { vote: cast(seats, ['80', '81', null, '82', '90']) } };
    const lines = underScheme({ groups }, [waiting], seats);
    expect(lines.slice(1)).toEqual([
      '名次 = —',
      '总分 = —',
      '状态 = 待定',
      '# 总分由来',
      '打分 | — | 等待甲组 3 号席',
    ]);
    const short = groups.map((group) => ({ ...group, quorum: { atLeast: { count: 4 } } }));
    expect(underScheme({ groups: short }, [unit], seats)).toContain('打分 | — | 等待甲组达到法定票数');
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'measure', id: 'seconds', name: '用时', measure: 'time' },
      { kind: 'sum', id: 'total', parts: [{ node: 'seconds' }] },
    ];
    expect(underScheme({ ballots: [], nodes }, [{ unit: 'u1' }], []).slice(-2)).toEqual([
      '合计 | — | 等待给定值（time）',
      '  用时 | — | 等待给定值（time）',
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
      '  1 号席 | 0 | 计入；80',
      '  2 号席 | 1 | 计入；86',
      '  3 号席 | 1 | 计入；90',
    ]);
    expect(lined({ kind: 'marks', id: 'total', ballot: 'vote', by: 'share', counting })[0]).toBe(
      '打分 | 0.666666… | 2 票 ÷ 3 票；不取整 2/3',
    );
  });

  test('given places read from marks, with points for them, then both are told', () => {
    const rival = { unit: 'u2', measures, ballots: { vote: cast(seats, ['85', '85', '85']) } };
    const placePoints = { table: ['10', '7'] };
    expect(
      lined({ kind: 'marks', id: 'total', ballot: 'vote', read: 'places', placePoints }, {}, [rival]),
    ).toContain('  1 号席 | 7 | 计入；票面 80');
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
    expect(lines.filter((line) => line.includes('1 号席'))).toHaveLength(1);
  });
});

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
