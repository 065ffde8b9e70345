import { describe, expect, test } from 'vitest';
import { aDefinition } from '../../test/builders/definition.ts';
import { attach, count, lock, next, pair, reopen, turn } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { languages } from '../kernel/language.ts';
import { makeSheet } from './make-sheet.ts';

const seats = ['A1', 'A2', 'B1'];
const counted = given(
  aDefinition(),
  ...seats.map((seat) => pair(seat)),
  next,
  ...turn('u1', seats),
  ...turn('u2', seats, ['40', '20']),
).and(count());
const other = 'd'.repeat(64);

describe.each(['count', 'result'] as const)('photos of the signed protocol on the %s sheet', (kind) => {
  test.each(languages)(
    'given photos of two counts, then each stands there with its hash, in %s',
    (language) => {
      const { state } = counted
        .and(attach(), reopen('u1'), lock('u1'), count())
        .and(attach({ name: 'page 2.pdf', type: 'application/pdf', hash: other }));
      const sheet = makeSheet(kind, aSheetSource(state), { unit: null, seat: null }, language);
      const facts = sheet.ok
        ? sheet.value.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []))
        : [];
      expect(facts.find(({ name }) => name === 'protocol.jpg')?.text).toMatch(
        new RegExp(`1.*293 KiB.*${'c'.repeat(64)}$`),
      );
      expect(facts.find(({ name }) => name === 'page 2.pdf')?.text).toMatch(new RegExp(`2.*${other}$`));
    },
  );

  test('given none, then nothing is said of them', () => {
    const texts = (state: typeof counted.state) => {
      const sheet = makeSheet(kind, aSheetSource(state), { unit: null, seat: null }, 'en');
      return sheet.ok ? JSON.stringify(sheet.value.blocks) : '';
    };
    expect(texts(counted.and(attach()).state)).toContain('signed protocol');
    expect(texts(counted.state)).toContain('"rows"');
    expect(texts(counted.state)).not.toContain('signed protocol');
  });
});
