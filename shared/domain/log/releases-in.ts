import { isRecord, parseEntry } from './entry.ts';
import type { StoredEntry } from './stored-entry.ts';

/** `log` is the place of the log it stands in, `n` its entry there; `chair` the chair's device that signed it, if one did. */
type RecordedRelease = { readonly log: number; readonly n: number; readonly chair: string | null };

// CHAIR-7
/**
 * Every release, with who the log says released it; whether that signature holds is for `chairSignatureRule` to say.
 * `logs` are all versions, the first one first.
 */
export function releasesIn(logs: readonly (readonly StoredEntry[])[]): readonly RecordedRelease[] {
  return logs.flatMap((rows, log) =>
    rows.flatMap(({ text }) => {
      const entry = typeof text === 'string' ? parseEntry(text) : null;
      if (!entry?.ok || entry.value.kind !== 'ResultReleased') return [];
      const { n, body } = entry.value;
      const isByChair = isRecord(body) && body.consent === 'chair-device';
      return [{ log, n, chair: isByChair ? String(body.screen) : null }];
    }),
  );
}
