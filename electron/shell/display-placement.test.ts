import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { display } from '../../test/electron/start-machine.ts';
import { isConsoleInPlace, noRoles, placeOnDisplays, rolesAfter } from './display-placement.ts';

/** Five sockets; two of them show the same part of the desktop. */
const sockets = [display(1, 0), display(2, 1920), display(3, 3840), display(4, 5760), display(5, 5760)];

describe('placing console and wall', () => {
  test('whatever is plugged in and out, the console is never on a display that has been the wall, nor the wall on the console’s', () => {
    const step = fc.record({
      plugged: fc.subarray(sockets),
      primary: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let roles = noRoles;
        const walls = new Set<number>();
        for (const { plugged, primary } of steps) {
          const primaryId = plugged[primary % plugged.length]?.id ?? 0;
          const placed = placeOnDisplays(plugged, primaryId, roles);
          const isNew = placed.console !== null && placed.console.id !== roles.consoleId;
          const seenByHall = plugged.filter(({ id }) => walls.has(id)).map(({ bounds }) => bounds.x);
          if (isNew) expect(seenByHall).not.toContain(placed.console?.bounds.x);
          if (placed.console !== null) expect(walls).not.toContain(placed.console.id);
          if (placed.wall !== null) walls.add(placed.wall.id);
          if (placed.console !== null && placed.wall !== null) {
            expect(placed.console.bounds.x).not.toBe(placed.wall.bounds.x);
          }
          expect(placed.message.wall).toBe(placed.wall === null ? 'none' : 'second');
          expect(placed.message.count).toBe(plugged.length);
          roles = rolesAfter(placed, roles);
        }
      }),
    );
  });

  test('roles are kept while their displays are there', () => {
    const [one, two, three] = sockets;
    if (one === undefined || two === undefined || three === undefined) throw new Error('sockets');
    const placed = placeOnDisplays([one, two, three], one.id, {
      consoleId: three.id,
      wallIds: [two.id],
    });
    expect([placed.console?.id, placed.wall?.id]).toEqual([three.id, two.id]);
  });

  test('a maximised console that reaches a few pixels over the edge is in place; one half on the wall is not', () => {
    const placed = placeOnDisplays([display(1, 0), display(2, 1920)], 1, noRoles);
    expect(isConsoleInPlace({ x: -8, y: -8, width: 1936, height: 1056 }, placed)).toBe(true);
    expect(isConsoleInPlace({ x: 900, y: 100, width: 1400, height: 800 }, placed)).toBe(false);
    expect(isConsoleInPlace({ x: 2000, y: 100, width: 1400, height: 800 }, placed)).toBe(false);
  });
});
