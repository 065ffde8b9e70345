import { sha256Hex } from '../../kernel/sha256.ts';
import { checkChain } from './chain.ts';
import { CHECKPOINT_KIND, CLOSE_KIND } from './checkpoint.ts';
import { type Head, isRecord, type VersionOrder } from './entry.ts';
import { type Finding, finding } from './finding.ts';
import { checkFormerLogs, type FormerLog, type PlacedFormer, versionOrderOf } from './former-logs.ts';
import { findingInVersion, joinedPosition, joinVersions } from './joined-versions.ts';
import { checkMedia } from './media.ts';
import type { PlacedEntry } from './placement.ts';
import type { SignatureRule, VerifySignature } from './signature-rule.ts';
import { checkSignatures } from './signatures.ts';
import type { StoredEntry } from './stored-entry.ts';

/** What is known of a log from outside it. */
export type LogExpectations = {
  /** Ends of this log noted elsewhere: the host's own notes, a mirror, a slip of paper. */
  readonly heads: readonly Head[];
  /** The closed logs that it carries as a superseding version. */
  readonly former?: readonly FormerLog[];
  /** The same as `heads` for a carried log. */
  readonly formerHeads?: (version: number) => readonly Head[];
  /** Public keys (hex) of hosts that may sign checkpoints; null: not known here. */
  readonly hostKeys: readonly string[] | null;
  /** Signatures beside the checkpoints, given the event's id. */
  readonly rules: (event: string) => readonly SignatureRule[];
  /** Stored files: for each hash they are stored under, the one that their bytes have. Left out, they aren't checked. */
  readonly media?: ReadonlyMap<string, string> | null;
  /** A faster SHA-256 than the portable one. */
  readonly sha256?: (text: string) => string;
};

/**
 * How far the end of the log is proven. Sealed (closed and signed): nothing can be missing. Otherwise
 * nothing is missing up to `knownHead`; with null, entries may have been cut off without a trace (未封存).
 */
export type SealStatus =
  | { readonly kind: 'sealed' }
  | { readonly kind: 'unsealed'; readonly knownHead: number | null };

/** A superseding version: what its log says of itself, and the logs that it carries, the first version first. */
export type VersionReport = {
  readonly order: VersionOrder;
  readonly former: readonly {
    readonly version: number;
    readonly entryCount: number;
    readonly head: Head | null;
    readonly isIntact: boolean;
  }[];
};

export type Verification = {
  /** In the order of versions and their entries. Empty: everything that can be proven holds. */
  readonly findings: readonly Finding[];
  readonly entryCount: number;
  /** The last entry as stored; null for an empty log or where its bytes can't be hashed. */
  readonly head: Head | null;
  readonly event: string | null;
  /** Null for an event's first log. */
  readonly version: VersionReport | null;
  /** Every key that signed a checkpoint, for comparison with what headquarters has registered. */
  readonly signedBy: readonly string[];
  readonly status: SealStatus;
};

/**
 * Verifies a whole log: bytes, copies, order, links, known heads, checkpoints and signatures. `rows`
 * come in the order they are stored under. A superseding version's carried logs are verified with it.
 */
