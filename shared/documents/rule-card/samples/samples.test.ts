import { describe, expect, test } from 'vitest';
import { aRuleScheme } from '../../../../test/builders/contest.ts';
import { blocksUnder, builtInSchemes, cardOf } from '../../../../test/builders/rule-cards.ts';
import { workOut } from '../../../../test/builders/shown-arithmetic.ts';
import type { ScoringSchemeText } from '../../../domain/scoring/rules/scoring-scheme.ts';
import type { Sheet, SheetBlock } from '../../sheet.ts';
import { ruleCard } from '../rule-card.ts';

type Table = Extract<SheetBlock, { kind: 'table' }>;

function tableUnder(card: Sheet, heading: RegExp): Table {
  const table = blocksUnder(card, heading).find((block): block is Table => block.kind === 'table');
  if (!table) throw new Error(`no table under ${heading}`);
  return table;
}

function factsUnder(card: Sheet, heading: RegExp): Readonly<Record<string, string>> {
  const facts = blocksUnder(card, heading).flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  return Object.fromEntries(facts.map(({ name, text }) => [name, text]));
}

function linesUnder(card: Sheet, heading: RegExp): readonly string[] {
  return blocksUnder(card, heading).flatMap((block) => (block.kind === 'lines' ? block.lines : []));
}

function cell({ columns, rows }: Table, row: number, name: string): string {
  return rows[row]?.[columns.findIndex((column) => column.name === name)] ?? '';
}

/** One group's ballots in half points, by the six criteria of the table. */
function halves(table: Table, group: string, without: string | null): readonly number[] {
  const criteria = ['比质量', '比位次', '比创新', '比项目', '比环境', '比担当'];
  return table.rows.flatMap((_, n) => {
    if (cell(table, n, '组') !== group || cell(table, n, '席位') === without) return [];
    return [criteria.reduce((sum, name) => sum + 2 * Number(cell(table, n, name)), 0)];
  });
}

/** S4 worked out anew, in whole numbers: 60 to 40, extremes struck from seven ballots on, half up to cents. */
function totalOfS4(table: Table, without: string | null): string {
  const part = (group: string) => {
    const ballots = [...halves(table, group, without)].sort((a, b) => a - b);
    const kept = ballots.length >= 7 ? ballots.slice(1, -1) : ballots;
    return { sum: kept.reduce((a, b) => a + b, 0), count: kept.length };
  };
  const [a, b] = [part('市四套班子领导'), part('社会各界代表')];
  const [above, below] = [60 * a.sum * b.count + 40 * b.sum * a.count, 2 * a.count * b.count];
  const cents = Math.floor((2 * above + below) / (2 * below));
  return (cents / 100).toFixed(2);
}

