import type { BrowserContext, Locator, Page } from 'playwright-core';
import { readQr } from '../builders/read-qr.ts';

/** One for each device. The pages' own policy lets no script of ours take pictures apart there. */
const readers = new WeakMap<BrowserContext, Promise<Page>>();

function readerIn(context: BrowserContext): Promise<Page> {
  const reader = readers.get(context) ?? context.newPage();
  readers.set(context, reader);
  return reader;
}

/** The text of the QR code as drawn on the screen, read from the picture of it; null if it can't be read. */
export async function drawnQr(code: Locator): Promise<string | null> {
  const picture = await code.screenshot({ type: 'png' });
  const reader = await readerIn(code.page().context());
  const { dark, width, height } = await reader.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      // One character a pixel: an array of numbers takes seconds to cross over.
      const dark = Array.from({ length: image.width * image.height }, (_, pixel) =>
        (data[pixel * 4 + 1] ?? 255) < 128 ? '1' : '0',
      ).join('');
      return { dark, width: image.width, height: image.height };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < dark.length; pixel += 1)
    if (dark[pixel] === '1') pixels.fill(0, pixel * 4, pixel * 4 + 3);
  return readQr(pixels, width, height);
}
