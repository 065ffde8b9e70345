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

const noted = z.object({ n: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * The note of the last entry of one version of an event, kept outside the event file so that a cut-off tail shows.
 * Null: none.
 */
export function readHead(dataFolder: string, event: string, version = 1): Head | null {
  const path = headPath(dataFolder, event, version);
  if (!existsSync(path)) return null;
  const parsed = noted.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

/**
 * Replaces the note of an event's last entry, which must already be durable in the event file. Costs
 * a sync of the disk: a few times a second at most, and at every release, close and quit.
 */
export function writeHead(dataFolder: string, event: string, head: Head, version = 1): void {
  const path = headPath(dataFolder, event, version);
  mkdirSync(join(dataFolder, 'heads'), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.part`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, JSON.stringify({ n: head.n, hash: head.hash }));
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
