import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aRuleScheme } from '../../../test/builders/contest.ts';
import { sectionOf, wordsOf } from '../../../test/builders/rule-cards.ts';
import type { ScoringSchemeText } from '../../domain/scoring/rules/scoring-scheme.ts';
import { type ValueNode, valueNodeSchema } from '../../domain/scoring/rules/value-node.ts';
import { languages } from '../../kernel/language.ts';
import { nodeClauses } from './node-words.ts';
import { ruleCard } from './rule-card.ts';
import { speakerOf } from './speaker-of.ts';

const page = readFileSync(join(import.meta.dirname, '../../../resources/schemes/FORMAT.md'), 'utf8');

/** The examples of the format's page, one a line. */
function examples(name: 'ballots' | 'nodes'): readonly unknown[] {
  const [, lines = ''] = new RegExp(`\`\`\`${name}\n([^\`]*)\`\`\``).exec(page) ?? [];
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const everything = {
  groups: [
    { id: 'judges', weight: 60 },
    { id: 'public', weight: 40 },
  ],
  facts: [{ id: 'k', value: '100' }],
  ballots: examples('ballots'),
  nodes: examples('nodes'),
} as Partial<ScoringSchemeText>;

function ranked(by: string) {
  return aRuleScheme({
    ...everything,
    ranking: { by, on: 'rounded', ties: [{ kind: 'count-back', ballot: 'a' }] },
  });
}

const nodes = ranked('n5').nodes;

describe('the words of nodes', () => {
  test('given the examples of the format, then every kind of node is among them', () => {
    const kinds = valueNodeSchema.options.map(({ shape }) => shape.kind.value);
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  test.each(nodes.map((node): [string, ValueNode] => [`${node.kind} ${node.id}`, node]))(
    'given the node %s, then it is said in each language',
    (_, node) => {
      for (const language of languages) {
        const clauses = nodeClauses(speakerOf(ranked('n5'), {}, language), node);
        expect(clauses.length).toBeGreaterThan(0);
        for (const clause of clauses)
          expect(clause).toMatch(language === 'en' ? /[a-z]|×|÷/ : /[\u4e00-\u9fff]|×|÷/);
        expect(clauses.join()).not.toMatch(/undefined|null|\bn\d+\b/);
      }
    },
  );

  test.each(nodes.filter(({ each }) => each === undefined).map(({ id }) => id))(
    'given units ranked by the node %s, then its card has samples in each language',
    (id) => {
      for (const language of languages) {
        const card = ruleCard({ scheme: ranked(id), schemeHash: '', groups: [], units: null }, language);
        const words = wordsOf(card).join('\n');
        expect(words).not.toMatch(/undefined|NaN|null|\bn\d+\b/);
        expect(words).toMatch(language === 'en' ? /Sample 5/ : /算例五/);
      }
    },
  );

  function methodOf(nodes: ScoringSchemeText['nodes'], by: string): string {
    const scheme = aRuleScheme({ ...everything, nodes, ranking: { by, on: 'exact' } });
    const card = ruleCard({ scheme, schemeHash: '', groups: [], units: null }, 'zh-Hans');
    return sectionOf(card, '二、计分').join('\n');
  }

  test('given a trim of sub-panels, a line and a best of several, then each is said as an official text would', () => {
    expect(
      methodOf(
        [
          {
            kind: 'marks',
            id: 't',
            ballot: 'b',
            trim: { high: 2, low: 2, fromCount: 5, minimumLeft: 3, per: 'group' },
          },
        ],
        't',
      ),
    ).toContain(
      '各组分别去掉两个最高分和两个最低分（组内有效票满 5 张时），去掉后不足 3 张的不去，分数相同的只去掉席号最前的',
    );
    const line = [
      { kind: 'measure', id: 'm', measure: 'distance' },
      { kind: 'linear', id: 't', of: 'm', base: '60', rate: '1.8', par: { fact: 'k' }, floor: '0' },
    ] as const;
    expect(methodOf([...line], 't')).toContain(
      '总分：60 + 1.8 × (距离 − “基准点”（本规则为 100）)；最低为 0。',
    );
    const best = [
      { kind: 'measure', id: 'm', each: 'attempts', measure: 'seconds' },
      { kind: 'pick', id: 't', from: { items: 'm' }, better: 'lower', dropBest: 1, dropWorst: 1, by: 'mean' },
    ] as const;
    expect(methodOf([...best], 't')).toContain(
      '取各次试做的用时（秒）；去掉一个最好的；去掉一个最差的；取平均；数值小的为好；未完成的视为最差',
    );
  });

  test('given equal marks that share points of places, then the card takes the mean of the points, as the result does', () => {
    const points = { table: ['12', '10', '8'] };
    expect(
      methodOf(
        [{ kind: 'marks', id: 't', ballot: 'b', read: 'places', partial: 'stretched', placePoints: points }],
        't',
      ),
    ).toMatch(/同分的取所占名次得分的平均数；取每位评委的名次；.*两个名次之间的，得分按直线折算/);
    const shared = { kind: 'place', id: 't', of: 'm', shared: 'averaged', placePoints: points } as const;
    const mark = { kind: 'marks', id: 'm', ballot: 'b' } as const;
    expect(methodOf([mark, shared], 't')).toContain('相同的取所占名次得分的平均数');
  });

  test('given a shortest time of its own, then the card counts time under from it', () => {
    const time: ScoringSchemeText['nodes'] = [
      { kind: 'measure', id: 'm', measure: 'seconds' },
      {
        kind: 'time',
        id: 't',
        of: 'm',
        limit: '480',
        atLeast: '360',
        under: { kind: 'bands', bands: [{ from: '1', points: '-0.1' }] },
      },
    ];
    expect(methodOf(time, 't')).toContain(
      '最短为 360 秒；超时不扣分；不足最短时间 1 秒以上（含）的，扣 0.1 分',
    );
  });

  test('given one ballot of names, then its votes are a phrase of their own', () => {
    const scheme = aRuleScheme({
      ballots: [{ kind: 'approval', id: 'f', atMost: 3 }],
      nodes: [{ kind: 'marks', id: 't', ballot: 'f', by: 'count' }],
      ranking: { by: 't', on: 'exact' },
    });
    const card = ruleCard({ scheme, schemeHash: '', groups: [], units: null }, 'zh-Hans');
    expect(sectionOf(card, '二、计分')).toEqual(['总分：得票数。']);
  });

  test('given places taken as written, then the card says that nobody moves up when a unit leaves', () => {
    const said = (read: 'marks' | 'places') => {
      const scheme = aRuleScheme({
        ballots: [{ kind: 'ranking', id: 'd' }],
        nodes: [{ kind: 'marks', id: 't', ballot: 'd', read, by: 'sum' }],
        ranking: { by: 't', better: 'lower', on: 'exact' },
      });
      const card = ruleCard({ scheme, schemeHash: '', groups: [], units: null }, 'zh-Hans');
      return sectionOf(card, /缺席/).join('\n');
    };
    expect(said('marks')).toContain('有单位退出的，计算总分时，其余单位在票上的名次照所写的计，不往前递补。');
    expect(said('places')).not.toContain('递补');
  });
});
