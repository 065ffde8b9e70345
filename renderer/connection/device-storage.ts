import type { Refusal } from '../../shared/protocol/host-message.ts';
import type { Paper, PaperValues } from '../ballot-paper/paper.ts';

/** What became of a ballot that this device signed. */
export type BallotFate =
  | { readonly kind: 'unsent' }
  | {
      readonly kind: 'stored';
      readonly ballotNumber: number;
      readonly values: PaperValues;
      readonly code: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type SignedByDevice = {
  readonly round: string;
  readonly opening: number;
  readonly values: PaperValues;
  /** The paper that was filled in, so that the ballot can be told in words after a reload without a line. */
  readonly paper: Paper;
  /** The exact text that was signed. */
  readonly signed: string;
  readonly signature: string;
};

/** `n` counts this device's ballots of one event from 1. */
export type KeptBallot = SignedByDevice & { readonly n: number; readonly fate: BallotFate };

/** What this device keeps of each event over reloads and cuts: its key, the ballots it signed, marks not yet submitted. */
export type DeviceStorage = {
  /** False if the browser forgets everything when the page is closed. */
  readonly isLasting: boolean;
  /** The event last taken part in, and the secret key for it. */
  readonly readLatest: () => Promise<{ readonly event: string; readonly secret: string } | null>;
  readonly readKey: (event: string) => Promise<string | null>;
  /** Keeps the key unless the event already has one, and makes the event the latest. Gives the key that stands. */
  readonly keepKey: (event: string, secret: string) => Promise<string>;
  /** Signs a ballot under the next number; two tabs of one device never get the same. */
  readonly addBallot: (event: string, sign: (n: number) => SignedByDevice) => Promise<KeptBallot>;
  /** In the order of their numbers. */
  readonly readBallots: (event: string) => Promise<readonly KeptBallot[]>;
  readonly settleBallot: (event: string, n: number, fate: BallotFate) => Promise<void>;
  readonly readDrafts: (event: string) => Promise<{ readonly [round: string]: PaperValues }>;
  readonly keepDraft: (event: string, round: string, values: PaperValues) => Promise<void>;
};
