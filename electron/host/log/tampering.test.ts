import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../shared/domain/log/finding.ts';
import { signatureRules } from '../../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../../shared/domain/log/verify.ts';
import { OPEN_OPTIONS } from '../../../test/builders/event-file-builder.ts';
import { buildLogOfForty } from '../../../test/builders/log-of-forty.ts';
import { temporaryFolder } from '../../../test/builders/temporary-folder.ts';
import { verifySignature } from './ed25519.ts';
import { examineEventFile } from './examine-event-file.ts';
import { sha256 } from './hashing.ts';
import { createEventFile } from './open-event-file.ts';

const linked = buildLogOfForty();
const head = { n: 39, hash: linked[39]!.hash };

/** The closed event of forty entries as a file. */
function fileOfForty(): string {
  const path = join(temporaryFolder(), 'event.leitai');
  const created = createEventFile(path, [linked[0]!.entry], OPEN_OPTIONS);
  if (!created.ok) throw new Error(created.error.code);
  created.value.file.appendBatch(linked.slice(1));
  created.value.file.close();
  return path;
}

function findingsIn(path: string): readonly Finding[] {
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(JSON.stringify({ ...examined.error, rows: [] }));
  const expectations = { heads: [head], hostKeys: null, rules: signatureRules, sha256 };
  return verifyLog(examined.value.rows, expectations, verifySignature).findings;
}

function namedIn(path: string): readonly number[] {
  const sure = findingsIn(path).filter(({ code }) => code !== 'unproven');
  return [
    ...new Set(
      sure.flatMap(({ n, through }) => Array.from({ length: through - n + 1 }, (_, index) => n + index)),
    ),
  ];
}

function tamper(path: string, sql: string): void {
  const db = new Database(path);
  db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted;');
  db.exec(sql);
  db.close();
}

describe('the file of a closed event of forty entries', () => {
  test('given it is sound, when verified, then nothing is found', () => {
    expect(findingsIn(fileOfForty())).toStrictEqual([]);
  });

  test('given a byte of any entry is flipped in the file itself, when verified, then exactly that entry is named', () => {
    const path = fileOfForty();
    const sound = readFileSync(path);
    for (const { entry, text } of linked) {
      // SQLite leaves remains of moved rows in the slack of its first pages.
      const start = sound.lastIndexOf(text);
      expect(start).toBeGreaterThan(0);
      for (const at of [0, entry.n % text.length, Buffer.byteLength(text) - 1]) {
        const flipped = Buffer.from(sound);
        flipped[start + at]! ^= 1;
        writeFileSync(path, flipped);
        expect({ at, named: namedIn(path) }).toStrictEqual({ at, named: [entry.n] });
      }
    }
  });

  test('given any entry is deleted with SQL, when verified, then exactly it is named', () => {
    const path = fileOfForty();
    const sound = readFileSync(path);
    for (const { entry } of linked) {
      writeFileSync(path, sound);
      tamper(path, `DELETE FROM entries WHERE n = ${entry.n}`);
      expect(namedIn(path)).toStrictEqual([entry.n]);
    }
  });

  test('given any two neighbours are swapped with SQL, when verified, then both are named', () => {
    const path = fileOfForty();
    const sound = readFileSync(path);
    for (const { entry } of linked.slice(0, -1)) {
      const [n, next] = [entry.n, entry.n + 1];
      writeFileSync(path, sound);
      tamper(
        path,
        `UPDATE entries SET n = 99 WHERE n = ${n}; UPDATE entries SET n = ${n} WHERE n = ${next}; UPDATE entries SET n = ${next} WHERE n = 99`,
      );
      expect(namedIn(path)).toStrictEqual([n, next]);
    }
  });

  test('given the tail is cut off with SQL before any entry, when verified with its head, then what is missing is named', () => {
    const path = fileOfForty();
    const sound = readFileSync(path);
    for (const { entry } of linked.slice(1)) {
      writeFileSync(path, sound);
      tamper(path, `DELETE FROM entries WHERE n >= ${entry.n}`);
      expect(findingsIn(path)).toMatchObject([{ code: 'truncated', n: entry.n, through: 39 }]);
    }
  });
});
