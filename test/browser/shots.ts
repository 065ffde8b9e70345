import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page, ViewportSize } from 'playwright-core';
import { type Language, languages } from '../../shared/kernel/language.ts';
import { sheetKinds } from '../../shared/views/sheet-kinds.ts';
import {
  type ConsolePage,
  cardOf,
  type HostPlace,
  openConsole,
  type PanelPage,
} from '../builders/lan-pages.ts';
import { lockUnit, seatEveryone, submitAll, takeToReport } from '../journeys/full-panel.ts';
import { devicesOfTheirOwn, Venue, type VenuePage } from '../journeys/venue.ts';

/**
 * Pictures of every page in its main states, in three languages and the sizes that it meets:
 * `npm run shots -- FOLDER`. The units are fictional. Nothing is compared: a person looks at them.
 */
const folder = resolve(process.argv[2] ?? 'release/shots');

const screens: readonly ViewportSize[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const devices: readonly ViewportSize[] = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
];
const locales: { readonly [language in Language]: string } = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-GB',
};
/** Their pages are real; the other 17 seats are devices without a browser. */
const seatsOnPages = ['S01', 'S02', 'S03'];

type Role = 'console' | 'projector' | 'panel' | 'prompter' | 'monitor';
type Cast = { readonly [role in Role]: readonly VenuePage[] };

const sizesOf: { readonly [role in Role]: readonly ViewportSize[] } = {
  console: screens,
  projector: screens,
  panel: devices,
  prompter: screens,
  monitor: [
    { width: 390, height: 844 },
    { width: 768, height: 1024 },
    { width: 1280, height: 720 },
  ],
};

let taken = 0;

/** Pictures of one state; `cast` has one page of each role for each language. */
async function shoot(cast: Cast, state: string, roles: readonly Role[]): Promise<void> {
  for (const role of roles)
    for (const { page } of cast[role])
      for (const size of sizesOf[role]) {
        await page.setViewportSize(size);
        await page.evaluate(() => document.fonts.ready);
        // Entrances of the wall's scenes end within this.
        await page.waitForTimeout(role === 'projector' ? 900 : 150);
        const language = await page.evaluate(() => document.documentElement.lang);
        const name = `${role}-${state}-${language}-${size.width}.png`;
        // What the monitor watches over is longer than its screen.
        await page.screenshot({ path: join(folder, name), fullPage: role === 'monitor' });
        taken += 1;
      }
  console.log(`${state}: ${roles.join(', ')}`);
}

async function openCast(venue: Venue, operator: ConsolePage): Promise<Cast> {
  const cast: { readonly [role in Role]: VenuePage[] } = {
    console: [],
    projector: [],
    panel: [],
    prompter: [],
    monitor: [],
  };
  for (const [index, language] of languages.entries()) {
    const device = { locale: locales[language] };
    const { secret } = await cardOf(venue.place, seatsOnPages[index] ?? '');
    cast.console.push(await venue.openConsole(device));
    cast.projector.push(await venue.openProjector(screens[0], `?lang=${language}`));
    cast.panel.push(await venue.openPanel(`/panel#${seatsOnPages[index]}.${secret}`, device));
    cast.prompter.push(await venue.openPrompter(device));
    cast.monitor.push(await venue.openMonitor(device));
    if (index === 0) {
      const joining = await venue.openPanel('/panel', device);
      await joining.page.getByRole('textbox').fill('22222-22222');
      await joining.page.getByRole('textbox').press('Enter');
      await joining.page.getByRole('alert').waitFor();
      await shoot({ ...cast, panel: [joining] }, 'join', ['panel']);
      await joining.page.close();
    }
  }
  await onEach([...cast.prompter, ...cast.monitor], (page) => page.getByText(/^\d{4}$/).waitFor());
  await shoot(cast, 'asks', ['prompter', 'monitor', 'console']);
  const { requests } = await operator.client.seen((view) => view.requests.length === 2 * languages.length);
  for (const { id } of requests) await operator.must({ kind: 'AdmitScreen', request: id });
  return cast;
}

const onEach = async (pages: readonly VenuePage[], act: (page: Page) => Promise<unknown>) => {
  for (const { page } of pages) await act(page);
};

async function typeMarks(page: Page, marks: readonly string[]): Promise<void> {
  for (const mark of marks) {
    await page.keyboard.type(mark);
    await page.keyboard.press('Enter');
  }
}

