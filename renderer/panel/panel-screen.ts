import type { Refusal } from '../../shared/protocol/host-message.ts';
import type {
  BallotDraftView,
  BallotFormView,
  SeatView,
  StoredBallotView,
} from '../../shared/views/view-sections.ts';
import { hasTask, paperOf } from '../ballot-paper/paper.ts';
import type { KeptBallot } from '../connection/device-storage.ts';
import type { PanelState } from './panel-state.ts';
import { isAcknowledgedAsSigned, isStoredAsSigned } from './stored-check.ts';

/** Why there is nothing to fill in on this device; `not-asked`: none of the ballots is this group's. */
export type Barred = Exclude<NonNullable<SeatView['barred']>, 'away'> | 'not-asked';

/** The one thing the page shows. */
export type PanelScreen =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'join' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'wait-for-operator' }
  | { readonly kind: 'waiting'; readonly task: 'wait-for-start' | 'listen'; readonly isLastRefused: boolean }
  | {
      readonly kind: 'scoring';
      readonly form: BallotFormView;
      /** What the host has, if the panelist is changing it. */
      readonly stored: StoredBallotView | null;
      /** Marks given before that count nothing until they are submitted here. */
      readonly draft: BallotDraftView | null;
      /** Why the last ballot of this round wasn't stored. */
      readonly refusal: Refusal | null;
    }
  | { readonly kind: 'sending'; readonly ballot: KeptBallot }
  | { readonly kind: 'unsent'; readonly ballot: KeptBallot }
  | { readonly kind: 'offline'; readonly stored: StoredBallotView | null }
  | { readonly kind: 'stored'; readonly form: BallotFormView; readonly stored: StoredBallotView }
  | {
      readonly kind: 'barred';
      readonly form: BallotFormView;
      readonly barred: Barred;
    }
  /** The panelist is marked out of the hall; a ballot given before in the round on stage stands. */
  | {
      readonly kind: 'away';
      readonly sinceWall: number | null;
      readonly stored: StoredBallotView | null;
    }
  | { readonly kind: 'stored-wrong'; readonly code: string }
  | {
      readonly kind: 'locked';
      readonly form: BallotFormView;
      readonly stored: StoredBallotView | null;
      readonly isLastRefused: boolean;
    }
  | { readonly kind: 'ended' };

function screenBeforeAdmission({ admission, link, pairing }: PanelState): PanelScreen | null {
  if (admission?.kind === 'admitted') return null;
  if (admission === null)
    return link.kind === 'lost' ? { kind: 'offline', stored: null } : { kind: 'connecting' };
  switch (admission.state) {
    case 'wait-for-operator':
    case 'asked':
      return { kind: 'wait-for-operator' };
    case 'prove':
      return { kind: 'connecting' };
    case 'pair':
    case 'refused':
      return pairing.kind === 'claimed' ? { kind: 'joining' } : { kind: 'join' };
  }
}

/** Why a ballot wasn't stored; one that a newer ballot of this device has overtaken is no loss. */
export function lossOf(ballot: KeptBallot | undefined): Refusal | null {
  if (ballot?.fate.kind !== 'refused' || ballot.fate.refusal.code === 'ballot-overtaken') return null;
  return ballot.fate.refusal;
}

/** The ballot that the host acknowledged is newer than the one its view shows so far. */
const isViewBehind = (latest: KeptBallot | undefined, mine: StoredBallotView | null): boolean =>
  latest?.fate.kind === 'stored' && (mine === null || mine.ballotNumber < latest.fate.ballotNumber);

/**
 * What to show for a state, its view being of the paper that is looked at. `isChanging`: the panelist asked to change the
 * stored ballot of its round. Unsent ballots come first, then what the host stored, then what to do now.
 */
export function panelScreen(state: PanelState, isChanging: boolean): PanelScreen {
  const before = screenBeforeAdmission(state);
  if (before) return before;
  const { view, ballots } = state;
  const isLost = state.link.kind === 'lost';
  const form = view.ballot ?? null;
  const task = view.stage?.task;
  if (!view.seat || !task || !state.isRestored)
    return isLost ? { kind: 'offline', stored: null } : { kind: 'connecting' };

  const last = ballots[ballots.length - 1];
  const latest = form ? [...ballots].reverse().find(({ round }) => round === form.round) : undefined;
  const stored = form && view.mine?.round === form.round ? view.mine : null;
  const isOnStage = form !== null && (task === 'score' || task === 'locked');
  const why = view.barred === 'away' ? null : view.barred;
  const barred = why ?? (form && !hasTask(paperOf(form, view)) ? 'not-asked' : null);
  // A ballot on its way for another unit must not hide the one that is waited for.
  const isAwaited = isOnStage && form.state === 'open' && !barred && !stored;
  const unsent = ballots.find(
    ({ fate, round }) => fate.kind === 'unsent' && (!isAwaited || round === form.round),
  );

  const wrong = ballots.find((ballot) => !isAcknowledgedAsSigned(ballot));
  if (wrong && wrong === last && !isChanging) {
    return { kind: 'stored-wrong', code: wrong.fate.kind === 'stored' ? wrong.fate.code : '' };
  }
  const all = [view.mine, ...(view.ownKept ?? []).map(({ mine }) => mine)];
  const other = all.find((mine) => mine && !isStoredAsSigned(mine, ballots));
  if (other && !isChanging) return { kind: 'stored-wrong', code: other.code };
  if (unsent && !isChanging)
    return isLost ? { kind: 'unsent', ballot: unsent } : { kind: 'sending', ballot: unsent };

  if (view.barred === 'away' && task !== 'ended')
    return { kind: 'away', sinceWall: view.awaySince ?? null, stored: isOnStage ? stored : null };
  if (isOnStage && barred) return { kind: 'barred', form, barred };
  if (isOnStage && form.state === 'open') {
    const draft = view.draft?.round === form.round ? view.draft : null;
    // A ballot that was given back was stored, and no longer is.
    const isReturned = draft?.from.kind === 'returned';
    if (latest && !isReturned && isViewBehind(latest, stored) && !isLost)
      return { kind: 'sending', ballot: latest };
    const refusal = lossOf(latest);
    if (!stored || isChanging || refusal) return { kind: 'scoring', form, stored, draft, refusal };
    return isLost ? { kind: 'offline', stored } : { kind: 'stored', form, stored };
  }
  if (isLost) return { kind: 'offline', stored };
  if (isOnStage) return { kind: 'locked', form, stored, isLastRefused: lossOf(latest) !== null };
  if (task === 'ended') return { kind: 'ended' };
  return {
    kind: 'waiting',
    task: task === 'wait-for-start' ? 'wait-for-start' : 'listen',
    isLastRefused: lossOf(last) !== null,
  };
}
