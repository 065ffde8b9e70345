import type { Json } from '../../kernel/canonical-json.ts';
import { isRecord, type LogEntry, parseEntry } from './entry.ts';
import type { Breach, SignatureRule } from './signature-rule.ts';
import type { StoredEntry } from './stored-entry.ts';

/** Rules of this number and above let no device co-sign a count that it hasn't looked at. */
const DEMANDED_SINCE = 3;

/** A co-signature of a device of which no look at this very count is recorded before it. */
type Unlooked = { readonly screen: string; readonly isDemanded: boolean };

/** Is shown every entry once, in order, carried versions first, and tells of each co-signature without a look. */
function watchLooks(): (entry: LogEntry) => Unlooked | null {
  let isDemanded = false;
  const looked = new Set<Json>();
  return ({ kind, body }) => {
    if (!isRecord(body)) return null;
    switch (kind) {
      case 'LogOpened':
        isDemanded = rulesNumber(body.rules) >= DEMANDED_SINCE;
        break;
      case 'RoundsCounted':
      case 'RoundReopened':
        looked.clear();
        break;
      case 'RoundVoided':
        // Taking back the step that opened it leaves a count as it is.
        if (body.why !== 'undone') looked.clear();
        break;
      case 'ResultLooked':
        if (body.by === 'monitor' && body.what === 'result') looked.add(body.screen ?? null);
        break;
      case 'CountCoSigned': {
        const { screen = null } = body;
        if (screen === null || !looked.has(screen)) return { screen: String(screen), isDemanded };
        break;
      }
    }
    return null;
  };
}

/** 3 for `leitai-3`; 0 where a log names its rules otherwise. */
function rulesNumber(rules: Json = null): number {
  return typeof rules === 'string' ? Number(/^leitai-(\d{1,9})$/.exec(rules)?.[1] ?? 0) : 0;
}

// RESULT-14
/**
 * A count is co-signed only by a device that has looked at exactly this count. Asked only of logs that were opened
 * under rules that demand it; of older ones `coSignedUnlooked` tells.
 */
export function lookRule(): SignatureRule {
  const unlooked = watchLooks();
  return {
    introduces: () => [],
    claims: () => [],
    breaches(entry): readonly Breach[] {
      const found = unlooked(entry);
      return found?.isDemanded
        ? [{ code: 'not-looked', detail: { kind: 'not-looked', screen: found.screen } }]
        : [];
    },
  };
}

/**
 * The co-signatures without a recorded look in logs whose rules didn't demand one yet, as [log, entry] by their places:
 * nothing is wrong with them, but who reads the log may want to know. `logs` are all versions, the first one first.
 */
export function coSignedUnlooked(
  logs: readonly (readonly StoredEntry[])[],
): readonly { readonly log: number; readonly n: number }[] {
  const unlooked = watchLooks();
  return logs.flatMap((rows, log) =>
    rows.flatMap(({ text }) => {
      const entry = typeof text === 'string' ? parseEntry(text) : null;
      const found = entry?.ok ? unlooked(entry.value) : null;
      return entry?.ok && found?.isDemanded === false ? [{ log, n: entry.value.n }] : [];
    }),
  );
}
