import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { checkChain } from './chain.ts';
import { CHECKPOINT_KIND, CLOSE_KIND } from './checkpoint.ts';
import { type Head, type ParseText, readVersionOrder, type VersionOrder } from './entry.ts';
import { type Finding, finding, findingOfRun } from './finding.ts';
import type { PlacedEntry } from './placement.ts';
import type { StoredEntry } from './stored-entry.ts';

/** Kind of the entry that follows the opening of a superseding log and repeats its order for the contest. */
const VERSION_KIND = 'VersionOpened';

/** A closed log that a superseding one carries with it, every byte and copy as it was stored. */
export type FormerLog = { readonly version: number; readonly rows: readonly StoredEntry[] };

/** The same, read and placed. */
export type PlacedFormer = { readonly version: number; readonly entries: readonly PlacedEntry[] };

export type FormerChecks = {
  /** In the order of versions, the first one first. */
  readonly logs: readonly PlacedFormer[];
  /** Each with the version of the log that it is in; without one where it is in the log that carries them. */
  readonly findings: readonly Finding[];
};

type Checking = {
  /** Ends of a version's log that are known from elsewhere. */
  readonly headsOf: (version: number) => readonly Head[];
  readonly sha256: (text: string) => string;
  readonly parse?: ParseText;
};

/** What the opening of a log says that it supersedes; null for an event's first log, or where it can't be read. */
export function versionOrderOf(entries: readonly PlacedEntry[]): VersionOrder | null {
  const order = readVersionOrder(entries[0]?.entry?.body ?? null);
  return order === 'bad' ? null : order;
}

// EVENT-6
/**
 * Checks the logs that a superseding one carries: each must be whole and closed, and end exactly where the log after
 * it says, so that the hash in the last opening proves every byte of them all.
 */
export function checkFormerLogs(
  entries: readonly PlacedEntry[],
  former: readonly FormerLog[],
  { headsOf, sha256, parse }: Checking,
): FormerChecks {
  const logs: PlacedFormer[] = [];
  const findings: Finding[] = [...findOtherOrder(entries)];
  const seen = new Set<number>();
  let order = versionOrderOf(entries);
  while (order !== null) {
    const { version, n, hash } = order.supersedes;
    seen.add(version);
    const rows = former.find((log) => log.version === version)?.rows ?? [];
    const heads = [{ n, hash }, ...headsOf(version)];
    const chain = checkChain(rows, heads, sha256, parse);
    const own = [...chain.findings, ...findOtherOrder(chain.entries)];
    if (own.length === 0 && !isClosed(chain.entries))
      own.push(finding('former-open', n, { kind: 'not-closed' }));
    findings.push(...own.map((found) => ({ ...found, version })));
    logs.unshift({ version, entries: chain.entries });
    const next = versionOrderOf(chain.entries);
    order = next !== null && next.supersedes.version < version ? next : null;
  }
  for (const { version, rows } of former) {
    if (seen.has(version)) continue;
    const through = rows.at(-1)?.n ?? 0;
    findings.push({
      ...findingOfRun('former-stray', rows[0]?.n ?? 0, through, { kind: 'carried-unnamed' }),
      version,
    });
  }
  return { logs, findings };
}

/** Only its own close and the checkpoint over it end a log. */
function isClosed(entries: readonly PlacedEntry[]): boolean {
  const [close, checkpoint] = entries.slice(-2);
  return close?.entry?.kind === CLOSE_KIND && checkpoint?.entry?.kind === CHECKPOINT_KIND;
}

/** The contest is told by entry 1 what entry 0 says of the log; both must say the same. */
function findOtherOrder(entries: readonly PlacedEntry[]): readonly Finding[] {
  const told = entries.find(({ position }) => position === 1)?.entry;
  if (!told) return [];
  const opening = entries[0]?.entry?.body ?? null;
  const order = readVersionOrder(opening);
  if (order === null && told.kind !== VERSION_KIND) return [];
  const isSame =
    told.kind === VERSION_KIND &&
    order !== null &&
    canonicalJson(order as unknown as Json) === canonicalJson(told.body);
  return isSame ? [] : [finding('bad-opening', 1, { kind: 'other-version-order' })];
}
