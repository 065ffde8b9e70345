import { checkChain } from '../../../shared/domain/log/chain.ts';
import type { Head } from '../../../shared/domain/log/entry.ts';
import { checkFormerLogs, type FormerLog } from '../../../shared/domain/log/former-logs.ts';
import type { StoredEntry } from '../../../shared/domain/log/stored-entry.ts';
import { parseJson } from '../../../shared/kernel/canonical-json.ts';
import { sha256 } from './hashing.ts';

/** Where a file tells another history than what was noted of the event. */
export type Fork = {
  /** The first noted entry that is another one in the file; the two histories part there or before. */
  readonly at: { readonly version: number; readonly n: number };
  readonly noted: string;
  /** Null where the file's log of that version ended before it. */
  readonly found: string | null;
};

type LogsOfEvent = {
  readonly version: number;
  readonly rows: readonly StoredEntry[];
  readonly former: readonly FormerLog[];
};

/**
 * Whether a file, intact in itself, contradicts what was noted elsewhere: then it isn't damaged, but another history of
 * the same event. Null where it is damaged, or only ends before a noted entry, as a copy does that lost its last ones.
 */
export function findFork(
  { version, rows, former }: LogsOfEvent,
  headsOf: (version: number) => readonly Head[],
): Fork | null {
  const chain = checkChain(rows, [], sha256, parseJson);
  const carried = checkFormerLogs(chain.entries, former, { headsOf: () => [], sha256, parse: parseJson });
  if (chain.findings.length > 0 || carried.findings.length > 0) return null;
  const logs = [...carried.logs, { version, entries: chain.entries }];
  for (const log of logs) {
    for (const { n, hash } of headsOf(log.version)) {
      const found = log.entries[n]?.hash ?? null;
      // A carried log is closed: nothing of it can have been lost.
      const isOther = found === null ? log.version !== version : found !== hash;
      if (isOther) return { at: { version: log.version, n }, noted: hash, found };
    }
  }
  return null;
}
