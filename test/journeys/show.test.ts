import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Venue, type VenuePage } from './venue.ts';

const seconds = (digits: string): number => {
  const [minutes = '', rest = ''] = digits.trim().replace('−', '-').split(':');
  return Number(minutes) * 60 + Number(rest);
};

describe('the show', () => {
  let venue: Venue;
  let desk: VenuePage;
  let wall: VenuePage;
  let stage: VenuePage;
  let page: Page;
  /** What the opening's clock read when the operator jumped away from it. */
  let leftBehind = { seconds: 0, at: 0 };

  const bigButton = () => page.locator('section[data-kind]');
  const hero = () => page.getByRole('timer');
  const wallClock = () => wall.page.locator('[data-part="clock"]');
  const press = async (key: string) => {
    await page.keyboard.press(key);
  };
  const timeLeft = async () => seconds(await hero().innerText());

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    page = desk.page;
    wall = await venue.openProjector();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('the operator sees what the first press will do, and starts with Space', async () => {
    await page.getByText('开始：上「签到与设备自检」').waitFor();
    await wall.page.getByText('示例擂台').first().waitFor();
    await press('Space');
    await wall.page.getByText('签到与设备自检').first().waitFor();
    await page.getByText('上「开场与规则说明」').waitFor();
  });

  test('a double press of Space within 0.8 s moves one step, not two', async () => {
    await Venue.settle();
    await press('Space');
    await press('Space');
    await page.waitForTimeout(200);
    await press('Space');
    await wall.page.getByText('开场与规则说明').first().waitFor();
    await page.getByText('上「指标亮晒」').waitFor();
    await Venue.settle();
    expect(await bigButton().innerText()).toContain('上「指标亮晒」');
  });

  test('the operator pauses the clock, goes on, and gives and takes time', async () => {
    await press('p');
    await page.getByRole('button', { name: '继续' }).waitFor();
    const paused = await timeLeft();
    await page.waitForTimeout(1500);
    expect(await timeLeft()).toBe(paused);
    await press('=');
    await expect.poll(timeLeft).toBe(paused + 30);
    await press('-');
    await expect.poll(timeLeft).toBe(paused);
    await press('+');
    await expect.poll(timeLeft).toBe(paused + 60);
    await page.getByRole('button', { name: '继续' }).click();
    await expect.poll(timeLeft).toBeLessThan(paused + 60);
  });

  test('the operator jumps to a speech by typing the unit’s name, with a second press', async () => {
    leftBehind = { seconds: await timeLeft(), at: performance.now() };
    await press('g');
    await page.getByRole('textbox', { name: '找环节' }).fill('汇报 示例三区');
    await press('Enter');
    await page.getByText('跳到「汇报发言 · 3 示例三区」？').waitFor();
    await Venue.settle();
    await press('Enter');
    await wall.page.getByRole('heading', { name: '示例三区' }).waitFor();
    await expect.poll(() => wallClock().innerText()).toMatch(/^0[45]\s*:\s*\d\d$/);
    await page.getByRole('textbox', { name: '找环节' }).waitFor({ state: 'detached' });
  });

  test('undo brings the step before back with its clock run on, and redo the jump again', async () => {
    await press('Shift+Space');
    await page.getByText('上「指标亮晒」').waitFor();
    const away = (performance.now() - leftBehind.at) / 1000;
    expect(Math.abs((await timeLeft()) - (leftBehind.seconds - away))).toBeLessThan(2);
    await press('y');
    await wall.page.getByRole('heading', { name: '示例三区' }).waitFor();
    await page
      .getByRole('button', { name: /示例三区/ })
      .first()
      .waitFor();
  });

  test('the hall is told when the speaker’s clock is paused, and sees it stand still', async () => {
    await press('p');
    await wall.page.getByText('计时暂停').first().waitFor();
    const paused = await wallClock().innerText();
    await page.waitForTimeout(1_200);
    expect(await wallClock().innerText()).toBe(paused);
    await press('p');
    await expect.poll(() => wall.page.getByText('计时暂停').count()).toBe(0);
    await expect.poll(() => wallClock().innerText()).not.toBe(paused);
  });

  test('a frozen wall keeps its picture while its clock runs; black is black; both end where the show is', async () => {
    await press('f');
    await wall.page.getByText('画面定格').waitFor();
    const frozenAt = await wallClock().innerText();
    await Venue.settle();
    await press('Space');
    await page.getByText('锁票前还有').waitFor();
    await wall.page.getByRole('heading', { name: '示例三区' }).waitFor();
    await expect.poll(() => wallClock().innerText()).not.toBe(frozenAt);
    expect(await wall.page.getByText('已收评票').count()).toBe(0);

    await press('b');
    await expect.poll(async () => (await wall.page.locator('main').innerText()).trim()).toBe('');
    await press('b');
    await wall.page.getByText('已收评票').waitFor();
    await Venue.settle();
    await press('Shift+Space');
    await wall.page.getByRole('heading', { name: '示例三区' }).waitFor();
  });

  test('a prompter is let in by the number it shows', async () => {
    stage = await venue.openPrompter();
    await stage.page.getByText('请操作员准入这块屏').waitFor();
    const number = (await stage.page.getByText(/^\d{4}$/).innerText()).trim();
    await page.getByText('提词器：核对它显示的号码').waitFor();
    await page.getByText(number, { exact: true }).waitFor();
    await page.getByRole('button', { name: '准入' }).click();
    await stage.page.getByText('剩余').waitFor();
    await stage.page.getByText('示例三区').first().waitFor();
  });

  test('the operator’s message reaches the prompter, and the answer reaches the operator', async () => {
    await press('m');
    await press('1');
    await stage.page.getByText('请收尾').waitFor();
    await page.getByText('汇报人还没按「知道了」').waitFor();
    await stage.page.keyboard.press('PageDown');
    await page.getByText('汇报人按了「知道了」').waitFor();
    await stage.page.getByText('操作员已知道').waitFor();
  });

  test('keys typed into a text field, or into an IME, are text and not orders', async () => {
    const step = await bigButton().innerText();
    await press('m');
    await press('m');
    const field = page.getByRole('textbox', { name: '给提词器发消息' });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('b f p  ');
    await page.waitForTimeout(300);
    expect(await field.inputValue()).toBe('b f p  ');

    const ime = await desk.context.newCDPSession(page);
    await field.fill('');
    await ime.send('Input.imeSetComposition', { selectionStart: 2, selectionEnd: 2, text: 'ni' });
    await ime.send('Input.dispatchKeyEvent', {
      ...{ type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process', code: 'Space' },
    });
    await ime.send('Input.insertText', { text: '你' });
    expect(await field.inputValue()).toBe('你');
    await press('Escape');
    // Outside of any field an IME's key is not an order either.
    await page.evaluate(() => {
      const options = { key: ' ', keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', options));
    });
    await page.waitForTimeout(300);
    expect(await bigButton().innerText()).toBe(step);
    await wall.page.getByRole('heading', { name: '示例三区' }).waitFor();
    expect(await stage.page.getByText('你').count()).toBe(0);
  });

  test('the operator rings the bell and finds every key on the list of keys', async () => {
    await press('r');
    await page.getByText('响铃').first().waitFor();
    await press('?');
    await page.getByText('打开时空格不起作用').waitFor();
    await press('Escape');
  });
});