async function report(cast: Cast, operator: ConsolePage): Promise<void> {
  await operator.next();
  await shoot(cast, 'first-step', ['projector', 'console']);
  await takeToReport(operator, 0);
  await onEach(cast.panel, (page) => page.locator('[data-row="5"]').waitFor());
  await onEach(cast.panel, (page) => typeMarks(page, ['18.5', '14']));
  await shoot(cast, 'speech', ['console', 'projector', 'panel', 'prompter']);
  await operator.must({ kind: 'SendPrompt', text: '请靠近话筒' });
  await operator.must({ kind: 'AddTime', ms: -3 * 60_000 - 50_000 });
  await shoot(cast, 'last-minute', ['console', 'projector', 'prompter']);
  await operator.must({ kind: 'AddTime', ms: -70_000 });
  await operator.must({ kind: 'ClearPrompt' });
  await shoot(cast, 'overtime', ['console', 'projector', 'prompter']);
}

/** 18 of 20 in; one seat scores on, another has gone offline. */
async function ballot(
  venue: Venue,
  cast: Cast,
  operator: ConsolePage,
  seats: readonly PanelPage[],
): Promise<void> {
  await operator.next();
  const [lost, ...here] = seats;
  await lost?.client.close();
  await submitAll(here, 0);
  await onEach(cast.panel.slice(1), (page) => typeMarks(page, ['13', '19', '12.5', '14']));
  await shoot({ ...cast, panel: [...cast.panel.slice(1)] }, 'total', ['panel']);
  await onEach(cast.panel.slice(1), (page) => page.keyboard.press('Enter'));
  await operator.client.seen((view) => view.round?.counts.submitted === 18);
  await shoot(cast, 'ballot', ['console', 'projector', 'panel', 'monitor']);
  await onEach(cast.console, async (page) => {
    await page.keyboard.press('3');
    await page.waitForTimeout(200);
  });
  await shoot(cast, 'missing', ['console']);
  await onEach(cast.console, (page) => page.keyboard.press('Escape'));

  const [first] = cast.panel;
  if (!first) return;
  venue.isHostMissed = true;
  await first.context.setOffline(true);
  await typeMarks(first.page, ['13', '19', '12.5', '14']);
  await first.page.waitForTimeout(7_000);
  await first.page.keyboard.press('Enter');
  await shoot({ ...cast, panel: [first] }, 'unsent', ['panel']);
  await first.context.setOffline(false);
  await operator.client.seen((view) => view.round?.counts.submitted === 19);
  venue.isHostMissed = false;
  const { round } = operator.client.view;
  await operator.must({
    ...{ kind: 'DecideMissing', round: round?.round ?? '', seats: [...(round?.missing ?? [])] },
    ...{ decision: 'absent', reason: '设备故障' },
  });
  await operator.must({ kind: 'LockRound', round: round?.round ?? '' });
  await shoot(cast, 'locked', ['console', 'projector', 'panel']);
}

async function result(cast: Cast, operator: ConsolePage, seats: readonly PanelPage[]): Promise<void> {
  // Pages that score a unit of the list would each have to be driven: their seats are decided instead.
  const absent = [...seatsOnPages, seats[0]?.client.view.seat?.id ?? ''];
  for (let unit = 1; unit < 12; unit += 1) {
    await takeToReport(operator, unit);
    await submitAll(seats.slice(1), unit);
    const round = operator.client.view.round?.round ?? '';
    await operator.must({ kind: 'DecideMissing', round, seats: absent, decision: 'absent', reason: '请假' });
    await lockUnit(operator);
  }
  await operator.must({ kind: 'JumpTo', step: 'A7.E13' });
  await shoot(cast, 'before-count', ['console', 'projector', 'panel']);
  await operator.must({ kind: 'CountRounds', notCalled: ['E13'] });
  await operator.must({ kind: 'JumpTo', step: 'A8' });
  await shoot(cast, 'unseen', ['console', 'monitor']);
  await operator.must({ kind: 'LookAtResult', what: 'result', unit: null });
  await onEach(cast.monitor, (page) => page.locator('[data-count] button').last().click());
  await onEach(cast.monitor, (page) => page.locator('[data-count] table').waitFor());
  await shoot(cast, 'held', ['console', 'projector', 'monitor']);
  await onEach(cast.console, (page) => page.keyboard.press('h'));
  await shoot(cast, 'held-uncovered', ['console']);
  await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: false });
  await shoot(cast, 'released', ['projector']);
  for (let revealed = 0; revealed < 8; revealed += 1)
    await operator.must({ kind: 'TakeRevealStep', revealed });
  await shoot(cast, 'reveal', ['console', 'projector']);
  await operator.must({ kind: 'RevealAll', revealed: 8 });
  await shoot(cast, 'final', ['console', 'projector', 'monitor']);
}

