import { canonicalJson, type Json, parseCanonical } from '../../kernel/canonical-json.ts';
import { isRecord, type LogEntry } from './entry.ts';
import type { FindingCode, FindingDetail, SignedContradiction } from './finding.ts';

type JsonRecord = { readonly [member: string]: Json };

/** Checks an Ed25519 signature over the text's UTF-8 bytes; key and signature in hex. False when malformed. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean;

/** A public key that an entry makes known, under a name (`owner`) that later claims refer to; null takes it back. */
export type IntroducedKey = { readonly owner: string; readonly publicKey: string | null };

/** A text that an entry says was signed by the owner of a key introduced earlier. */
export type SignedClaim = {
  readonly owner: string;
  readonly signed: string;
  readonly signature: string;
  readonly contradiction: SignedContradiction | null;
  /** The earlier entry that contradicts a signature which holds: that one was changed, not this. */
  readonly blames?: number;
  /** True where an earlier entry that isn't there would explain the contradiction. */
  readonly restsOnEarlier?: boolean;
};

/** Why an entry should not be there without another one's signature. */
export type Breach = { readonly code: FindingCode; readonly detail: FindingDetail };

/**
 * Teaches the log which entries of a contest introduce keys and which carry signatures. It is asked about every
 * entry once, in order, and may remember what it has seen: each reading of a log takes new rules.
 */
export type SignatureRule = {
  /** Keys the entry introduces; a repeated owner replaces the key from here on. */
  readonly introduces: (entry: LogEntry) => readonly IntroducedKey[];
  readonly claims: (entry: LogEntry) => readonly SignedClaim[];
  /** What the entry lacks; `unsound` are the entries up to it whose own signatures were found wanting. */
  readonly breaches?: (entry: LogEntry, unsound: ReadonlySet<number>) => readonly Breach[];
};

/**
 * Ballots: `SeatPaired {seat, device, publicKey}` introduces the key of a seat's device, `BallotStored
 * {seat, device, signed, signature, …}` claims it, and so does the `LateBallotVoided` after a paper ballot. The signed text must name the same event, seat and
 * device, and the round and values that the entry states beside it.
 */
export function ballotSignatureRule(event: string): SignatureRule {
  return {
    introduces: ({ kind, body }) => {
      if (kind !== 'SeatPaired' || !isRecord(body)) return [];
      const publicKey = body.publicKey;
      return typeof publicKey === 'string' ? [{ owner: seatDevice(body), publicKey }] : [];
    },
    claims: ({ kind, body }) => {
      if ((kind !== 'BallotStored' && kind !== 'LateBallotVoided') || !isRecord(body)) return [];
      const { signed, signature } = body;
      // A paper ballot typed in by the venue carries no signature of a device.
      if (signed === null || signed === undefined) return [];
      const owner = seatDevice(body);
      if (typeof signed !== 'string' || typeof signature !== 'string') {
        return [{ owner, signed: '', signature: '', contradiction: { kind: 'signature-unreadable' } }];
      }
      return [
        {
          owner,
          signed,
          signature,
          contradiction: findContradiction(signed, event, body),
        },
      ];
    },
  };
}

function seatDevice(body: JsonRecord): string {
  return `${String(body.seat)}/${String(body.device)}`;
}

function findContradiction(signed: string, event: string, body: JsonRecord): SignedContradiction | null {
  const parsed = parseCanonical(signed);
  if (!parsed.ok || !isRecord(parsed.value)) return { kind: 'signed-not-canonical' };
  const stated: JsonRecord = { event, seat: body.seat ?? null, device: body.device ?? null };
  const beside = ['round', 'opening', 'values'].filter((name) => body[name] !== undefined);
  for (const name of [...Object.keys(stated), ...beside]) {
    const here = stated[name] ?? body[name] ?? null;
    if (canonicalJson(parsed.value[name] ?? null) !== canonicalJson(here))
      return { kind: 'signed-member-differs', member: name };
  }
  return null;
}
