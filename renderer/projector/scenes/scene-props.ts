import type { Instant } from '../../../shared/kernel/brand.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import type { CountsView, EventView, SceneView } from '../../../shared/views/view-sections.ts';
import type { ClockFace } from './clock-face.ts';
import type { SystemMark } from './head-line.tsx';

/** What the wall says of the event. */
export type WallEvent = Pick<EventView, 'title' | 'arena' | 'sitting' | 'isDemo'>;

/** What every scene draws from. */
export type SceneProps<Scene extends SceneView> = {
  readonly scene: Scene;
  readonly event: WallEvent;
  readonly face: ClockFace | null;
  readonly counts: CountsView | null;
  readonly system: SystemMark | null;
  readonly language: Language;
  readonly now: Instant;
};
