import type { EventFile } from '../../electron/host/log/event-file.ts';
import {
  createEventFile,
  type OpenedEvent,
  type OpenOptions,
  openEventFile,
} from '../../electron/host/log/open-event-file.ts';
import {
  type EntryDraft,
  type LinkedEntry,
  linkEntry,
  logOpenedBody,
} from '../../shared/domain/log/entry.ts';
import { EVENT } from './log-of-forty.ts';

export const OPEN_OPTIONS: OpenOptions = { address: 'http://127.0.0.1:1', knownHeads: () => [], now: 0 };

export function draft(kind: string, body: EntryDraft['body'] = {}): EntryDraft {
  return { wall: 1_573_603_200_000, mono: 1_000, boot: 'boot-1', by: 'host', cmd: null, kind, body };
}

/** A new event file with its entry 0. */
export function createdEvent(path: string): OpenedEvent {
  const created = createEventFile(
    path,
    [draft('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'))],
    OPEN_OPTIONS,
  );
  if (!created.ok) throw new Error(`not created: ${created.error.code}`);
  return created.value;
}

export function openedEvent(path: string, options: Partial<OpenOptions> = {}): OpenedEvent {
  const opened = openEventFile(path, { ...OPEN_OPTIONS, ...options });
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

/** Entries of the given kinds that follow the file's head, not appended yet. */
export function following(file: EventFile, kinds: readonly string[]): readonly LinkedEntry[] {
  const linked: LinkedEntry[] = [];
  let head = file.head;
  for (const kind of kinds) {
    const next = linkEntry(head, draft(kind));
    linked.push(next);
    head = { n: next.entry.n, hash: next.hash };
  }
  return linked;
}
