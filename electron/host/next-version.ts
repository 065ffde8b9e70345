import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { decideVersion, type VersionWish } from '../../shared/domain/decisions/version-decisions.ts';
import { versionNumber } from '../../shared/domain/event-version.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { NextVersionView } from '../../shared/views/version-view.ts';
import type { AuthorityPort } from './authority.ts';
import type { HostClock } from './clock.ts';
import { versionDrafts } from './contest-log.ts';
import { programVersion } from './event-session.ts';
import { createVersionFile } from './log/create-version-file.ts';
import { DiskFault } from './log/disk-fault.ts';
import type { EventFile } from './log/event-file.ts';
import { examineEventFile } from './log/examine-event-file.ts';
import { findFork } from './log/find-fork.ts';
import { readHead, readNotes, writeHead } from './log/heads.ts';

type Parts = {
  readonly authority: Pick<AuthorityPort, 'state' | 'head'>;
  readonly file: EventFile;
  readonly data: string;
  readonly clock: HostClock;
  readonly isReadOnly: boolean;
  readonly report: (where: string, fault: unknown) => void;
  /** Another file is to be the event from now on. */
  readonly goOnWith: (path: string) => void;
};

const eventExtension = '.leitai';
const accepted: CommandOutcome = { kind: 'accepted', entry: null };

function refused(code: string): CommandOutcome {
  return { kind: 'refused', refusal: { code, path: '', params: {} } };
}

/** `show.leitai` → `show.v2.leitai` → `show.v3.leitai`, in the same folder. */
export function versionPath(path: string, version: number): string {
  const name = basename(path, extname(path) === eventExtension ? eventExtension : '');
  return join(dirname(path), `${name.replace(/\.v\d+$/, '')}.v${version}${eventExtension}`);
}

/**
 * The version that supersedes a closed event: its file lies beside the event's own, which is only read. Once it is
 * made the host goes on with it.
 */
export class NextVersion {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null while the event isn't closed. */
  view(): NextVersionView | null {
    if (this.#parts.authority.state.phase !== 'closed') return null;
    const path = this.#path();
    return { file: basename(path), isThere: existsSync(path), isNoted: this.#isNoted() };
  }

  // EVENT-4
  /** Makes the file and lets the host go on with it. `accepted` means: it is on disk, and was verified there. */
  make(wish: VersionWish): CommandOutcome {
    const { authority, isReadOnly, report } = this.#parts;
    if (isReadOnly) return refused('event-read-only');
    const opened = decideVersion(wish, authority.state, authority.head);
    if (!opened.ok) return { kind: 'refused', refusal: opened.error };
    const path = this.#path();
    if (existsSync(path)) return refused('version-there');
    const { event } = opened.value.supersedes;
    // Else the same version could be ordered twice, with two histories.
    if (this.#isNoted()) return refused('version-noted');
    const { clock, file, data } = this.#parts;
    const stamp = { wall: clock.wall(), mono: clock.now(), boot: clock.boot };
    try {
      const made = createVersionFile(
        path,
        versionDrafts(opened.value, programVersion(), stamp),
        {
          file,
          version: versionNumber(authority.state),
          attached: authority.state.attachments.map(({ hash }) => hash),
        },
        { address: '', now: clock.wall(), knownHeads: () => [] },
      );
      if (!made.ok) {
        report('version', made.error);
        return refused('version-failed');
      }
      writeHead(data, event, made.value, opened.value.version);
    } catch (fault) {
      report('version', fault);
      return refused(fault instanceof DiskFault ? 'disk-failed' : 'version-failed');
    }
    this.#parts.goOnWith(path);
    return accepted;
  }

  /** Lets the host go on with a version that was made before. */
  open(): CommandOutcome {
    const path = this.#path();
    if (this.#parts.authority.state.phase !== 'closed') return refused('event-not-closed');
    if (!existsSync(path)) return refused('version-nowhere');
    // EVENT-6
    if (this.#isFork(path)) return refused('version-fork');
    this.#parts.goOnWith(path);
    return accepted;
  }

  /** Whether this machine has run the next version, wherever its file is now. */
  #isNoted(): boolean {
    const { authority, data } = this.#parts;
    const { state } = authority;
    return readHead(data, state.definition.id, versionNumber(state) + 1) !== null;
  }

  /** Whether the file there tells another history than the version that this machine has run. */
  #isFork(path: string): boolean {
    const { authority, data } = this.#parts;
    const examined = examineEventFile(path);
    // What else is wrong with it is told where it is opened.
    if (!examined.ok) return false;
    const version = versionNumber(authority.state) + 1;
    const { rows, former } = examined.value;
    return (
      findFork({ version, rows, former }, (of) => readNotes(data, authority.state.definition.id, of)) !== null
    );
  }

  #path(): string {
    const { authority, file } = this.#parts;
    return versionPath(resolve(file.path), versionNumber(authority.state) + 1);
  }
}
