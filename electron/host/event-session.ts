import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { logBase } from '../../shared/domain/event-version.ts';
import type { RecordedEvent } from '../../shared/domain/events.ts';
import type { LogEntry } from '../../shared/domain/log/entry.ts';
import { hashOfScheme } from '../../shared/domain/scoring/scheme-hash.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { eventId } from '../../shared/kernel/brand.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { refKey } from './authority.ts';
import type { HostClock } from './clock.ts';
import {
  checkRules,
  EntryWriter,
  entriesSinceCheckpoint,
  firstDrafts,
  type OtherRules,
  type ReplayFault,
  recordedEventOf,
  replay,
} from './contest-log.ts';
import type { EventFile } from './log/event-file.ts';
import { notesIn } from './log/heads.ts';
import type { HostKey } from './log/host-key.ts';
import {
  type CreateError,
  createEventFile,
  type OpenError,
  type OpenedEvent,
  type OpenNotice,
  openEventFile,
} from './log/open-event-file.ts';

const rememberedEntries = 60;

/** The folder that holds the program: the nearest one above this file with a package.json. */
export function programFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

export function programVersion(): string {
  const text: unknown = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8'));
  return typeof text === 'object' && text !== null && 'version' in text ? String(text.version) : 'unknown';
}

/** An event that this host holds open, ready to go on. */
export type EventSession = {
  readonly file: EventFile;
  readonly state: EventState;
  readonly writer: EntryWriter;
  /** What was accepted before, for devices that repeat themselves. */
  readonly accepted: ReadonlyMap<string, readonly RecordedEvent[]>;
  /** Verified but for signatures. */
  readonly placed: OpenedEvent['placed'];
  readonly former: OpenedEvent['former'];
  readonly notices: readonly OpenNotice[];
  readonly isNew: boolean;
  /** The log's end, enough to fill the console's list after a restart. */
  readonly lastRecorded: readonly RecordedEvent[];
  /** The last entry before this start; null for a new event. */
  readonly lastEntry: LogEntry | null;
};

export type SessionError =
  | OpenError
  | CreateError
  | ReplayFault
  | OtherRules
  /** A new event's folder doesn't exist; it may be a mistyped name, so none is made. */
  | { readonly code: 'no-folder'; readonly folder: string };

type Parts = {
  readonly path: string;
  readonly address: string;
  readonly data: string;
  readonly key: HostKey;
  readonly clock: HostClock;
};

/** Opens the event at `path`, or makes it from `definition` if there is no such file. Throws DiskFault. */
export function openSession(
  parts: Parts,
  definition: () => EventDefinition,
): Result<EventSession, SessionError> {
  const { path, address, data, key, clock } = parts;
  const options = {
    address,
    now: clock.wall(),
    knownHeads: notesIn(data),
  };
  const isNew = !existsSync(path);
  const folder = dirname(resolve(path));
  if (isNew && !existsSync(folder)) return err({ code: 'no-folder', folder });
  const stamp = { wall: clock.wall(), mono: clock.now(), boot: clock.boot };
  const opened = isNew
    ? createEventFile(path, firstDrafts(creation(definition()), programVersion(), stamp), options)
    : openEventFile(path, options);
  if (!opened.ok) return opened;
  const { file, entries, placed, former, notices } = opened.value;
  const accepted = new Map<string, readonly RecordedEvent[]>();
  const rules = checkRules(entries);
  const remember = (recorded: RecordedEvent, { cmd }: LogEntry) => {
    if (!cmd) return;
    const key = refKey(cmd);
    const before = accepted.get(key);
    accepted.set(key, before ? [...before, recorded] : [recorded]);
  };
  const closed = former.map((log) => log.entries.flatMap(({ entry }) => entry ?? []));
  const state = rules.ok ? replay(entries, remember, closed) : rules;
  const head = file.head;
  if (!state.ok || !head) {
    file.close();
    return state.ok ? err({ code: 'cannot-replay', entry: 0, reason: 'the log is empty' }) : state;
  }
  const base = logBase(state.value);
  const writer = new EntryWriter(state.value.definition.id, key, head, entriesSinceCheckpoint(entries), base);
  const lastEntry = isNew ? null : (entries.at(-1) ?? null);
  return ok({
    file,
    state: state.value,
    writer,
    accepted,
    placed,
    former,
    notices,
    isNew,
    lastRecorded: entries.slice(-rememberedEntries).flatMap((entry) => recordedEventOf(entry, base) ?? []),
    lastEntry,
  });
}

/** A definition may be used for many events: each gets an id of its own. */
function creation(definition: EventDefinition) {
  const own = { ...definition, id: eventId(`${definition.id}-${randomBytes(4).toString('hex')}`) };
  const schemeHash = hashOfScheme(own.scheme);
  return { kind: 'EventCreated' as const, definition: own, schemeHash };
}
