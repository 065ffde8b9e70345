import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../shared/kernel/language.ts';
import { type BuiltSite, serveBuilt } from './built-site.ts';
import { launchBrowser } from './chromium.ts';

/** The gallery's states with the longest texts of each scene. */
const fullestStates = [
  'opening',
  'step-long',
  'step-clock',
  'long-name',
  'long-name-overtime',
  'long-paper',
  'no-paper',
  'ballot-four',
  'ballot-many',
  'ballot-waiting',
  'reveal-long',
  'reveal-second',
  'final',
  'final-absent',
  'final-pages',
];

/** Texts that leave the screen, and pairs that lie over each other; digits and line boxes touch, inks don't. */
function clashes(): readonly string[] {
  const inks = [...document.querySelectorAll('[data-wall] *')]
    .filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    )
    .map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const box = range.getBoundingClientRect();
      const line = range.getClientRects()[0]?.height ?? box.height;
      // The ink of a line is about the middle 56 % of its box in these families.
      const blank = line * 0.22;
      return { element, left: box.left, right: box.right, top: box.top + blank, bottom: box.bottom - blank };
    });
  const found = inks
    .filter(
      (ink) => ink.left < -1 || ink.top < -1 || ink.right > innerWidth + 1 || ink.bottom > innerHeight + 1,
    )
    .map(({ element }) => `off the screen: ${element.textContent}`);
  inks.forEach((a, index) => {
    for (const b of inks.slice(index + 1)) {
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      if (a.element.closest('[data-part="clock"]') && b.element.closest('[data-part="clock"]')) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2)
        found.push(`over each other: ${a.element.textContent} | ${b.element.textContent}`);
    }
  });
  return found;
}

describe('given the built wall at a plain-http name', () => {
  let browser: Browser;
  let page: Page;
  let site: BuiltSite;
  const failures: string[] = [];

  beforeAll(async () => {
    site = await serveBuilt();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('requestfailed', (request) => failures.push(request.url()));
    page.on('response', (response) => {
      if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
    });
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const open = async (state: string, language: string) => {
    await page.goto(`${site.origin}/gallery/?page=projector&state=${state}&lang=${language}`);
    await page.waitForSelector('[data-wall]');
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
  };

  test.each(languages)(
    'then in %s no text of the fullest states leaves the screen or lies over another',
    async (language) => {
      const found: string[] = [];
      for (const state of fullestStates) {
        await open(state, language);
        found.push(...(await page.evaluate(clashes)).map((clash) => `${state}: ${clash}`));
      }
      expect(found).toEqual([]);
      expect(failures).toEqual([]);
    },
  );

  test.each([
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
  ])('then at %i×%i the countdown is at least a quarter of the screen’s height', async (width, height) => {
    await page.setViewportSize({ width, height });
    await open('calm', 'zh-Hans');
    const size = await page.evaluate(() => {
      const clock = document.querySelector('[data-part="clock"]');
      return clock ? Number.parseFloat(getComputedStyle(clock).fontSize) : 0;
    });
    // A digit of the bundled sans is 0.733 em high.
    expect((size * 0.733) / height).toBeGreaterThan(0.25);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test.each(languages)(
    'then in %s every glyph comes from the bundled fonts, none from the machine',
    async (language) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('DOM.enable');
      await devtools.send('CSS.enable');
      const foreign = new Set<string>();
      let glyphs = 0;
      for (const state of ['opening', 'long-paper', 'ballot', 'final']) {
        await open(state, language);
        const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
        const { nodeIds } = await devtools.send('DOM.querySelectorAll', {
          nodeId: root.nodeId,
          selector: '[data-wall] *',
        });
        for (const nodeId of nodeIds) {
          const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
          for (const { familyName, isCustomFont, glyphCount } of fonts) {
            glyphs += glyphCount;
            if (!isCustomFont) foreign.add(`${state}: ${familyName}`);
          }
        }
      }
      expect([...foreign]).toEqual([]);
      expect(glyphs).toBeGreaterThan(300);
      await devtools.detach();
    },
  );
});
