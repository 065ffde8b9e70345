import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';

type RoundsView = Pick<ConsoleView, 'rounds' | 'ballots'>;

/** Rounds that are open at the same time, in the order of opening; none where fewer than two are. */
export function openRoundsOf({ rounds, openRounds }: Pick<ConsoleView, 'rounds' | 'openRounds'>) {
  return openRounds.flatMap(({ round: id }) => rounds.find(({ round }) => round === id) ?? []);
}

/** The view as if this open round were the one in hand; as it is where it isn't one of several that are open. */
export function viewOfRound<View extends Pick<ConsoleView, 'round' | 'rounds' | 'openRounds' | 'seats'>>(
  view: View,
  chosen: string | null,
): View {
  const open = view.openRounds.find(({ round }) => round === chosen);
  const round = open && view.rounds.find((each) => each.round === open.round);
  if (!open || !round) return view;
  const seats = view.seats.map((seat) => ({ ...seat, ballot: open.ballots[seat.seat] ?? seat.ballot }));
  return { ...view, round, seats };
}

function isKept({ ballots }: Pick<ConsoleView, 'ballots'>, { unit, forms }: ConsoleRound): boolean {
  const ballot = ballots.find(({ id }) => forms.includes(id));
  return (
    unit !== null &&
    (ballot?.round.kind === 'first-held' || ballot?.round.kind === 'correctable-until-release')
  );
}

/** The open round beside which no other can be open; whether one that is kept open leaves room is the host's to say. */
export function roundInTheWay(view: RoundsView): ConsoleRound | null {
  return view.rounds.find((round) => round.state === 'open' && !isKept(view, round)) ?? null;
}
