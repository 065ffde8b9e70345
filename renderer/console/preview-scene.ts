import { startedClock } from '../../shared/domain/timer.ts';
import { type Instant, milliseconds } from '../../shared/kernel/brand.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { CountsView, SceneView, TimerView } from '../../shared/views/view-sections.ts';

export type Preview = {
  readonly scene: SceneView;
  readonly timer: TimerView;
  readonly counts: CountsView | null;
};

const stillTimer: TimerView = { timer: { kind: 'none' }, bells: null, bellsAtMs: [] };

function emptyCounts(view: Pick<ConsoleView, 'seats'>): CountsView {
  return { submitted: 0, expected: view.seats.length, groups: [] };
}

/** The wall after the next press; null where the press isn't there or needs something settled first. */
export function previewOf(
  view: Pick<ConsoleView, 'next' | 'wall' | 'event' | 'seats' | 'round'>,
  now: Instant,
): Preview | null {
  const { next, wall } = view;
  switch (next.kind) {
    case 'start':
    case 'reveal':
      return { scene: next.scene, timer: stillTimer, counts: null };
    case 'step': {
      const timer: TimerView =
        next.timerMs === null
          ? stillTimer
          : {
              timer: { kind: 'down', limitMs: milliseconds(next.timerMs), clock: startedClock(now) },
              bells: null,
              bellsAtMs: [],
            };
      return { scene: next.scene, timer, counts: view.round?.counts ?? emptyCounts(view) };
    }
    case 'lock':
      return wall.scene.kind === 'ballot'
        ? { scene: { ...wall.scene, state: 'locked' }, timer: stillTimer, counts: wall.counts }
        : null;
    case 'release': {
      const scene: SceneView = {
        kind: 'ranking',
        ...(next.first && { division: next.first.division }),
        rule: view.event.rule,
        places: next.first?.places ?? next.places,
        rows: [],
        latest: null,
        unranked: [],
      };
      return { scene, timer: stillTimer, counts: null };
    }
    case 'held':
    case 'ask-chair':
    case 'close':
    case 'ended':
      return null;
    default:
      return unreachable(next);
  }
}
