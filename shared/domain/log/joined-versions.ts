import type { Finding, FindingDetail } from './finding.ts';
import type { PlacedFormer } from './former-logs.ts';
import type { PlacedEntry } from './placement.ts';

/** How many positions a log takes, those of missing entries too. */
function lengthOf(entries: readonly PlacedEntry[]): number {
  return (entries.at(-1)?.position ?? -1) + 1;
}

/**
 * The entries of all versions as one sequence, the carried ones first, with positions and numbers counted through: as
 * keys and signatures are looked at. The first log's entries are the same objects.
 */
export function joinVersions(
  former: readonly PlacedFormer[],
  entries: readonly PlacedEntry[],
): readonly PlacedEntry[] {
  if (former.length === 0) return entries;
  const joined: PlacedEntry[] = [];
  let base = 0;
  for (const log of [...former, { entries }]) {
    for (const placed of log.entries) joined.push(base === 0 ? placed : shifted(placed, base));
    base += lengthOf(log.entries);
  }
  return joined;
}

function shifted(placed: PlacedEntry, base: number): PlacedEntry {
  const { entry, position } = placed;
  return { ...placed, base, position: base + position, entry: entry && { ...entry, n: base + entry.n } };
}

/** Where a finding of one version's log lies in the joined ones. */
export function joinedPosition({ n, version }: Finding, former: readonly PlacedFormer[]): number {
  const before = former.filter((log) => version === undefined || log.version < version);
  return before.reduce((base, { entries }) => base + lengthOf(entries), n);
}

/** A finding in joined versions as one in the log that it is in. */
export function findingInVersion(found: Finding, former: readonly PlacedFormer[]): Finding {
  let base = 0;
  for (const { version, entries } of former) {
    if (found.n < base + lengthOf(entries)) return { ...moved(found, base), version };
    base += lengthOf(entries);
  }
  return moved(found, base);
}

function moved(found: Finding, base: number): Finding {
  if (base === 0) return found;
  return {
    ...found,
    n: found.n - base,
    through: found.through - base,
    detail: detailFrom(found.detail, base),
  };
}

/** Where a detail names another entry, that is one of the same log: signatures are found wanting in no other way. */
function detailFrom(detail: FindingDetail, base: number): FindingDetail {
  switch (detail.kind) {
    case 'signed-hash-differs':
      return { ...detail, checkpoint: detail.checkpoint - base };
    case 'monitor-signed-other':
      return { ...detail, signed: detail.signed - base };
    case 'objection-standing':
      return { ...detail, objection: detail.objection - base };
    default:
      return detail;
  }
}
