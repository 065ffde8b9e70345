import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { CHECKPOINT_KIND, CLOSE_KIND, checkpointBody } from '../../shared/domain/log/checkpoint.ts';
import { type Head, type LinkedEntry, linkEntry, logOpenedBody } from '../../shared/domain/log/entry.ts';
import type { StoredEntry } from '../../shared/domain/log/stored-entry.ts';
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json.ts';

export const EVENT = 'event-of-forty';

/** Ed25519 keys as the log has them: hex, signing text. */
export type SigningKey = { readonly publicKey: string; readonly sign: (text: string) => string };

export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: rawHex(publicKey),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('hex'),
  };
}

/** Appends entries of given kinds with clocks that advance by a second each. */
export class LogWriter {
  readonly linked: LinkedEntry[] = [];

  append(kind: string, body: Json, cmd: { device: string; n: number } | null = null): LinkedEntry {
    const n = this.linked.length;
    const entry = linkEntry(this.head, {
      wall: 1_573_603_200_000 + n * 1_000,
      mono: 5_000 + n * 1_000,
      boot: 'boot-1',
      by: { role: 'operator' },
      cmd,
      kind,
      body,
    });
    this.linked.push(entry);
    return entry;
  }

  get head(): Head | null {
    const last = this.linked.at(-1);
    return last === undefined ? null : { n: last.entry.n, hash: last.hash };
  }

  appendCheckpoint(host: SigningKey): void {
    const head = this.head;
    if (head === null) throw new Error('an empty log has no checkpoint');
    this.append(CHECKPOINT_KIND, checkpointBody(EVENT, head, host.publicKey, host.sign));
  }
}

/** A closed event of exactly 40 entries: five seats, 28 signed ballots, a release, CLOSE, two checkpoints. */
export function buildLogOfForty(host: SigningKey = newSigningKey()): readonly LinkedEntry[] {
  const log = new LogWriter();
  log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
  log.append('EventCreated', { title: '示例擂台 第一季度' });
  const seats = Array.from({ length: 5 }, (_, index) => ({ seat: `A${index + 1}`, key: newSigningKey() }));
  for (const { seat, key } of seats) log.append('SeatPaired', { seat, device: 1, publicKey: key.publicKey });
  for (let ballot = 0; ballot < 28; ballot += 1) {
    const { seat, key } = seats[ballot % seats.length]!;
    const round = `round-${Math.floor(ballot / seats.length) + 1}`;
    const signed = canonicalJson({
      protocol: 1,
      event: EVENT,
      round,
      scheme: 'c0ffee',
      seat,
      device: 1,
      values: [85 + (ballot % 10)],
    });
    log.append(
      'BallotStored',
      { seat, device: 1, signed, signature: key.sign(signed) },
      { device: `panel-${seat}`, n: ballot },
    );
  }
  log.append('ResultsCounted', { round: 'round-1' });
  log.append('ResultsReleased', { round: 'round-1', figures: [{ unit: '示例一县', total: '871/10' }] });
  log.appendCheckpoint(host);
  log.append(CLOSE_KIND, {});
  log.appendCheckpoint(host);
  return log.linked;
}

/** The entries as a sound store holds them. */
export function asStored(linked: readonly LinkedEntry[]): readonly StoredEntry[] {
  return linked.map(({ entry, text, hash }) => {
    const { prev, wall, mono, boot, kind } = entry;
    return { n: entry.n, text, columns: { hash, prev, wall, mono, boot, kind } };
  });
}

function rawHex(publicKey: KeyObject): string {
  return Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
}
