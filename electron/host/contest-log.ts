import type { DomainEvent, EventOf, RecordedEvent } from '../../shared/domain/events.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import {
  CHECKPOINT_KIND,
  checkpointBody,
  ENTRIES_PER_CHECKPOINT,
} from '../../shared/domain/log/checkpoint.ts';
import {
  type EntryDraft,
  type Head,
  isRecord,
  type LinkedEntry,
  type LogEntry,
  linkEntry,
  logOpenedBody,
} from '../../shared/domain/log/entry.ts';
import { engineVersion } from '../../shared/domain/scoring/figures-of.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { instant, logPosition, wallTime } from '../../shared/kernel/brand.ts';
import type { Json } from '../../shared/kernel/canonical-json.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { sha256 } from './log/hashing.ts';
import type { HostKey } from './log/host-key.ts';

const openedKind = 'LogOpened';
/** Kinds after which a signed checkpoint follows at once. */
const signedKinds: ReadonlySet<string> = new Set(['ResultReleased', 'EventClosed']);

/** The body of an entry is the event without its kind, which is a member of the entry itself. */
function bodyOf(event: DomainEvent): Json {
  const { kind: _, ...body } = event;
  return body as unknown as Json;
}

/** The event that an entry records; null for entries of the log itself. `base` is where its log begins. */
export function recordedEventOf(entry: LogEntry, base = 0): RecordedEvent | null {
  if (entry.kind === openedKind || entry.kind === CHECKPOINT_KIND) return null;
  // The chain has been verified and the entry was written by this code: a body of another shape is damage,
  // which replay reports.
  const event = { kind: entry.kind, ...(entry.body as object) } as DomainEvent;
  return { n: logPosition(base + entry.n), at: instant(entry.mono), wall: wallTime(entry.wall), event };
}

export type ReplayFault = { readonly code: 'cannot-replay'; readonly entry: number; readonly reason: string };

/** The event was opened under the rules of another program: by these the same ballots may come to other figures. */
export type OtherRules = { readonly code: 'other-rules'; readonly rules: string; readonly known: string };

/** Whether a log's first entry names the rules that this program counts by. */
export function checkRules(entries: readonly LogEntry[]): Result<null, OtherRules> {
  const body = entries[0]?.body ?? null;
  const rules = isRecord(body) ? String(body.rules) : '';
  return rules === engineVersion ? ok(null) : err({ code: 'other-rules', rules, known: engineVersion });
}

/**
 * Folds a verified log into the state it leads to, after the closed ones that it carries, the first version first;
 * `seen` is told of each event with its entry, in order.
 */
export function replay(
  entries: Iterable<LogEntry>,
  seen: (recorded: RecordedEvent, entry: LogEntry) => void = () => undefined,
  former: readonly (readonly LogEntry[])[] = [],
): Result<EventState, ReplayFault> {
  let state: EventState | null = null;
  let last = 0;
  let base = 0;
  try {
    for (const log of [...former, entries]) {
      for (const entry of log) {
        last = entry.n;
        const recorded = recordedEventOf(entry, base);
        if (!recorded) continue;
        state = evolve(state, recorded);
        seen(recorded, entry);
      }
      base += last + 1;
    }
  } catch (fault) {
    return err({
      code: 'cannot-replay',
      entry: last,
      reason: fault instanceof Error ? fault.message : String(fault),
    });
  }
  return state ? ok(state) : err({ code: 'cannot-replay', entry: last, reason: 'the log holds no event' });
}

type Stamp = Pick<EntryDraft, 'wall' | 'mono' | 'boot'>;

const byHost = { by: { role: 'host' }, cmd: null } as const;

/** The entries of a new event, in order; `program` is the version of the program that writes them. */
export function firstDrafts(
  created: Extract<DomainEvent, { kind: 'EventCreated' }>,
  program: string,
  stamp: Stamp,
): readonly EntryDraft[] {
  const body = logOpenedBody(created.definition.id, program, engineVersion) as unknown as Json;
  return [
    { ...stamp, ...byHost, kind: openedKind, body },
    { ...stamp, ...byHost, kind: created.kind, body: bodyOf(created) },
  ];
}

// EVENT-4
/** The entries of a superseding version, in order, the same way. */
export function versionDrafts(
  opened: EventOf<'VersionOpened'>,
  program: string,
  stamp: Stamp,
): readonly EntryDraft[] {
  const { event } = opened.supersedes;
  const body = logOpenedBody(event, program, engineVersion, opened) as unknown as Json;
  const by = { role: 'operator' };
  return [
    { ...stamp, ...byHost, kind: openedKind, body },
    { ...stamp, by, cmd: null, kind: opened.kind, body: bodyOf(opened) },
  ];
}

/** Gives events their place in the log, with signed checkpoints where they are due. */
export class EntryWriter {
  readonly #event: string;
  readonly #key: HostKey;
  readonly #base: number;
  #head: Head;
  #sinceCheckpoint: number;
  #linked: LinkedEntry[] = [];

  /** `base` is where its log begins, counted through all versions of the event. */
  constructor(event: string, key: HostKey, head: Head, sinceCheckpoint: number, base = 0) {
    this.#event = event;
    this.#key = key;
    this.#base = base;
    this.#head = head;
    this.#sinceCheckpoint = sinceCheckpoint;
  }

  get head(): Head {
    return this.#head;
  }

  get sinceCheckpoint(): number {
    return this.#sinceCheckpoint;
  }

  get linked(): readonly LinkedEntry[] {
    return this.#linked;
  }

  /** A writer that goes on from here and can be thrown away without a trace. */
  fork(): EntryWriter {
    const fork = new EntryWriter(this.#event, this.#key, this.#head, this.#sinceCheckpoint, this.#base);
    fork.#linked = [...this.#linked];
    return fork;
  }

  /** The same place in the log, once what was linked is on disk. */
  settled(): EntryWriter {
    return new EntryWriter(this.#event, this.#key, this.#head, this.#sinceCheckpoint, this.#base);
  }

  add(event: DomainEvent, draft: Omit<EntryDraft, 'kind' | 'body'>): RecordedEvent {
    const { entry } = this.#link({ ...draft, kind: event.kind, body: bodyOf(event) });
    const recorded: RecordedEvent = {
      n: logPosition(this.#base + entry.n),
      at: instant(entry.mono),
      wall: wallTime(entry.wall),
      event,
    };
    if (signedKinds.has(event.kind) || this.#sinceCheckpoint >= ENTRIES_PER_CHECKPOINT)
      this.#checkpoint(draft);
    return recorded;
  }

  #checkpoint(stamp: Stamp): void {
    const body = checkpointBody(this.#event, this.#head, this.#key.publicKey, this.#key.sign);
    const { wall, mono, boot } = stamp;
    this.#link({
      wall,
      mono,
      boot,
      by: { role: 'host' },
      cmd: null,
      kind: CHECKPOINT_KIND,
      body: body as unknown as Json,
    });
    this.#sinceCheckpoint = 0;
  }

  #link(draft: EntryDraft): LinkedEntry {
    const linked = linkEntry(this.#head, draft, sha256);
    this.#head = { n: linked.entry.n, hash: linked.hash };
    this.#sinceCheckpoint += 1;
    this.#linked.push(linked);
    return linked;
  }
}

/** How many entries stand after the last checkpoint of a log. */
export function entriesSinceCheckpoint(entries: readonly LogEntry[]): number {
  const last = entries.findLastIndex((entry) => entry.kind === CHECKPOINT_KIND);
  return entries.length - 1 - last;
}
