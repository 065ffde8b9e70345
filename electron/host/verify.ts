import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { closedAlone } from '../../shared/domain/log/close-rule.ts';
import { compareLogs, type LogComparison, type LogsOfFile } from '../../shared/domain/log/compare-logs.ts';
import type { Head } from '../../shared/domain/log/entry.ts';
import { type FormerLog, versionOrderOf } from '../../shared/domain/log/former-logs.ts';
import { coSignedUnlooked } from '../../shared/domain/log/look-rule.ts';
import { releasesIn } from '../../shared/domain/log/releases-in.ts';
import { sameMachineIn } from '../../shared/domain/log/same-machine-in.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { readEntry } from '../../shared/domain/log/stored-entry.ts';
import { eventOf, type Verification, verifyLog } from '../../shared/domain/log/verify.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import { askedLanguage, operatorLanguage } from '../operator-language.ts';
import { locateDataFolder } from './data-folder.ts';
import { verifySignature } from './log/ed25519.ts';
import { type ExamineError, examineEventFile } from './log/examine-event-file.ts';
import { sha256 } from './log/hashing.ts';
import { notesIn } from './log/heads.ts';
import { readHostPublicKey } from './log/host-key.ts';
import { findOptionProblem, type OptionProblem } from './read-options.ts';
import { findingLine } from './words/finding-words.ts';
import { openingLines } from './words/opening-words.ts';
import { verifyUsageLines } from './words/option-words.ts';
import { verifyWords } from './words/verify-words.ts';

/** What the program's exit code says. */
const EXIT = { proven: 0, findings: 1, unreadable: 2, tailNotProvable: 3, usage: 64 } as const;

type Request = {
  readonly file: string;
  /** A second file, verified by itself and held against the first. */
  readonly beside: string | null;
  readonly heads: readonly Head[];
  readonly data: string;
};

const known = {
  head: { type: 'string', multiple: true },
  data: { type: 'string' },
  lang: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

const language = operatorLanguage(process.argv.slice(2), process.env);
const said = verifyWords[language];

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const parsed = parseRequest(args);
  if (!parsed.ok) {
    for (const line of verifyUsageLines(parsed.error, language)) console.error(line);
    return EXIT.usage;
  }
  const request = parsed.value;
  if (request.beside === null) return verifyFile(request).code;
  console.log(said.file(request.file));
  const first = verifyFile(request);
  console.log(said.file(request.beside));
  const second = verifyFile({ ...request, file: request.beside });
  if (first.logs === null || second.logs === null) return EXIT.unreadable;
  const compared = compareLogs(first.logs, second.logs, sha256);
  reportComparison(compared);
  const codes = [first.code, second.code];
  if (compared.kind === 'fork' || compared.kind === 'other-event') return EXIT.findings;
  return [EXIT.findings, EXIT.tailNotProvable].find((code) => codes.includes(code)) ?? EXIT.proven;
}

function reportComparison(compared: LogComparison): void {
  switch (compared.kind) {
    case 'other-event':
      return console.log(said.otherEvent);
    case 'same':
      return console.log(said.sameLog);
    case 'goes-on': {
      const { longer, from } = compared;
      const goesOn = longer === 'first' ? said.firstGoesOn : said.secondGoesOn;
      return console.log(goesOn(from.version, from.n));
    }
    case 'fork': {
      const { at, first, second } = compared;
      console.log(said.fork(at.version, at.n, first, second));
      return console.log(said.afterFork);
    }
    default:
      return unreachable(compared);
  }
}

/** Prints all there is to say of one file; its logs are null where it can't be read. */
function verifyFile(request: Request): { readonly code: number; readonly logs: LogsOfFile | null } {
  const examined = examineEventFile(request.file, undefined, 'log-and-media');
  if (!examined.ok) return { code: reportUnreadable(request, examined.error), logs: null };
  const { rows, former, inUse, walBytes, media } = examined.value;
  if (inUse && walBytes === null) console.log(said.copiedInUse);
  for (const log of former) {
    const before = closedAlone(log.rows);
    if (before) console.log(said.closedAlone(`${log.version}/${before.n}`, before.reason));
  }
  const alone = closedAlone(rows);
  if (alone) console.log(said.closedAlone(alone.n, alone.reason));
  const opening = openingOf(rows);
  const logs = [...former, { version: opening?.version ?? 1, rows }];
  const inOrder = logs.map((each) => each.rows);
  const nameOf = (log: number, n: number) => (log < former.length ? `${logs[log]?.version}/${n}` : n);
  for (const { log, n } of coSignedUnlooked(inOrder)) console.log(said.coSignedUnlooked(nameOf(log, n)));
  for (const { log, n, screen, acts } of sameMachineIn(inOrder))
    console.log(
      said.sameMachine(nameOf(log, n), screen, acts.map((act) => nameOf(act.log, act.n)).join(', ')),
    );
  const releases = releasesIn(inOrder).map(({ log, n, chair }) =>
    chair === null ? said.releasedByOperator(nameOf(log, n)) : said.releasedByChair(nameOf(log, n), chair),
  );
  const code = report(verify(rows, former, media, request), request, hashAt(rows, 0), releases);
  return { code, logs: { event: opening?.event ?? null, logs } };
}

