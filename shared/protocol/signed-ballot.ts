import type { BallotMark } from '../domain/ballot.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** What a device signs: nothing in it can be read as another event, round, opening, scheme or seat. */
export type SignedBallot = {
  readonly protocol: 'leitai-ballot-1';
  readonly event: string;
  readonly round: string;
  readonly opening: number;
  /** SHA-256 of the scheme's canonical text. */
  readonly scheme: string;
  readonly seat: string;
  readonly device: number;
  /** Counts the device's ballots of this event from 1, so that an old one can't be sent again later. */
  readonly n: number;
  /** A ballot of a demonstration says so itself. */
  readonly mark: BallotMark;
  /** Criterion id → mark, as decimal text. */
  readonly values: { readonly [criterion: string]: string };
};

/** The exact text that is signed and kept: canonical JSON (RFC 8785). */
export function signedBallotText(ballot: SignedBallot): string {
  return canonicalJson(ballot);
}
