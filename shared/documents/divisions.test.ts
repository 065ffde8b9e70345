import { describe, expect, test } from 'vitest';
import { aScheme } from '../../test/builders/definition.ts';
import { inDivisions, scoredInDivisions, streets, towns } from '../../test/builders/divisions.ts';
import { count } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aFigureSource, aSheetSource } from '../../test/builders/sheet-source.ts';
import { contestOf } from '../domain/contest-of.ts';
import { agreementOf } from '../domain/scoring/rules/agreement.ts';
import { calculator } from '../domain/scoring/rules/calculate.ts';
import { panelsOf } from '../domain/scoring/rules/panels.ts';
import { type Language, languages, sameText } from '../kernel/language.ts';
import { afterCountSheet } from './after-count/after-count-sheet.ts';
import { announcerSheet } from './announcer-sheet.ts';
import { openingSheet } from './opening-sheet.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { resultJson } from './result-json.ts';
import { resultSheet } from './result-sheet.ts';
import type { Sheet } from './sheet.ts';
import { sheetWords } from './sheet-words.ts';
import { unitSheet } from './unit-sheet.ts';

const scheme = {
  ...aScheme(),
  prizes: [{ id: 'best', name: sameText('一等奖'), quota: 1, better: 'higher' as const }],
};
const { state } = scoredInDivisions(inDivisions(scheme)).and(count());
if (state.result.kind === 'none') throw new Error('not counted');
const { figures } = state.result;
const source = { ...aFigureSource(state.definition, figures), contest: contestOf(state) };

/** Headings, and the tables below them as `place unit`; other blocks by their kind. */
function shapeOf({ blocks }: Sheet): readonly string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return `# ${block.text}`;
    if (block.kind === 'table') return block.rows.map(([place, unit]) => `${place} ${unit}`).join(', ');
    return block.kind;
  });
}

describe('DIVISION-6: the sheets of an event with divisions', () => {
  test.each(languages)(
    'given the result or the ranking in %s, then each division is a table under its name',
    (language) => {
      const tables = [
        `# ${streets.name[language]}`,
        '1 示例 u2, 2 示例 u4',
        `# ${towns.name[language]}`,
        '1 示例 u3, 1 示例 u5, 3 示例 u1',
      ];
      expect(shapeOf(resultSheet(source, figures, language)).slice(0, 4)).toEqual(tables);
      expect(shapeOf(rankingSheet(source, figures, language)).slice(0, 4)).toEqual(tables);
    },
  );

  test('given a prize, then each division has its own, and equal units across the line stay contested', () => {
    const { blocks } = resultSheet(source, figures, 'zh-Hans');
    const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
    expect(facts.filter(({ name }) => name.startsWith('一等奖'))).toEqual([
      { name: '一等奖（街道组）', text: '示例 u2' },
      { name: '一等奖（乡镇组）', text: '同分待定：示例 u3、示例 u5' },
    ]);
  });

  test('given the announcer’s script, then it is read as the wall shows it: division after division, last to first', () => {
    const { blocks } = announcerSheet(source, figures, 'zh-Hans');
    const lines = blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
    expect(lines.map((line) => /下面是..组|u\d/.exec(line)?.[0] ?? '')).toEqual([
      '',
      '下面是街道组',
      'u4',
      'u2',
      '下面是乡镇组',
      'u1',
      'u5',
      'u3',
      '',
      // The changelog, without an entry.
      '',
    ]);
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
      '街道组',
      '乡镇组',
      sheetWords['zh-Hans'].changes,
    ]);
  });

  test('given the sheet of the opening, then the units stand division by division', () => {
    const sheet = openingSheet(aSheetSource(given(inDivisions(scheme)).state), 'zh-Hans');
    expect(JSON.stringify(sheet)).toContain('街道组：示例 u2、示例 u4；乡镇组：示例 u1、示例 u3、示例 u5');
  });

  test('given a unit’s own sheet, then it names the division that its place is in', () => {
    const sheet = unitSheet(aSheetSource(state), 'u4', 'en');
    const facts = sheet.ok
      ? sheet.value.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
      : [];
    expect(facts).toContainEqual({ name: 'Division', text: 'Streets' });
  });

  test('given the result for other programs, then divisions and the one of each unit are in it', () => {
    const document = JSON.parse(
      resultJson({ ...source, state: { ...source.state, result: state.result } }, figures, 'en'),
    );
    expect(document.event.divisions).toEqual(JSON.parse(JSON.stringify([streets, towns])));
    expect(
      document.figures.units.map(({ id, unit, division, place }: Record<string, string>) => [
        id ?? unit,
        division,
        place,
      ]),
    ).toEqual([
      ['u2', 'streets', '1'],
      ['u4', 'streets', '2'],
      ['u3', 'towns', '1'],
      ['u5', 'towns', '1'],
      ['u1', 'towns', '3'],
    ]);
  });
});

describe('DIVISION-5: what a count looks like afterwards', () => {
  const calculation = calculator(state.definition.scheme)(contestOf(state));

  test('given two divisions, then each group’s agreement is that on the units of one of them', () => {
    const found = panelsOf(calculation).map(({ ballot, group, division }) => {
      const { judges, units } = agreementOf(calculation, ballot.id, group, division);
      return `${division} ${group}: ${judges} on ${units.join()}`;
    });
    expect(found).toEqual([
      'streets A: 2 on u2,u4',
      'streets B: 1 on u2,u4',
      'towns A: 2 on u1,u3,u5',
      'towns B: 1 on u1,u3,u5',
    ]);
  });

  test('given the sheet, then panels stand with their division', () => {
    const sheetIn = (language: Language) => afterCountSheet(aSheetSource(state), language);
    const sheet = sheetIn('zh-Hans');
    expect(JSON.stringify(sheet)).toContain('街道组 · A');
    expect(JSON.stringify(sheet)).toContain('乡镇组 · B');
  });
});
