import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { CLOSE_KIND } from './checkpoint.ts';
import { hasNoBallot, isRecord, type LogEntry, parseEntry } from './entry.ts';
import type { Breach, SignatureRule } from './signature-rule.ts';
import type { StoredEntry } from './stored-entry.ts';

type JsonRecord = { readonly [member: string]: Json };

/** A proposal with the entry that it stands in: `first` is where that entry's own log begins. */
type Proposed = {
  readonly n: number;
  readonly first: number;
  readonly prev: string;
  readonly act: JsonRecord;
  /** The entries in which a device let it happen. */
  readonly seconded: readonly number[];
};

function breach(kind: 'close-not-co-signed' | 'close-names-other-end' | 'close-names-other-figures'): Breach {
  return { code: 'not-co-signed', detail: { kind } };
}

// EVENT-8, EVENT-9
/**
 * Where the scheme requires a monitor, the end of an event rests on a proposal that a device soundly signed, or gives
 * the reason why it does without. The proposal names the log as it stood before it, and the figures as they stand at
 * the end. That the signature is over this very proposal is the monitor's own rule.
 */
export function closeRule(): SignatureRule {
  let isMonitorRequired = false;
  let isFixed = false;
  let isWithoutBallots = false;
  let figures: string | null = null;
  let first = 0;
  const proposals = new Map<Json, Proposed>();

  const schemeStated = (scheme: Json = null): void => {
    isWithoutBallots = hasNoBallot(scheme);
    // Once a round was opened, or a number recorded where there is no ballot, no change drops the monitor.
    isMonitorRequired =
      (isFixed && isMonitorRequired) || (isRecord(scheme) && scheme.isMonitorRequired === true);
  };

  const closed = ({ proposal = null, reason = null }: JsonRecord, unsound: ReadonlySet<number>) => {
    if (!isMonitorRequired || (typeof reason === 'string' && reason !== '')) return [];
    const proposed = proposals.get(proposal);
    if (proposed?.act.kind !== 'close') return [breach('close-not-co-signed')];
    if (!proposed.seconded.some((entry) => !unsound.has(entry))) return [breach('close-not-co-signed')];
    const { head = null, closing = null } = proposed.act;
    const isEnd = isRecord(head) && head.hash === proposed.prev && head.n === proposed.n - proposed.first - 1;
    const isOfFigures = isRecord(closing) && closing.figures === figures;
    return [
      ...(isEnd ? [] : [breach('close-names-other-end')]),
      ...(isOfFigures ? [] : [breach('close-names-other-figures')]),
    ];
  };

  return {
    introduces: () => [],
    claims: () => [],
    breaches({ n, prev, kind, body }: LogEntry, unsound): readonly Breach[] {
      if (kind === 'LogOpened') first = n;
      if (!isRecord(body)) return [];
      switch (kind) {
        case 'EventCreated':
          schemeStated(isRecord(body.definition ?? null) ? (body.definition as JsonRecord).scheme : null);
          break;
        case 'SchemeChanged':
          schemeStated(body.scheme);
          break;
        case 'RoundOpened':
          isFixed = true;
          break;
        case 'MeasureRecorded':
          // BESIDE-5
          if (isWithoutBallots && body.unit !== null) isFixed = true;
          break;
        case 'RoundsCounted':
          figures = sha256Hex(canonicalJson(body.figures ?? null));
          break;
        case 'RoundReopened':
        case 'CountTakenBack':
          figures = null;
          break;
        case 'RoundVoided':
          if (body.why !== 'undone') figures = null;
          break;
        case 'ActProposed': {
          const { proposal = null, act = null } = body;
          if (isRecord(act)) proposals.set(proposal, { n, first, prev, act, seconded: [] });
          break;
        }
        case 'ActSeconded': {
          const proposed = proposals.get(body.proposal ?? null);
          if (proposed && typeof body.screen === 'string')
            proposals.set(body.proposal ?? null, { ...proposed, seconded: [...proposed.seconded, n] });
          break;
        }
        case CLOSE_KIND:
          return closed(body, unsound);
      }
      return [];
    },
  };
}

/** Why the event was closed without the monitor that its rules require, and in which entry; null where it wasn't. */
export function closedAlone(
  rows: readonly StoredEntry[],
): { readonly n: number; readonly reason: string } | null {
  // Only a checkpoint follows the end.
  for (const { text } of rows.slice(-2)) {
    const entry = typeof text === 'string' ? parseEntry(text) : null;
    if (!entry?.ok || entry.value.kind !== CLOSE_KIND || !isRecord(entry.value.body)) continue;
    const { reason = null } = entry.value.body;
    if (typeof reason === 'string') return { n: entry.value.n, reason };
  }
  return null;
}
