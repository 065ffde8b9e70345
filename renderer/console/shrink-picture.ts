/** The longest side of a stored picture, in pixels: an A4 page is still read easily. */
const longestSidePx = 2400;

/** From the finest on, until one fits. */
const qualities = [0.9, 0.75, 0.5];

function encode(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/**
 * Draws a picture anew, upright and no larger than it has to be, as a JPEG without what a camera writes beside it.
 * Null for what this browser can't read as a picture or can't make small enough.
 */
export async function shrinkPicture(picture: Blob, largestBytes: number): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, longestSidePx / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return null;
  // JPEG knows no transparency: what is see-through is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  for (const quality of qualities) {
    const encoded = await encode(canvas, quality);
    if (encoded && encoded.size <= largestBytes) return encoded;
  }
  return null;
}
