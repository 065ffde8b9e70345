import type { Finding, FindingCode } from '../../../shared/domain/log/finding.ts';
import type { ExamineError } from './examine-event-file.ts';

const COMPARE = 'compare this entry with the mirror, a saved copy or the copy at headquarters';
const RESTORE = 'look for the missing entries in the mirror, a saved copy or the copy at headquarters';
const KEEP = 'keep this file as it is and report it to the monitor and headquarters';

const WHAT_TO_DO: Readonly<Record<FindingCode, string>> = {
  'bad-utf8': COMPARE,
  'bad-json': COMPARE,
  'not-canonical': COMPARE,
  'not-an-entry': COMPARE,
  'wrong-n': COMPARE,
  swapped: COMPARE,
  missing: RESTORE,
  truncated: RESTORE,
  altered: COMPARE,
  'chain-broken': COMPARE,
  unproven: 'settle the other findings first, then verify again',
  'column-differs':
    'the entry itself holds; its copy beside it was changed: keep the file and use a saved copy',
  'head-differs': KEEP,
  'bad-opening':
    'this log is not of a format that this program knows; verify it with the program that wrote it',
  'after-close': KEEP,
  'checkpoint-wrong': KEEP,
  'checkpoint-signature': KEEP,
  'checkpoint-key': 'compare the key with the one registered at headquarters',
  'signature-bad': KEEP,
  'signature-key': KEEP,
  'signed-differs': KEEP,
};

/** A finding in one plain line: where, what, and what to do. */
export function findingLine({ code, n, through, detail }: Finding): string {
  const where = n === through ? `entry ${n}` : `entries ${n} to ${through}`;
  return `${where}: ${code}: ${detail}. What to do: ${WHAT_TO_DO[code]}.`;
}

/** Why a file can't be verified at all, and what to do. */
export function unreadableLine(path: string, error: ExamineError): string {
  switch (error.code) {
    case 'not-found':
      return `${path}: there is no such file. What to do: check the path.`;
    case 'foreign':
      return `${path}: not an event file: ${error.detail}. What to do: check that it is the right file.`;
    case 'newer-format':
      return `${path}: written by a newer program (format ${error.format}). What to do: verify it with that program.`;
    case 'unreadable': {
      const where = error.entry === null ? '' : ` from entry ${error.entry} on`;
      return `${path}: can't be read${where}: ${error.detail}. What to do: use the mirror or a saved copy, and keep this file.`;
    }
    case 'no-room':
      return `no room for the temporary copy: ${error.detail}. What to do: free some space there and try again.`;
  }
}
