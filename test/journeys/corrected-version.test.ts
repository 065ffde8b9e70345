import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { cardOf, openConsole } from '../builders/lan-pages.ts';
import { Venue, type VenuePage } from './venue.ts';

const isAdmitted = (frames: readonly string[]) => frames.some((frame) => frame.includes('"admitted"'));

describe('a corrected version of a closed event', () => {
  let venue: Venue;
  let desk: VenuePage;
  let seat: VenuePage;
  let wall: VenuePage;

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    wall = await venue.openProjector();
    const card = await cardOf(venue.place, 'S01');
    seat = await venue.openPanel(`/panel#S01.${card.secret}`);
    await vi.waitFor(() => expect(isAdmitted(seat.heard)).toBe(true), { timeout: 10_000 });
    const operator = await openConsole(venue.place);
    await operator.next();
    await operator.must({ kind: 'CloseEvent' });
    await operator.client.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));
  afterAll(() => venue.close());

  test('given the event is closed, when the operator makes a corrected version, then the console, the seat and the wall go on with it by themselves', async () => {
    const { page } = desk;
    const frames = { seat: seat.heard.length, wall: wall.heard.length };
    await page.getByRole('button', { name: '更正版本…' }).click();
    await page.getByLabel('谁下令更正（职务）').fill('组委会主任');
    await page.getByLabel('更正理由').fill('第一席的分录错');
    await page.getByRole('button', { name: '另立第 2 版' }).click();
    await Venue.settle();
    venue.isHostMissed = true;
    await page.getByRole('button', { name: /^确认/ }).click();
    await page.getByText('现场 · 第 2 版').waitFor({ timeout: 20_000 });
    await page.getByText(/^第 2 版，取代第 1 版（末条 #\d+，指纹 [0-9a-f]{64}）$/).waitFor();
    await page.getByRole('button', { name: /^关闭/ }).click();
    await page.keyboard.press('k');
    await page.getByText('组委会主任: 第一席的分录错').waitFor();
    await expect.poll(() => isAdmitted(seat.heard.slice(frames.seat)), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => isAdmitted(wall.heard.slice(frames.wall)), { timeout: 10_000 }).toBe(true);
    const names = readdirSync(venue.folder, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.v2.leitai'))).toHaveLength(1);
    venue.isHostMissed = false;
  });
});
