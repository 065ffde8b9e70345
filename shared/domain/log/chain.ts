import { type Head, isRecord, LOG_FORMAT, NO_ENTRY_HASH, type ParseText, readVersionOrder } from './entry.ts';
import { type Finding, finding, findingOfRun } from './finding.ts';
import { type PlacedEntry, placeEntries } from './placement.ts';
import { reachesHeads, readSoundLog } from './sound-log.ts';
import { readEntry, type StoredEntry } from './stored-entry.ts';

/** The log in the order of its positions, with everything wrong with its bytes, copies and links. */
export type Chain = {
  readonly entries: readonly PlacedEntry[];
  readonly findings: readonly Finding[];
};

/**
 * Checks bytes, copies and links of a whole log; signatures are left to checkSignatures. `rows` come
 * in the order of their keys, `heads` are ends of this log known from elsewhere. A single altered,
 * missing or misplaced entry is named exactly; where several facts contradict one another, every
 * entry that may be the false one is named, the doubtful ones as `unproven`.
 */
export function checkChain(
  rows: readonly StoredEntry[],
  heads: readonly Head[],
  sha256: (text: string) => string,
  parse?: ParseText,
): Chain {
  const sound = readSoundLog(rows, sha256, parse);
  if (sound !== null && reachesHeads(sound, heads))
    return { entries: sound, findings: findBadOpening(sound) };
  const entries = placeEntries(
    rows.map((row) => readEntry(row, sha256, parse)),
    heads,
  );
  const findings = [
    ...findMisplaced(entries),
    ...findMissing(entries, heads),
    ...findBrokenLinks(entries, heads),
    ...entries.flatMap((entry) => findOwnProblems(entry)),
    ...findBadOpening(entries),
  ];
  const named = new Set(findings.map((found) => found.n));
  for (const head of heads) {
    const entry = entries.find((candidate) => candidate.position === head.n);
    if (entry !== undefined && entry.hash !== head.hash && !named.has(head.n)) {
      findings.push(finding('head-differs', head.n, { kind: 'head-says', hash: head.hash }));
    }
  }
  return { entries, findings: findings.sort((a, b) => a.n - b.n) };
}

function findMisplaced(entries: readonly PlacedEntry[]): readonly Finding[] {
  const findings: Finding[] = [];
  const positionByKey = new Map(entries.map((entry) => [entry.key, entry.position]));
  let run: { first: PlacedEntry; last: PlacedEntry } | null = null;
  const endRun = (): void => {
    if (run === null) return;
    const { first, last } = run;
    findings.push(
      findingOfRun('wrong-n', first.position, last.position, {
        kind: 'stored-under',
        key: first.key,
        through: last.key,
      }),
    );
    run = null;
  };
  for (const entry of entries) {
    if (entry.position === entry.key) {
      endRun();
    } else if (positionByKey.get(entry.position) === entry.key) {
      endRun();
      findings.push(
        finding('swapped', entry.position, {
          kind: 'swapped-with',
          key: entry.key,
          position: entry.position,
        }),
      );
    } else if (run !== null && entry.position - entry.key === run.last.position - run.last.key) {
      run.last = entry;
    } else {
      endRun();
      run = { first: entry, last: entry };
    }
  }
  endRun();
  return findings;
}

function findMissing(entries: readonly PlacedEntry[], heads: readonly Head[]): readonly Finding[] {
  const findings: Finding[] = [];
  let expected = 0;
  for (const { position } of entries) {
    if (position > expected)
      findings.push(findingOfRun('missing', expected, position - 1, { kind: 'followed-by', next: position }));
    expected = position + 1;
  }
  const furthest = Math.max(-1, ...heads.map((head) => head.n));
  if (furthest >= expected) {
    findings.push(
      findingOfRun('truncated', expected, furthest, { kind: 'log-reached', furthest, end: expected }),
    );
  }
  return findings;
}