function verify(
  rows: readonly StoredEntry[],
  former: readonly FormerLog[],
  media: ReadonlyMap<string, string> | null,
  request: Request,
): Verification {
  const opening = openingOf(rows);
  // A head that was written down under an earlier version is that one's.
  const headsOf = (version: number, log: readonly StoredEntry[]) => [
    ...request.heads.filter((head) => hashAt(log, head.n) === head.hash),
    ...notedHeads(opening?.event ?? null, version, request.data),
  ];
  const isOfFormer = (head: Head) => former.some((log) => hashAt(log.rows, head.n) === head.hash);
  const own = request.heads.filter((head) => !isOfFormer(head));
  return verifyLog(
    rows,
    {
      heads: [...own, ...notedHeads(opening?.event ?? null, opening?.version ?? 1, request.data)],
      former,
      formerHeads: (version) => headsOf(version, former.find((log) => log.version === version)?.rows ?? []),
      hostKeys: null,
      rules: signatureRules,
      media,
      sha256,
    },
    verifySignature,
  );
}

function hashAt(rows: readonly StoredEntry[], n: number): string | null {
  const text = rows.find((row) => row.n === n)?.text ?? null;
  return text === null ? null : sha256(text);
}

/** Which event and version a log's first entry says that it is; null if it can't be read. */
function openingOf(rows: readonly StoredEntry[]): { event: string; version: number } | null {
  const first = rows[0];
  if (first === undefined) return null;
  const entries = [{ ...readEntry(first, sha256), position: 0 }];
  const event = eventOf(entries);
  return event === null ? null : { event, version: versionOrderOf(entries)?.version ?? 1 };
}

/** The head that this machine noted for a version of the event, if it ever ran it. */
function notedHeads(event: string | null, version: number, data: string): readonly Head[] {
  return notesIn(data)(event, version);
}

function report(
  verification: Verification,
  request: Request,
  opening: string | null,
  releases: readonly string[],
): number {
  const { findings, entryCount, head, event, version, signedBy, status } = verification;
  for (const found of findings) console.log(findingLine(found, language));
  for (const release of releases) console.log(release);
  console.log(said.event(event));
  const number = version?.order.version ?? 1;
  if (version !== null) {
    const { supersedes, orderedBy, reason } = version.order;
    const superseded = `${supersedes.n}:${supersedes.hash}`;
    console.log(said.version(number, supersedes.version, superseded, orderedBy, reason));
    if (opening !== null) console.log(said.opening(opening));
    for (const { version: former, entryCount: count, isIntact } of version.former)
      console.log(isIntact ? said.formerIntact(former, count) : said.formerBroken(former));
  }
  console.log(said.entries(entryCount));
  console.log(said.head(head === null ? null : `${head.n}:${head.hash}`));
  const own = readHostPublicKey(request.data);
  for (const key of signedBy) console.log(said.signedBy(key, key === own));
  if (status.kind === 'sealed') console.log(said.sealed);
  else if (status.knownHead === null) for (const line of said.tailNotProvable) console.log(line);
  else console.log(said.provenUpTo(status.knownHead));
  if (notedHeads(event, number + 1, request.data).length > 0) console.log(said.laterVersion(number + 1));
  console.log(findings.length === 0 ? said.nothingWrong : said.found(findings.length));
  if (findings.length > 0) return EXIT.findings;
  return status.kind === 'unsealed' && status.knownHead === null ? EXIT.tailNotProvable : EXIT.proven;
}

/** The entries before the place that can't be read are verified all the same. */
function reportUnreadable(request: Request, error: ExamineError): number {
  const rows = 'rows' in error ? error.rows : [];
  // Of what it carries nothing is known here.
  const own = rows.length === 0 ? [] : verify(rows, [], null, request).findings;
  for (const found of own) if (found.version === undefined) console.log(findingLine(found, language));
  for (const line of openingLines(request.file, error, language)) console.log(line);
  return EXIT.unreadable;
}

/** The error is null where the options are right but don't name one file or two. */
function parseRequest(args: readonly string[]): Result<Request, OptionProblem | null> {
  const problem = findOptionProblem(args, known, true);
  if (problem !== null) return err(problem);
  const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
  const [file, beside = null] = positionals;
  if (file === undefined || positionals.length > 2) return err(null);
  if (values.lang !== undefined && askedLanguage(args) === null)
    return err({ kind: 'bad-value', option: '--lang', given: values.lang });
  const given = values.head ?? [];
  const heads = given.map(parseHead);
  const wrong = given.find((_, index) => heads[index] === null);
  if (wrong !== undefined) return err({ kind: 'bad-value', option: '--head', given: wrong });
  return ok({
    file,
    beside,
    heads: heads.filter((head) => head !== null),
    data: locateDataFolder(values.data ?? null),
  });
}

function parseHead(text: string): Head | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  return match === null ? null : { n: Number(match[1]), hash: match[2] ?? '' };
}
