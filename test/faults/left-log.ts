import { recordedEventOf } from '../../electron/host/contest-log.ts';
import { type ExamineError, examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { type LogEntry, parseEntry } from '../../shared/domain/log/entry.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { PanelDevice } from './panel-device.ts';

export type LeftLog = { readonly rows: readonly StoredEntry[]; readonly entries: readonly LogEntry[] };

/** The log as the file holds it now, read from a copy so that nothing of the file changes. */
export function readLog(path: string): Result<LeftLog, ExamineError> {
  const examined = examineEventFile(path);
  if (!examined.ok) return examined;
  const { rows } = examined.value;
  const entries = rows.flatMap(({ text }) => {
    const entry = parseEntry(text ?? '');
    return entry.ok ? [entry.value] : [];
  });
  return ok({ rows, entries });
}

/** Entries of ballots by the number under which a device sent them. */
function ballotsByRef(entries: readonly LogEntry[]): ReadonlyMap<string, readonly LogEntry[]> {
  const byRef = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    if (!entry.cmd || entry.kind !== 'BallotStored') continue;
    const key = `${entry.cmd.device} ${entry.cmd.n}`;
    byRef.set(key, [...(byRef.get(key) ?? []), entry]);
  }
  return byRef;
}

/**
 * What devices made and were answered, against the log. `isSettled`: every ballot must have been answered.
 * `storedUnanswered` counts ballots in the log whose answer has not arrived.
 */
export function compareBallots(
  entries: readonly LogEntry[],
  devices: readonly PanelDevice[],
  isSettled: boolean,
): { readonly faults: readonly string[]; readonly storedUnanswered: number } {
  const faults: string[] = [];
  let storedUnanswered = 0;
  const byRef = ballotsByRef(entries);
  for (const [key, same] of byRef)
    if (same.length > 1) faults.push(`ballot ${key} is stored ${same.length} times`);
  for (const { seat, made, answers } of devices) {
    for (const [n, { signed }] of made) {
      const name = `ballot ${seat} 1 ${n}`;
      const answer = answers.get(n);
      const event = byRef.get(`${seat} 1 ${n}`)?.map(recordedEventOf)[0]?.event;
      const stored = event?.kind === 'BallotStored' ? event : null;
      if (stored && stored.signed !== signed) faults.push(`${name} isn't what was signed`);
      if (stored && !answer) storedUnanswered += 1;
      if (answer?.kind === 'stored' && !stored) faults.push(`${name} was acknowledged and is lost`);
      if (answer?.kind === 'stored' && stored && stored.ballotNumber !== answer.ballotNumber)
        faults.push(`${name} has number ${stored.ballotNumber}, acknowledged was ${answer.ballotNumber}`);
      if (answer?.kind === 'refused' && stored) faults.push(`${name} was refused and is stored`);
      if (isSettled && !answer) faults.push(`${name} was never answered`);
    }
  }
  return { faults, storedUnanswered };
}
