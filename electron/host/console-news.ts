import type { RecordedEvent } from '../../shared/domain/events.ts';
import type { Finding } from '../../shared/domain/log/finding.ts';
import type { EventState } from '../../shared/domain/state.ts';
import type {
  ConsoleHealth,
  ConsoleNetwork,
  ConsoleScreen,
  EventFileHealth,
  RecentEntry,
} from '../../shared/views/console-view.ts';
import type { LiveInfo } from '../../shared/views/live-info.ts';
import { recentEntry } from '../../shared/views/recent-entry.ts';
import type { NextVersionView } from '../../shared/views/version-view.ts';
import type { HostClock } from './clock.ts';
import { RefusalCounter } from './lan/refusal-counter.ts';
import { Roster } from './lan/roster.ts';

const recentLength = 14;
const refreshEveryMs = 100;

type Parts = {
  readonly clock: HostClock;
  readonly isReadOnly: boolean;
  /** How the event file was found when it was opened. */
  readonly fileNotice: EventFileHealth['notice'];
  readonly disk: () => ConsoleHealth['disk'];
  readonly network: () => ConsoleNetwork;
  /** The file of the version that would supersede the event; null while it isn't closed. */
  readonly nextVersion: () => NextVersionView | null;
  /** The number of view changes that screens of a role should have drawn by now. */
  readonly changesFor: (role: ConsoleScreen['role']) => number;
  /** Shows the console the newest of it all. */
  readonly refresh: () => void;
};

/** What the console alone is told beside the log. It is shown anew at most ten times a second. */
export class ConsoleNews {
  readonly roster: Roster;
  readonly #parts: Parts;
  readonly #refusals = new RefusalCounter();
  #recent: readonly RecentEntry[] = [];
  #findings: EventFileHealth['findings'] = null;
  #displays: ConsoleHealth['displays']['kind'] = 'unknown';
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.roster = new Roster(() => this.changed());
  }

  /** Something changed that isn't in the log. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#parts.refresh();
    }, refreshEveryMs);
  }

  /** Events in order, with the state that they led to. */
  happened(state: EventState, recorded: Iterable<RecordedEvent>): void {
    const news = [...recorded].flatMap((each) => recentEntry(state, each) ?? []);
    if (news.length === 0) return;
    this.#recent = [...news.reverse(), ...this.#recent].slice(0, recentLength);
    this.changed();
  }

  refused(code: string, path: string, from: string): void {
    this.#refusals.count(code, path, from, this.#parts.clock.wall());
    this.changed();
  }

  /** A signature in the log doesn't hold. The first is named, the others are counted. */
  signatureFound({ n, code, version }: Finding): void {
    const entry = version === undefined ? n : `${version}/${n}`;
    this.#findings = this.#findings
      ? { ...this.#findings, count: this.#findings.count + 1 }
      : { count: 1, entry, code };
    this.changed();
  }

  /** Shown at once: the shell waits for it before it puts held numbers on a display. */
  displaysChanged(displays: ConsoleHealth['displays']['kind']): void {
    this.#displays = displays;
    this.#parts.refresh();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  liveInfo(): LiveInfo {
    const { isReadOnly, fileNotice, disk, network, changesFor, nextVersion } = this.#parts;
    return {
      seats: this.roster.seatConnections(),
      screens: this.roster.screens(changesFor),
      requests: this.roster.requests(),
      recent: this.#recent,
      health: {
        disk: disk(),
        isReadOnly,
        displays: { kind: this.#displays },
        file: { notice: fileNotice, findings: this.#findings },
      },
      network: network(),
      refusals: this.#refusals.view(),
      nextVersion: nextVersion(),
    };
  }
}
