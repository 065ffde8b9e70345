import { describe, expect, test } from 'vitest';
import type { Head, VersionOrder } from '../../../shared/domain/log/entry.ts';
import { logOpenedBody } from '../../../shared/domain/log/entry.ts';
import {
  asStored,
  buildLogOfForty,
  EVENT,
  LogWriter,
  newSigningKey,
} from '../../../test/builders/log-of-forty.ts';
import { findFork } from './find-fork.ts';

const host = newSigningKey();
const first = buildLogOfForty(host);
const end = first.length - 1;
const hashAt = (n: number) => first[n]?.hash ?? '';
const former = [{ version: 1, rows: asStored(first) }];
const other = 'e'.repeat(64);

const order: VersionOrder = {
  version: 2,
  supersedes: { event: EVENT, version: 1, n: end, hash: hashAt(end) },
  orderedBy: '评委会',
  reason: '计分有误',
};
const second = new LogWriter();
second.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1', order));
second.append('VersionOpened', order);
const rows = asStored(second.linked);

const noted =
  (version: number, ...heads: readonly Head[]) =>
  (of: number) =>
    of === version ? heads : [];

describe('two histories of one event', () => {
  test('EVENT-6: given what was noted of the carried and the own log is there, then there is no fork', () => {
    expect(findFork({ version: 2, rows, former }, () => [])).toBeNull();
    expect(findFork({ version: 2, rows, former }, noted(1, { n: end, hash: hashAt(end) }))).toBeNull();
    const own = second.head;
    if (!own) throw new Error('no entry');
    expect(findFork({ version: 2, rows, former }, noted(2, own))).toBeNull();
  });

  test('EVENT-6: given a carried log that ended before a noted entry, then it is a fork; an own log may have lost its end', () => {
    const late = { n: end + 3, hash: other };
    expect(findFork({ version: 2, rows, former }, noted(1, late))).toEqual({
      at: { version: 1, n: end + 3 },
      noted: other,
      found: null,
    });
    expect(findFork({ version: 2, rows, former }, noted(2, late))).toBeNull();
  });

  test('EVENT-6: given another hash at a noted entry of the carried log, then both are told', () => {
    expect(findFork({ version: 2, rows, former }, noted(1, { n: 7, hash: other }))).toEqual({
      at: { version: 1, n: 7 },
      noted: other,
      found: hashAt(7),
    });
  });

  test('EVENT-6: given a damaged log, carried or own, then it is damaged, and not called a fork', () => {
    const spoilt = rows.map((row) => (row.n === 1 ? { ...row, text: `${row.text} ` } : row));
    const claimed = noted(1, { n: 7, hash: other });
    expect(findFork({ version: 2, rows: spoilt, former }, claimed)).toBeNull();
    const without = [{ version: 1, rows: asStored(first).filter(({ n }) => n !== 9) }];
    expect(findFork({ version: 2, rows, former: without }, claimed)).toBeNull();
  });
});
