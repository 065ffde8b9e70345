import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Head } from '../../shared/domain/log/entry.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { readEntry } from '../../shared/domain/log/stored-entry.ts';
import { eventOf, type Verification, verifyLog } from '../../shared/domain/log/verify.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { askedLanguage, operatorLanguage } from '../operator-language.ts';
import { locateDataFolder } from './data-folder.ts';
import { verifySignature } from './log/ed25519.ts';
import { type ExamineError, examineEventFile } from './log/examine-event-file.ts';
import { sha256 } from './log/hashing.ts';
import { readHead } from './log/heads.ts';
import { readHostPublicKey } from './log/host-key.ts';
import { findOptionProblem, type OptionProblem } from './read-options.ts';
import { findingLine } from './words/finding-words.ts';
import { openingLines } from './words/opening-words.ts';
import { verifyUsageLines } from './words/option-words.ts';
import { verifyWords } from './words/verify-words.ts';

/** What the program's exit code says. */
const EXIT = { proven: 0, findings: 1, unreadable: 2, tailNotProvable: 3, usage: 64 } as const;

type Request = { readonly file: string; readonly heads: readonly Head[]; readonly data: string };

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
  const examined = examineEventFile(request.file, undefined, 'log-and-media');
  if (!examined.ok) return reportUnreadable(request, examined.error);
  const { rows, inUse, walBytes, media } = examined.value;
  if (inUse && walBytes === null) console.log(said.copiedInUse);
  return report(verify(rows, media, request), request);
}

function verify(
  rows: readonly StoredEntry[],
  media: ReadonlyMap<string, string> | null,
  request: Request,
): Verification {
  const noted = notedHead(rows, request.data);
  const heads = noted === null ? request.heads : [...request.heads, noted];
  return verifyLog(rows, { heads, hostKeys: null, rules: signatureRules, media, sha256 }, verifySignature);
}

/** The head that this machine noted for the event, if it ever ran it. */
function notedHead(rows: readonly StoredEntry[], data: string): Head | null {
  const first = rows[0];
  if (first === undefined) return null;
  const event = eventOf([{ ...readEntry(first, sha256), position: 0 }]);
  return event === null ? null : readHead(data, event);
}

function report(verification: Verification, request: Request): number {
  const { findings, entryCount, head, event, signedBy, status } = verification;
  for (const found of findings) console.log(findingLine(found, language));
  console.log(said.event(event));
  console.log(said.entries(entryCount));
  console.log(said.head(head === null ? null : `${head.n}:${head.hash}`));
  const own = readHostPublicKey(request.data);
  for (const key of signedBy) console.log(said.signedBy(key, key === own));
  if (status.kind === 'sealed') console.log(said.sealed);
  else if (status.knownHead === null) for (const line of said.tailNotProvable) console.log(line);
  else console.log(said.provenUpTo(status.knownHead));
  console.log(findings.length === 0 ? said.nothingWrong : said.found(findings.length));
  if (findings.length > 0) return EXIT.findings;
  return status.kind === 'unsealed' && status.knownHead === null ? EXIT.tailNotProvable : EXIT.proven;
}

/** The entries before the place that can't be read are verified all the same. */
function reportUnreadable(request: Request, error: ExamineError): number {
  const rows = 'rows' in error ? error.rows : [];
  if (rows.length > 0)
    for (const found of verify(rows, null, request).findings) console.log(findingLine(found, language));
  for (const line of openingLines(request.file, error, language)) console.log(line);
  return EXIT.unreadable;
}

/** The error is null where the options are right but don't name one file. */
function parseRequest(args: readonly string[]): Result<Request, OptionProblem | null> {
  const problem = findOptionProblem(args, known, true);
  if (problem !== null) return err(problem);
  const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) return err(null);
  if (values.lang !== undefined && askedLanguage(args) === null)
    return err({ kind: 'bad-value', option: '--lang', given: values.lang });
  const given = values.head ?? [];
  const heads = given.map(parseHead);
  const wrong = given.find((_, index) => heads[index] === null);
  if (wrong !== undefined) return err({ kind: 'bad-value', option: '--head', given: wrong });
  return ok({
    file,
    heads: heads.filter((head) => head !== null),
    data: locateDataFolder(values.data ?? null),
  });
}

function parseHead(text: string): Head | null {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  return match === null ? null : { n: Number(match[1]), hash: match[2] ?? '' };
}
