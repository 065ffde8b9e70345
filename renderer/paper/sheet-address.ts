import type { Language } from '../../shared/kernel/language.ts';
import type { SheetFormat, SheetKind } from '../../shared/views/sheet-kinds.ts';

/** Which document, of what; empty where it is about all units or seats. */
export type SheetWish = { readonly kind: SheetKind; readonly unit: string; readonly seat: string };

function query(token: string, language: Language, { unit, seat }: Omit<SheetWish, 'kind'>): string {
  const asked = new URLSearchParams({ token, lang: language });
  if (unit !== '') asked.set('unit', unit);
  if (seat !== '') asked.set('seat', seat);
  return asked.toString();
}

/** Where the host gives a document as a file. */
export function sheetFileAddress(
  wish: SheetWish,
  format: SheetFormat,
  token: string,
  language: Language,
): string {
  return `/console/sheets/${wish.kind}.${format}?${query(token, language, wish)}`;
}

/** Where a document is laid out for printing. */
export function paperAddress(wish: SheetWish, token: string, language: Language): string {
  return `/console/paper?kind=${wish.kind}&${query(token, language, wish)}`;
}

export function sheetListAddress(token: string, language: Language): string {
  return `/console/sheets?${query(token, language, { unit: '', seat: '' })}`;
}
