import { isSameAttempt } from '../../shared/domain/attempts.ts';
import type {
  BallotFormView,
  PanelView,
  SeatPaperView,
  SeatView,
  TimerView,
} from '../../shared/views/view-sections.ts';
import { hasTask, paperOf } from '../ballot-paper/paper.ts';
import type { KeptBallot } from '../connection/device-storage.ts';

type SeatedView = Partial<PanelView & SeatView>;

/** A paper that this seat may still fill in or change, and how far it has come with it. */
export type OpenPaper = {
  readonly form: BallotFormView;
  readonly own: SeatPaperView;
  readonly standing: 'stored' | 'unsent' | 'to-give';
};

const noTimer: TimerView = { timer: { kind: 'none' }, bells: null, bellsAtMs: [] };

function isOpenTo(form: BallotFormView, { barred, ...seat }: SeatPaperView): boolean {
  return form.state === 'open' && barred === null && hasTask(paperOf(form, seat));
}

/** What this seat has to do with the paper in hand. */
function ownOfHand({ mine, barred, casts, notOn, draft }: SeatedView): SeatPaperView {
  return {
    mine: mine ?? null,
    barred: barred ?? null,
    casts: casts ?? [],
    notOn: notOn ?? [],
    draft: draft ?? null,
  };
}

function standingOf(
  { round }: BallotFormView,
  { mine }: SeatPaperView,
  ballots: readonly KeptBallot[],
): OpenPaper['standing'] {
  if (ballots.some((ballot) => ballot.round === round && ballot.fate.kind === 'unsent')) return 'unsent';
  return mine ? 'stored' : 'to-give';
}

/** All papers open to this seat: those of earlier units in the order of opening, the one in hand last. */
export function openPapers(view: SeatedView, ballots: readonly KeptBallot[]): readonly OpenPaper[] {
  const kept = (view.keptOpen ?? []).flatMap((form, n) => {
    const own = view.ownKept?.[n];
    return own ? [{ form, own }] : [];
  });
  const inHand = view.ballot ? [{ form: view.ballot, own: ownOfHand(view) }] : [];
  return [...kept, ...inHand]
    .filter(({ form, own }) => isOpenTo(form, own))
    .map(({ form, own }) => ({ form, own, standing: standingOf(form, own, ballots) }));
}

/** The view as if the paper of this round were the one in hand; as it is where the round isn't kept open. */
export function viewOfPaper<View extends SeatedView>(view: View, round: string | null): View {
  const at = view.keptOpen?.findIndex((form) => form.round === round) ?? -1;
  const [ballot, own] = [view.keptOpen?.[at], view.ownKept?.[at]];
  if (!ballot || !own || !view.stage) return view;
  // The countdown on stage is of another paper.
  return { ...view, ...own, ballot, stage: { ...view.stage, task: 'score' }, timer: noTimer };
}

/** Whether the unit on stage, or its attempt, is another than the paper in hand is for. */
export function hasStageMovedOn({ stage, ballot }: SeatedView): boolean {
  if (ballot?.state !== 'open' || ballot.unit === null) return false;
  if (ballot.unit.id !== stage?.unit?.id) return true;
  return stage.attempt !== undefined && !isSameAttempt(stage.attempt, ballot.attempt);
}
