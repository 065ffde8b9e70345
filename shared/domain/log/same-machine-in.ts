import { actsOfSecond } from '../same-machine.ts';
import { isRecord, parseEntry } from './entry.ts';
import type { StoredEntry } from './stored-entry.ts';

/** `log` is the place of the log that it was admitted in, `n` its entry there. */
type RecordedSameMachine = {
  readonly log: number;
  readonly n: number;
  readonly screen: string;
  /** Where it acted as the second person, in the order of the logs. */
  readonly acts: readonly { readonly log: number; readonly n: number }[];
};

const acts: readonly string[] = actsOfSecond;

// SAME-4
/**
 * Every signing device that was the host's own machine, with what it did. Whether its signatures hold is for the
 * signature rules to say. `logs` are all versions, the first one first.
 */
export function sameMachineIn(logs: readonly (readonly StoredEntry[])[]): readonly RecordedSameMachine[] {
  const entries = logs.flatMap((rows, log) =>
    rows.flatMap(({ text }) => {
      const entry = typeof text === 'string' ? parseEntry(text) : null;
      if (!entry?.ok || !isRecord(entry.value.body)) return [];
      const { n, kind, body } = entry.value;
      return [{ log, n, kind, screen: body.screen ?? null, isHere: body.isSameMachine === true }];
    }),
  );
  return entries
    .filter(({ kind, isHere }) => kind === 'ScreenAdmitted' && isHere)
    .map(({ log, n, screen }) => ({
      log,
      n,
      screen: String(screen),
      acts: entries
        .filter((entry) => acts.includes(entry.kind) && entry.screen === screen)
        .map((entry) => ({ log: entry.log, n: entry.n })),
    }));
}
