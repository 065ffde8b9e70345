import type { PaperValues } from '../ballot-paper/paper.ts';
import type { DeviceStorage, KeptBallot } from './device-storage.ts';

/** Keeps everything for as long as the page is open: where the browser offers no lasting storage. */
export function memoryStorage(): DeviceStorage {
  const keys = new Map<string, string>();
  const ballots = new Map<string, readonly KeptBallot[]>();
  const drafts = new Map<string, { readonly [round: string]: PaperValues }>();
  let latest: string | null = null;
  return {
    isLasting: false,
    async readLatest() {
      const secret = latest === null ? undefined : keys.get(latest);
      return latest === null || secret === undefined ? null : { event: latest, secret };
    },
    async readKey(event) {
      return keys.get(event) ?? null;
    },
    async keepKey(event, secret) {
      const standing = keys.get(event) ?? secret;
      keys.set(event, standing);
      latest = event;
      return standing;
    },
    async addBallot(event, sign) {
      const earlier = ballots.get(event) ?? [];
      const n = earlier.length + 1;
      const kept: KeptBallot = { ...sign(n), n, fate: { kind: 'unsent' } };
      ballots.set(event, [...earlier, kept]);
      return kept;
    },
    async readBallots(event) {
      return ballots.get(event) ?? [];
    },
    async settleBallot(event, n, fate) {
      const kept = ballots.get(event) ?? [];
      ballots.set(
        event,
        kept.map((each) => (each.n === n ? { ...each, fate } : each)),
      );
    },
    async readDrafts(event) {
      return drafts.get(event) ?? {};
    },
    async keepDraft(event, round, values) {
      drafts.set(event, { ...drafts.get(event), [round]: values });
    },
  };
}
