import { describe, expect, test } from 'vitest';
import { anEventUnder } from '../../test/builders/any-event.ts';
import { countedEvent, drawnPapers, steadyDraw } from '../../test/builders/counted-event.ts';
import type { Order } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { measuresAsked } from '../domain/scoring/beside-ballots.ts';
import { type Language, languages } from '../kernel/language.ts';
import { type SheetKind, sheetKinds } from '../views/sheet-kinds.ts';
import { type Chosen, makeSheet } from './make-sheet.ts';
import type { Sheet, SheetBlock } from './sheet.ts';

const names = [
  ...['O1-speech', 'O3-singers', 'O5-pitch', 'O7-skills', 'O8-interview', 'O9-debate', 'O10-rank-sum'],
  ...['O11-appraisal', 'O12-election', 'S1-county-ranking', 'S2-satisfaction', 'S3-township-hundred'],
];

/** The built-in scheme with a panel of this size for each group, every round held and counted. */
function held(name: string, seats = 4) {
  const definition = anEventUnder(builtIn(name), { seats, units: ['u1', 'u2', 'u3', 'u4'] });
  const times = definition.units.flatMap(({ id }, n) =>
    measuresAsked(definition.scheme).map(
      (measure): Order => ({
        kind: 'RecordMeasure',
        unit: id,
        measure: measure.id,
        value: `${290 + 20 * n}`,
        reason: '',
      }),
    ),
  );
  return countedEvent(definition, drawnPapers(steadyDraw(7)), times).state;
}

type Block<Kind extends SheetBlock['kind']> = Extract<SheetBlock, { kind: Kind }>;

function blocks<Kind extends SheetBlock['kind']>(sheet: Sheet, kind: Kind): readonly Block<Kind>[] {
  return sheet.blocks.filter((block): block is Block<Kind> => block.kind === kind);
}

/** Every sheet of an event that can be had, each unit's and each seat's among them. */
function everySheet(state: ReturnType<typeof held>, language: Language): readonly Sheet[] {
  const { units, seats } = state.definition;
  const subjects: { readonly [kind in SheetKind]?: readonly Chosen[] } = {
    unit: units.map(({ id }) => ({ unit: id, seat: null })),
    tree: units.map(({ id }) => ({ unit: id, seat: null })),
    seat: seats.map(({ id }) => ({ unit: null, seat: id })),
    'paper-ballot': [
      { unit: null, seat: null },
      { unit: 'u2', seat: null },
      { unit: null, seat: seats[0]?.id ?? '' },
    ],
  };
  return sheetKinds.flatMap((kind) =>
    (subjects[kind] ?? [{ unit: null, seat: null }]).flatMap((chosen) => {
      const sheet = makeSheet(kind, aSheetSource(state), chosen, language);
      if (sheet.ok) return [sheet.value];
      expect(['opening-too-late', 'ballot-secret']).toContain(sheet.error);
      return [];
    }),
  );
}

const sumWords = ['合计', '合計', 'Sum'];

/** Whether every row of sums in a table is that of the rows right above it, as they are printed. */
function sumsAreShown({ rows, columns }: Block<'table'>): boolean {
  // Where a unit's rows name it only once, its sum is that of its own rows.
  const isByUnit = rows.some(([first]) => first === null);
  let [from, isTrue] = [0, true];
  for (const [at, row] of rows.entries()) {
    if (!row.some((cell) => sumWords.includes(cell ?? ''))) {
      if (isByUnit && row[0] !== null) from = at;
      continue;
    }
    for (const [column, { content }] of columns.entries()) {
      const sum = row[column];
      if (content.kind !== 'number' || sum === null || sum === undefined) continue;
      const above = rows.slice(from, at).map((other) => Number(other[column] ?? 0));
      const shown = above.reduce((total, value) => total + value, 0);
      if (Math.abs(shown - Number(sum)) > 1e-9) isTrue = false;
    }
  }
  return isTrue;
}

describe.each(names)('the documents of %s', (name) => {
  const state = held(name);

  test('given every round held, then each can be made in three languages, every row fills its columns, and sums are those of what is shown', () => {
    for (const language of languages) {
      const sheets = everySheet(state, language);
      expect(sheets.length).toBeGreaterThan(12);
      for (const sheet of sheets) {
        expect(JSON.stringify(sheet)).not.toMatch(/undefined|NaN|\[object/);
        for (const table of blocks(sheet, 'table')) {
          expect(table.columns.map((column) => column.name)).not.toContain('');
          for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
          expect([sheet.name, sumsAreShown(table)]).toEqual([sheet.name, true]);
        }
      }
    }
  });

  test('given no round yet, then the opening sheet names every ballot of the scheme', () => {
    const { state: before } = given(state.definition);
    const sheet = makeSheet('opening', aSheetSource(before), { unit: null, seat: null }, 'zh-Hans');
    if (!sheet.ok) throw new Error(sheet.error);
    const facts = blocks(sheet.value, 'facts').flatMap(({ facts: some }) => some);
    const ways = facts.filter(({ text }) => /逐个单位|全部单位一张票/.test(text));
    expect(ways).toHaveLength(state.definition.scheme.ballots.length);
  });
});
