import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cardOf, openConsole } from '../builders/lan-pages.ts';
import { takeToReport } from './full-panel.ts';
import { seatWithBallot, submitDuringCut } from './network-cut.ts';
import { Venue, type VenuePage } from './venue.ts';

const secondsOf = (digits: string): number => {
  const [minutes = '', rest = ''] = digits.replaceAll(/\s/g, '').split(':');
  return Number(minutes) * 60 + Number(rest);
};

describe('trouble in the hall', () => {
  let venue: Venue;
  let desk: VenuePage;
  let wall: VenuePage;
  let seat: Page;
  let code = '';
  /** What the wall read when the host died, and when that was. */
  let atDeath = { seconds: 0, at: 0 };

  const wallClock = async () => secondsOf(await wall.page.locator('[data-part="clock"]').innerText());
  const tap = async (keys: readonly string[]) => {
    for (const key of keys) await seat.getByRole('button', { name: key, exact: true }).click();
  };
  const row = (name: string) => seat.getByRole('button', { name });
  const codeShown = async () => (await seat.getByText(/^校验码/).innerText()).trim().slice(-4);

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    wall = await venue.openProjector();
    const card = await cardOf(venue.place, 'S03');
    seat = (await venue.openPanel(`/panel#S03.${card.secret}`)).page;
    const operator = await openConsole(venue.place);
    await operator.next();
    await takeToReport(operator, 1);
    await operator.client.close();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('a panelist reloads in the middle of scoring and finds every mark', async () => {
    await row('比质量').waitFor();
    await tap(['1', '6', '.5', '下一项', '1', '2', '下一项', '9']);
    await seat.getByText('还有 3 项没打分').waitFor();
    await seat.reload();
    await seat.getByText('还有 3 项没打分').waitFor();
    expect(await row('比质量').innerText()).toContain('16.5');
    expect(await row('比位次').innerText()).toContain('12');
    expect(await row('比创新').innerText()).toContain('9');
  });

  test('a panelist reloads after submitting and sees the ballot as the host stored it', async () => {
    await row('比项目').click();
    await tap(['1', '5', '下一项', '1', '3', '下一项', '1', '4', '打好了', '交票']);
    await seat.getByText('主机已存 79.5 分').waitFor();
    code = await codeShown();
    await seat.reload();
    await seat.getByText('主机已存 79.5 分').waitFor();
    expect(await codeShown()).toBe(code);
  });

  test('the host dies in the middle of a speech: the wall keeps its picture and its clock, and everyone is told', async () => {
    venue.isHostMissed = true;
    atDeath = { seconds: await wallClock(), at: performance.now() };
    await venue.host.kill();
    await wall.page.getByText('重连中').waitFor();
    await wall.page.getByRole('heading', { name: '示例二市' }).waitFor();
    await desk.page.getByText(/和主机断开 \d+ 秒/).waitFor();
    await seat.getByRole('heading', { name: '没有连上主机' }).waitFor();
    await seat.getByText(`您的 79.5 分主机已存，校验码 ${code}。`).waitFor();
    await expect.poll(wallClock).toBeLessThan(atDeath.seconds - 1);
  });

  test('the host is started again: the same step, the right time left, the ballot still stored', async () => {
    await venue.host.start();
    await expect.poll(() => wall.page.getByText('重连中').count(), { timeout: 8_000 }).toBe(0);
    venue.isHostMissed = false;
    desk = await venue.openConsole();
    const elapsed = (performance.now() - atDeath.at) / 1000;
    const left = secondsOf(await desk.page.getByRole('timer').innerText());
    expect(Math.abs(left - (atDeath.seconds - elapsed))).toBeLessThan(2);
    expect(Math.abs((await wallClock()) - left)).toBeLessThan(2);
    await desk.page.getByText('上「评分」· 示例二市').waitFor();
    await seat.getByText('主机已存 79.5 分').waitFor();
    expect(await codeShown()).toBe(code);
    await desk.page.keyboard.press('s');
    await expect.poll(() => desk.page.locator('[data-seat="3"]').getAttribute('data-mark')).toBe('stored');
  });

  test('the operator sees which seat is offline, for how long, and when it is back', async () => {
    await desk.page.keyboard.press('m');
    await desk.page.keyboard.press('Escape');
    venue.isHostMissed = true;
    await seat.context().setOffline(true);
    await desk.page.getByText(/第 3 席 离线 \d+ 秒/).waitFor();
    await desk.page.getByText('离线 1', { exact: false }).first().waitFor();
    await seat.context().setOffline(false);
    await expect.poll(() => desk.page.getByText(/第 3 席 离线 \d+ 秒/).count()).toBe(0);
    venue.isHostMissed = false;
  });
});

test('a ballot submitted while the network is cut for ten seconds arrives by itself, once', async () => {
  const venue = await Venue.open();
  try {
    const ballots = await submitDuringCut(venue, await seatWithBallot(venue), 10);
    expect(ballots).toMatchObject([{ seat: 'S03', ballotNumber: 1, isSignatureValid: true }]);
  } finally {
    await venue.close();
  }
});
