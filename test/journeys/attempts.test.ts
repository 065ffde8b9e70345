import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { sameText } from '../../shared/kernel/language.ts';
import { anEventUnder } from '../builders/any-event.ts';
import { cardOf } from '../builders/lan-pages.ts';
import { devicesOfTheirOwn, Venue, type VenuePage } from './venue.ts';

/** Of each run the mean mark for style and a point for every second under 60; the better run counts. */
function styleAndSpeed(): ScoringScheme {
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'style-and-speed',
    version: 1,
    name: sameText('姿势与速度'),
    ballots: [{ kind: 'total', id: 'style', name: sameText('姿势'), maximum: '10', step: '0.5' }],
    nodes: [
      { kind: 'marks', id: 'style', each: 'runs', name: sameText('姿势分'), ballot: 'style' },
      { kind: 'measure', id: 'time', each: 'runs', name: sameText('用时'), measure: 'seconds' },
      {
        kind: 'linear',
        id: 'speed',
        each: 'runs',
        name: sameText('速度分'),
        of: 'time',
        base: '60',
        rate: '-1',
      },
      {
        kind: 'sum',
        id: 'run',
        each: 'runs',
        name: sameText('单轮分'),
        parts: [{ node: 'style' }, { node: 'speed' }],
        round: { decimals: 2 },
      },
      { kind: 'pick', id: 'total', name: sameText('较好一轮'), from: { items: 'run' }, best: 1 },
    ],
    ranking: { by: 'total', on: 'rounded' },
    publish: { fromBallots: 1 },
    isMonitorRequired: true,
  });
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

const held = anEventUnder(styleAndSpeed(), { units: ['u1', 'u2'], seats: 2 });
const definition: EventDefinition = {
  ...held,
  agenda: held.agenda.map((step) => ({ ...step, template: step.template.replaceAll('.', '-') })),
};

/** What the two judges give each run, in the order of the show. */
const rounds = [
  { unit: '示例 u1', run: '第 1 次', phone: ['8'], laptop: '7.5' },
  { unit: '示例 u1', run: '第 2 次', phone: ['6'], laptop: '7' },
  { unit: '示例 u2', run: '第 1 次', phone: ['9'], laptop: '8.5' },
  { unit: '示例 u2', run: '第 2 次', phone: ['2'], laptop: '2' },
];

