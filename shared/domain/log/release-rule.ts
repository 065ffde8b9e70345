import type { Json } from '../../kernel/canonical-json.ts';
import { hasNoBallot, isRecord, type LogEntry } from './entry.ts';
import type { Breach, SignatureRule } from './signature-rule.ts';

/** A count as it stands before its release. */
type Count = {
  /** The entries that co-sign it. */
  readonly coSigned: readonly number[];
  /** `overridden` is the entry in which the chair did. */
  readonly objection: { readonly n: number; readonly overridden: number | null } | null;
};

const uncounted: Count = { coSigned: [], objection: null };

// RESULT-7, RESULT-8
/**
 * Where the scheme requires a monitor, each release rests on a sound co-signature of its count, or on an objection of
 * an admitted monitor that was overridden; a standing objection forbids any. From the first round on, or
 * the first number where there is no ballot, the requirement can't be dropped: a change that does so is named, and releases are held against what stood before. That a release
 * publishes the very figures that were co-signed is the monitor's own rule.
 */
export function releaseRule(): SignatureRule {
  let count = uncounted;
  let isMonitorRequired = false;
  let isFixed = false;
  let isWithoutBallots = false;
  const monitors = new Set<Json>();

  const schemeStated = (scheme: Json = null): readonly Breach[] => {
    isWithoutBallots = hasNoBallot(scheme);
    const requires = isRecord(scheme) && scheme.isMonitorRequired === true;
    if (isFixed && isMonitorRequired && !requires)
      return [{ code: 'monitor-dropped', detail: { kind: 'monitor-dropped' } }];
    isMonitorRequired = requires;
    return [];
  };

  const released = (unsound: ReadonlySet<number>): readonly Breach[] => {
    const { coSigned, objection } = count;
    // A chair's word whose own signature doesn't hold settles nothing.
    if (objection && (objection.overridden === null || unsound.has(objection.overridden)))
      return [{ code: 'not-co-signed', detail: { kind: 'objection-standing', objection: objection.n } }];
    // Nor does an objection that no monitor signed stand in for a co-signature.
    const isObjected = objection !== null && !unsound.has(objection.n);
    if (!isMonitorRequired || isObjected || coSigned.some((entry) => !unsound.has(entry))) return [];
    return [{ code: 'not-co-signed', detail: { kind: 'not-co-signed' } }];
  };

  return {
    introduces: () => [],
    claims: () => [],
    breaches({ n, kind, body }: LogEntry, unsound): readonly Breach[] {
      if (!isRecord(body)) return [];
      switch (kind) {
        case 'EventCreated': {
          const { definition = null } = body;
          return isRecord(definition) ? schemeStated(definition.scheme) : [];
        }
        case 'SchemeChanged':
          return schemeStated(body.scheme);
        case 'RoundOpened':
          isFixed = true;
          break;
        case 'MeasureRecorded':
          // BESIDE-5
          if (isWithoutBallots && body.unit !== null) isFixed = true;
          break;
        case 'RoundVoided':
          // Taking back the step that opened it leaves a count as it is.
          if (body.why !== 'undone') count = uncounted;
          break;
        case 'RoundsCounted':
        case 'RoundReopened':
          count = uncounted;
          break;
        case 'CountCoSigned':
          count = { ...count, coSigned: [...count.coSigned, n] };
          break;
        case 'ScreenAdmitted':
          if (body.role === 'monitor') monitors.add(body.screen ?? null);
          break;
        case 'ScreenDismissed':
          monitors.delete(body.screen ?? null);
          break;
        case 'CountObjected':
          if (monitors.has(body.screen ?? null)) count = { ...count, objection: { n, overridden: null } };
          break;
        case 'ObjectionWithdrawn':
          if (!unsound.has(n)) count = { ...count, objection: null };
          break;
        case 'ObjectionOverridden':
          count = { ...count, objection: count.objection && { ...count.objection, overridden: n } };
          break;
        case 'ResultReleased':
          return released(unsound);
      }
      return [];
    },
  };
}
