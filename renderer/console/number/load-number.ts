import type { Sheet } from '../../../shared/documents/sheet.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { sheetFileAddress } from '../../paper/sheet-address.ts';
import { sheetFileSchema } from '../../paper/sheet-schema.ts';

export type LoadedNumber =
  | { readonly kind: 'loaded'; readonly sheet: Sheet }
  /** The rules, or a log that takes no entry, forbid it. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** A unit's tree as the host makes it now; the host writes down that it was opened. */
export async function loadNumber(unit: string, token: string, language: Language): Promise<LoadedNumber> {
  try {
    const address = sheetFileAddress({ kind: 'tree', unit, seat: '' }, 'json', token, language);
    const response = await fetch(address, { cache: 'no-store' });
    if (response.status === 409) {
      const [code = ''] = (await response.text()).split(':');
      return { kind: 'refused', code };
    }
    if (!response.ok) return { kind: 'failed', reason: `HTTP ${response.status}` };
    return { kind: 'loaded', sheet: sheetFileSchema.parse(await response.json()).sheet };
  } catch (fault) {
    return { kind: 'failed', reason: fault instanceof Error ? fault.message : String(fault) };
  }
}
