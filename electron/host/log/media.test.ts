import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { linkEntry } from '../../../shared/domain/log/entry.ts';
import type { Finding } from '../../../shared/domain/log/finding.ts';
import { verifyLog } from '../../../shared/domain/log/verify.ts';
import { createdEvent, draft, openedEvent } from '../../../test/builders/event-file-builder.ts';
import { temporaryFolder } from '../../../test/builders/temporary-folder.ts';
import { verifySignature } from './ed25519.ts';
import type { EventFile } from './event-file.ts';
import { examineEventFile } from './examine-event-file.ts';
import { MEDIA_PART_BYTES } from './media.ts';

const photo = randomBytes(2 * MEDIA_PART_BYTES + 1000);
const hash = createHash('sha256').update(photo).digest('hex');

function newPath(): string {
  return join(temporaryFolder(), 'event.leitai');
}

function store(file: EventFile, bytes: Buffer, under: string): void {
  for (let part = 0; part * MEDIA_PART_BYTES < bytes.length; part += 1)
    file.putMediaPart(under, part, bytes.subarray(part * MEDIA_PART_BYTES, (part + 1) * MEDIA_PART_BYTES));
}

/** The entry that makes the stored bytes part of the record. */
function attach(file: EventFile): void {
  const body = { name: 'protocol.jpg', type: 'image/jpeg', bytes: photo.length, hash, count: 1 };
  file.appendBatch([linkEntry(file.head, draft('ProtocolAttached', body))]);
}

/** A closed event whose entry 1 attaches the photo. */
function withPhoto(): string {
  const path = newPath();
  const { file } = createdEvent(path);
  store(file, photo, hash);
  attach(file);
  file.close();
  return path;
}

function findingsIn(path: string): readonly Finding[] {
  const examined = examineEventFile(path, undefined, 'log-and-media');
  if (!examined.ok) throw new Error(examined.error.code);
  const { rows, media } = examined.value;
  return verifyLog(rows, { heads: [], hostKeys: null, rules: () => [], media }, verifySignature).findings;
}

/** Changes the file with SQLite past the triggers, as someone who knows it well would. */
function tamper(path: string, sql: string): void {
  const db = new Database(path);
  db.exec('DROP TRIGGER media_are_never_changed; DROP TRIGGER attached_media_are_never_deleted;');
  db.exec(sql);
  db.close();
}

describe('files beside the log', () => {
  test('given a file stored in parts, when the event is opened again, then its bytes come back', () => {
    const { file } = openedEvent(withPhoto());
    expect(file.readMedia(hash)?.equals(photo)).toBe(true);
    expect(file.readMedia('0'.repeat(64))).toBeNull();
    file.close();
  });

  test.each([
    "UPDATE media SET bytes = x'00'",
    'DELETE FROM media',
    "INSERT OR REPLACE INTO media VALUES ((SELECT hash FROM media), 0, x'00')",
    "INSERT INTO media VALUES ((SELECT hash FROM media), 3, x'00')",
  ])('given an attached file, when someone runs %s, then a trigger refuses', (sql) => {
    const path = withPhoto();
    const db = new Database(path);
    expect(() => db.exec(sql)).toThrow(/media are never/);
    db.close();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given parts out of their order, then they are refused and nothing is stored', () => {
    const { file } = createdEvent(newPath());
    expect(() => file.putMediaPart(hash, 1, photo)).toThrow('never');
    file.putMediaPart(hash, 0, photo);
    expect(() => file.putMediaPart(hash, 0, photo)).toThrow('never');
    expect(file.readMedia(hash)).toHaveLength(photo.length);
    file.close();
  });

  test('given a file that the log doesn’t name, when it is cleared away, then only what is attached stays', () => {
    const path = withPhoto();
    const { file } = openedEvent(path);
    store(file, photo, 'e'.repeat(64));
    file.removeMediaBut([hash]);
    expect(file.readMedia('e'.repeat(64))).toBeNull();
    expect(file.readMedia(hash)?.equals(photo)).toBe(true);
    // Even by a mistake in what is said to be attached.
    expect(() => file.removeMediaBut([])).toThrow('never deleted');
    expect(file.readMedia(hash)?.equals(photo)).toBe(true);
    file.close();
  });

  test('given an event of an earlier version, when it is opened, then it takes files', () => {
    const path = newPath();
    createdEvent(path).file.close();
    const db = new Database(path);
    db.exec('DROP TABLE media');
    db.close();
    expect(findingsIn(path)).toEqual([]);
    const { file, notices } = openedEvent(path);
    expect(notices).toEqual([]);
    store(file, photo, hash);
    attach(file);
    file.close();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given an open event with a file, when a copy is saved, then the copy has it', async () => {
    const { file } = openedEvent(withPhoto());
    const copy = newPath();
    await file.saveCopy(copy);
    file.close();
    expect(findingsIn(copy)).toEqual([]);
    const opened = openedEvent(copy);
    expect(opened.file.readMedia(hash)?.equals(photo)).toBe(true);
    opened.file.close();
  });
});

describe('verification of attached files', () => {
  test('given a byte of any part is flipped in the event file itself, then the entry that attaches it is named', () => {
    const path = withPhoto();
    const sound = readFileSync(path);
    for (const part of [0, 1, 2]) {
      // The beginning of a row's bytes lies unbroken in its first page.
      const start = sound.indexOf(photo.subarray(part * MEDIA_PART_BYTES, part * MEDIA_PART_BYTES + 40));
      expect(start).toBeGreaterThan(0);
      const flipped = Buffer.from(sound);
      flipped[start]! ^= 1;
      writeFileSync(path, flipped);
      expect(findingsIn(path)).toMatchObject([
        { code: 'media-differs', n: 1, detail: { kind: 'file-differs', name: 'protocol.jpg' } },
      ]);
    }
  });

  test('given a part, all parts or the table is gone, then the entry that attaches the file is named', () => {
    const path = withPhoto();
    const sound = readFileSync(path);
    const codes = (sql: string) => {
      writeFileSync(path, sound);
      tamper(path, sql);
      return findingsIn(path).map(({ code, n }) => [code, n]);
    };
    expect(codes('DELETE FROM media WHERE part = 1')).toEqual([['media-differs', 1]]);
    expect(codes('DELETE FROM media')).toEqual([['media-missing', 1]]);
    expect(codes('DROP TABLE media')).toEqual([['media-missing', 1]]);
    expect(codes("UPDATE media SET hash = 'other'")).toEqual([['media-missing', 1]]);
  });
});
