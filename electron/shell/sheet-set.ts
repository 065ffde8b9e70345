import { z } from 'zod';
import type { SheetKind } from '../../shared/views/sheet-kinds.ts';
import { sheetKinds, sheetSubjects } from '../../shared/views/sheet-kinds.ts';

/** As the host lists its documents at `/console/sheets`; what it doesn't need is left alone. */
const sheetList = z.object({
  documents: z.array(z.object({ kind: z.enum(sheetKinds), refusal: z.string().nullable() })),
  units: z.array(z.object({ id: z.string() })),
});

/** Blank forms, and the marks of one seat, are for one person each: nobody wants them by the folder. */
const notInSet: readonly SheetKind[] = ['paper-ballot', 'seat'];

/** Where the host lists its documents, for a print page's own token and language. */
export function sheetListUrl(pageUrl: string): string {
  return sameEvent(pageUrl, '/console/sheets', {});
}

/**
 * The print pages of every document that can be had now, in the order of the event's day, those about a unit once for
 * each unit; in the language of the print page that they are asked from. Throws on what is no list.
 */
export function sheetSetUrls(pageUrl: string, list: unknown): readonly string[] {
  const { documents, units } = sheetList.parse(list);
  return documents
    .filter(({ kind, refusal }) => refusal === null && !notInSet.includes(kind))
    .flatMap(({ kind }) =>
      sheetSubjects[kind] === 'unit'
        ? units.map(({ id }) => sameEvent(pageUrl, '/console/paper', { kind, unit: id }))
        : [sameEvent(pageUrl, '/console/paper', { kind })],
    );
}

function sameEvent(pageUrl: string, path: string, asked: { readonly [name: string]: string }): string {
  const { origin, searchParams } = new URL(pageUrl);
  const query = new URLSearchParams(asked);
  for (const name of ['token', 'lang']) query.set(name, searchParams.get(name) ?? '');
  return `${origin}${path}?${query}`;
}
