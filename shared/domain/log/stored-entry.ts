import { type LogEntry, type ParseText, parseEntry } from './entry.ts';
import { type Finding, finding } from './finding.ts';

/** The copies of an entry's members that a store keeps beside its bytes. Anything may be found there. */
export type EntryColumns = {
  readonly hash: unknown;
  readonly prev: unknown;
  readonly wall: unknown;
  readonly mono: unknown;
  readonly boot: unknown;
  readonly kind: unknown;
};

/** An entry as a store, a mirror or a bundle holds it, before anything about it is believed. */
export type StoredEntry = {
  /** Position it is stored under. */
  readonly n: number;
  /** Its exact bytes as text; null where they are not UTF-8. */
  readonly text: string | null;
  /** Null where the source keeps no copies (a bundle, a mirror). */
  readonly columns: EntryColumns | null;
};

/** A stored entry once read: `entry` and `hash` are null as far as the bytes don't allow them. */
export type ReadEntry = {
  readonly key: number;
  readonly hash: string | null;
  readonly entry: LogEntry | null;
  readonly columns: EntryColumns | null;
  readonly problem: Finding | null;
};

const PROBLEM_DETAILS = {
  'bad-json': 'not-json',
  'not-canonical': 'not-canonical',
  'not-an-entry': 'not-an-entry',
} as const;

/** Reads and hashes one stored entry. */
export function readEntry(
  stored: StoredEntry,
  sha256: (text: string) => string,
  parse?: ParseText,
): ReadEntry {
  const { n: key, text, columns } = stored;
  if (text === null) {
    return {
      key,
      hash: null,
      entry: null,
      columns,
      problem: finding('bad-utf8', key, { kind: 'not-utf8' }),
    };
  }
  const parsed = parseEntry(text, parse);
  return {
    key,
    hash: sha256(text),
    entry: parsed.ok ? parsed.value : null,
    columns,
    problem: parsed.ok ? null : finding(parsed.error, key, { kind: PROBLEM_DETAILS[parsed.error] }),
  };
}
