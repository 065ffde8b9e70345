import type { EventState } from '../../../shared/domain/state.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { buildChairView } from '../../../shared/views/build-chair-view.ts';
import { buildConsoleView } from '../../../shared/views/build-console-view.ts';
import { lookBackSteps } from '../../../shared/views/build-look-back.ts';
import { buildMonitorOwnView, buildMonitorView } from '../../../shared/views/build-monitor-view.ts';
import { buildPanelView, seatViewsOf } from '../../../shared/views/build-panel-view.ts';
import { buildProjectorView } from '../../../shared/views/build-projector-view.ts';
import { buildPrompterView } from '../../../shared/views/build-prompter-view.ts';
import type { ChairView } from '../../../shared/views/chair-view.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import type { LiveInfo } from '../../../shared/views/live-info.ts';
import type { MonitorOwnView, MonitorSharedView } from '../../../shared/views/monitor-view.ts';
import type {
  PanelView,
  ProjectorView,
  PrompterView,
  SeatView,
} from '../../../shared/views/view-sections.ts';
import { sha256 } from '../log/hashing.ts';
import { type Channel, type SectionTexts, viewFrame } from './channel.ts';
import { RoleView, type ViewMessage } from './role-view.ts';

/** Views of all roles for one state, built before it is written so that a view that can't be built stops it. */
export type PreparedViews = {
  readonly state: EventState;
  readonly console: ConsoleView;
  readonly projector: ProjectorView;
  readonly panel: PanelView;
  readonly prompter: PrompterView;
  readonly chair: ChairView;
  readonly monitor: MonitorSharedView;
  /** Of each admitted monitor's device, by its screen. */
  readonly monitors: ReadonlyMap<string, MonitorOwnView>;
};

/** Who looks on: a whole role, or a device that has sections of its own. */
export type Audience =
  | Exclude<Role, 'panel' | 'monitor'>
  | { readonly seat: SeatId }
  | { readonly monitor: string };

type Listener = { readonly channel: Channel; readonly audience: Audience; readonly own: RoleView };

/** How often counts of ballots go out at most. */
const countsEveryMs = 200;

/**
 * Keeps every screen at the newest view of its role. What didn't change isn't sent; what changed is turned into
 * text once per role. Counts of ballots are public, but not faster than five times a second.
 */
export class Publisher {
  readonly #start: number;
  readonly #liveInfo: () => LiveInfo;
  readonly #report: (where: string, fault: unknown) => void;
  readonly #roles: { readonly [role in Role]: RoleView };
  readonly #listeners = new Set<Listener>();
  #shown: PreparedViews;
  #countsTimer: NodeJS.Timeout | null = null;
  /** The next step of a look back that is being worked out. */
  #lookBack: NodeJS.Immediate | null = null;
  #countsSentAt = Number.NEGATIVE_INFINITY;