export function verifyLog(
  rows: readonly StoredEntry[],
  expectations: LogExpectations,
  verifySignature: VerifySignature,
): Verification {
  const sha256 = expectations.sha256 ?? sha256Hex;
  const { entries, findings: chainFindings } = checkChain(rows, expectations.heads, sha256);
  const former = checkFormerLogs(entries, expectations.former ?? [], {
    headsOf: expectations.formerHeads ?? (() => []),
    sha256,
  });
  const event = eventOf(entries);
  const findings: Finding[] = [
    ...chainFindings,
    ...former.findings,
    ...findAfterClose(entries),
    ...former.logs.flatMap((log) => inVersion(findAfterClose(log.entries), log.version)),
  ];
  const doubtful = new Set(
    [...chainFindings, ...former.findings].map((found) => joinedPosition(found, former.logs)),
  );
  const rules = event === null ? [] : expectations.rules(event);
  const signatures = { event: event ?? '', hostKeys: expectations.hostKeys, rules, doubtful };
  // Keys and proposals of one version are used in the next, so all are gone through as one.
  for (const found of checkSignatures(joinVersions(former.logs, entries), signatures, verifySignature)) {
    if (found === null) continue;
    const named = findingInVersion(found, former.logs);
    // A chain fault already says it of this entry.
    const isKnown =
      named.code === 'altered' &&
      findings.some((known) => known.n === named.n && known.version === named.version);
    if (!isKnown) findings.push(named);
  }
  if (expectations.media) {
    const { media } = expectations;
    findings.push(...checkMedia(entries, media));
    for (const log of former.logs) findings.push(...inVersion(checkMedia(log.entries, media), log.version));
  }
  return {
    findings: findings.sort((a, b) => versionOf(a) - versionOf(b) || a.n - b.n),
    entryCount: rows.length,
    head: headOf(entries),
    event,
    version: versionReport(entries, former.logs, findings),
    signedBy: signersOf([...former.logs.flatMap((log) => log.entries), ...entries]),
    status: sealStatus(
      entries,
      findings.filter(({ version }) => version === undefined),
      expectations.heads,
    ),
  };
}

function inVersion(findings: readonly Finding[], version: number): readonly Finding[] {
  return findings.map((found) => ({ ...found, version }));
}

/** The carried versions come before the log itself. */
function versionOf({ version }: Finding): number {
  return version ?? Number.MAX_SAFE_INTEGER;
}

function headOf(entries: readonly PlacedEntry[]): Head | null {
  const last = entries.at(-1);
  return last === undefined || last.hash === null ? null : { n: last.position, hash: last.hash };
}

function versionReport(
  entries: readonly PlacedEntry[],
  former: readonly PlacedFormer[],
  findings: readonly Finding[],
): VersionReport | null {
  const order = versionOrderOf(entries);
  if (order === null) return null;
  return {
    order,
    former: former.map((log) => ({
      version: log.version,
      entryCount: log.entries.length,
      head: headOf(log.entries),
      isIntact: findings.every(({ version }) => version !== log.version),
    })),
  };
}

/** The event that entry 0 names; null if it can't be read. */
export function eventOf(entries: readonly PlacedEntry[]): string | null {
  const body = entries[0]?.entry?.body ?? null;
  const event = isRecord(body) ? body.event : null;
  return typeof event === 'string' ? event : null;
}

function signersOf(entries: readonly PlacedEntry[]): readonly string[] {
  const keys = entries.flatMap(({ entry }) => {
    const key = entry?.kind === CHECKPOINT_KIND && isRecord(entry.body) ? entry.body.publicKey : null;
    return typeof key === 'string' ? [key] : [];
  });
  return [...new Set(keys)];
}

/** CLOSE ends a log: only its checkpoint may follow. */
function findAfterClose(entries: readonly PlacedEntry[]): readonly Finding[] {
  const closed = entries.findIndex(({ entry }) => entry?.kind === CLOSE_KIND);
  if (closed === -1) return [];
  return entries
    .slice(closed + 1)
    .filter(({ entry }, index) => index > 0 || (entry !== null && entry.kind !== CHECKPOINT_KIND))
    .map(({ position }) => finding('after-close', position, { kind: 'after-the-end' }));
}

function sealStatus(
  entries: readonly PlacedEntry[],
  findings: readonly Finding[],
  heads: readonly Head[],
): SealStatus {
  const [close, checkpoint] = entries.slice(-2);
  if (
    close !== undefined &&
    close.entry?.kind === CLOSE_KIND &&
    checkpoint?.entry?.kind === CHECKPOINT_KIND
  ) {
    const isSound = !findings.some((found) => found.through >= close.position);
    if (isSound) return { kind: 'sealed' };
  }
  const held = heads.filter((head) =>
    entries.some((entry) => entry.position === head.n && entry.hash === head.hash),
  );
  return { kind: 'unsealed', knownHead: held.length === 0 ? null : Math.max(...held.map((head) => head.n)) };
}
