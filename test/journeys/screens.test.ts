import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Timer } from '../../shared/domain/timer.ts';
import { remainingMs } from '../../shared/domain/timer.ts';
import { instant } from '../../shared/kernel/brand.ts';
import { languages } from '../../shared/kernel/language.ts';
import { type ConsolePage, openConsole, type PanelPage } from '../builders/lan-pages.ts';
import { digitsShare, drawnFonts, textCutOff } from './drawn-text.ts';
import { lockUnit, seatEveryone, submitAll, takeToReport } from './full-panel.ts';
import { Venue, type VenuePage } from './venue.ts';

const smallest = { width: 1280, height: 720 };
const sizes = [{ width: 1920, height: 1080 }, { width: 3840, height: 2160 }, smallest];
const scoredUnits = 11;

/** The longest names come late in the agenda. */
const longestName = 11;

describe('the hall’s screens', () => {
  let venue: Venue;
  let operator: ConsolePage;
  let seats: readonly PanelPage[];
  /** One in each language. */
  const walls: VenuePage[] = [];

  /** Every wall shows all of its text, in every size; one at a time, since the largest is much work. */
  const expectReadable = async (scene: string, leastDigits = 0) => {
    for (const { page } of walls) {
      await page.locator(`[data-scene="${scene}"]`).waitFor();
      for (const size of sizes) {
        const about = `${scene} ${size.width} ${new URL(page.url()).search}`;
        await page.setViewportSize(size);
        await page.evaluate(() => document.fonts.ready);
        await expect.poll(() => textCutOff(page), { message: about }).toEqual([]);
        await expect.poll(() => wholePage(page), { message: about }).toEqual(size);
        if (leastDigits > 0)
          await expect.poll(() => digitsShare(page), { message: about }).toBeGreaterThanOrEqual(leastDigits);
      }
    }
  };

  beforeAll(async () => {
    venue = await Venue.open();
    operator = await openConsole(venue.place);
    seats = await seatEveryone(venue.place);
    for (const language of languages) walls.push(await venue.openProjector(smallest, `?lang=${language}`));
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('before the start everyone reads the event’s title, in three sizes and three languages', async () => {
    await expectReadable('title');
    await walls[1]?.page.getByText('示例擂臺').waitFor();
    await walls[2]?.page.getByText('Six-Comparison Contest').waitFor();
  });

  test('a speaker’s countdown takes a quarter of the screen’s height, and nothing is cut off', async () => {
    await operator.next();
    await takeToReport(operator, longestName);
    await expectReadable('speaker', 0.25);
  });

  test('two walls and the prompter change their digits within 100 ms of one another and of the host', async () => {
    const prompter = await venue.openPrompter();
    await prompter.page.getByText('请操作员准入这块屏').waitFor();
    const { requests } = await operator.client.seen((view) => view.requests.length > 0);
    await operator.must({ kind: 'AdmitScreen', request: requests[0]?.id ?? '' });
    const pages = [...walls.slice(0, 2).map(({ page }) => page), prompter.page];
    await Promise.all(pages.map((page) => page.locator('[data-part="clock"]').waitFor()));
    // The offset to the host's clock settles with its first pings.
    await Venue.settle(4_000);
    const { timer } = await operator.client.seen((view) => view.stage.unit?.id === 'E12');
    const seen = await Promise.all(pages.map(watchDigits));
    const toMonotonic = Number(process.hrtime.bigint() / 1_000n) / 1_000 - Date.now();
    const seconds = [...(seen[0]?.keys() ?? [])].filter((second) => seen.every((each) => each.has(second)));
    expect(seconds.length).toBeGreaterThanOrEqual(4);
    const apart = seconds.map((second) => {
      const times = seen.map((each) => each.get(second) ?? 0);
      return Math.max(...times) - Math.min(...times);
    });
    const fromHost = seconds.map((second) => {
      const at = instant(Math.round((seen[0]?.get(second) ?? 0) + toMonotonic));
      return Math.abs(remainingMs(timer.timer as Timer & { kind: 'down' }, at) - second * 1_000);
    });
    await prompter.page.close();
    // A busy machine may skip a frame: what most changes show is what a person sees.
    expect(median(apart), String(apart)).toBeLessThan(100);
    expect(median(fromHost), String(fromHost)).toBeLessThan(100);
  });

  test('overtime keeps its size, with its sign', async () => {
    await operator.must({ kind: 'AddTime', ms: -299_000 });
    for (const { page } of walls) await page.getByText(/\+/).first().waitFor();
    await expectReadable('speaker', 0.25);
  });

  test('the ballot’s progress is whole, open and locked', async () => {
    await operator.next();
    await expectReadable('ballot');
    await submitAll(seats, longestName);
    const { round } = await operator.client.seen((view) => view.round?.missing.length === 0);
    await operator.must({ kind: 'LockRound', round: round?.round ?? '' });
    await walls[0]?.page.getByText('已截止').waitFor();
    await expectReadable('ballot');
  });

  test('the ranking is whole while it is revealed and at its end', async () => {
    for (let unit = 0; unit < scoredUnits; unit += 1) {
      await takeToReport(operator, unit);
      await submitAll(seats, unit);
      await lockUnit(operator);
    }
    await operator.must({ kind: 'CountRounds', notCalled: ['E13'] });
    await operator.must({ kind: 'JumpTo', step: 'A8' });
    await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: false });
    await expectReadable('ranking');
    for (const revealed of [0, 1, 2]) await operator.must({ kind: 'TakeRevealStep', revealed });
    await walls[0]?.page.getByText('已揭晓 3 / 12').waitFor();
    await expectReadable('ranking');
    await operator.must({ kind: 'RevealAll', revealed: 3 });
    await walls[0]?.page.getByText('最终排名').waitFor();
    await expectReadable('ranking');
  });

  test('Chinese type comes from the bundled fonts', async () => {
    for (const wall of walls) {
      const fonts = await drawnFonts(wall);
      expect(fonts.filter(({ isBundled }) => !isBundled)).toEqual([]);
      expect(fonts.map(({ family }) => family).join()).toMatch(/Noto/);
    }
  });
});

/** The size that everything on the page takes together: larger than the screen if anything sticks out. */
const wholePage = (page: VenuePage['page']) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;

/** For six seconds: at which wall time each second of the countdown appeared. */
async function watchDigits(page: VenuePage['page']): Promise<ReadonlyMap<number, number>> {
  const changes = await page.evaluate(
    () =>
      new Promise<[string, number][]>((resolve) => {
        const found: [string, number][] = [];
        const clock = document.querySelector('[data-part="clock"]');
        let last = clock?.textContent ?? '';
        const until = performance.now() + 6_000;
        const look = () => {
          const text = clock?.textContent ?? '';
          if (text !== last) found.push([text, performance.timeOrigin + performance.now()]);
          last = text;
          if (performance.now() < until) requestAnimationFrame(look);
          else resolve(found);
        };
        requestAnimationFrame(look);
      }),
  );
  return new Map(
    changes.map(([text, at]) => {
      const [minutes = '', seconds = ''] = text.replaceAll(/\s/g, '').split(':');
      return [Number(minutes) * 60 + Number(seconds), at];
    }),
  );
}
