import { describe, expect, test } from 'vitest';
import { anEventUnder } from '../../test/builders/any-event.ts';
import { timedRuns } from '../../test/builders/attempts.ts';
import { next } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import type { Command } from '../domain/command.ts';
import { contestOf } from '../domain/contest-of.ts';
import type { Measurement } from '../domain/scoring/rules/contest.ts';
import { type Language, languages } from '../kernel/language.ts';
import { type SheetKind, sheetKinds } from '../views/sheet-kinds.ts';
import { changeLines } from './change-lines.ts';
import { makeSheet, sheetList } from './make-sheet.ts';
import { resultJson } from './result-json.ts';
import type { Sheet } from './sheet.ts';

const run = (unit: string, id: string, value: Measurement, reason = ''): Command => ({
  kind: 'RecordMeasure',
  unit,
  attempt: { list: 'runs', id },
  measure: 'seconds',
  value,
  reason,
});
const { state } = given(anEventUnder(timedRuns, { units: ['u1', 'u2'], seats: 1 })).and(
  next,
  run('u1', 'a1', '12.1'),
  run('u1', 'a1', '12.3', 'misread'),
  run('u1', 'a2', { kind: 'did-not-finish' }),
  run('u2', 'a1', '12.4'),
  run('u2', 'a2', '11.9'),
  { kind: 'CountRounds', notCalled: [] },
);
const source = aSheetSource(state);

function sheet(kind: SheetKind, language: Language, unit: string | null = null): Sheet {
  const made = makeSheet(kind, source, { unit, seat: null }, language);
  if (!made.ok) throw new Error(`${kind}: ${made.error}`);
  return made.value;
}

const tables = ({ blocks }: Sheet) =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [[block.columns.map(({ name }) => name), ...block.rows]] : [],
  );

describe('attempts on sheets', () => {
  test('ATTEMPT-2: given numbers of attempts, then each stands by the attempt’s name, in the event’s order', () => {
    expect(tables(sheet('result', 'zh-Hans'))[1]).toEqual([
      ['单位', '第几次', 'run'],
      ['示例 u1', '第 1 次', '12.3'],
      ['示例 u1', '第 2 次', '未完成'],
      ['示例 u2', '第 1 次', '12.4'],
      ['示例 u2', '第 2 次', '11.9'],
    ]);
    expect(tables(sheet('unit', 'en', 'u1'))[0]).toEqual([
      ['Attempt', 'run'],
      ['Attempt 1', '12.3'],
      ['Attempt 2', 'did not finish'],
    ]);
    const tree = sheet('tree', 'en', 'u1').blocks.find((block) => block.kind === 'tree');
    expect(tree?.lines.map(({ text, value }) => `${text} ${value}`)).toEqual([
      'Pick 12.3',
      'run · Attempt 1 12.3',
      'run · Attempt 2 —',
    ]);
    expect(JSON.stringify(sheet('rule-card', 'en'))).toContain(
      'Every unit makes 2, in this order: Attempt 1 and Attempt 2.',
    );
  });

  test('ATTEMPT-2: given a corrected number of an attempt, then the changelog and the export name the attempt', () => {
    expect(changeLines(state, 'en', () => '')).toMatchObject([
      { what: expect.stringContaining('示例 u1 Attempt 1'), reason: expect.stringContaining('misread') },
    ]);
    const exported = JSON.parse(
      resultJson(
        { ...source, contest: contestOf(state) },
        state.result.kind === 'none' ? ([] as never) : state.result.figures,
        'en',
      ),
    );
    expect(exported.figures.units[1].attempts.runs).toMatchObject([
      { id: 'a1', name: { en: 'Attempt 1' }, measures: { seconds: '12.3' } },
      { id: 'a2', measures: { seconds: { kind: 'did-not-finish' } } },
    ]);
  });

  test.each(languages)(
    'BESIDE-5: given nobody votes, then every sheet but those of ballots can be had in %s',
    (language) => {
      const refused = sheetList(state, language).documents.filter(({ refusal }) => refusal !== null);
      expect(refused).toEqual([
        { kind: 'paper-ballot', refusal: 'no-ballots' },
        { kind: 'seat', refusal: 'no-ballots' },
      ]);
      for (const { kind, refusal } of refused)
        expect(makeSheet(kind, source, { unit: null, seat: null }, language)).toEqual({
          ok: false,
          error: refusal,
        });
      const made = sheetKinds.filter((kind) => refused.every((each) => each.kind !== kind));
      for (const kind of made) {
        const text = JSON.stringify(sheet(kind, language, kind === 'unit' || kind === 'tree' ? 'u2' : null));
        expect(text).not.toMatch(/undefined|\bNaN\b|\[object/);
      }
      expect(JSON.stringify(sheet('after-count', language))).not.toContain('"W"');
    },
  );
});
