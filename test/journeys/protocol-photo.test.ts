import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ConsolePage, openConsole } from '../builders/lan-pages.ts';
import { scoreFirstUnits, seatEveryone } from './full-panel.ts';
import { Venue, type VenuePage } from './venue.ts';

const choose = '附上签字表照片…';

describe('the photo of the signed protocol', () => {
  let venue: Venue;
  let desk: VenuePage;
  let page: Page;
  let operator: ConsolePage;

  /** A large picture with a camera's many colours, drawn by the browser and saved as a file of the operator's. */
  const takePicture = async (name: string): Promise<string> => {
    const dataUrl = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [3200, 1800];
      const context = canvas.getContext('2d');
      for (let stroke = 0; context && stroke < 4000; stroke += 1) {
        context.fillStyle = `hsl(${(stroke * 37) % 360} 60% ${(stroke * 13) % 100}%)`;
        context.fillRect((stroke * 97) % 3200, (stroke * 61) % 1800, 120, 40);
      }
      return canvas.toDataURL('image/png');
    });
    const path = join(venue.folder, name);
    writeFileSync(path, Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'));
    return path;
  };
  const chooseFiles = async (...paths: readonly string[]) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: choose }).click();
    await (await chooser).setFiles([...paths]);
  };

  beforeAll(async () => {
    venue = await Venue.open();
    desk = await venue.openConsole();
    page = desk.page;
    operator = await openConsole(venue.place);
  });
  afterAll(async () => {
    await operator?.client.close();
    await venue?.close();
  });
  afterEach(({ task }) => venue.look(task.result?.state === 'fail'));

  test('before the count there is nothing to attach it to', async () => {
    const seats = await seatEveryone(venue.place);
    await operator.next();
    await scoreFirstUnits(operator, seats, 1);
    await operator.must({ kind: 'JumpTo', step: 'A7.E13' });
    await page.keyboard.press('n');
    const button = page.getByRole('button', { name: choose });
    await button.waitFor();
    expect([await button.getAttribute('aria-disabled'), await button.getAttribute('title')]).toEqual([
      'true',
      '计票后才能附上',
    ]);
    const units = operator.client.view.event?.units ?? [];
    await operator.must({ kind: 'CountRounds', notCalled: units.slice(1).map(({ id }) => id) });
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false');
    await Promise.all(seats.map(({ client }) => client.close()));
  });

  test('RESULT-13: the operator chooses a picture and a scan; both are stored, the picture made smaller, and stand there with size and hash', async () => {
    const picture = await takePicture('签字表.png');
    const scan = join(venue.folder, 'scan.pdf');
    writeFileSync(scan, `%PDF-1.4\n${'signed '.repeat(500)}\n%%EOF\n`);
    await chooseFiles(picture, scan);
    const { attachments } = await operator.client.seen((view) => view.attachments.length === 2);
    const [stored, document] = attachments;
    expect([stored?.name, stored?.type]).toEqual(['签字表.jpg', 'image/jpeg']);
    expect(document?.hash).toBe(createHash('sha256').update(readFileSync(scan)).digest('hex'));
    for (const { name, hash, bytes } of attachments) {
      const row = page.locator('li', { hasText: name }).filter({ hasText: '第 1 次计票' });
      await row.getByText(`指纹 ${hash.slice(0, 8)}…${hash.slice(-8)}`).waitFor();
      expect(await row.innerText()).toContain(`${Math.ceil(bytes / 1024)} KiB`);
    }
    await page.getByText(/附上签字表「签字表\.jpg」，指纹/).waitFor();

    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: '签字表.jpg' }).click();
    const back = join(venue.folder, 'back.jpg');
    await (await started).saveAs(back);
    const bytes = readFileSync(back);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored?.hash);
    const size = await page.evaluate(async (base64) => {
      const picture = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
      const { width, height } = await createImageBitmap(picture);
      return [width, height];
    }, bytes.toString('base64'));
    expect(size).toEqual([2400, 1350]);
  });

  test('what is no picture, and what is there already, is said by name and not attached', async () => {
    const broken = join(venue.folder, 'broken.png');
    writeFileSync(broken, 'no picture');
    await chooseFiles(broken, join(venue.folder, 'scan.pdf'));
    await page.getByText('broken.png 没有附上：这张图片打不开，请另存为 JPEG 再选').waitFor();
    await page.getByText('scan.pdf 没有附上：这份已经附上').waitFor();
    expect(operator.client.view.attachments).toHaveLength(2);
    // Chromium says of a refused request that it failed; that is no fault of the page.
    await expect.poll(() => venue.faults.length).toBe(1);
    expect(venue.faults.splice(0)[0]).toContain('status of 409');
  });
});
