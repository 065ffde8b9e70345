import {
  type CanonicalProblem,
  canonicalJson,
  type Json,
  parseCanonical,
} from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { sha256Hex } from '../../kernel/sha256.ts';

/** One line of an event's log. Its canonical text is what is hashed, stored, mirrored and uploaded. */
export type LogEntry = {
  /** Position, from 0. */
  readonly n: number;
  /** SHA-256 (hex) of the previous entry's exact bytes; NO_ENTRY_HASH for entry 0. */
  readonly prev: string;
  /** Wall clock of the host, milliseconds since 1970 UTC. */
  readonly wall: number;
  /** Monotonic clock of the host, whole milliseconds; comparable only within the same boot. */
  readonly mono: number;
  /** Which run of the machine `mono` belongs to. */
  readonly boot: string;
  /** Who acted. */
  readonly by: Json;
  /** The command it came from, as the device numbered it; null for what the host did by itself. */
  readonly cmd: CommandRef | null;
  readonly kind: string;
  readonly body: Json;
};

export type CommandRef = { readonly device: string; readonly n: number };

/** What the author of an entry supplies; the log adds the position and the link. */
export type EntryDraft = Omit<LogEntry, 'n' | 'prev'>;

/** The end of a log: its last position and the hash of that entry. */
export type Head = { readonly n: number; readonly hash: string };

/** An entry with its exact text and hash, ready to be appended. */
export type LinkedEntry = { readonly entry: LogEntry; readonly text: string; readonly hash: string };

export type EntryProblem = 'bad-json' | 'not-canonical' | 'not-an-entry';

export const LOG_FORMAT = 1;
export const NO_ENTRY_HASH = '0'.repeat(64);

const MEMBERS = ['body', 'boot', 'by', 'cmd', 'kind', 'mono', 'n', 'prev', 'wall'];
const COMMAND_MEMBERS = ['device', 'n'];
const HASH = /^[0-9a-f]{64}$/;

/** A closed log that another one supersedes: the event's version that it was, and its last entry. */
export type SupersededLog = Head & { readonly event: string; readonly version: number };

/** What makes a log the superseding version of a closed one: which version it is, of what, on whose order and why. */
export type VersionOrder = {
  /** 2 for the first superseding version. */
  readonly version: number;
  readonly supersedes: SupersededLog;
  readonly orderedBy: string;
  readonly reason: string;
};

/** Body of entry 0, which binds a log to one event and to the rules it is decided by. */
export type LogOpenedBody = {
  readonly event: string;
  readonly format: typeof LOG_FORMAT;
  /** Version of the program that opened the log. */
  readonly program: string;
  /** Version of the rules engine. */
  readonly rules: string;
  /** Whatever a monitor's device decides in this log carries its signature; earlier programs didn't say so. */
  readonly monitorActs?: 'signed';
} & Partial<VersionOrder>;

/**
 * Body of the `LogOpened` entry, which the caller completes with time and actor; `order` where the log supersedes
 * another.
 */
export function logOpenedBody(
  event: string,
  program: string,
  rules: string,
  order: VersionOrder | null = null,
): LogOpenedBody {
  const own = { event, format: LOG_FORMAT, program, rules, monitorActs: 'signed' } as const;
  if (order === null) return own;
  const { version, supersedes, orderedBy, reason } = order;
  return { ...own, version, supersedes, orderedBy, reason };
}

/** The exact text of an entry. Throws if a member has no canonical form. */
export function encodeEntry(entry: LogEntry): string {
  const { body, boot, by, cmd, kind, mono, n, prev, wall } = entry;
  return canonicalJson({ body, boot, by, cmd, kind, mono, n, prev, wall });
}

/** How an entry's text is read: `parseCanonical`, or `parseJson` where its form is left to a later check. */
export type ParseText = (text: string) => Result<Json, CanonicalProblem>;

/** Reads the exact text of an entry. The link to the entry before is not checked here. */
export function parseEntry(text: string, parse: ParseText = parseCanonical): Result<LogEntry, EntryProblem> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  return isEntry(parsed.value) ? ok(parsed.value) : err('not-an-entry');
}

/**
 * Gives a draft the position and the link after `head` (null: the log is empty). `hash` may be a
 * faster SHA-256 than the portable one.
 */
export function linkEntry(
  head: Head | null,
  draft: EntryDraft,
  hash: (text: string) => string = sha256Hex,
): LinkedEntry {
  const entry: LogEntry = {
    ...draft,
    n: head === null ? 0 : head.n + 1,
    prev: head === null ? NO_ENTRY_HASH : head.hash,
  };
  const text = encodeEntry(entry);
  return { entry, text, hash: hash(text) };
}

function isEntry(value: Json): value is LogEntry {
  if (!isRecord(value) || !hasOnly(value, MEMBERS)) return false;
  return (
    isCount(value.n) &&
    typeof value.prev === 'string' &&
    HASH.test(value.prev) &&
    Number.isSafeInteger(value.wall) &&
    Number.isSafeInteger(value.mono) &&
    typeof value.boot === 'string' &&
    isCommandRef(value.cmd ?? null) &&
    typeof value.kind === 'string' &&
    value.kind !== ''
  );
}

/**
 * Reads the members by which an entry's body makes its log a superseding version: null where it has none of them, and
 * `bad` where they aren't whole.
 */
export function readVersionOrder(body: Json): VersionOrder | 'bad' | null {
  if (!isRecord(body)) return null;
  const { version, supersedes, orderedBy, reason } = body;
  if ([version, supersedes, orderedBy, reason].every((member) => member === undefined)) return null;
  const isWhole =
    isCount(version) &&
    isSuperseded(supersedes) &&
    supersedes.version === Number(version) - 1 &&
    typeof orderedBy === 'string' &&
    typeof reason === 'string';
  return isWhole ? { version: Number(version), supersedes, orderedBy, reason } : 'bad';
}

const SUPERSEDED_MEMBERS = ['event', 'hash', 'n', 'version'];

function isSuperseded(value: Json | undefined): value is SupersededLog {
  if (value === undefined || !isRecord(value) || !hasOnly(value, SUPERSEDED_MEMBERS)) return false;
  const { event, hash, n, version } = value;
  return (
    typeof event === 'string' && typeof hash === 'string' && HASH.test(hash) && isCount(n) && isCount(version)
  );
}

function hasOnly(value: { readonly [member: string]: Json }, members: readonly string[]): boolean {
  let count = 0;
  // Several times faster than making a list of the names, and it is done twice for every entry of a log.
  for (const name in value) {
    if (!members.includes(name)) return false;
    count += 1;
  }
  return count === members.length;
}

function isCommandRef(value: Json): boolean {
  if (value === null) return true;
  return (
    isRecord(value) && hasOnly(value, COMMAND_MEMBERS) && typeof value.device === 'string' && isCount(value.n)
  );
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Whether a JSON value is an object with members. */
export function isRecord(value: Json): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a scheme, as it stands in an entry, says that nobody casts a ballot. */
export function hasNoBallot(scheme: Json): boolean {
  return isRecord(scheme) && Array.isArray(scheme.ballots) && scheme.ballots.length === 0;
}