/** Every document that can be had after the count, as it is laid out on A4. */
async function papers(cast: Cast, operator: ConsolePage, { origin, token }: HostPlace): Promise<void> {
  const { event, seats } = operator.client.view;
  const [unit, seat] = [event?.units[0]?.id ?? '', seats?.at(-1)?.seat ?? ''];
  for (const [index, { context }] of cast.console.entries()) {
    const paper = await context.newPage();
    await paper.setViewportSize({ width: 900, height: 1280 });
    for (const kind of sheetKinds) {
      if (kind === 'opening') continue;
      const query = `kind=${kind}&unit=${unit}&seat=${seat}&token=${token}&lang=${languages[index]}`;
      await paper.goto(`${origin}/console/paper?${query}`);
      await paper.locator('[data-pages]').waitFor();
      await paper.screenshot({ path: join(folder, `paper-${kind}-${languages[index]}.png`), fullPage: true });
      taken += 1;
    }
    await paper.close();
  }
  console.log(`papers: ${sheetKinds.join(', ')}`);
}

async function drawers(cast: Cast): Promise<void> {
  for (const [key, name] of [
    ['n', 'network'],
    ['g', 'jump'],
    ['?', 'keys'],
  ] as const) {
    await onEach(cast.console, (page) => page.keyboard.press(key));
    await onEach(cast.console, (page) => page.getByRole('dialog').waitFor());
    await shoot(cast, name, ['console']);
    await onEach(cast.console, async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    });
  }
}

/** Each part of the scheme form on the widest built-in scheme, and a measured value of its sample being changed. */
async function schemeForm(cast: Cast): Promise<void> {
  const onForm = (act: (page: Page) => Promise<unknown>) => onEach(cast.console, act);
  await onForm(async (page) => {
    await page.getByRole('button', { name: /^(评分规则|評分規則|Scoring)$/ }).click();
    await page.getByRole('dialog').locator('nav button').first().waitFor();
    const starts = page.getByRole('dialog').getByRole('combobox').first();
    const skills = await starts.locator('option', { hasText: /^O7/ }).getAttribute('value');
    await starts.selectOption(skills ?? '');
  });
  const parts = ['basics', 'groups', 'ballots', 'nodes', 'ranking', 'outcome', 'json'];
  for (const [n, part] of parts.entries()) {
    await onForm((page) => page.getByRole('dialog').locator('nav button').nth(n).click());
    await shoot(cast, `scheme-${part}`, ['console']);
  }
  await onForm((page) => page.getByRole('dialog').locator('tbody button').nth(1).click());
  await shoot(cast, 'scheme-sample', ['console']);
  await onForm((page) => page.keyboard.press('Escape'));
}

/** The two pictures of the README: a small hall in the middle of its third unit. */
async function pictureForReadme(): Promise<void> {
  const venue = await Venue.open({ nodeOptions: devicesOfTheirOwn });
  try {
    const operator = await openConsole(venue.place);
    const seats = await seatEveryone(venue.place);
    const wall = await venue.openProjector();
    const prompter = await venue.openPrompter();
    const desk = await venue.openConsole({ size: { width: 1280, height: 720 }, locale: 'en-GB' });
    const { requests } = await operator.client.seen((view) => view.requests.length > 0);
    await operator.must({ kind: 'AdmitScreen', request: requests[0]?.id ?? '' });
    await prompter.page.getByText('等待开始').waitFor();
    await operator.next();
    await operator.next();
    await operator.next();
    for (let unit = 0; unit < 2; unit += 1) {
      await takeToReport(operator, unit);
      await submitAll(seats, unit);
      await lockUnit(operator);
    }
    await operator.next();
    await operator.next();
    await wall.page.waitForTimeout(4_000);
    await wall.page.screenshot({ path: join(folder, 'readme-wall.png') });
    await operator.next();
    await seats[3]?.client.close();
    await submitAll(
      seats.filter((_, index) => index !== 3 && index !== 10),
      2,
    );
    await desk.page.waitForTimeout(6_000);
    await desk.page.screenshot({ path: join(folder, 'readme-console.png') });
    await operator.client.close();
  } finally {
    await venue.close();
  }
}

mkdirSync(folder, { recursive: true });
await pictureForReadme();
const venue = await Venue.open({ nodeOptions: devicesOfTheirOwn });
try {
  const operator = await openConsole(venue.place);
  const cast = await openCast(venue, operator);
  const seats = await seatEveryone(venue.place, seatsOnPages);
  await shoot(cast, 'before', ['console', 'projector', 'panel', 'prompter']);
  await drawers(cast);
  await schemeForm(cast);
  await report(cast, operator);
  await ballot(venue, cast, operator, seats);
  await result(cast, operator, seats);
  await papers(cast, operator, venue.place);
  await operator.next();
  venue.isHostMissed = true;
  await venue.host.kill();
  await cast.projector[0]?.page.getByText('重连中').waitFor();
  await shoot(cast, 'host-lost', ['console', 'projector', 'panel', 'prompter']);
  console.log(`${taken} pictures in ${folder}`);
  for (const fault of venue.faults) console.error(fault);
  process.exitCode = venue.faults.length > 0 ? 1 : 0;
} finally {
  await venue.close();
}
