import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleSamples } from '../../renderer/gallery/console-samples.ts';
import { countSamples } from '../../renderer/gallery/count-samples.ts';
import { sampleEvent, wallSamples } from '../../renderer/gallery/wall-samples.ts';
import { languages } from '../../shared/kernel/language.ts';
import { textCutOff } from '../journeys/drawn-text.ts';
import { type BuiltSite, serveBuilt } from './built-site.ts';
import { launchBrowser } from './chromium.ts';

/** The longest texts of each scene: at other sizes only the rounding of widths differs. */
const atEverySize = ['long-name-overtime', 'ballot-four', 'reveal-long'];

/** States without a head line: the opening stands for the whole event, a black wall for nothing. */
const headless = ['opening', 'opening-plain', 'black'];

/** Texts that reach beyond the block they stand in, or stand smaller than 1/30 of the screen's height. */
function textOutOfBox(): readonly string[] {
  const found: string[] = [];
  const context = document.createElement('canvas').getContext('2d');
  const walker = document.createTreeWalker(
    document.querySelector('[data-wall]') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '') continue;
    let block: Element = parent;
    while (block.parentElement && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    const area = block.getBoundingClientRect();
    for (const line of range.getClientRects())
      if (line.left < area.left - 1.5 || line.right > area.right + 1.5)
        found.push(`«${text}» beyond its box by ${Math.round(line.right - area.right)}`);
    const { fontSize, fontWeight, fontFamily, textOverflow } = getComputedStyle(parent);
    const row = parent.closest('[data-place]')?.getBoundingClientRect();
    const [first] = range.getClientRects();
    if (row && first && context) {
      // The ink from the baseline, which stands as far below the box's top as the font's own ascent.
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const ink = context.measureText(text);
      const baseline = first.top + ink.fontBoundingBoxAscent;
      const over = Math.max(
        row.top - (baseline - ink.actualBoundingBoxAscent),
        baseline + ink.actualBoundingBoxDescent - row.bottom,
      );
      if (over > 0.5) found.push(`«${text}» beyond its row by ${over.toFixed(1)}`);
    }
    if (Number.parseFloat(fontSize) < innerHeight / 30 - 0.5) found.push(`«${text}» only ${fontSize} high`);
    if (textOverflow === 'ellipsis') found.push(`«${text}» may end in dots`);
  }
  return found;
}

describe('given the built gallery', () => {
  let browser: Browser;
  let page: Page;
  let site: BuiltSite;

  beforeAll(async () => {
    site = await serveBuilt();
    browser = await launchBrowser();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const open = async (role: string, state: string, language: string, ready: string) => {
    await page.goto(`${site.origin}/gallery/?page=${role}&state=${state}&lang=${language}`);
    await page.waitForSelector(ready);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
  };

  const screens = [
    { width: 3840, height: 2160 },
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ];

  test.each(languages)(
    'then in %s every text of every wall scene stands whole in its box',
    async (language) => {
      const found: string[] = [];
      for (const state of Object.keys(wallSamples)) {
        await open('projector', state, language, '[data-wall]');
        for (const size of atEverySize.includes(state) ? screens : screens.slice(-1)) {
          await page.setViewportSize(size);
          // The stage is measured and drawn again one frame after its window has changed.
          await page.evaluate(
            () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
          );
          const faults = [...(await textCutOff(page)), ...(await page.evaluate(textOutOfBox))];
          const text = await page.locator('[data-wall]').innerText();
          if (!headless.includes(state) && !text.includes(sampleEvent.arena[language]))
            faults.push('the head line lost the arena');
          found.push(...faults.map((fault) => `${state} at ${size.width}: ${fault}`));
        }
      }
      expect(found).toEqual([]);
    },
    240_000,
  );

  test.each(languages)(
    'then in %s every seat’s tile of the console is in sight and cuts none of its words off',
    async (language) => {
      expect(Object.keys(consoleSamples)).toContain('held');
      expect(Object.keys(countSamples)).toContain('timeUp');
      let tiles = 0;
      for (const size of [
        { width: 1280, height: 720 },
        { width: 1366, height: 768 },
        { width: 1536, height: 864 },
        { width: 1920, height: 1080 },
      ]) {
        await page.setViewportSize(size);
        for (const state of ['held', 'timeUp']) {
          await open('console', state, language, '[data-mark="offline"]');
          const seen = await page.evaluate(() =>
            [...document.querySelectorAll('[data-seat]')].map((tile) => {
              const { left, right, top, bottom } = tile.getBoundingClientRect();
              const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
              return {
                text: tile.textContent,
                isCut: tile.scrollWidth > tile.clientWidth || tile.scrollHeight > tile.clientHeight + 1,
                isInSight: hit !== null && tile.contains(hit),
              };
            }),
          );
          tiles += seen.length;
          const faults = seen.filter(({ isCut, isInSight }) => isCut || !isInSight);
          expect({ state, size, faults }).toEqual({ state, size, faults: [] });
        }
      }
      expect(tiles).toBe(160);
    },
  );

  test('then on a phone or an upright tablet every key of the panel can be pressed all over, also under several papers and notes', async () => {
    const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.5', '0', 'Delete', 'Next'];
    for (const size of [
      { width: 390, height: 664 },
      { width: 390, height: 780 },
      { width: 412, height: 840 },
      { width: 768, height: 1024 },
    ]) {
      await page.setViewportSize(size);
      for (const state of ['scoring', 'kept-open-unsent', 'kept-open-lost', 'secret-points']) {
        await open('panel', state, 'en', 'h1');
        const pressed = await page.evaluate(() =>
          [...document.querySelectorAll('button')].flatMap((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const isHit = [top + 4, (top + bottom) / 2, bottom - 4].every((y) =>
              button.contains(document.elementFromPoint((left + right) / 2, y)),
            );
            return isHit ? [button.textContent?.trim() ?? ''] : [];
          }),
        );
        expect({ state, size, missing: keys.filter((key) => !pressed.includes(key)) }).toEqual({
          state,
          size,
          missing: [],
        });
      }
    }
  });

  test('then the console’s own fonts win over every page’s, whichever stylesheet loads first', async () => {
    for (const [language, family] of [
      ['zh-Hans', 'Noto Sans SC Variable'],
      ['zh-Hant', 'Noto Sans TC Variable'],
      ['en', 'Segoe UI'],
    ] as const) {
      await open('console', 'held', language, '[data-seat]');
      const first = await page.evaluate(() => getComputedStyle(document.body).fontFamily.split(',')[0]);
      expect(first).toBe(`"${family}"`);
    }
  });
});
