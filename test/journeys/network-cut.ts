import { expect } from 'vitest';
import { cardOf, openConsole } from '../builders/lan-pages.ts';
import { takeToReport } from './full-panel.ts';
import { ballotsInLog, type LoggedBallot } from './read-log.ts';
import { Venue, type VenuePage } from './venue.ts';

/** A panelist of seat 3 with the ballot of the first unit before them. */
export async function seatWithBallot(venue: Venue): Promise<VenuePage> {
  const card = await cardOf(venue.place, 'S03');
  const seat = await venue.openPanel(`/panel#S03.${card.secret}`);
  await seat.page.getByRole('heading', { name: '还没有开始' }).waitFor();
  const operator = await openConsole(venue.place);
  await operator.next();
  await takeToReport(operator, 0);
  await operator.client.close();
  return seat;
}

/**
 * The panelist loses the network, goes on scoring, submits, and waits; after `seconds` the network is back and
 * nobody touches the page. Resolves to the ballots that the log then holds.
 */
export async function submitDuringCut(
  venue: Venue,
  { page, context }: VenuePage,
  seconds: number,
): Promise<readonly LoggedBallot[]> {
  const tap = async (keys: readonly string[]) => {
    for (const key of keys) await page.getByRole('button', { name: key, exact: true }).click();
  };
  await tap(['1', '6', '下一项', '1', '2', '下一项']);
  venue.isHostMissed = true;
  const from = performance.now();
  await context.setOffline(true);
  await page.getByText('断开了，可以照常打分，连上后自动送出。').waitFor();
  await tap(['9', '下一项', '1', '5', '下一项', '1', '3', '下一项', '1', '4', '打好了', '交票']);
  await page.getByText('79 分还没送到').waitFor();
  await page.getByText('已保存在这台设备上').waitFor();
  await Venue.settle(Math.max(0, seconds * 1000 - (performance.now() - from)));
  expect(await ballotsInLog(venue)).toEqual([]);
  await context.setOffline(false);
  // Chromium holds the try back for up to 5 s after a minute of failures.
  await page.getByText('主机已存 79 分').waitFor({ timeout: 20_000 });
  venue.isHostMissed = false;
  const ballots = await ballotsInLog(venue);
  expect((await page.getByText(/^校验码/).innerText()).trim().slice(-4)).toBe(ballots[0]?.code);
  return ballots;
}
