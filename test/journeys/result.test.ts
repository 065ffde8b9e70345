import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ConsolePage, openConsole } from '../builders/lan-pages.ts';
import { scoreFirstUnits, seatEveryone } from './full-panel.ts';
import { Venue, type VenuePage } from './venue.ts';

const root = join(import.meta.dirname, '../..');
const scored = 12;

type Line = { readonly rank: number; readonly name: string; readonly total: string };

describe('the result', () => {
  let venue: Venue;
  let desk: VenuePage;
  let wall: VenuePage;
  let page: Page;
  let operator: ConsolePage;
  /** Frames that the wall had received when the count was done. */
  let framesBefore = 0;
  /** The result as counted, best first. */
  let lines: readonly Line[] = [];

  const wallText = () => wall.page.locator('main').innerText();
  const confirm = async () => {
    await Venue.settle();
    await page.keyboard.press('Enter');
  };
  /** What the wall's page holds, and all that it has been told since the count. */
  const onTheWall = async () =>
    `${await wall.page.content()}\n${wall.heard.slice(framesBefore).join('\n')}`.replaceAll(/\s+/g, ' ');
  const expectRevealed = async (count: number) => {
    await expect.poll(async () => (await wallText()).includes(`已揭晓 ${count} / ${scored}`)).toBe(true);
    const shown = await onTheWall();
    const text = (await wallText()).replaceAll(/\s/g, '');
    for (const [index, { name, total }] of lines.entries()) {
      const isRevealed = index >= scored - count;
      expect(shown.includes(`>${total}<`) || shown.includes(`"${total}"`), `${total} of ${name}`).toBe(
        isRevealed,
      );
      expect(text.includes(name), `${name} on the wall`).toBe(isRevealed);
      expect(
        wall.heard.slice(framesBefore).some((frame) => frame.includes(name)),
        name,
      ).toBe(isRevealed);
    }
  };

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole({ locale: 'en-GB' });
    page = desk.page;
    wall = await venue.openProjector();
    operator = await openConsole(venue.place);
    const seats = await seatEveryone(venue.place);
    await operator.next();
    await scoreFirstUnits(operator, seats, scored);
    await operator.must({ kind: 'JumpTo', step: 'A7.E13' });
    await Promise.all(seats.map(({ client }) => client.close()));
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('no figure is on the console before the count, and nothing can be exported', async () => {
    await page.getByText('Count before the result is shown').waitFor();
    await page.keyboard.press('n');
    await page.getByText('Results can be exported once counted.').waitFor();
    expect(await page.getByRole('link', { name: 'Result CSV' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(desk.heard.filter((frame) => /"(exactTotal|mean)"/.test(frame))).toHaveLength(0);
  });

  test('the operator counts, with the unit that was not called confirmed by name', async () => {
    framesBefore = wall.heard.length;
    await page
      .getByText('Not called, so not ranked; check each: Example Estuary Industrial Cluster')
      .waitFor();
    await page.keyboard.press('c');
    await page.getByText('Count 12 rounds with Example Estuary Industrial Cluster as not called?').waitFor();
    await confirm();
    await page.getByText('Counted, held · 12 places').waitFor();
    expect((await operator.client.seen((view) => view.result !== null)).result?.rows).toEqual([]);
    await page.keyboard.press('h');
    const { result } = await operator.client.seen((view) => view.result?.isSeen === true);
    lines = (result?.rows ?? []).flatMap(({ rank, unit, total }) =>
      rank === null || total === null ? [] : [{ rank, name: unit.name['zh-Hans'], total }],
    );
    expect(lines.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('held figures are covered on the console until the operator uncovers them', async () => {
    await page.getByText('12 places covered: click or press H').waitFor();
    expect(await page.locator('body').innerText()).not.toContain(lines[0]?.total);
    await page.keyboard.press('h');
    await page
      .getByText(lines[0]?.total ?? '')
      .first()
      .waitFor();
    await page.keyboard.press('h');
    await expect.poll(() => page.getByText(lines[0]?.total ?? '').count()).toBe(0);
  });

  test('the result is released with a second press, and the wall has its heading and no name', async () => {
    await Venue.settle();
    await page.keyboard.press('Space');
    await page.getByText('Release the result: 12 places').waitFor();
    await Venue.settle();
    await page.keyboard.press('Space');
    await page.getByText('Release 12 places?').waitFor();
    await confirm();
    await expectRevealed(0);
  });

  test('places are revealed one by one, and the wall never holds more than has been revealed', async () => {
    for (const count of [1, 2]) {
      await Venue.settle();
      await page.keyboard.press('Space');
      await expectRevealed(count);
    }
    const last = lines.at(-1);
    expect(await wallText()).toContain(last?.total);
  });

  test('a place taken back leaves the wall', async () => {
    await Venue.settle();
    await page.keyboard.press('Shift+Space');
    await expect.poll(async () => (await wallText()).includes(`已揭晓 1 / ${scored}`)).toBe(true);
    expect(await wallText()).not.toContain(lines.at(-2)?.total);
    // A ping may have come after the picture.
    framesBefore = wall.heard.findLastIndex((frame) => frame.includes('"scene"'));
    await expectRevealed(1);
  });

  test('to the end: the wall has every place, and the unit that was not called has none', async () => {
    for (let count = 2; count < scored; count += 1) {
      await Venue.settle();
      await page.keyboard.press('Space');
      await expectRevealed(count);
    }
    await Venue.settle();
    await page.keyboard.press('Space');
    await wall.page.getByText('最终排名').waitFor();
    const text = (await wallText()).replaceAll(/\s+/g, ' ');
    for (const { name, total } of lines) {
      expect(text.replaceAll(' ', '')).toContain(name);
      expect(text).toContain(total);
    }
    expect(text).toContain('未上场');
    for (const { rank, total } of lines)
      expect(await wall.page.locator(`[data-place="${rank}"]`).innerText()).toContain(total);
  });

  test('the downloads hold the same totals as the wall, as CSV, XLSX and JSON', async () => {
    await page.keyboard.press('n');
    const download = async (name: string): Promise<string> => {
      const started = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const path = join(venue.folder, (await started).suggestedFilename());
      await (await started).saveAs(path);
      return path;
    };
    const wanted = lines.map(({ rank, total }) => [rank, Number(total)]);
    const numbers = (cells: readonly (readonly unknown[])[]) =>
      cells
        .filter((cell) => cell[0] !== '' && Number.isInteger(Number(cell[0])) && Number(cell[2]) > 0)
        .map((cell) => [Number(cell[0]), Number(cell[2])]);

    const csvFile = readFileSync(await download('Result CSV'), 'utf8');
    const csv = Papa.parse<string[]>(csvFile.replace(/^\uFEFF/, '')).data;
    expect(numbers(csv)).toEqual(wanted);
    expect(csvFile).toContain('Example County 1');

    const { sheets } = await readXlsx(readFileSync(await download('Result XLSX')));
    expect(numbers(sheets[0]?.rows ?? [])).toEqual(wanted);

    const json = JSON.parse(readFileSync(await download('Result JSON'), 'utf8')) as {
      readonly status: string;
      readonly figures: {
        readonly units: readonly { readonly rank: number | null; readonly total: string | null }[];
      };
    };
    expect(json.status).toBe('released');
    const ranked = json.figures.units.filter(({ rank }) => rank !== null);
    expect(
      ranked.sort((a, b) => Number(a.rank) - Number(b.rank)).map(({ rank, total }) => [rank, Number(total)]),
    ).toEqual(wanted);
  });

  test('the event is closed with a second press, and its file verifies as sealed', async () => {
    await page.getByRole('button', { name: 'Close the event…' }).click();
    await page.getByText('Close the event? Nothing can change after').waitFor();
    await confirm();
    await page.getByText('CLOSED', { exact: true }).waitFor();
    await operator.client.close();
    venue.isHostMissed = true;
    await venue.host.stop();
    const args = ['electron/host/verify.ts', venue.host.eventFile, '--data', join(venue.folder, 'data')];
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(stdout).toContain('sealed: the log is closed and signed');
    expect(stdout).toContain('result: nothing wrong was found');
    expect(status).toBe(0);
  });
});
