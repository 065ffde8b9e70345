import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { display } from '../../test/electron/electron-stand-in.ts';
import type { DisplayRoles } from './display-placement.ts';
import { isConsoleInPlace, placeOnDisplays } from './display-placement.ts';

const nobody: DisplayRoles = { consoleId: null, wallId: null };

/** Five sockets; two of them show the same part of the desktop. */
const sockets = [display(1, 0), display(2, 1920), display(3, 3840), display(4, 5760), display(5, 5760)];

describe('placing console and wall', () => {
  test('whatever is plugged in and out, the console is never on the display that was the wall before, nor the wall on the console’s', () => {
    const step = fc.record({
      plugged: fc.subarray(sockets, { minLength: 1 }),
      primary: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let roles = nobody;
        for (const { plugged, primary } of steps) {
          const primaryId = plugged[primary % plugged.length]?.id ?? 0;
          const placed = placeOnDisplays(plugged, primaryId, roles);
          if (placed.console !== null) expect(placed.console.id).not.toBe(roles.wallId);
          if (placed.console !== null && placed.wall !== null) {
            expect(placed.console.bounds.x).not.toBe(placed.wall.bounds.x);
          }
          expect(placed.message.wall).toBe(placed.wall === null ? 'none' : 'second');
          expect(placed.message.count).toBe(plugged.length);
          roles = { consoleId: placed.console?.id ?? null, wallId: placed.wall?.id ?? null };
        }
      }),
    );
  });

  test('roles are kept while their displays are there', () => {
    const [one, two, three] = sockets;
    if (one === undefined || two === undefined || three === undefined) throw new Error('sockets');
    const placed = placeOnDisplays([one, two, three], one.id, { consoleId: three.id, wallId: two.id });
    expect([placed.console?.id, placed.wall?.id]).toEqual([three.id, two.id]);
  });

  test('a maximised console that reaches a few pixels over the edge is in place; one half on the wall is not', () => {
    const placed = placeOnDisplays([display(1, 0), display(2, 1920)], 1, nobody);
    expect(isConsoleInPlace({ x: -8, y: -8, width: 1936, height: 1056 }, placed)).toBe(true);
    expect(isConsoleInPlace({ x: 900, y: 100, width: 1400, height: 800 }, placed)).toBe(false);
    expect(isConsoleInPlace({ x: 2000, y: 100, width: 1400, height: 800 }, placed)).toBe(false);
  });
});
