import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type AttachmentType, attachmentTypes } from '../../../shared/domain/attachment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

export type UploadRefusal = 'upload-too-large' | 'upload-wrong-type' | 'upload-broken';

/** How a file of each type begins. */
const beginnings: { readonly [type in AttachmentType]: Buffer } = {
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'application/pdf': Buffer.from('%PDF-'),
};
const longestBeginning = Math.max(...Object.values(beginnings).map(({ length }) => length));

/** The type that a `content-type` header names; null for one that isn't taken. */
export function namedType(header: string | undefined): AttachmentType | null {
  const named = header?.split(';')[0]?.trim().toLowerCase();
  return attachmentTypes.find((type) => type === named) ?? null;
}

/** Whether these bytes, the first of a file, begin as its type does. */
function begins(bytes: Buffer, type: AttachmentType): boolean {
  return bytes.subarray(0, beginnings[type].length).equals(beginnings[type]);
}

/**
 * Takes in what is left of a refused upload without keeping it: of an answer that comes before the end of the body, a
 * sender may see no more than a broken connection. The server's limit of time for a request ends it in any case.
 */
export async function passOver(body: Readable): Promise<void> {
  body.resume();
  await finished(body).catch(() => undefined);
}

/**
 * Reads an upload as it comes and stops keeping it at the first byte too many, or once its first bytes aren't those
 * of its type. The rest is left in the stream.
 */
export async function readUpload(
  body: Readable,
  type: AttachmentType,
  largestBytes: number,
): Promise<Result<Buffer, UploadRefusal>> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Destroyed, the connection would break off before the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      const bytes: Buffer = chunk;
      chunks.push(bytes);
      const before = length;
      length += bytes.length;
      if (length > largestBytes) return err('upload-too-large');
      const isBegun = before < longestBeginning && length >= longestBeginning;
      if (isBegun && !begins(Buffer.concat(chunks), type)) return err('upload-wrong-type');
    }
  } catch {
    return err('upload-broken');
  }
  const whole = Buffer.concat(chunks);
  return begins(whole, type) ? ok(whole) : err('upload-wrong-type');
}