  constructor(
    start: number,
    state: EventState,
    liveInfo: () => LiveInfo,
    report: (where: string, fault: unknown) => void,
  ) {
    this.#start = start;
    this.#liveInfo = liveInfo;
    this.#report = report;
    const role = () => new RoleView(start);
    this.#roles = {
      console: role(),
      projector: role(),
      panel: role(),
      prompter: role(),
      monitor: role(),
      chair: role(),
    };
    this.#shown = this.prepare(state);
    this.#update(this.#shown);
    this.#workOutLookBack();
  }

  prepare(state: EventState): PreparedViews {
    return {
      state,
      console: buildConsoleView(state, this.#liveInfo()),
      projector: buildProjectorView(state),
      panel: buildPanelView(state),
      prompter: buildPrompterView(state),
      chair: buildChairView(state),
      monitor: buildMonitorView(state),
      monitors: monitorsOwnViews(state),
    };
  }

  publish(prepared: PreparedViews): void {
    this.#shown = prepared;
    this.#update(prepared);
    this.#workOutLookBack();
  }

  /** Shows the console what has changed beside the log: connections, disk, network. */
  refreshConsole(): void {
    const view = buildConsoleView(this.#shown.state, this.#liveInfo());
    this.#shown = { ...this.#shown, console: view };
    this.#broadcast('console', this.#roles.console.update(view));
  }

  /** The number of view changes that a screen of this audience should have drawn by now. */
  changesFor(audience: 'projector' | 'prompter' | 'monitor' | 'chair'): number {
    return this.#roles[audience].changes;
  }

  /** Adds a screen and sends it everything. Returns how to remove it again. */
  join(channel: Channel, audience: Audience): () => void {
    const listener: Listener = { channel, audience, own: new RoleView(this.#start) };
    this.#listeners.add(listener);
    const ownView = this.#ownViews();
    const own = this.#ownSections(listener, ownView(audience));
    const message = this.#roles[roleOf(audience)].whole(own?.sections);
    channel.sendView(message.version, message.sections, message.frame);
    return () => {
      channel.stop();
      this.#listeners.delete(listener);
    };
  }

  stop(): void {
    if (this.#countsTimer) clearTimeout(this.#countsTimer);
    if (this.#lookBack) clearImmediate(this.#lookBack);
    for (const { channel } of this.#listeners) channel.stop();
  }

  /**
   * A look back costs several counts: it is worked out a step at a time between the host's other duties, and shown to
   * the monitors who may see it once it is there.
   */
  #workOutLookBack(): void {
    const { state, monitors } = this.#shown;
    const isAwaited = [...monitors.values()].some(({ result, lookBack }) => result?.isSeen && !lookBack);
    if (!isAwaited || this.#lookBack) return;
    const steps = lookBackSteps(state);
    const step = () => {
      this.#lookBack = null;
      try {
        if (!steps.next().done) {
          this.#lookBack = setImmediate(step);
          return;
        }
      } catch (fault) {
        // The count itself stands; only the look back at it is missing.
        this.#report('look back', fault);
        return;
      }
      this.#shown = { ...this.#shown, monitors: monitorsOwnViews(this.#shown.state) };
      this.#broadcastWithOwn('monitor', null);
      // Counted anew meanwhile: that is another look back.
      this.#workOutLookBack();
    };
    this.#lookBack = setImmediate(step);
  }

  #update(views: PreparedViews): void {
    // The hall first: 500 people look at it.
    this.#broadcast('projector', this.#roles.projector.update(this.#withPacedCounts(views.projector)));
    this.#broadcast('console', this.#roles.console.update(views.console));
    this.#broadcast('prompter', this.#roles.prompter.update(views.prompter));
    this.#broadcast('chair', this.#roles.chair.update(views.chair));
    this.#broadcastWithOwn('monitor', this.#roles.monitor.update(views.monitor));
    this.#broadcastWithOwn('panel', this.#roles.panel.update(views.panel));
  }

  /** Leaves the counts out where they alone would change too soon after the last ones; they follow in time. */
  #withPacedCounts(view: ProjectorView): Partial<ProjectorView> {
    const role = this.#roles.projector;
    // Only a change that the hall may see moves the pace: a ballot sent again must not show in the timing either.
    if (!role.differs('counts', view.counts)) return view;
    const wait = this.#countsSentAt + countsEveryMs - performance.now();
    if (wait <= 0 || role.differs('scene', view.scene)) {
      this.#countsSentAt = performance.now();
      return view;
    }
    this.#countsTimer ??= setTimeout(() => {
      this.#countsTimer = null;
      this.#countsSentAt = performance.now();
      this.#broadcast('projector', role.update(this.#shown.projector));
    }, wait);
    const { counts: _, ...rest } = view;
    return rest;
  }

  #broadcast(role: Exclude<Role, 'panel' | 'monitor'>, message: ViewMessage | null): void {
    if (!message) return;
    for (const { channel, audience } of this.#listeners) {
      if (audience === role) channel.sendView(message.version, message.sections, message.frame);
    }
  }

  // A device's own sections travel in the same message as the shared ones, so that a page never shows half a change.
  #broadcastWithOwn(role: 'panel' | 'monitor', shared: ViewMessage | null): void {
    const ownView = this.#ownViews();
    for (const listener of this.#listeners) {
      if (roleOf(listener.audience) !== role) continue;
      const own = this.#ownSections(listener, ownView(listener.audience));
      if (own) {
        const sections = new Map([...(shared?.sections ?? []), ...own.sections]);
        const { version } = this.#roles[role];
        // The answer to its ballot, or to its order, comes with it.
        listener.channel.hold();
        listener.channel.sendView(version, sections, viewFrame(version, sections));
      } else if (shared) {
        listener.channel.sendView(shared.version, shared.sections, shared.frame);
      }
    }
  }

  /** What each device is shown alone, of the state that is shown now; null where it has nothing of its own. */
  #ownViews(): (audience: Audience) => SeatView | MonitorOwnView | null {
    const { state, monitors } = this.#shown;
    const seatView = seatViewsOf(state, sha256);
    return (audience) => {
      if (typeof audience !== 'object') return null;
      return 'seat' in audience ? seatView(audience.seat) : (monitors.get(audience.monitor) ?? null);
    };
  }

  #ownSections(
    listener: Listener,
    view: SeatView | MonitorOwnView | null,
  ): { readonly sections: SectionTexts } | null {
    return view && listener.own.update(view);
  }
}

function monitorsOwnViews(state: EventState): PreparedViews['monitors'] {
  const monitors = state.screens.filter(({ role }) => role === 'monitor');
  return new Map(monitors.map(({ id }) => [id, buildMonitorOwnView(state, id)]));
}

function roleOf(audience: Audience): Role {
  if (typeof audience !== 'object') return audience;
  return 'seat' in audience ? 'panel' : 'monitor';
}