describe('an event of attempts', () => {
  let venue: Venue;
  let desk: VenuePage;
  let page: Page;
  let wall: Page;
  let monitor: Page;
  let phone: Page;
  let laptop: Page;

  let pressed = 0;
  /** Not so soon after the last press that it would be taken for a double one. */
  const press = async (key: string) => {
    await Venue.settle(Math.max(0, pressed + 850 - performance.now()));
    await page.keyboard.press(key);
    pressed = performance.now();
  };
  const space = () => press('Space');
  const confirm = () => press('Enter');
  const wallText = async () => (await wall.locator('main').innerText()).replaceAll(/\s+/g, ' ');

  beforeAll(async () => {
    venue = await Venue.open({ definition, nodeOptions: devicesOfTheirOwn });
    desk = await venue.openConsole();
    page = desk.page;
    wall = (await venue.openProjector()).page;
    monitor = (await venue.openMonitor({ size: { width: 390, height: 844 } })).page;
    await page.getByRole('button', { name: '准入' }).click();
    await monitor.getByText('现在没有需要您处理的事').waitFor();
    const [first, second] = await Promise.all(['ALL1', 'ALL2'].map((seat) => cardOf(venue.place, seat)));
    phone = (await venue.openPanel(`/panel#ALL1.${first?.secret}`)).page;
    laptop = (await venue.openPanel(`/panel#ALL2.${second?.secret}`, { size: { width: 1280, height: 720 } }))
      .page;
    for (const panel of [phone, laptop]) await panel.getByRole('heading', { name: '还没有开始' }).waitFor();
    await space();
  });
  afterAll(() => venue?.close());
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('each run is a round of its own, marked by thumb and by keyboard under its own name', async () => {
    for (const { unit, run, phone: keys, laptop: mark } of rounds) {
      await space();
      for (const panel of [phone, laptop]) {
        const title = panel.getByRole('heading', { level: 1 });
        await expect.poll(() => title.innerText()).toContain(run);
        expect(await title.innerText()).toContain(unit);
      }
      for (const key of [...keys, '打好了', '交票'])
        await phone.getByRole('button', { name: key, exact: true }).click();
      await laptop.keyboard.type(mark);
      await laptop.keyboard.press('Enter');
      await laptop.keyboard.press('Enter');
      for (const panel of [phone, laptop]) await panel.getByText(/^主机已存/).waitFor();
      await space();
      await wall.getByText('已收评票').waitFor();
      expect(await wallText()).toContain(run);
      await page.getByText(`锁票：${unit} · ${run} 已存 2 / 2`).waitFor();
      await space();
      await confirm();
      await laptop.getByText(`已锁票，计入 ${mark} 分`).waitFor();
    }
  });

  test('the times are typed run by run under J and confirmed; one who fell has none', async () => {
    await space();
    await page.getByRole('button', { name: /^测量与加减分 · 缺 4/ }).waitFor();
    await page.keyboard.press('j');
    const drawer = page.getByRole('dialog', { name: '测量与加减分' });
    await drawer.getByText('缺 4 项').waitFor();
    for (const seconds of ['52.31', '51.07', '50.94']) {
      await page.keyboard.type(seconds);
      await page.keyboard.press('Enter');
      await drawer.getByRole('button', { name: new RegExp(`确认.*${seconds}`) }).waitFor();
    }
    await drawer.getByRole('button', { name: /^示例 u2 · 第 2 次 .*记未完成$/ }).click();
    for (const seconds of ['52.31', '51.07', '50.94'])
      await drawer.getByRole('button', { name: new RegExp(`确认.*${seconds}`) }).click();
    await expect.poll(() => drawer.getByText('✓', { exact: true }).count()).toBe(3);
    await page.keyboard.press('Escape');
  });

  test('it is counted, and the monitor co-signs the figures it has looked at', async () => {
    await press('c');
    await confirm();
    await monitor.getByRole('button', { name: '看结果' }).click();
    await expect
      .poll(async () => (await monitor.getByRole('row', { name: /示例 u2/ }).innerText()).split(/\s+/)[0])
      .toBe('1');
    expect(await monitor.getByRole('row', { name: /示例 u2/ }).innerText()).toContain('17.81');
    await Venue.settle();
    await monitor.getByRole('button', { name: '会签', exact: true }).click();
    await monitor.getByText('您已会签第 1 次计票').waitFor();
    for (const figure of ['17.81', '15.44', '50.94']) expect(await wallText()).not.toContain(figure);
  });

  test('the wall shows the better run of each, from the last place to the first', async () => {
    await space();
    await page.getByText('放行成绩：2 名').waitFor();
    await space();
    await confirm();
    await wall.getByText('已揭晓 0 / 2').waitFor();
    await space();
    // (8 + 7.5) ÷ 2 + 60 − 52.31, by a hundredth more than the second run.
    await expect.poll(wallText).toContain('15.44');
    expect(await wallText()).not.toContain('17.81');
    await space();
    await wall.getByText('最终排名').waitFor();
    // (9 + 8.5) ÷ 2 + 60 − 50.94
    for (const [place, unit, total] of [
      [1, '示例 u2', '17.81'],
      [2, '示例 u1', '15.44'],
    ] as const) {
      const row = await wall.locator(`[data-place="${place}"]`).innerText();
      expect(row).toContain(unit);
      expect(row).toContain(total);
    }
  });

  test('a total opens into its runs, each with its marks and its time, and the same lines are printed', async () => {
    await page.getByRole('button', { name: /^15\.44, / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '全部展开' }).click();
    const row = (name: RegExp) => dialog.getByRole('row', { name });
    await row(/^较好一轮 15\.44/)
      .first()
      .waitFor();
    for (const text of [
      /第 1 次.* 15\.44/,
      /第 2 次.* 15\.43/,
      /用时.* 52\.31/,
      /速度分.* 7\.69/,
      /姿势分.* 7\.75/,
    ])
      expect(await row(text).count(), String(text)).toBeGreaterThan(0);
    const shown = await dialog.getByRole('row').allInnerTexts();
    const opening = desk.context.waitForEvent('page');
    await dialog.getByRole('link').first().click();
    const paper = await opening;
    await paper.getByText('15.44').first().waitFor();
    const printed = (await paper.locator('body').innerText()).replaceAll(/\s/g, '');
    for (const line of shown)
      for (const cell of line.split('\t')) expect(printed).toContain(cell.replaceAll(/\s/g, ''));
    await paper.close();
  });
});
