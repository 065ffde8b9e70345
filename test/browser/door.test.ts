import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostedEvent } from '../builders/hosted-event.ts';
import { hallName, launchBrowser } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('given a phone in the hall, when its browser opens the host’s bare address, then one tap leads on, and nothing complains', async () => {
  const { host } = await hostedEvent({ names: [hallName] });
  const page = await browser.newPage({ viewport: { width: 320, height: 568 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (fault) => said.push(fault.message));
  await page.goto(`http://${hallName}:${host.port}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  expect(await page.getByRole('link').allInnerTexts()).toEqual([
    '评议端 · 評議端 · Panel',
    '大屏 · 大螢幕 · Wall',
    '提词屏 · 提詞螢幕 · Prompter',
    '监督员 · 監督員 · Monitor',
    '主持人 · Chair',
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(said).toEqual([]);
  for (const name of ['panel', 'projector', 'prompter', 'monitor', 'chair']) {
    const answer = await page.goto(`http://${hallName}:${host.port}/no-such-page`);
    expect(answer?.status()).toBe(404);
    await page.locator(`a[href="/${name}"]`).click();
    await page.waitForURL(`**/${name}`);
    expect(await page.title()).not.toBe('');
  }
});
