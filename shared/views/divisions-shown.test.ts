import { describe, expect, test } from 'vitest';
import { scoredInDivisions, streets, towns } from '../../test/builders/divisions.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  count,
  curtain,
  jump,
  look,
  release,
  returnReveal,
  revealAll,
  revealStep,
} from '../../test/builders/orders.ts';
import type { Scenario } from '../../test/builders/scenario.ts';
import { buildConsoleView } from './build-console-view.ts';
import { buildMonitorView } from './build-monitor-view.ts';
import { buildPanelView } from './build-panel-view.ts';
import { buildProjectorView } from './build-projector-view.ts';
import { buildPrompterView } from './build-prompter-view.ts';
import type { SceneView } from './view-sections.ts';

const counted = scoredInDivisions().and(count(), jump('release'));
const released = counted.and(release());
const steps = (of: number) => released.and(...Array.from({ length: of }, () => revealStep));

/** A ranking in a line: division, places in all, and each row's place, unit and total, best first. */
function lineOf(scene: SceneView): string {
  if (scene.kind !== 'ranking') return scene.kind;
  const rows = scene.rows.map(({ place, isShared, unit, total }) =>
    [`${place}${isShared ? '=' : ''}`, unit.en.replace('示例 ', ''), total].join(' '),
  );
  return `${scene.division?.en} ${scene.places}: ${rows.join(', ')}`;
}

const wallOf = ({ state }: Scenario) => lineOf(buildProjectorView(state).scene);
const consoleOf = ({ state }: Scenario) => buildConsoleView(state, aLiveInfo());

const walls = [
  'Streets 2: ',
  'Streets 2: 2 u4 60.00',
  'Streets 2: 1 u2 70.00, 2 u4 60.00',
  'Towns 3: 3 u1 50.00',
  'Towns 3: 1= u5 90.00, 3 u1 50.00',
  'Towns 3: 1= u3 90.00, 1= u5 90.00, 3 u1 50.00',
];

describe('DIVISION-4: what the hall is shown', () => {
  test('given each press of the reveal, then the wall has one division, and only the rows taken of it', () => {
    expect(walls.map((_, taken) => wallOf(steps(taken)))).toEqual(walls);
  });

  test('given each press, then the preview is the wall after the next one, and names its division', () => {
    for (const [taken, wall] of walls.slice(1).entries()) {
      const { next } = consoleOf(steps(taken));
      if (next.kind !== 'reveal') throw new Error(`no reveal after ${taken}`);
      expect(lineOf(next.scene)).toBe(wall);
      expect([next.division?.en, next.left]).toEqual([wall.split(' ')[0], 4 - taken]);
    }
    expect(consoleOf(steps(5)).next.kind).toBe('step');
  });

  test('REVEAL-5: given each press, then the console is told where the reveal stands, and has no row after the next one', () => {
    expect(consoleOf(counted.and(look)).result).toMatchObject({ reveal: null, rows: { length: 5 } });
    const told = walls.map((_, taken) => {
      const { result } = consoleOf(steps(taken));
      if (!result?.reveal) throw new Error('nothing is released');
      const { division, places, shown, next, hidden, hiddenInAll } = result.reveal;
      const line = `${division?.en} ${places}: ${shown.join()} | ${next} | ${hidden} ${hiddenInAll}`;
      return [line, result.rows.map(({ unit }) => unit.id).join()];
    });
    expect(told).toEqual([
      ['Streets 2:  | u4 | 1 4', 'u4'],
      ['Streets 2: u4 | u2 | 0 3', 'u2,u4'],
      ['Towns 3:  | u1 | 2 2', 'u2,u4,u1'],
      ['Towns 3: u1 | u5 | 1 1', 'u2,u4,u5,u1'],
      ['Towns 3: u1,u5 | u3 | 0 0', 'u2,u4,u3,u5,u1'],
      ['Towns 3: u1,u5,u3 | null | 0 0', 'u2,u4,u3,u5,u1'],
    ]);
  });

  test('given a step is taken back, then the wall is what it was, across divisions too', () => {
    for (const taken of [1, 2, 3, 4, 5]) {
      expect(wallOf(steps(taken).and(returnReveal))).toBe(walls[taken - 1]);
    }
  });

  test('given a division is shown at once, then the next one waits for its own press', () => {
    expect(wallOf(released.and(revealAll))).toBe(walls[2]);
    expect(wallOf(released.and(revealAll, revealStep))).toBe(walls[3]);
    expect(wallOf(released.and(revealAll, revealAll))).toBe(walls[5]);
    expect(wallOf(counted.and(release('all')))).toBe(walls[2]);
  });

  test('given any step, then no screen of the hall has a figure that wasn’t taken', () => {
    const totals = ['60.00', '70.00', '50.00', '90.00', '90.00'];
    for (const taken of [0, 1, 2, 3]) {
      const { state } = steps(taken);
      const text = JSON.stringify([
        buildProjectorView(state),
        buildPrompterView(state),
        buildPanelView(state),
      ]);
      for (const total of totals.slice(taken)) expect(text).not.toContain(total);
    }
  });

  test('given the wall was frozen in the first division, when the reveal goes on, then it keeps that picture', () => {
    const frozen = steps(1).and(curtain('frozen'), revealStep, revealStep);
    expect(wallOf(frozen)).toBe(walls[1]);
    expect(wallOf(frozen.and(curtain('open')))).toBe(walls[3]);
  });

  test('given a release, then the console is told which division comes first and how many places it has', () => {
    const { next } = consoleOf(counted);
    expect(next).toMatchObject({ kind: 'release', places: 5, first: { division: streets.name, places: 2 } });
  });

  test('given the figures were asked for, then the console and the monitor have each row with its division', () => {
    const rows = consoleOf(counted.and(look)).result?.rows.map(
      ({ division, place, unit }) => `${division?.en} ${place} ${unit.id}`,
    );
    expect(rows).toEqual(['Streets 1 u2', 'Streets 2 u4', 'Towns 1 u3', 'Towns 1 u5', 'Towns 3 u1']);
    expect(consoleOf(steps(5)).result).toMatchObject({ places: 5, revealed: 5 });
    expect(JSON.stringify(buildMonitorView(released.state))).not.toContain(towns.name.en);
  });
});
