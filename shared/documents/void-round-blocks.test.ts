import { expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import {
  ballot,
  count,
  decideRest,
  lock,
  next,
  open,
  pair,
  turn,
  voidRound,
} from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import type { Round } from '../domain/round.ts';
import type { EventState } from '../domain/state.ts';
import { unitId } from '../kernel/brand.ts';
import { type Language, languages } from '../kernel/language.ts';
import { changeLines } from './change-lines.ts';
import { countSheet } from './count-sheet.ts';
import { unitSheet } from './unit-sheet.ts';

const seats = ['A1', 'A2', 'B1'];
const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
const seated = given(definition, next, ...seats.map((seat) => pair(seat)));

function tablesOf(state: EventState, language: Language) {
  const sheet = countSheet(aSheetSource(state), language);
  if (!sheet.ok) throw new Error(sheet.error);
  return sheet.value.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

const voted = seated.and(
  next,
  ballot('A1', 'u1', ['50', '30']),
  ballot('A2', 'u1', ['50', '30']),
  voidRound('u1'),
  open('u1'),
  ballot('A1', 'u1', ['40', '30']),
  ballot('A2', 'u1', ['40', '30']),
  next,
  decideRest('u1'),
  lock('u1'),
);
const { state } = voted.and(...turn('u2', seats), next, count());

test('ROUND-13: given a vote that was held again, then the count sheet has the void round with its ballots, apart from those that count', () => {
  const [counted, voided] = tablesOf(state, 'zh-Hans');
  expect(counted?.rows[0]?.slice(0, 6)).toEqual(['示例 u1', '2', 'A', '2', '2', '2']);
  expect(voided?.columns.map(({ name }) => name)).toEqual(['单位', '轮', '作废前收回', '处理']);
  expect(voided?.rows).toEqual([['示例 u1', '1', '2', '作废重投']]);
});

test('ROUND-13: given a vote that was held again, then the changelog tells its two rounds apart', () => {
  expect(changeLines(state, 'zh-Hans', () => '').map(({ what }) => what)).toEqual([
    '示例 u1 第 1 轮：评票作废',
    '示例 u1 第 2 轮 第 3 席：记缺席',
  ]);
});

test.each(languages)(
  'ROUND-14: given a vote for the wrong unit, then the right one is named (%s)',
  (language) => {
    const round = state.rounds['u1.1'];
    if (!round) throw new Error('no round');
    const meant: Round = { ...round, voidedAs: 'wrong-unit', movedTo: unitId('u2') };
    const row = tablesOf({ ...state, rounds: { ...state.rounds, [meant.id]: meant } }, language).at(1)
      ?.rows[0];
    expect(row?.slice(0, 3)).toEqual(['示例 u1', '1', '2']);
    expect(row?.[3]).toContain('示例 u2');
  },
);

test('given no void round, then the count sheet has no such table', () => {
  const all = seated.and(...turn('u1', seats), ...turn('u2', seats), next, count());
  const names = tablesOf(all.state, 'en').flatMap(({ columns }) => columns.map(({ name }) => name));
  expect(names).toContain('Returned');
  expect(names).not.toContain('Returned before');
});

test('given means whose rounding moves the last digit, then the unit’s own sheet says what a reader works out', () => {
  // 60.125 and 60.1666…: 0.6 × 60.125 + 0.4 × 60.1666… = 60.1416…; from the printed 60.13 and 60.17 it is 60.146.
  const uneven = aDefinition({ seats: { A: 4, B: 3 }, units: ['u1'] });
  const all = uneven.seats.map(({ id }) => id);
  const isRaised = (n: number) => n === 0 || n === 4;
  const { state: scored } = given(uneven, next, ...all.map((seat) => pair(seat))).and(
    next,
    ...all.map((seat, n) => ballot(seat, 'u1', ['40', isRaised(n) ? '20.5' : '20'])),
    next,
    lock('u1'),
    next,
    count(),
  );
  const sheet = unitSheet(aSheetSource(scored), 'u1', 'en');
  if (!sheet.ok) throw new Error(sheet.error);
  const facts = sheet.value.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  expect(facts).toContainEqual({ name: 'Total', text: '60.14' });
  expect(facts.find(({ name }) => name === 'Remark')?.text).toContain('60.15 when worked out from the means');
});
