import type { Instant } from '../../../shared/kernel/brand.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { SceneView, TimerView } from '../../../shared/views/view-sections.ts';
import { type ClockFace, clockFace } from './clock-face.ts';

export type EdgeHeight = 'mid' | 'low';

/** The height of the stage edge: mid where a number rules the scene, low where a list does. */
export function edgeOf(scene: SceneView, face: ClockFace | null): EdgeHeight {
  switch (scene.kind) {
    case 'speaker':
      return face ? 'mid' : 'low';
    case 'ballot':
      return 'mid';
    case 'title':
    case 'ranking':
      return 'low';
    default:
      return unreachable(scene);
  }
}

/** The clock that this scene shows: a closed round and a ranking have none; a title step only one with bells. */
export function faceOf(scene: SceneView, timer: TimerView, now: Instant): ClockFace | null {
  const face = clockFace(timer, now);
  switch (scene.kind) {
    case 'speaker':
      return face;
    case 'ballot':
      return scene.state === 'open' ? face : null;
    case 'title':
      return scene.stepName !== null && timer.bells !== null ? face : null;
    case 'ranking':
      return null;
    default:
      return unreachable(scene);
  }
}

/** Scenes with the same key change in place; another key enters as a new picture. */
export function sceneKey(scene: SceneView): string {
  switch (scene.kind) {
    case 'title':
      return `title ${scene.stepName?.['zh-Hans'] ?? ''} ${scene.unit?.id ?? ''}`;
    case 'speaker':
      return `speaker ${scene.stepName['zh-Hans']} ${scene.unit.id}`;
    case 'ballot':
      return `ballot ${scene.unit?.id ?? scene.stepName['zh-Hans']}`;
    case 'ranking':
      return scene.division ? `ranking ${scene.division['zh-Hans']}` : 'ranking';
    default:
      return unreachable(scene);
  }
}
