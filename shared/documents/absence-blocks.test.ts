import { expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { away, back, count, next, pair, turn } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { languages } from '../kernel/language.ts';
import { changeLines } from './change-lines.ts';
import { countSheet } from './count-sheet.ts';

const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
const seated = given(definition, next, pair('A1'), pair('A2'), pair('B1'));
const [first, second] = definition.units;

function tablesOf(happened: typeof seated, language: (typeof languages)[number]) {
  const changes = changeLines(happened.state, language, (wall) => new Date(wall).toISOString().slice(11, 19));
  const sheet = countSheet(aSheetSource(happened.state, { changes }), language);
  if (!sheet.ok) throw new Error(sheet.error);
  return sheet.value.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

test.each(languages)(
  'AWAY-6: given one panelist away for good and one who came back, then the count sheet says when, why and what was missed (%s)',
  (language) => {
    const happened = seated.and(
      away('B1', 'unwell'),
      ...turn('u1', ['A1', 'A2']),
      away('A2', 'called away'),
      ...turn('u2', ['A1']),
      back('A2', 'in the hall'),
      next,
      count(),
    );
    const [, table] = tablesOf(happened, language);
    expect(table?.columns).toHaveLength(5);
    const [unwell, called] = table?.rows ?? [];
    expect(unwell?.[0]).toBe('3');
    expect(unwell?.[1]).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(unwell?.[3]).toContain(first?.name[language]);
    expect(unwell?.[3]).toContain(second?.name[language]);
    expect(unwell?.[4]).toBe('unwell');
    expect(called?.[1]).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(called?.[2]).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(called?.[2] && called[1] && called[2] > called[1]).toBe(true);
    expect(called?.[3]).toBe(second?.name[language]);
    expect(called?.[4]).toMatch(/called away.*in the hall/);
  },
);

test('AWAY-6: given nobody was away, then the count sheet has no such table', () => {
  const all = ['A1', 'A2', 'B1'];
  const happened = seated.and(...turn('u1', all), ...turn('u2', all), next, count());
  const names = tablesOf(happened, 'en').flatMap(({ columns }) => columns.map(({ name }) => name));
  expect(names).toContain('Returned');
  expect(names).not.toContain('Absent from');
});
