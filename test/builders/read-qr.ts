import jsQR from 'jsqr';

/** A black and white picture, row by row; true is dark. */
type Bitmap = readonly (readonly boolean[])[];

/** The text of the QR code in RGBA pixels, as a phone's camera program reads it; null if there is none. */
export function readQr(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  return jsQR(pixels, width, height)?.data ?? null;
}

const moduleSize = 8;

function readBitmap(bitmap: Bitmap): string | null {
  const width = (bitmap[0]?.length ?? 0) * moduleSize;
  const height = bitmap.length * moduleSize;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (bitmap[Math.floor(y / moduleSize)]?.[Math.floor(x / moduleSize)])
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  return readQr(pixels, width, height);
}

/** The text of the QR code that a terminal shows in half blocks, light on its dark ground. */
export function readTerminalQr(printed: string): string | null {
  const lines = printed.split('\n').filter((line) => /^[█▀▄ ]{20,}$/.test(line));
  const width = Math.max(0, ...lines.map((line) => line.length));
  const isDark = (line: string, x: number, light: string) => !light.includes(line[x] ?? ' ');
  return readBitmap(
    lines.flatMap((line) =>
      ['█▀', '█▄'].map((light) => Array.from({ length: width }, (_, x) => isDark(line, x, light))),
    ),
  );
}
