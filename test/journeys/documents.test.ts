import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sheetStands } from '../../electron/shell/sheet-pdf.ts';
import { sheetListUrl, sheetSetUrls } from '../../electron/shell/sheet-set.ts';
import { httpGet } from '../builders/http-request.ts';
import { type ConsolePage, openConsole } from '../builders/lan-pages.ts';
import { scoreFirstUnits, seatEveryone } from './full-panel.ts';
import { charactersOf, fontsLeftOut, pdfPages, pdfSizes, savedPdf } from './saved-pdf.ts';
import { Venue, type VenuePage } from './venue.ts';

const scored = 12;

describe('documents on paper', () => {
  let venue: Venue;
  let desk: VenuePage;
  let operator: ConsolePage;
  /** The print page, as the console's link opens it. */
  let paper: Page;

  const laidOut = () => paper.locator('[data-pages]').waitFor();
  /** Prints what is shown as the shell saves it, and holds the PDF against the pages that were laid out. */
  const print = async (): Promise<number> => {
    await laidOut();
    const pages = await paper.locator('article').count();
    const numbers = await paper
      .locator('article footer span')
      .allInnerTexts()
      .then((all) => all.map((text) => text.trim()));
    expect(numbers).toEqual(Array.from({ length: pages }, (_, at) => `${at + 1} / ${pages}`));
    const { title, pdf } = await savedPdf(paper);
    expect(title).toBe(await paper.title());
    expect(pdfPages(pdf)).toBe(pages);
    // A4 in points, whatever the browser rounds to.
    const sizes = pdfSizes(pdf);
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size).toEqual([595, 842]);
    expect(fontsLeftOut(pdf)).toBe(0);
    const drawn = charactersOf(pdf);
    const shown = (await paper.locator('article').allInnerTexts()).join('').match(/\p{Script=Han}/gu) ?? [];
    expect(shown.filter((character) => !drawn.has(character))).toEqual([]);
    return pages;
  };
  const choose = async (label: string, option: string) => {
    await paper.getByLabel(label, { exact: true }).selectOption({ label: option });
    await laidOut();
  };

  /** Chooses a document; what the list says beside its name may be out of date, the host's answer never is. */
  const open = async (kind: string) => {
    await paper.getByLabel('文件', { exact: true }).selectOption(kind);
    await expect.poll(() => new URL(paper.url()).searchParams.get('kind')).toBe(kind);
    await laidOut();
  };

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    operator = await openConsole(venue.place);
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('before the first round the console offers the opening sheet and says why there is no result; the sheet prints on one page', async () => {
    await desk.page.keyboard.press('n');
    const result = desk.page.locator('[data-document="result"]');
    await result.getByText('计票后才有').waitFor();
    expect(await result.getByRole('link').count()).toBe(0);
    const opened = desk.context.waitForEvent('page');
    await desk.page.locator('[data-document="opening"]').getByRole('link', { name: '打开打印页' }).click();
    paper = await opened;
    expect(await print()).toBe(1);
    const text = await paper.locator('article').innerText();
    for (const word of ['没有存过任何一张票', '演示数据，不是正式成绩', '监督员', '记录链末条'])
      expect(text).toContain(word);
  });

  test('paper ballots: each form stands whole on one page, and each seat begins one', async () => {
    await open('paper-ballot');
    await choose('单位', '示例三区');
    expect(await print()).toBe(1);
    await choose('席位', '全部');
    expect(await print()).toBe(20);
    await choose('单位', '全部');
    await choose('席位', '第 3 席 市四套班子领导');
    await print();
    const pages = await paper.locator('article').evaluateAll((articles) =>
      articles.map((article) => ({
        headings: article.querySelectorAll('h2').length,
        boxes: article.querySelectorAll('i').length,
      })),
    );
    expect(pages.reduce((sum, { headings }) => sum + headings, 0)).toBe(13);
    for (const { headings, boxes } of pages) expect(boxes).toBe(headings * 6);
  });

  test('a document with marks is not drawn before the count', async () => {
    await paper.getByLabel('文件', { exact: true }).selectOption('seat');
    await paper.getByText('现在没有这份文件：计票后才有').waitFor();
    expect(await paper.evaluate(sheetStands)).toBeNull();
    expect(await paper.locator('article').count()).toBe(0);
    expect(await paper.getByRole('link').count()).toBe(0);
  });

  test('after the count the result stands on every page that it needs: each unit once, marks and hashes on each', async () => {
    const seats = await seatEveryone(venue.place);
    await operator.next();
    await scoreFirstUnits(operator, seats, scored);
    await operator.must({ kind: 'JumpTo', step: 'A7.E13' });
    const { event } = operator.client.view;
    const notCalled = (event?.units ?? []).slice(scored).map(({ id }) => id);
    await operator.must({ kind: 'CountRounds', notCalled });
    await Promise.all(seats.map(({ client }) => client.close()));

    await open('count');
    expect(await print()).toBeGreaterThan(1);
    const units = (event?.units ?? []).map(({ name }) => name['zh-Hans']);
    const named = await paper.locator('tbody td[data-about]').allInnerTexts();
    // Once with the ballots, and those that have a score once more with it.
    expect(named.filter((name) => name !== '')).toEqual([...units, ...units.slice(0, scored)]);
    for (const page of await paper.locator('article').all()) {
      const text = await page.innerText();
      expect(text).toContain('未放行：主持人尚未放行，不得公布');
      expect(text).toMatch(/记录链末条：#\d+，指纹 [0-9a-f]{64}/);
      expect(await page.locator('thead').count()).toBe(await page.locator('table').count());
    }
    const overfull = await paper.locator('article').evaluateAll((articles) =>
      articles.filter((article) => {
        const flow = article.querySelector('[data-flow]');
        return flow !== null && flow.scrollHeight > flow.clientHeight + 1;
      }),
    );
    expect(overfull).toHaveLength(0);
  });

  test('the bar is never printed, and follows the person into another language', async () => {
    await open('result');
    await paper.emulateMedia({ media: 'print' });
    expect(await paper.getByRole('navigation').isVisible()).toBe(false);
    await paper.emulateMedia({ media: null });
    await paper.getByLabel('语言').selectOption('en');
    await paper.getByText('Result · County Comparison · First session').first().waitFor();
    await print();
    expect(await paper.locator('html').getAttribute('lang')).toBe('en');
    const own = (await paper.locator('main').innerText()).match(/\p{Script=Han}/u);
    expect(own).toBeNull();
  });

  test('the same table comes as CSV, and every other document is laid out too', async () => {
    const [download] = await Promise.all([
      paper.waitForEvent('download'),
      paper.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const path = join(venue.folder, 'result.csv');
    await download.saveAs(path);
    // The PDF is called by the page's title.
    expect(download.suggestedFilename()).toBe(`${await paper.title()}.csv`);
    const rows = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')).data;
    const shown = await paper
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      );
    expect(shown.length).toBe(13);
    for (const line of shown) expect(rows).toContainEqual(line);
    const kinds = await paper.getByLabel('Document', { exact: true }).locator('option').all();
    for (const option of kinds) {
      const kind = (await option.getAttribute('value')) ?? '';
      if (kind === 'opening') continue;
      await paper.getByLabel('Document', { exact: true }).selectOption(kind);
      await expect.poll(() => new URL(paper.url()).searchParams.get('kind')).toBe(kind);
      expect([kind, (await print()) > 0]).toEqual([kind, true]);
    }
  });

  test('the whole set, as the shell saves it, is each document that can be had, by addresses that open', async () => {
    const list = new URL(sheetListUrl(paper.url()));
    const { status, text } = await httpGet(venue.place.origin, list.pathname + list.search);
    expect(status).toBe(200);
    const urls = sheetSetUrls(paper.url(), JSON.parse(text));
    const kinds = urls.map((url) => new URL(url).searchParams.get('kind'));
    expect([...new Set(kinds)]).toEqual([
      'rule-card',
      'count',
      'result',
      'ranking',
      'unit',
      'tree',
      'after-count',
      'announcer',
    ]);
    expect(kinds.filter((kind) => kind === 'unit')).toHaveLength(13);
    const titles = new Set<unknown>();
    for (const url of urls.filter((_, at) => kinds[at] === 'tree').slice(0, 2)) {
      await paper.goto(url);
      titles.add((await savedPdf(paper)).title);
      await print();
    }
    expect(titles.size).toBe(2);
  });

  test('another device is shown neither the page nor a document', async () => {
    const { token } = venue.place;
    for (const path of ['/console/paper', '/console/sheets/result.json'])
      expect([path, (await httpGet(venue.place.origin, `${path}?token=${token}x`)).status]).toEqual([
        path,
        403,
      ]);
  });
});
