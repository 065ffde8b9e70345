import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { SessionError } from './event-session.ts';
import type { OpenNotice } from './log/open-event-file.ts';
import { findingLine, unreadableLine } from './log/verification-words.ts';

/** What is wrong with an event file, where, and what to do, one line each for a terminal. */
export function openErrorLines(path: string, error: SessionError): readonly string[] {
  switch (error.code) {
    case 'not-found':
      return [`${path}: there is no such file.`];
    case 'no-folder':
      return [`${error.folder}: there is no such folder for a new event. Make it, or name another one.`];
    case 'exists':
      return [`${path}: a file of this name exists already; choose another name for a new event.`];
    case 'locked': {
      const holder = error.pid === null ? 'another program' : `process ${error.pid}`;
      const place = error.address === null ? '' : ` (${error.address})`;
      return [
        `${path}: the event is open already in ${holder}${place}.`,
        'Go on there, or stop that host first. Nothing was changed.',
      ];
    }
    case 'damaged':
      return [
        `${path}: the log is damaged. The file was left as it was.`,
        ...error.findings.slice(0, 10).map((finding) => `  ${findingLine(finding)}`),
        'Open the mirror or a saved copy, or see every finding with: npm run verify -- FILE',
      ];
    case 'missing-wal':
      return [
        `${path}: the file ends at entry ${error.lastEntry}, but this machine wrote up to entry ${error.knownHead.n}.`,
        'It was copied without the -wal file beside it. Bring that file back, or open a whole copy. Nothing was changed.',
      ];
    case 'cannot-replay':
      return [
        `${path}: entry ${error.entry} can't be replayed: ${error.reason}`,
        'The file was left as it was.',
      ];
    case 'network-share':
      return [
        `${error.folder} is on a network share (${error.share}), where a power cut can lose ballots.`,
        'Put the event on a disk of this machine.',
      ];
    case 'synced-folder':
      return [
        `${error.folder} is kept in step by ${error.service}, which can swap the file under the host.`,
        'Put the event in a folder that is not synced.',
      ];
    default:
      return [unreadableLine(path, error)];
  }
}

/** What the operator should know of an event that opened all the same. */
export function noticeLine(notice: OpenNotice): string {
  switch (notice.code) {
    case 'recovered-wal':
      return 'The host that had this event open before was ended suddenly; everything that it had acknowledged is here.';
    case 'missing-wal':
      return 'This file was last in use and its -wal file is gone: if it was copied from elsewhere, its last entries may be missing.';
    default:
      return unreachable(notice);
  }
}
