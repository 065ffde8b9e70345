import type { Refusal } from '../../shared/protocol/host-message.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import type { PaperValues } from '../ballot-paper/paper.ts';
import type { KeptBallot } from '../connection/device-storage.ts';
import type { PageState } from '../connection/page-state.ts';
import type { SeatClaim } from '../connection/seat-claim.ts';

/** How far this device has come in claiming a seat. `retryAtMs` is on `performance.now()`. */
export type Pairing =
  | { readonly kind: 'none' }
  /** The operator gave this device's seat to another one. */
  | { readonly kind: 'displaced' }
  | { readonly kind: 'claimed'; readonly claim: SeatClaim }
  | {
      readonly kind: 'refused';
      readonly claim: SeatClaim;
      readonly refusal: Refusal | null;
      readonly retryAtMs: number | null;
    };

/** Everything the panel's page holds, in its one store. */
export type PanelState = PageState<'panel'> & {
  readonly pairing: Pairing;
  /** Whether what this device keeps of the event has been read; until then nothing may be typed over it. */
  readonly isRestored: boolean;
  /** False if the browser forgets unsent ballots when the page is closed. */
  readonly isStorageLasting: boolean;
  /** Ballots that this device signed for this event, in the order of their numbers. */
  readonly ballots: readonly KeptBallot[];
  /** Marks by round, as last typed. */
  readonly drafts: { readonly [round: string]: PaperValues };
  readonly claimSeat: (claim: SeatClaim) => void;
  readonly keepDraft: (round: string, values: PaperValues) => void;
  /** Signs the marks for the form, keeps the ballot on this device and sends it as soon as there is a line. */
  readonly submit: (form: BallotFormView, values: PaperValues) => Promise<void>;
};
