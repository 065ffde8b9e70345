import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wallThemes } from '../projector/scenes/wall-theme.ts';

const css = readFileSync(join(import.meta.dirname, 'wall-tokens.css'), 'utf8');

function tokensOf(theme: string): ReadonlyMap<string, string> {
  const body = css.split(`[data-wall="${theme}"] {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Text and ground as they are drawn; the worst point of a gradient counts. Large type and marks need 3. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['text', ['ground-hi', 'ground-lo'], 4.5],
  ['text-2', ['ground-hi', 'ground-lo', 'sealed'], 4.5],
  ['accent', ['ground-hi', 'ground-lo'], 4.5],
  ['accent-2', ['ground-hi', 'ground-lo', 'sealed'], 4.5],
  ['floor-text', ['floor-hi', 'floor-lo'], 4.5],
  ['floor-text-2', ['floor-hi', 'floor-lo'], 4.5],
  ['floor-accent', ['floor-hi', 'floor-lo'], 4.5],
  ['plate-text', ['plate-lo'], 4.5],
  ['plate-text-2', ['plate-lo'], 4.5],
  ['warn-text', ['warn-lo'], 4.5],
  ['over-text', ['over'], 4.5],
  ['sealed-text', ['ground-hi', 'ground-lo'], 3],
  ['over-mark', ['over'], 3],
  ['edge-bright', ['edge-dim'], 3],
];

describe.each(wallThemes)('theme %s', (theme) => {
  const tokens = tokensOf(theme);
  test.each(pairs)('%s is legible on %s: at least %f', (text, grounds, least) => {
    for (const ground of grounds) {
      const [a, b] = [tokens.get(text), tokens.get(ground)];
      if (!a || !b) throw new Error(`${theme} lacks ${text} or ${ground}`);
      expect(contrast(a, b), `${text} on ${ground}`).toBeGreaterThanOrEqual(least);
    }
  });
});
