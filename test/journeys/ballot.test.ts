import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawnQr } from '../browser/drawn-qr.ts';
import { cardOf } from '../builders/lan-pages.ts';
import { ballotsInLog } from './read-log.ts';
import { Venue, type VenuePage } from './venue.ts';

const criteria = ['比质量', '比位次', '比创新', '比项目', '比环境', '比担当'];

describe('the ballot', () => {
  let venue: Venue;
  let desk: VenuePage;
  let wall: VenuePage;
  /** By QR, on a phone; and by the typed code, on a laptop. */
  let seven: VenuePage;
  let nine: VenuePage;
  let page: Page;
  let secret = '';

  const seatOnMap = (number: number) => page.locator(`[data-seat="${number}"]`);
  /** Presses the keys of the page's own keypad, as a thumb does. */
  const tap = async (keys: readonly string[]) => {
    for (const key of keys) await seven.page.getByRole('button', { name: key, exact: true }).click();
  };
  const typeMarks = async (marks: readonly string[]) => {
    for (const mark of marks) {
      await nine.page.keyboard.type(mark);
      await nine.page.keyboard.press('Enter');
    }
  };
  const confirm = async () => {
    await Venue.settle();
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    page = desk.page;
    wall = await venue.openProjector();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('the operator finds the address, the QR codes and the codes of all 20 seats', async () => {
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: '席卡' }).waitFor();
    await page.getByText(`${venue.origin}/prompter`).waitFor();
    await page.getByRole('button', { name: /^9 \w{5}-\w{5} 未用$/ }).click();
    await page.getByRole('dialog').getByText('第 9 席', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^\d+ \w{5}-\w{5} 未用$/ }).count()).toBe(20);
    const { secret: ninth } = await cardOf(venue.place, 'S09');
    expect(await drawnQr(page.getByRole('img', { name: '第 9 席' }))).toBe(
      `${venue.origin}/panel#S09.${ninth}`,
    );
  });

  test('a panelist takes a seat by the QR’s link, and its secret never leaves the device', async () => {
    const card = await cardOf(venue.place, 'S07');
    secret = card.secret;
    seven = await venue.openPanel(`/panel#S07.${secret}`);
    await seven.page.getByText('第 7 席').waitFor();
    await seven.page.getByRole('heading', { name: '还没有开始' }).waitFor();
    expect(seven.page.url()).toBe(`${venue.origin}/panel`);
  });

  test('a panelist takes a seat by typing the short address and the code of the card', async () => {
    const code = (await page.getByRole('button', { name: /^9 \w{5}-\w{5} 未用$/ }).innerText()).match(
      /\w{5}-\w{5}/,
    )?.[0];
    expect(code).toBeDefined();
    nine = await venue.openPanel('/panel', { size: { width: 1280, height: 720 }, locale: 'en-US' });
    const field = nine.page.getByRole('textbox', { name: 'Code on your seat card' });
    await field.fill('22222-22222');
    await field.press('Enter');
    await nine.page.getByText('That code isn’t right').waitFor();
    await nine.page.getByRole('button', { name: 'Join' }).waitFor();
    await field.fill('');
    await field.pressSequentially((code ?? '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'));
    await nine.page.getByRole('button', { name: 'Join' }).click();
    await nine.page.getByText('Seat 9').waitFor();
    await page.getByRole('button', { name: /^9 \w{5}-\w{5} 已入席$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('在线 2').waitFor();
  });

  test('a card that was used once opens no second device', async () => {
    const late = await venue.openPanel(`/panel#S07.${secret}`);
    await late.page.getByText('正在等会务同意').waitFor();
    await page.getByText('第二台设备要用这一席').waitFor();
    await page.getByRole('button', { name: '拒绝' }).click();
    await late.page
      .getByRole('heading', { name: '没能加入' })
      .or(late.page.getByText('没能加入'))
      .first()
      .waitFor();
    await seven.page.getByRole('heading', { name: '还没有开始' }).waitFor();
    await late.page.close();
  });

  test('the panelists see which unit is on stage and get its ballot when its report begins', async () => {
    for (const step of ['签到与设备自检', '开场与规则说明', '指标亮晒']) {
      await page.keyboard.press('Space');
      await wall.page.getByText(step).first().waitFor();
      await Venue.settle();
    }
    await seven.page.getByText('请看台上').waitFor();
    await nine.page.getByText('Please watch the stage').waitFor();
    await page.keyboard.press('Space');
    await seven.page.getByText('第 1 家，共 13 家').waitFor();
    await Venue.settle();
    await page.keyboard.press('Space');
    await seven.page.getByRole('heading', { name: '示例一县' }).waitFor();
    for (const criterion of criteria) await seven.page.getByRole('button', { name: criterion }).waitFor();
    await nine.page.getByRole('heading', { name: 'Example County 1' }).waitFor();
  });

  test('one panelist scores with the page’s keypad, another with a keyboard, and both see their value as stored', async () => {
    await tap(['1', '8', '.5', '下一项', '1', '4', '下一项', '1', '3', '下一项']);
    await seven.page.getByText('还有 3 项没打分').waitFor();
    await tap(['2', '1']);
    await seven.page.getByText('最多 20 分').waitFor();
    await tap(['0', '下一项', '1', '4', '.5', '下一项', '1', '5', '打好了']);
    await seven.page.getByText('合计 95 分').waitFor();
    await seven.page.getByRole('button', { name: '交票' }).click();
    await seven.page.getByText('主机已存 95 分').waitFor();
    const code = (await seven.page.getByText(/^校验码/).innerText()).trim().slice(-4);

    await nine.page.getByText('Keyboard: digits to score').waitFor();
    await typeMarks(['17', '12.5', '11', '16', '13', '12']);
    await nine.page.getByText('Total 81.5 points').waitFor();
    await nine.page.keyboard.press('Enter');
    await nine.page.getByText('Stored by the host 81.5 points').waitFor();

    const ballots = await ballotsInLog(venue);
    expect(ballots.map(({ seat }) => seat)).toEqual(['S07', 'S09']);
    expect(ballots[0]).toMatchObject({
      code,
      values: {
        quality: '18.5',
        position: '14',
        innovation: '13',
        projects: '20',
        environment: '14.5',
        duty: '15',
      },
      isSignatureValid: true,
    });
    expect(await nine.page.getByText(/^Check code/).innerText()).toContain(ballots[1]?.code);
  });

  test('the console and the wall count ballots, and no mark is on either', async () => {
    await Venue.settle();
    await page.keyboard.press('Space');
    await wall.page.getByText('已收评票').waitFor();
    await expect.poll(() => wall.page.locator('[data-part="count"]').innerText()).toMatch(/2\s*\/ 20/);
    await expect.poll(() => seatOnMap(7).getAttribute('data-mark')).toBe('stored');
    await expect.poll(() => seatOnMap(9).getAttribute('data-mark')).toBe('stored');
    await expect.poll(() => seatOnMap(8).getAttribute('data-mark')).toBe('offline');
    for (const shown of [page, wall.page]) {
      const text = await shown.locator('body').innerText();
      for (const mark of ['18.5', '14.5', '95', '81.5', '12.5']) expect(text).not.toContain(mark);
    }
    for (const frames of [desk.heard, wall.heard, nine.heard])
      expect(frames.filter((frame) => frame.includes('"18.5"'))).toEqual([]);
  });

  test('a panelist changes the ballot until the lock, and the last one counts', async () => {
    const before = (await seven.page.getByText(/^校验码/).innerText()).trim();
    await seven.page.getByRole('button', { name: '修改我的评分' }).click();
    await seven.page.getByRole('button', { name: '比创新' }).click();
    await tap(['1', '0', '打好了']);
    await seven.page.getByRole('button', { name: '交票' }).click();
    await seven.page.getByText('主机已存 92 分').waitFor();
    await seven.page.getByText('本轮第 2 次交票').waitFor();
    expect((await seven.page.getByText(/^校验码/).innerText()).trim()).not.toBe(before);
    expect(await wall.page.locator('[data-part="count"]').innerText()).toMatch(/2\s*\/ 20/);
  });

  test('nothing is locked while seats are missing; the operator decides them together, with a reason', async () => {
    await page.getByText('锁票前还有 18 席没有结论').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('x');
    await page.keyboard.press('3');
    await page.getByRole('button', { name: '未到场' }).click();
    await page.getByRole('button', { name: '记缺席' }).click();
    await page.getByText('全部 18 席 记缺席？').waitFor();
    await confirm();
    await page.getByText('锁票：示例一县 已存 2 / 2').waitFor();
    await page.getByText('20 席 − 缺席 18 = 应收 2').waitFor();
  });

  test('the lock needs a second press, and the panelists see that they can’t change any more', async () => {
    await Venue.settle();
    await page.keyboard.press('Space');
    await page.getByText('锁定 示例一县 的评分（2 / 2）？').waitFor();
    await page.keyboard.press('Space');
    await Venue.settle(1000);
    await seven.page.getByText('主机已存 92 分').waitFor();
    await page.keyboard.press('Enter');
    await seven.page.getByText('已锁票，计入 92 分').waitFor();
    await nine.page.getByText('Locked and counted 81.5').waitFor();
    await wall.page.getByText('已截止').waitFor();
  });

  test('a round is opened again with a reason; the panelist submits again, and it is locked again', async () => {
    await page.keyboard.press('s');
    await page.getByRole('button', { name: '重开：示例一县' }).click();
    await page.getByRole('button', { name: '锁票过早' }).click();
    await page.getByRole('button', { name: '重开', exact: true }).click();
    await page.getByText('重开 示例一县 的评分？').waitFor();
    await confirm();
    await nine.page.getByRole('button', { name: 'Change my scores' }).waitFor();
    await nine.page.getByRole('button', { name: 'Change my scores' }).click();
    await nine.page
      .getByRole('button', { name: '比环境' })
      .or(nine.page.locator('[data-row="4"]'))
      .first()
      .click();
    await nine.page.keyboard.type('15');
    await nine.page.keyboard.press('Enter');
    await nine.page.getByText('Total 83.5 points').waitFor();
    await nine.page.getByRole('button', { name: 'Submit' }).click();
    await nine.page.getByText('Stored by the host 83.5 points').waitFor();
    await page.getByText('第 2 次开票').waitFor();
    await page.getByText('锁票：示例一县 已存 2 / 2').waitFor();
    await Venue.settle();
    await page.keyboard.press('Space');
    await confirm();
    await nine.page.getByText('Locked and counted 83.5').waitFor();
    const ballots = await ballotsInLog(venue);
    expect(ballots.at(-1)).toMatchObject({ seat: 'S09', opening: 2, isSignatureValid: true });
  });

  test('a round that no report has opened is opened by hand, with a second press', async () => {
    await page.keyboard.press('g');
    await page.getByRole('textbox', { name: '找环节' }).fill('评分 示例五区');
    await page.keyboard.press('Enter');
    await page.getByText('跳到「评分 · 5 示例五区」？').waitFor();
    await confirm();
    await wall.page.getByText('评分即将开始').waitFor();
    await page.getByText('开始评分：示例五区').waitFor();
    // The view may come before the answer, which closes the dialog that takes the keys.
    await page.getByRole('textbox', { name: '找环节' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('o');
    await page.getByText('现在开始 示例五区 的评分？').waitFor();
    await confirm();
    await seven.page.getByRole('heading', { name: '示例五区' }).waitFor();
    await seven.page.getByRole('button', { name: '比质量' }).waitFor();
    await wall.page.getByText('已收评票').waitFor();
  });

  test('the seat’s secret was in no request and in no message, and no ballot in anyone else’s', async () => {
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
    const spoken = [...seven.urls, ...seven.sent, ...seven.heard].join('\n');
    expect(spoken).not.toContain(secret);
    expect(spoken).not.toContain('#');
    expect(nine.heard.join('\n')).not.toContain('S07');
  });
});