function findOwnProblems(placed: PlacedEntry): readonly Finding[] {
  const { entry, columns, position, problem } = placed;
  const findings: Finding[] = [];
  if (problem !== null) findings.push({ ...problem, n: position, through: position });
  if (entry === null) return findings;
  if (entry.n !== position) findings.push(finding('wrong-n', position, { kind: 'says-number', n: entry.n }));
  if (columns === null) return findings;
  for (const name of ['prev', 'wall', 'mono', 'boot', 'kind'] as const) {
    if (columns[name] !== entry[name])
      findings.push(finding('column-differs', position, { kind: 'copy-differs', column: name }));
  }
  return findings;
}

/** Compares each entry's hash with its copy, with the link of the entry after it, and with known heads. */
function findBrokenLinks(entries: readonly PlacedEntry[], heads: readonly Head[]): readonly Finding[] {
  const findings: Finding[] = [];
  entries.forEach((placed, index) => {
    const { position } = placed;
    const next = successor(entries, index);
    const knownHeads = heads.filter((head) => head.n === position);
    const linkHolds = next === null || linkTo(next) === placed.hash;
    const vouchedByHead = knownHeads.some((head) => head.hash === placed.hash);

    if (position === 0 && placed.entry !== null && placed.entry.prev !== NO_ENTRY_HASH) {
      findings.push(finding('chain-broken', 0, { kind: 'before-the-first' }));
    }
    if (!copyHolds(placed)) {
      const contentVouched = vouchedByHead || (next !== null && linkHolds);
      findings.push(
        contentVouched
          ? finding('column-differs', position, { kind: 'copy-differs', column: 'hash' })
          : finding('altered', position, { kind: 'stored-hash-differs' }),
      );
    } else if (!linkHolds && next !== null) {
      findings.push(...blameBrokenLink(placed, next, vouchedByHead, isVouched(entries, index + 1, heads)));
    }
  });
  return findings;
}

/** The entry's own copy agrees with its bytes, and the entry after it names another hash. */
function blameBrokenLink(
  placed: PlacedEntry,
  next: PlacedEntry,
  vouchedByHead: boolean,
  nextIsVouched: boolean,
): readonly Finding[] {
  const { position } = placed;
  if (vouchedByHead || next.columns?.prev === placed.hash) {
    return [finding('chain-broken', next.position, { kind: 'names-other-before', before: position })];
  }
  if (nextIsVouched) {
    return [finding('altered', position, { kind: 'next-names-other-hash', next: next.position })];
  }
  return [
    finding('unproven', position, { kind: 'next-in-doubt', next: next.position }),
    finding('chain-broken', next.position, { kind: 'names-other-before', before: position }),
  ];
}

/** Whether everything else that is stored agrees that this entry is as it was written. */
function isVouched(entries: readonly PlacedEntry[], index: number, heads: readonly Head[]): boolean {
  const placed = entries[index];
  if (placed === undefined || placed.entry === null || !copyHolds(placed)) return false;
  if (placed.columns !== null && placed.columns.prev !== placed.entry.prev) return false;
  if (heads.some((head) => head.n === placed.position && head.hash !== placed.hash)) return false;
  const next = successor(entries, index);
  return next === null || linkTo(next) === placed.hash;
}

function copyHolds(placed: PlacedEntry): boolean {
  return placed.hash !== null && (placed.columns === null || placed.columns.hash === placed.hash);
}

function successor(entries: readonly PlacedEntry[], index: number): PlacedEntry | null {
  const next = entries[index + 1];
  return next !== undefined && next.position === (entries[index]?.position ?? 0) + 1 ? next : null;
}

function linkTo(next: PlacedEntry): unknown {
  return next.entry?.prev ?? next.columns?.prev;
}

/** What keeps a log's first entry from being one that opens a log. */
export function findBadOpening(entries: readonly PlacedEntry[]): readonly Finding[] {
  const first = entries[0];
  if (first === undefined || first.position !== 0 || first.entry === null) return [];
  const { kind, body } = first.entry;
  const isOpening =
    kind === 'LogOpened' &&
    isRecord(body) &&
    typeof body.event === 'string' &&
    body.format === LOG_FORMAT &&
    typeof body.program === 'string' &&
    typeof body.rules === 'string' &&
    readVersionOrder(body) !== 'bad';
  return isOpening ? [] : [finding('bad-opening', 0, { kind: 'not-an-opening' })];
}
