import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readStoredEntries } from './event-rows.ts';
import { SCHEMA } from './schema.ts';

/** What is read back where these bytes, or this text, were stored for one entry. */
function readBack(bytes: Buffer | string): string | null | undefined {
  const db = new Database(':memory:');
  try {
    db.exec(SCHEMA);
    const insert = db.prepare(
      "INSERT INTO entries (n, bytes, hash, prev, wall, mono, boot, kind) VALUES (?, ?, 'h', 'p', 1, 2, 'b', 'k')",
    );
    insert.run(0, Buffer.from('before'));
    insert.run(1, bytes);
    insert.run(2, Buffer.from('after'));
    const rows = [...readStoredEntries(db)];
    expect(rows.map(({ n }) => n)).toEqual([0, 1, 2]);
    expect(rows[2]).toEqual({
      n: 2,
      text: 'after',
      columns: { hash: 'h', prev: 'p', wall: 1, mono: 2, boot: 'b', kind: 'k' },
    });
    return rows[1]?.text;
  } finally {
    db.close();
  }
}

describe('the bytes of a stored entry', () => {
  test.each([
    ['Latin letters', '{"a":1}'],
    ['Chinese and a character beyond the basic plane', '{"名":"擂台𠮷"}'],
    ['a replacement character that is meant', '{"a":"\ufffd"}'],
    ['a byte order mark', '\ufeff{}'],
    ['a zero byte', '{"a":"\0b"}'],
    ['nothing', ''],
  ])('given %s, when read, then the text has exactly these bytes', (_, text) => {
    const read = readBack(Buffer.from(text, 'utf8'));
    expect(read).toBe(text);
  });

  test.each([
    ['a lone byte', Buffer.from([0x7b, 0xff, 0x7d])],
    ['a cut-off character', Buffer.from([0x7b, 0xe6, 0x93])],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
    ['an encoded surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['a lone byte beside a replacement character that is meant', Buffer.from([0xef, 0xbf, 0xbd, 0x80])],
  ])('given %s, when read, then it is no text', (_, bytes) => {
    expect(readBack(bytes)).toBeNull();
  });

  test('given text instead of bytes, when read, then it is not taken for them', () => {
    expect(readBack('{"a":1}')).toBeNull();
  });
});
