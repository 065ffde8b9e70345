import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { type ConsolePage, cardOf, openConsole } from '../builders/lan-pages.ts';
import { builtIn } from '../cases/read-built-in.ts';
import { lockUnit } from './full-panel.ts';
import { ballotsInLog } from './read-log.ts';
import { Venue, type VenuePage } from './venue.ts';

/** An event that the host's program takes: its steps have names of their own. */
function eventUnder(scheme: string, units: readonly string[], seats: number): EventDefinition {
  const held = anEventUnder(builtIn(scheme), { units, seats });
  const agenda = held.agenda.map((step) => ({ ...step, template: step.template.replace('.', '-') }));
  return { ...held, agenda };
}

/** A mark for each speech, then a ranking of all units on one paper. */
describe('speeches and a ranking', () => {
  const definition = eventUnder('S1-county-ranking', ['u1', 'u2', 'u3'], 1);
  const seats = definition.seats.map(({ id }) => id);
  let venue: Venue;
  let operator: ConsolePage;
  /** Of every seat; the first is a phone with the page's keys, the others are laptops. */
  let devices: readonly VenuePage[] = [];

  const phone = () => {
    const [first] = devices;
    if (!first) throw new Error('nobody is seated');
    return first.page;
  };
  const tap = async (...names: readonly (string | RegExp)[]) => {
    for (const name of names) await phone().getByRole('button', { name, exact: true }).click();
  };
  const titleOn = (title: string) => phone().getByRole('heading', { level: 1, name: title, exact: true });

  beforeAll(async () => {
    venue = await Venue.open({ definition });
    operator = await openConsole(venue.place);
    devices = await Promise.all(
      seats.map(async (seat, index) => {
        const { secret } = await cardOf(venue.place, seat);
        const laptop = { size: { width: 1280, height: 720 }, locale: 'en-GB' };
        return venue.openPanel(`/panel#${seat}.${secret}`, index === 0 ? {} : laptop);
      }),
    );
    for (const { page } of devices) await page.getByText(/^(第 \d+ 席|Seat \d+)$/).waitFor();
    await operator.next();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('each speech gets its mark, by thumb and by keyboard, and the lock says what counts', async () => {
    for (const [unit, mark] of ['90', '85', '80'].entries()) {
      await operator.next();
      await titleOn(`示例 u${unit + 1}`).waitFor();
      await tap(...mark.split(''), '打好了', '交票');
      await phone()
        .getByRole('heading', { name: `主机已存 ${mark} 分` })
        .waitFor();
      for (const { page } of devices.slice(1)) {
        await page.getByRole('heading', { level: 1, name: `示例 u${unit + 1}` }).waitFor();
        await page.keyboard.type(mark);
        await page.keyboard.press('Enter');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: `Stored by the host ${mark} points` }).waitFor();
      }
      await lockUnit(operator);
      await titleOn(`已锁票，计入 ${mark} 分`).waitFor();
    }
  });

  test('all units stand on one paper; places are given by taps, and what was tapped outlives a reload', async () => {
    await operator.next();
    await titleOn('请点第 1 名').waitFor();
    await phone().getByText('还有 3 个没排').waitFor();
    await tap('示例 u2', '示例 u1');
    await titleOn('请点第 3 名').waitFor();
    await phone().reload();
    await titleOn('请点第 3 名').waitFor();
    await tap('示例 u1 第 2 名', '前移', '示例 u3');
    await titleOn('名次都排好了').waitFor();
    await tap('交票：3 个单位的名次');
    await titleOn('主机已存：3 个单位的名次').waitFor();
    expect(await phone().getByRole('term').allInnerTexts()).toEqual(['示例 u1', '示例 u2', '示例 u3']);
  });

  test('the ranking is changed until the lock, and the log has the last one as signed', async () => {
    await tap('修改我的票', '示例 u3 第 3 名', '前移', '交票：3 个单位的名次');
    await phone()
      .getByText(/本轮第 2 次交票/)
      .waitFor();
    const code = await phone().getByText('校验码').locator('b').innerText();
    for (const { page } of devices.slice(1)) {
      for (const unit of ['示例 u3', '示例 u2', '示例 u1'])
        await page.getByRole('button', { name: unit }).click();
      await page.getByRole('button', { name: 'Submit: 3 units ranked' }).click();
      await page.getByRole('heading', { name: 'Stored by the host: 3 units ranked' }).waitFor();
    }
    await lockUnit(operator);
    await titleOn('已锁票，计入：3 个单位的名次').waitFor();
    const own = (await ballotsInLog(venue)).filter(({ seat }) => seat === seats[0]);
    expect(own).toHaveLength(5);
    expect(own[4]).toMatchObject({
      ballotNumber: 2,
      code,
      isSignatureValid: true,
      values: { 'u1/place': '1', 'u3/place': '2', 'u2/place': '3' },
    });
  });
});

/** Grades of the year by cards that nobody can be told by; at most 30 % may be the best. */
describe('a secret appraisal', () => {
  const definition = eventUnder('O11-appraisal', ['u1', 'u2', 'u3', 'u4', 'u5'], 1);
  let venue: Venue;
  let operator: ConsolePage;
  let card: VenuePage;

  const button = (name: string) => card.page.getByRole('button', { name, exact: true });
  const rate = async (unit: string, grade: string) => {
    const row = card.page.getByRole('listitem').filter({ hasText: unit });
    await row.getByRole('button', { name: grade, exact: true }).click();
  };

  beforeAll(async () => {
    venue = await Venue.open({ definition });
    operator = await openConsole(venue.place);
    const [seat] = definition.seats;
    const { secret } = await cardOf(venue.place, seat?.id ?? '');
    card = await venue.openPanel(`/panel#${seat?.id}.${secret}`);
    await card.page.getByText('还没有开始').waitFor();
    await operator.next();
    await operator.next();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('the page names the card alone, and its holder is recused from a unit after being asked', async () => {
    await card.page.getByText('卡号 1', { exact: true }).waitFor();
    await card.page.getByText('无记名投票').waitFor();
    for (const name of ['有单位要回避', '示例 u3', '回避', '返回填票']) await button(name).click();
    await card.page.getByText('已回避').waitFor();
  });

  test('one too many of the best stops the paper, and the host has what was signed', async () => {
    for (const unit of ['示例 u1', '示例 u2']) await rate(unit, '优秀');
    for (const unit of ['示例 u4', '示例 u5']) await rate(unit, '称职');
    await card.page.getByText('优秀最多 1 项。').waitFor();
    expect(await button('交票：4 个单位的评定').isDisabled()).toBe(true);
    await rate('示例 u2', '称职');
    await button('交票：4 个单位的评定').click();
    await card.page.getByRole('heading', { name: '主机已存：4 个单位的评定' }).waitFor();
    const [stored] = await ballotsInLog(venue);
    expect(stored?.values).toMatchObject({ 'u1/grade': 'excellent', 'u3/@recused': 'yes' });
    expect(Object.keys(stored?.values ?? {})).toHaveLength(5);
    // The console knows that a ballot is in, and not whose.
    const { round } = await operator.client.seen((view) => view.round?.due === 0);
    expect(round).toMatchObject({ isSecret: true, missing: [], decisions: [] });
  });
});
