import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawnQr } from '../browser/drawn-qr.ts';
import { cardsOf } from '../builders/lan-pages.ts';
import { Venue, type VenuePage } from './venue.ts';

const twoCards = ['--import', join(import.meta.dirname, 'two-network-cards.ts')];

describe('the network card', () => {
  let venue: Venue;
  let desk: VenuePage;
  let page: Page;

  const address = (host: string) => `http://${host}:${venue.host.port}`;
  const cardButton = (name: RegExp) => page.getByRole('button', { name });
  const openDrawer = async () => {
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: '席卡' }).waitFor();
  };

  /** What the console tells of this address, in words and in pictures. */
  const expectTold = async (host: string) => {
    const dialog = page.getByRole('dialog');
    for (const role of ['panel', 'projector', 'prompter'])
      await dialog.getByText(`${address(host)}/${role}`, { exact: true }).waitFor();
    await dialog.getByText(`${host}:${venue.host.port}`).first().waitFor();
    for (const [label, path] of [
      ['评议端', '/panel'],
      ['大屏', '/projector'],
      ['提词器', '/prompter'],
    ] as const)
      expect(await drawnQr(dialog.getByRole('img', { name: label }))).toBe(address(host) + path);
    const [first] = await cardsOf(venue.place);
    const link = `${address(host)}/panel#${first?.seat}.${first?.secret}`;
    await expect.poll(() => drawnQr(dialog.getByRole('img', { name: '第 1 席' }))).toBe(link);
    return link;
  };

  beforeAll(async () => {
    venue = await Venue.open({ network: [], nodeOptions: twoCards });
    desk = await venue.openConsole();
    page = desk.page;
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('given two cards, when nobody has chosen, then the first one’s address is on every link and QR', async () => {
    await openDrawer();
    await cardButton(/cable\s+127\.0\.0\.1/).waitFor();
    expect(await cardButton(/cable/).getAttribute('aria-pressed')).toBe('true');
    await expectTold('127.0.0.1');
  });

  test('when the operator chooses the other card, then links, QR codes and the address for typing name that one', async () => {
    await cardButton(/wireless\s+127\.0\.0\.2/).click();
    const link = await expectTold('127.0.0.2');
    expect(await cardButton(/wireless/).getAttribute('aria-pressed')).toBe('true');

    const panelist = await (await venue.browser.newContext({ locale: 'zh-CN' })).newPage();
    await panelist.goto(link);
    await panelist.getByText('第 1 席').waitFor();
    await panelist.close();
  });

  test('when the cards are printed, then each paper’s QR is its seat’s link', async () => {
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('[data-print="cards"] article');
    const cards = await cardsOf(venue.place);
    expect(await printed.count()).toBe(cards.length);
    for (const [index, { seat, secret }] of cards.entries())
      expect(await drawnQr(printed.nth(index).locator('svg'))).toBe(
        `${address('127.0.0.2')}/panel#${seat}.${secret}`,
      );
    await page.emulateMedia({ media: 'screen' });
  });

  test('given a chosen card, when the host starts again, then devices are told the same address', async () => {
    venue.isHostMissed = true;
    await venue.host.kill();
    await venue.host.start();
    expect(venue.host.links.panel).toBe(`${address('127.0.0.2')}/panel`);
    const again = await venue.openConsole();
    page = again.page;
    await openDrawer();
    await page.getByText(`${address('127.0.0.2')}/panel`, { exact: true }).waitFor();
    expect(await cardButton(/wireless/).getAttribute('aria-pressed')).toBe('true');
    venue.isHostMissed = false;
  });
});
