import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ConsolePage, openConsole } from '../builders/lan-pages.ts';
import { scoreFirstUnits, seatEveryone } from './full-panel.ts';
import { Venue, type VenuePage } from './venue.ts';

const scored = 2;

describe('a number of the result that is opened', () => {
  let venue: Venue;
  let desk: VenuePage;
  let page: Page;
  let operator: ConsolePage;
  let first = '';

  const looks = () => desk.urls.filter((url) => url.includes('/console/sheets/tree.json'));
  const dialog = () => page.getByRole('dialog', { name: 'Example County 1 · how the score came about' });
  const line = (name: RegExp) => dialog().getByRole('row', { name });
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole({ locale: 'en-GB' });
    page = desk.page;
    operator = await openConsole(venue.place);
    const seats = await seatEveryone(venue.place);
    await operator.next();
    await scoreFirstUnits(operator, seats, scored);
    // The comments on the last unit scored: no round is open, and the count may begin.
    const { agenda, event } = await operator.client.seen(() => true);
    const last = event?.units[scored - 1]?.id;
    const comment = agenda?.rows.find(({ step, unit }) => unit === last && step.startsWith('A7.'));
    await operator.must({ kind: 'JumpTo', step: comment?.step ?? '' });
    first = event?.units[0]?.id ?? '';
    await Promise.all(seats.map(({ client }) => client.close()));
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('before the count there is none to open, and the host gives none out', async () => {
    expect(await page.getByRole('button', { name: /what makes/ }).count()).toBe(0);
    const { origin, token } = venue.place;
    const refused = await fetch(`${origin}/console/sheets/tree.json?token=${token}&unit=${first}`);
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('result-not-counted'),
    ]);
  });

  test('after the count a total opens: every seat’s mark, which ones were struck, the weights and the rounding', async () => {
    const { event } = await operator.client.seen(() => true);
    const notCalled = event.units.slice(scored).map(({ id }) => id);
    await operator.must({ kind: 'CountRounds', notCalled });
    await operator.must({ kind: 'LookAtResult', what: 'result', unit: null });
    const { result } = await operator.client.seen((view) => (view.result?.rows.length ?? 0) > 0);
    const total = result?.rows[0]?.total ?? '';
    await page.getByText('places covered').waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: `${total}, what makes Example County 1: Total` }).click();
    await line(new RegExp(`^Total ${total.replace('.', '\\.')} .*rounded half up to 2 decimals`)).waitFor();
    await expect.poll(focused).toBe('Total');
    expect(
      await dialog()
        .getByRole('row', { name: /^Seat \d+ / })
        .count(),
    ).toBe(20);
    // One highest and one lowest of each of the two groups.
    expect(
      await dialog()
        .getByRole('row', { name: / struck: highest/ })
        .count(),
    ).toBe(2);
    expect(
      await dialog()
        .getByRole('row', { name: / struck: lowest/ })
        .count(),
    ).toBe(2);
    expect(await dialog().locator('s').count()).toBe(4);
    expect(
      await dialog()
        .getByRole('row', { name: /weight 60 of 100/ })
        .count(),
    ).toBe(1);
    expect(looks()).toHaveLength(1);
  });

  test('the marks that count add up to the group’s mean as shown', async () => {
    const rows = await dialog()
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
      );
    const group = rows.findIndex(([, , note]) => note?.includes('weight 60 of 100'));
    const marks = rows.slice(group + 1, group + 9);
    const counted = marks
      .filter(([, , note]) => note?.startsWith('counted'))
      .map(([, value]) => Number(value));
    expect(counted).toHaveLength(6);
    const sum = counted.reduce((a, b) => a + b, 0);
    expect(rows[group]?.[2]).toContain(`6 marks: ${sum} ÷ 6`);
  });

  test('keys walk the tree, and Escape closes it and gives the focus back', async () => {
    await page.keyboard.press('ArrowDown');
    const group = await focused();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(() =>
        dialog()
          .getByRole('row', { name: /^Seat \d+ / })
          .count(),
      )
      .toBe(12);
    await page.keyboard.press('Enter');
    await expect
      .poll(() =>
        dialog()
          .getByRole('row', { name: /^Seat \d+ / })
          .count(),
      )
      .toBe(20);
    expect(await focused()).toBe(group);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Example County 1: Total',
    );
  });

  test('a group’s mean opens at its own marks, and every opening is in the log', async () => {
    await page
      .getByRole('button', { name: /what makes Example County 1: / })
      .first()
      .press('Enter');
    await expect
      .poll(() =>
        dialog()
          .getByRole('row', { name: /^Seat \d+ / })
          .count(),
      )
      .toBe(8);
    expect(looks()).toHaveLength(2);
    await page.keyboard.press('Escape');
    const { recent } = await operator.client.seen(
      (view) => view.recent.filter(({ kind }) => kind.startsWith('ResultLooked')).length >= 3,
    );
    expect(recent.length).toBeGreaterThan(2);
  });

  test('the same tree lies ready to be printed', async () => {
    await page.getByRole('button', { name: /what makes Example County 1: Total/ }).click();
    const opening = desk.context.waitForEvent('page');
    await dialog().getByRole('link', { name: 'Print' }).click();
    const paper = await opening;
    await paper.getByText('What the total is made of').first().waitFor();
    expect(await paper.getByText('struck: highest').count()).toBeGreaterThanOrEqual(2);
    await paper.close();
    await page.keyboard.press('Escape');
  });
});
