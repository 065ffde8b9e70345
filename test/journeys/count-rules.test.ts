import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../builders/ballot-rows.ts';
import { type ConsolePage, cardOf, openConsole, type PanelPage } from '../builders/lan-pages.ts';
import { marksFor, seatEveryone, submitAll, takeToReport } from './full-panel.ts';
import { Venue, type VenuePage } from './venue.ts';

/** Their pages are real; seat 12 never gets a device, the other 17 have one without a browser. */
const seatsOnPages = ['S07', 'S08'] as const;

describe('what doesn’t go as planned in a vote', () => {
  let venue: Venue;
  let page: Page;
  let wall: VenuePage;
  let operator: ConsolePage;
  let seven: Page;
  let eight: Page;
  let seats: readonly PanelPage[];

  const dialog = () => page.getByRole('dialog');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true });
  const seatOnMap = (number: number) => page.locator(`[data-seat="${number}"]`);
  const markOf = (number: number) =>
    expect.poll(() => seatOnMap(number).getAttribute('data-mark'), { message: `seat ${number}` });
  const confirm = async () => {
    await Venue.settle();
    await page.keyboard.press('Enter');
  };
  const openSeat = async (number: number) => {
    await seatOnMap(number).getByRole('button').click();
    await page.getByRole('dialog', { name: `第 ${number} 席` }).waitFor();
  };
  /** Types six marks with the keyboard and submits them. */
  const score = async (panel: Page, marks: readonly string[]) => {
    await panel.locator('[data-row="5"]').waitFor();
    for (const mark of marks) {
      await panel.keyboard.type(mark);
      await panel.keyboard.press('Enter');
    }
    await panel.getByRole('button', { name: '交票' }).click();
  };

  beforeAll(async () => {
    venue = await Venue.open();
    page = (await venue.openConsole()).page;
    wall = await venue.openProjector();
    operator = await openConsole(venue.place);
    const [seventh, eighth] = await Promise.all(
      seatsOnPages.map(async (seat) => {
        const { secret } = await cardOf(venue.place, seat);
        const { page: panel } = await venue.openPanel(`/panel#${seat}.${secret}`);
        await panel.getByRole('heading', { name: '还没有开始' }).waitFor();
        return panel;
      }),
    );
    if (!seventh || !eighth) throw new Error('no panel pages');
    seven = seventh;
    eight = eighth;
    seats = await seatEveryone(venue.place, ['S12']);
    await operator.next();
    await takeToReport(operator, 0);
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('a seat without a device votes on paper: announced with a reason, typed in and read back', async () => {
    await submitAll(seats, 0);
    await score(seven, ['18.5', '14', '13.5', '18.5', '14', '14']);
    await seven.getByText('主机已存 92.5 分').waitFor();
    await score(eight, ['17', '13', '12', '17', '13', '13']);
    await eight.getByText('主机已存 85 分').waitFor();
    await operator.next();
    await page.getByText('锁票前还有 1 席没有结论').waitFor();
    await page.keyboard.press('2');
    await page.getByRole('textbox', { name: /第 12 席 记纸质票/ }).fill('设备离线');
    await page.keyboard.press('Enter');
    await markOf(12).toBe('paperAwaited');
    await button('录入').click();
    for (const mark of ['20', '15', '15', '20', '15', '14.5']) {
      await page.keyboard.type(mark);
      await page.keyboard.press('Enter');
    }
    await dialog().getByText('读回：请与纸质票逐项核对').waitFor();
    await dialog().getByText('99.5').waitFor();
    expect(await seatOnMap(12).getAttribute('data-mark')).toBe('paperAwaited');
    await confirm();
    await dialog().waitFor({ state: 'detached' });
    await markOf(12).toBe('paperStored');
    expect(await page.locator('body').innerText()).not.toContain('99.5');
  });

  test('a stored ballot is given back: its marks are a draft and don’t count', async () => {
    await page.getByText('锁票：示例一县 已存 20 / 20').waitFor();
    await openSeat(7);
    await inDialog('退回重打…').click();
    await dialog().getByRole('button', { name: '本人要求更正' }).click();
    await inDialog('退回').click();
    await dialog().getByText('把第 7 席的票退回重打？').waitFor();
    await confirm();
    await seven.getByText('这张票退回给您重新打，原来是 92.5 分。').waitFor();
    await page.getByText('锁票前还有 1 席没有结论').waitFor();
    await page.keyboard.press('Escape');
    await markOf(7).toBe('returned');
  });

  test('a panelist who goes out is no longer waited for, and scores on after the return', async () => {
    await openSeat(7);
    await inDialog('离席…').click();
    await inDialog('因公离席').click();
    await inDialog('离席').click();
    await dialog().getByText('第 7 席从现在起离席，没交票的轮次都记缺席？').waitFor();
    await confirm();
    await seven.getByRole('heading', { name: '您已登记离席' }).waitFor();
    await dialog().getByText('因公离席').waitFor();
    await page.keyboard.press('Escape');
    await markOf(7).toBe('away');
    await page.getByText('锁票：示例一县 已存 19 / 19').waitFor();
    await page.getByText('1 席已记，不再等').waitFor();
    await button('回席…').click();
    await inDialog('回席…').click();
    await inDialog('已回到席位').click();
    await inDialog('回席').click();
    await confirm();
    await page.keyboard.press('Escape');
    await markOf(7).toBe('returned');
  });

  test('the ballot that was given back counts once it is submitted again', async () => {
    await seven.getByRole('button', { name: '比质量' }).click();
    await seven.keyboard.type('19');
    await seven.keyboard.press('Enter');
    await seven.getByRole('button', { name: '交票' }).click();
    await seven.getByText('主机已存 93 分').waitFor();
    await markOf(7).toBe('stored');
    await page.keyboard.press('k');
    await dialog().getByText('退回重打').waitFor();
    await dialog().getByText('示例一县 · 第 12 席 · 设备离线').first().waitFor();
    await page.keyboard.press('Escape');
    await operator.must({ kind: 'LockRound', round: 'E01.1' });
  });

  test('a recused seat has nothing to score, and one ballot fewer is expected', async () => {
    await openSeat(7);
    await inDialog('回避…').click();
    await inDialog('示例二市').click();
    await inDialog('本单位').click();
    await inDialog('回避').click();
    await dialog().getByText('第 7 席回避 示例二市？').waitFor();
    await confirm();
    await dialog().getByRole('button', { name: '撤销' }).waitFor();
    await page.keyboard.press('Escape');
    await takeToReport(operator, 1);
    await seven.getByRole('heading', { name: '示例二市由您回避' }).waitFor();
    await page.keyboard.press('s');
    await markOf(7).toBe('recused');
    await operator.next();
    await page.getByText('20 席 − 回避 1 = 应收 19').waitFor();
  });

  test('a round of the wrong unit is voided, and each panelist confirms the marks for the right one', async () => {
    await submitAll(seats, 1);
    await score(eight, ['16', '12', '11', '16', '12', '12']);
    await eight.getByText('主机已存 79 分').waitFor();
    await page.keyboard.press('v');
    await button('开错单位，应为').click();
    await button('示例三区').click();
    await page.getByRole('button', { name: '开错单位', exact: true }).click();
    await button('作废').click();
    await page.getByText('示例二市 这一轮作废？').waitFor();
    await confirm();
    await button('开始评分：示例三区（带回草稿）').click();
    await eight.getByRole('heading', { name: '示例三区' }).waitFor();
    await eight.getByText('这是您给示例二市打的 79 分，本该是给示例三区的。').waitFor();
    await page.getByText('收票 0/20').waitFor();
    await eight.getByRole('button', { name: '交票' }).click();
    await eight.getByText('主机已存 79 分').waitFor();
    await page.getByText('收票 1/20').waitFor();
    await Promise.all(
      seats.map(async ({ client, submit }, index) => {
        const { ballot, draft } = await client.seen((view) => view.draft?.from.kind === 'moved');
        expect(draft?.values).toEqual(marksFor(rowsOf(ballot), 1, index));
        await submit(draft?.values ?? {});
      }),
    );
    const round = operator.client.view.round?.round ?? '';
    await operator.client.seen((view) => view.round?.missing.length === 2);
    const left = ['S07', 'S12'];
    await operator.must({ kind: 'DecideMissing', round, seats: left, decision: 'absent', reason: '离席' });
    await operator.must({ kind: 'LockRound', round });
  });

  test('a round is opened again after the release, with a reason and a second press; the result leaves the wall', async () => {
    const units = operator.client.view.event?.units.map(({ id }) => id) ?? [];
    await operator.must({
      kind: 'CountRounds',
      notCalled: units.filter((id) => id !== units[0] && id !== units[2]),
    });
    await operator.must({ kind: 'JumpTo', step: 'A8' });
    await operator.must({ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: false });
    if (operator.client.view.result?.revealed === 0) await operator.must({ kind: 'RevealAll', revealed: 0 });
    await wall.page.getByText('最终排名').waitFor();
    await button(/^单位与轮次/).waitFor();
    await page.keyboard.press('u');
    await dialog()
      .getByRole('button', { name: /^示例一县/ })
      .click();
    await inDialog('重开：示例一县').click();
    await dialog().getByRole('button', { name: '锁票过早' }).click();
    await inDialog('重开').click();
    await dialog().getByText('已计的结果作废，要重新计票').waitFor();
    expect(operator.client.view.result?.phase).toBe('released');
    await confirm();
    await operator.client.seen((view) => view.result === null && view.round?.state === 'open');
    await expect.poll(() => wall.page.getByText('最终排名').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText('示例一县 重开：锁票过早').waitFor();
  });
});
