import type { Sheet } from '../../shared/documents/sheet.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { SheetList, SheetRefusal } from '../../shared/views/sheet-kinds.ts';
import { type SheetWish, sheetFileAddress, sheetListAddress } from './sheet-address.ts';
import { refusalCodes, sheetFileSchema, sheetListSchema } from './sheet-schema.ts';

/** Why there is no document: the rules refuse it, the link isn't the console's, or the host doesn't answer. */
export type NoSheet =
  | { readonly kind: 'refused'; readonly refusal: SheetRefusal }
  | { readonly kind: 'not-the-console' }
  | { readonly kind: 'lost' };

export type Loaded<Value> = { readonly kind: 'loaded'; readonly value: Value } | NoSheet;

async function load<Value>(address: string, parse: (json: unknown) => Value): Promise<Loaded<Value>> {
  let response: Response;
  try {
    response = await fetch(address, { cache: 'no-store' });
  } catch {
    // The browser gives no more than that nobody answered.
    return { kind: 'lost' };
  }
  if (response.status === 403) return { kind: 'not-the-console' };
  if (response.status === 409) {
    const [code] = (await response.text()).split(':');
    const refusal = refusalCodes.find((each) => each === code);
    if (refusal) return { kind: 'refused', refusal };
  }
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return { kind: 'loaded', value: parse(await response.json()) };
}

/** A document, and what its file is called without the ending. */
export type NamedSheet = { readonly sheet: Sheet; readonly fileName: string };

/** The document as the host makes it now. Throws on what is no sheet: another version of the host. */
export function loadSheet(wish: SheetWish, token: string, language: Language): Promise<Loaded<NamedSheet>> {
  const address = sheetFileAddress(wish, 'json', token, language);
  return load(address, (json) => sheetFileSchema.parse(json));
}

/** Which documents there are now, and what they may be about. */
export function loadSheetList(token: string, language: Language): Promise<Loaded<SheetList>> {
  return load(sheetListAddress(token, language), (json) => sheetListSchema.parse(json));
}
