import { describe, expect, test } from 'vitest';
import { asStored, EVENT, LogWriter } from '../../../test/builders/log-of-forty.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { compareLogs, type LogsOfFile } from './compare-logs.ts';

function log(...kinds: readonly string[]) {
  const writer = new LogWriter();
  for (const kind of kinds) writer.append(kind, {});
  return asStored(writer.linked);
}

function file(...logs: readonly (readonly string[])[]): LogsOfFile {
  return { event: EVENT, logs: logs.map((kinds, index) => ({ version: index + 1, rows: log(...kinds) })) };
}

const compared = (first: LogsOfFile, second: LogsOfFile) => compareLogs(first, second, sha256Hex);

describe('EVENT-6: two files of one event', () => {
  test('given the same entries, then they are the same', () => {
    expect(compared(file(['A', 'B'], ['C']), file(['A', 'B'], ['C']))).toEqual({ kind: 'same' });
  });

  test('given one is the other gone on, in its log or by a version, then that is no fork', () => {
    const from = { version: 1, n: 1 };
    expect(compared(file(['A']), file(['A', 'B']))).toEqual({ kind: 'goes-on', longer: 'second', from });
    expect(compared(file(['A', 'B'], ['C']), file(['A']))).toEqual({
      kind: 'goes-on',
      longer: 'first',
      from,
    });
    expect(compared(file(['A', 'B']), file(['A', 'B'], ['C']))).toEqual({
      kind: 'goes-on',
      longer: 'second',
      from: { version: 2, n: 0 },
    });
  });

  test('given two versions of one closed log, then they fork at the opening, with both hashes', () => {
    const [one, other] = [file(['A', 'B'], ['C']), file(['A', 'B'], ['D'])];
    const hash = ({ logs }: LogsOfFile) => sha256Hex(logs[1]?.rows[0]?.text ?? '');
    expect(compared(one, other)).toEqual({
      kind: 'fork',
      at: { version: 2, n: 0 },
      first: hash(one),
      second: hash(other),
    });
  });

  test('given another entry in the middle, or one more in a log that was superseded, then they fork there', () => {
    expect(compared(file(['A', 'B']), file(['A', 'C']))).toMatchObject({
      kind: 'fork',
      at: { version: 1, n: 1 },
    });
    expect(compared(file(['A'], ['C']), file(['A', 'B']))).toMatchObject({
      kind: 'fork',
      at: { version: 1, n: 1 },
      first: null,
    });
  });

  test('given an entry that can’t be read in either, then nobody can say that they are the same', () => {
    const unread: LogsOfFile = {
      event: EVENT,
      logs: [{ version: 1, rows: log('A', 'B').map((row) => (row.n === 1 ? { ...row, text: null } : row)) }],
    };
    expect(compared(unread, unread)).toEqual({
      kind: 'fork',
      at: { version: 1, n: 1 },
      first: null,
      second: null,
    });
  });

  test('given another event, then they aren’t compared', () => {
    expect(compared(file(['A']), { ...file(['A']), event: 'other' })).toEqual({ kind: 'other-event' });
  });
});
