import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Head } from '../../../shared/domain/log/entry.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** `first` is the hash of the version's first entry: notes of earlier versions of the program don't have it. */
const noted = z.object({ n: z.number().int().min(0), hash, first: hash.optional() });

/**
 * The note of the last entry of one version of an event, kept outside the event file so that a cut-off tail shows.
 * Null: none.
 */
export function readHead(dataFolder: string, event: string, version = 1): Head | null {
  return readNotes(dataFolder, event, version).at(-1) ?? null;
}

/**
 * All that is noted of one version's log, in the order of its entries: its first entry, by which a history that began
 * anew elsewhere is told even where it is the shorter one, and its last.
 */
export function readNotes(dataFolder: string, event: string, version = 1): readonly Head[] {
  const path = headPath(dataFolder, event, version);
  if (!existsSync(path)) return [];
  const parsed = noted.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!parsed.success) return [];
  const { first, ...last } = parsed.data;
  return first === undefined || last.n === 0 ? [last] : [{ n: 0, hash: first }, last];
}

/** What is noted in a folder, as an event file is opened against it. */
export function notesIn(dataFolder: string): (event: string | null, version: number) => readonly Head[] {
  return (event, version) => (event === null ? [] : readNotes(dataFolder, event, version));
}

/**
 * Replaces the note of an event's last entry, which must already be durable in the event file, and of the hash of its
 * first one. Costs a sync of the disk: a few times a second at most, and at every release, close and quit.
 */
export function writeHead(
  dataFolder: string,
  event: string,
  head: Head,
  version = 1,
  first: string | null = null,
): void {
  const path = headPath(dataFolder, event, version);
  mkdirSync(join(dataFolder, 'heads'), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.part`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify({ n: head.n, hash: head.hash, ...(first !== null && { first }) }));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, path);
}

function headPath(dataFolder: string, event: string, version: number): string {
  const name = encodeURIComponent(event).replaceAll('.', '%2E');
  return join(dataFolder, 'heads', version === 1 ? `${name}.json` : `${name}.v${version}.json`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
