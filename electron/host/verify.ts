import { parseArgs } from 'node:util';
import type { Head } from '../../shared/domain/log/entry.ts';
import { signatureRules } from '../../shared/domain/log/signature-rule.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { readEntry } from '../../shared/domain/log/stored-entry.ts';
import { eventOf, type Verification, verifyLog } from '../../shared/domain/log/verify.ts';
import { locateDataFolder } from './data-folder.ts';
import { verifySignature } from './log/ed25519.ts';
import { type ExamineError, examineEventFile } from './log/examine-event-file.ts';
import { sha256 } from './log/hashing.ts';
import { readHead } from './log/heads.ts';
import { readHostPublicKey } from './log/host-key.ts';
import { findingLine, unreadableLine } from './log/verification-words.ts';

const USAGE = 'usage: verify FILE [--head N:HASH] [--data DIR]';

/** What the program's exit code says. */
const EXIT = { proven: 0, findings: 1, unreadable: 2, tailNotProvable: 3, usage: 64 } as const;

type Request = { readonly file: string; readonly heads: readonly Head[]; readonly data: string };

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const request = parseRequest(args);
  if (request === null) {
    console.error(USAGE);
    return EXIT.usage;
  }
  const examined = examineEventFile(request.file);
  if (!examined.ok) return reportUnreadable(request, examined.error);
  const { rows, inUse, walBytes } = examined.value;
  if (inUse && walBytes === null) {
    console.log('note: the file was copied while in use, without its -wal; its last entries may be missing');
  }
  return report(verify(rows, request), request);
}

function verify(rows: readonly StoredEntry[], request: Request): Verification {
  const noted = notedHead(rows, request.data);
  const heads = noted === null ? request.heads : [...request.heads, noted];
  return verifyLog(rows, { heads, hostKeys: null, rules: signatureRules, sha256 }, verifySignature);
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
  for (const found of findings) console.log(findingLine(found));
  console.log(`event: ${event ?? 'unknown'}`);
  console.log(`entries: ${entryCount}`);
  console.log(`head: ${head === null ? 'none' : `${head.n}:${head.hash}`}`);
  const own = readHostPublicKey(request.data);
  for (const key of signedBy) {
    console.log(
      `checkpoints signed by: ${key} (${key === own ? "this machine's key" : 'not the key of this machine: compare it with the one registered at headquarters'})`,
    );
  }
  if (status.kind === 'sealed')
    console.log('sealed 已封存: the log is closed and signed; nothing can be missing at its end');
  else if (status.knownHead === null) {
    console.log('unsealed 未封存: tail not provable; entries may have been cut off the end without a trace');
    console.log(
      'what to do: give the last known head with --head N:HASH, or verify on the host that ran the event',
    );
  } else
    console.log(
      `unsealed 未封存: nothing is missing up to entry ${status.knownHead}; after it, tail not provable`,
    );
  console.log(
    findings.length === 0 ? 'result: nothing wrong was found' : `result: ${findings.length} finding(s)`,
  );
  if (findings.length > 0) return EXIT.findings;
  return status.kind === 'unsealed' && status.knownHead === null ? EXIT.tailNotProvable : EXIT.proven;
}

/** The entries before the place that can't be read are verified all the same. */
function reportUnreadable(request: Request, error: ExamineError): number {
  const rows = error.code === 'unreadable' ? error.rows : [];
  if (rows.length > 0) for (const found of verify(rows, request).findings) console.log(findingLine(found));
  console.log(unreadableLine(request.file, error));
  return EXIT.unreadable;
}

function parseRequest(args: readonly string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { head: { type: 'string', multiple: true }, data: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    const heads = (values.head ?? []).map(parseHead);
    if (file === undefined || positionals.length > 1) return null;
    return {
      file,
      heads: heads.filter((head) => head !== null),
      data: locateDataFolder(values.data ?? null),
    };
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : String(fault));
    return null;
  }
}

function parseHead(text: string): Head {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (match === null) throw new TypeError('--head takes N:HASH, the number of an entry and 64 hex digits');
  return { n: Number(match[1]), hash: match[2] ?? '' };
}
