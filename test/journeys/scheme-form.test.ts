import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openConsole } from '../builders/lan-pages.ts';
import { takeToReport } from './full-panel.ts';
import { Venue } from './venue.ts';

describe('the scheme form', () => {
  let venue: Venue;
  let page: Page;
  let form: Locator;
  let exported = '';

  const field = (path: string) => page.locator(`[id="scheme-${path}"]`);
  const part = (name: string) => form.getByRole('navigation').getByRole('button', { name }).click();
  const button = (name: string) => form.getByRole('button', { name, exact: true });
  /** The row of totals, the highlighted new one of each. */
  const totals = () => form.locator('thead tr').nth(2).locator('td b').allInnerTexts();

  beforeAll(async () => {
    venue = await Venue.open();
    ({ page } = await venue.openConsole({ size: { width: 1280, height: 720 } }));
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('the operator opens the form: the scheme in force is in it, worked through on sample ballots', async () => {
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((name) => name.includes('scheme'))).toEqual([]);
    await page.getByRole('button', { name: '评分规则' }).click();
    form = page.getByRole('dialog', { name: '评分规则' });
    await expect.poll(() => field('name').inputValue()).toContain('六比评分');
    expect((await totals()).filter((total) => /^\d+\.\d\d$/.test(total))).toHaveLength(4);
    await form.getByText('可以用').waitFor();
  });

  test('starting from S4, another weight and another trim change the sample as they are typed', async () => {
    await form
      .getByRole('combobox', { name: '从这份规则开始' })
      .selectOption({ label: 'S4 · 六比评分（演示规则）' });
    const first = await totals();
    await part('组别');
    await field('groups.0.weight').fill('10');
    const weighted = await totals();
    expect(weighted).not.toEqual(first);
    await part('计算');
    await field('nodes.0.trim.high').fill('2');
    expect(await totals()).not.toEqual(weighted);
    // Struck marks are marked as such: two highest and one lowest of each group and unit.
    expect(await form.locator('[data-state="struck-high"]').count()).toBe(
      2 * (await form.locator('[data-state="struck-low"]').count()),
    );
  });

  test('a broken scheme says so at its field in words, and can’t be exported or used', async () => {
    const before = await totals();
    await field('nodes.0.trim.fromCount').fill('3');
    await form.getByText('去掉之后一份也不剩').nth(1).waitFor();
    expect(await field('nodes.0.trim.fromCount').getAttribute('aria-invalid')).toBe('true');
    expect(await totals()).toEqual(before);
    expect(await button('导出 JSON').getAttribute('aria-disabled')).toBe('true');
    expect(await button('本场用这份规则').getAttribute('aria-disabled')).toBe('true');
    await part('基本');
    await button('去改').click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe('scheme-nodes.0.trim.fromCount');
    await field('nodes.0.trim.fromCount').fill('7');
    await form.getByText('可以用').waitFor();
  });

  test('the scheme leaves as a file, and the same file brings it back', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), button('导出 JSON').click()]);
    expect(download.suggestedFilename()).toBe('S4-v2.json');
    exported = join(venue.folder, 'scheme.json');
    await download.saveAs(exported);
    const text = readFileSync(exported, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      groups: [{ weight: 10 }, { weight: 40 }],
      nodes: [{ trim: { high: 2 } }, {}],
    });
    const mine = await totals();
    await form.getByRole('combobox', { name: '从这份规则开始' }).selectOption({ label: '空白规则' });
    await form.getByText('1 处要改').waitFor();
    await button('导入…').click();
    await form.locator('input[type=file]').setInputFiles(exported);
    await form.getByText('可以用').waitFor();
    expect(await totals()).toEqual(mine);
    await part('原文');
    expect(await form.getByRole('textbox', { name: '规则原文' }).inputValue()).toBe(text);
  });

  test('a file that is no scheme is refused in words, and the form keeps what it has', async () => {
    const mine = await totals();
    const other = join(venue.folder, 'other.json');
    writeFileSync(other, '{"format": "leitai-scheme/1",\n"id": }');
    await button('导入…').click();
    await form.locator('input[type=file]').setInputFiles(other);
    await form.getByText('这不是 JSON：第 2 行写错了。').waitFor();
    await button('取消').click();
    expect(await totals()).toEqual(mine);
  });

  const openForm = async () => {
    await page.getByRole('button', { name: '评分规则' }).click();
    await field('name').waitFor();
  };

  test('the console is loaded again: what was being written is there, and says of when it is', async () => {
    const mine = await totals();
    await page.reload();
    await openForm();
    await form.getByText(/^已恢复 \d\d:\d\d 的草稿。$/).waitFor();
    expect(await totals()).toEqual(mine);
    // The scheme in force comes later, and changes nothing of it.
    await Venue.settle();
    expect(await totals()).toEqual(mine);
  });

  test('before the first round the scheme is taken for the event with a second press', async () => {
    const operator = await openConsole(venue.place);
    const before = (await operator.client.seen((view) => view.scheme !== undefined)).scheme.hash;
    await button('本场用这份规则').click();
    await form.getByText('第一轮还没开，可以直接换。').waitFor();
    await button('换成这份规则').click();
    await form.getByText('本场已换成这份规则。').waitFor();
    const { scheme } = await operator.client.seen((view) => view.scheme.hash !== before);
    expect(scheme.isFixed).toBe(false);
    const answer = await fetch(`${venue.place.origin}/console/scheme?token=${venue.place.token}`);
    expect(await answer.json()).toMatchObject({ groups: [{ weight: 10 }, { weight: 40 }] });
    await page.reload();
    await openForm();
    await part('组别');
    await expect.poll(() => field('groups.0.weight').inputValue()).toBe('10');
    expect(await form.getByText('的草稿').count()).toBe(0);
  });

  test('after the first round a change asks who decided it and why; what is written of that outlasts the drawer and the page', async () => {
    const operator = await openConsole(venue.place);
    await operator.next();
    await takeToReport(operator, 0);
    await operator.client.seen((view) => view.scheme.isFixed);
    await field('groups.0.weight').fill('20');
    await button('本场用这份规则').click();
    await form.getByLabel('谁决定的').fill('评委会主席');
    await form.getByLabel('理由', { exact: true }).fill('组别权重写错');
    await form.getByRole('button', { name: /^关闭/ }).click();
    await form.waitFor({ state: 'detached' });
    await openForm();
    await button('本场用这份规则').click();
    expect(await form.getByLabel('谁决定的').inputValue()).toBe('评委会主席');
    await page.reload();
    await openForm();
    await button('本场用这份规则').click();
    await expect.poll(() => form.getByLabel('理由', { exact: true }).inputValue()).toBe('组别权重写错');
    await button('换成这份规则').click();
    await form.getByText('本场已换成这份规则。').waitFor();
    const answer = await fetch(`${venue.place.origin}/console/scheme?token=${venue.place.token}`);
    expect(await answer.json()).toMatchObject({ groups: [{ weight: 20 }, { weight: 40 }] });
    await page.reload();
    await openForm();
    await button('本场用这份规则').click();
    expect(await form.getByLabel('谁决定的').inputValue()).toBe('');
    await button('不换').click();
  });

  test('a unit of the sample is disqualified beside the form, and comes back', async () => {
    await form.getByRole('button', { name: '甲 · 是否参赛' }).click();
    await form.getByRole('button', { name: '取消资格' }).click();
    expect((await totals())[0]).toBe('—');
    await form.getByRole('button', { name: '恢复原来的示例' }).click();
    expect((await totals())[0]).toMatch(/^\d+\.\d\d$/);
  });

  test('freeze and blackout are never covered, and Space types a space', async () => {
    await page.getByRole('button', { name: '冻结大屏' }).waitFor();
    await part('基本');
    await field('name').press('End');
    await field('name').press('Space');
    await field('name').press('x');
    expect(await field('name').inputValue()).toMatch(/ x$/);
    await page.keyboard.press('Escape');
  });
});
