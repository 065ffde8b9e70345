import { z } from 'zod';
import { uploadRoutes } from '../../shared/protocol/registry.ts';
import { photoName } from './photo-name.ts';
import { shrinkPicture } from './shrink-picture.ts';

// The pages' content security policy forbids compiling, which zod would try.
z.config({ jitless: true });

const path = '/console/protocol-photo';
const { largestBytes } = uploadRoutes[path];

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('refused'), refusal: z.object({ code: z.string().max(64) }) }),
]);

/** What is sent of a chosen file, or why nothing can be. */
type Prepared =
  | { readonly kind: 'photo'; readonly name: string; readonly type: string; readonly bytes: Blob }
  | { readonly kind: 'refused'; readonly code: string };

async function prepare(file: File): Promise<Prepared> {
  if (file.type === 'application/pdf') {
    if (file.size > largestBytes) return { kind: 'refused', code: 'upload-too-large' };
    return { kind: 'photo', name: photoName(file.name, 'pdf'), type: file.type, bytes: file };
  }
  const picture = await shrinkPicture(file, largestBytes);
  if (!picture) return { kind: 'refused', code: 'upload-unreadable' };
  return { kind: 'photo', name: photoName(file.name, 'jpg'), type: 'image/jpeg', bytes: picture };
}

/**
 * Attaches a chosen file to the count that was signed. A picture is made smaller first; a PDF goes as it is. Null once
 * the host has it on disk, else the code of why not.
 */
export async function sendPhoto(token: string, file: File, count: number): Promise<string | null> {
  const photo = await prepare(file);
  if (photo.kind === 'refused') return photo.code;
  const query = new URLSearchParams({ token, name: photo.name, count: `${count}` });
  try {
    const response = await fetch(`${path}?${query}`, {
      method: 'POST',
      headers: { 'content-type': photo.type },
      body: photo.bytes,
    });
    const outcome = outcomeSchema.parse(await response.json());
    return outcome.kind === 'accepted' ? null : outcome.refusal.code;
  } catch {
    // The host is gone, or something else answered.
    return 'upload-broken';
  }
}

/** Where an attached photo can be had again. */
export function photoAddress(hash: string, token: string): string {
  return `${path}/${hash}?${new URLSearchParams({ token })}`;
}