describe('worked samples', () => {
  test('given the marks on the card of S4, when they are worked out by hand, then the totals are those of the samples', () => {
    const card = cardOf('S4', 'zh-Hans');
    const marks = tableUnder(card, /^算例一/);
    expect(marks.rows).toHaveLength(14);
    const [whole, recused] = [totalOfS4(marks, null), totalOfS4(marks, '3')];
    expect(factsUnder(card, /^算例一/).总分).toMatch(new RegExp(`[=为] ?${whole}$`));
    expect(factsUnder(card, /^算例一/).市四套班子领导的均分).toMatch(
      /去掉最高 .*（第 \d+ 席）.*最低 .*（第 \d+ 席）/,
    );
    expect(linesUnder(card, /^算例二/)).toEqual([
      '其余与算例一相同，只是第 3 席（市四套班子领导）对甲单位回避。',
      `总分由 ${whole} 变为 ${recused}。`,
    ]);
    expect(factsUnder(card, /^算例二/).市四套班子领导的均分).toContain('÷ 6');
    expect(factsUnder(card, /^算例二/).市四套班子领导的均分).toContain('第 3 席回避，不计');
  });

  test.each(builtInSchemes.map(({ id }) => id))(
    'given %s, when the arithmetic that stands on its card is worked out, then each line gives what it says',
    (id) => {
      const card = cardOf(id, 'zh-Hans');
      const facts = card.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
      let worked = 0;
      for (const { name, text } of facts) {
        const [formula = ''] = text.split('；');
        const [left = '', right] = formula.split(' = ');
        const value = right === undefined ? null : workOut(left);
        if (value === null || right === undefined) continue;
        worked += 1;
        // Numbers without an end are cut off after six decimals.
        expect(Math.abs(value - (workOut(right) ?? Number.NaN)), `${name}: ${text}`).toBeLessThan(0.000_01);
      }
      expect(id === 'O10' || worked >= 3).toBe(true);
    },
  );

  test.each(builtInSchemes.map(({ id }) => id))(
    'given %s, when a unit withdraws late, then it has no place and the units behind it move up',
    (id) => {
      const table = tableUnder(cardOf(id, 'zh-Hans'), /^算例三/);
      const rows = table.rows.map((_, n) => ({
        before: cell(table, n, '退出前名次'),
        after: cell(table, n, '退出后名次'),
      }));
      const gone = rows.findIndex(({ after }) => after === '退出');
      expect(gone).toBe(1);
      expect(rows.filter((_, n) => n !== gone).map(({ after }) => after)).toEqual(['1', '2', '3']);
    },
  );

  test('given S4, when totals are equal as rounded, then the chain parts them, and a sample shows where exact totals would order otherwise', () => {
    const card = cardOf('S4', 'zh-Hans');
    const tie = linesUnder(card, /^算例四/);
    expect(tie.filter((line) => /^.单位、.单位的总分都是 \d+\.\d\d。$/.test(line))).toHaveLength(1);
    expect(tie.filter((line) => line.includes('分出先后'))).toHaveLength(1);
    const table = tableUnder(card, /^算例五/);
    const rows = table.rows.map((_, n) => ({
      exact: Number(cell(table, n, '未取整总分').replace('…', '')),
      rounded: cell(table, n, '取整后总分'),
      place: Number(cell(table, n, '本规则名次')),
      otherwise: Number(cell(table, n, '若按未取整排名')),
    }));
    const [first, second] = rows;
    expect(rows).toHaveLength(2);
    expect(first?.rounded).toBe(second?.rounded);
    expect(first?.place).toBeLessThan(second?.place ?? 0);
    expect(first?.exact).toBeLessThan(second?.exact ?? 0);
    expect(first?.otherwise).toBeGreaterThan(second?.otherwise ?? 99);
  });

  test.each(['S1', 'S2', 'S3'])(
    'given %s, then a sample shows units that exact totals would place otherwise',
    (id) => {
      const table = tableUnder(cardOf(id, 'zh-Hans'), /^算例五/);
      const places = table.rows.map((_, n) => [
        cell(table, n, '本规则名次'),
        cell(table, n, '若按未取整排名'),
      ]);
      expect(table.rows.length).toBeGreaterThan(1);
      expect(places.some(([place, otherwise]) => place !== otherwise)).toBe(true);
    },
  );

  test('given a total that isn’t rounded, or compared unrounded right after, then the card says that there is no difference', () => {
    expect(linesUnder(cardOf('O10-rank-sum', 'zh-Hans'), /^算例五/)).toEqual([
      '名次和不取整，两种排法没有差别。',
    ]);
    expect(linesUnder(cardOf('O1', 'zh-Hans'), /^算例五/).join()).toContain('两种排法的先后没有差别');
  });

  test.each(['S1', 'S2', 'S3', 'O1', 'O3', 'O7', 'O8', 'O10-rank-sum', 'O12'])(
    'given %s, then its chain parts a tie in a sample',
    (id) => {
      expect(linesUnder(cardOf(id, 'zh-Hans'), /^算例四/).join()).toContain('分出先后');
    },
  );

  test('given no chain, then the sample says how the place is shared', () => {
    expect(linesUnder(cardOf('O5', 'zh-Hans'), /^算例四/).join()).toContain('名次并列，其后名次空出');
    expect(linesUnder(cardOf('O10', 'en'), /^Sample 4/).join()).toContain('mean of the places they fill');
  });

  test('given the same scheme twice, then the samples are the same', () => {
    const again = structuredClone(builtInSchemes.find(({ id }) => id === 'S3'));
    if (!again) throw new Error('no S3');
    const input = { scheme: again, schemeHash: 'f'.repeat(64), groups: [], units: null };
    expect(ruleCard(input, 'zh-Hans')).toEqual(cardOf('S3', 'zh-Hans'));
  });

  function cardOfScheme(fields: Partial<ScoringSchemeText>): Sheet {
    return ruleCard({ scheme: aRuleScheme(fields), schemeHash: '', groups: [], units: null }, 'zh-Hans');
  }

  test('given missing marks filled with the mean of the others, then the recused seat’s is filled in the sample', () => {
    const ballots = [
      { kind: 'total', id: 'vote', maximum: '10', step: '1', missing: { recused: 'mean-of-others' } },
    ] as const;
    const facts = factsUnder(cardOfScheme({ ballots: [...ballots] }), /^算例二/);
    expect(facts.总分).toMatch(/第 3 席按规则补上/);
    expect(facts.总分).toContain('÷ 3');
  });

  test('given a withdrawn unit that is ranked with zero, then it stands last with zero in the sample', () => {
    const table = tableUnder(cardOfScheme({ units: { withdrew: 'zero' } }), /^算例三/);
    expect(table.rows[1]?.slice(-2)).toEqual(['0', '4']);
  });

  test('given a tie that only the jury parts, then the sample shows its decision', () => {
    const ranking = { by: 'total', on: 'rounded', ties: [{ kind: 'decision' }] } as const;
    const lines = linesUnder(cardOfScheme({ ranking: { ...ranking, ties: [...ranking.ties] } }), /^算例四/);
    expect(lines.join()).toContain('裁定排第 1');
    expect(lines.join()).toContain('分出先后');
  });
});
