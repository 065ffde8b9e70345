import type { LogPosition, SeatId, StepId, WallTime } from '../kernel/brand.ts';
import { type MissingDecision, missingSeats, type Round } from './round.ts';
import type { EventState } from './state.ts';

/** When somebody left or came back: the entry that says so, and the step that was on stage. */
export type Moment = {
  readonly n: LogPosition;
  readonly wall: WallTime;
  readonly step: StepId | null;
  readonly reason: string;
};

/** A panelist who isn't in the hall, from one moment to another; `back` is null until then. */
export type Absence = { readonly seat: SeatId; readonly left: Moment; readonly back: Moment | null };

type Absences = { readonly absences: readonly Absence[] };

/** The absence that a seat is in; null where it is present. */
export function absenceOf({ absences }: Absences, seat: string): Absence | null {
  return absences.find((absence) => absence.seat === seat && absence.back === null) ?? null;
}

/** The round without what was decided in one absence. */
export function withoutAbsence(round: Round, { left }: Absence): Round {
  const others = round.decisions.filter(({ leftAt }) => leftAt !== left.n);
  return others.length === round.decisions.length ? round : { ...round, decisions: others };
}

/** The rounds that stand in which a seat is absent because of one absence, in the order of opening. */
export function roundsMissed(
  { rounds, roundOrder }: Pick<EventState, 'rounds' | 'roundOrder'>,
  { left }: Absence,
): readonly Round[] {
  return roundOrder.flatMap((id) => {
    const round = rounds[id];
    const isMissed = round?.state !== 'voided' && round?.decisions.some(({ leftAt }) => leftAt === left.n);
    return round && isMissed ? [round] : [];
  });
}

/** The round with each missing seat that is away decided absent; the same round where there is none. */
function withAbsent(round: Round, away: readonly Absence[]): Round {
  if (round.state !== 'open') return round;
  const missing = missingSeats(round);
  const decided = away.flatMap(({ seat, left }): readonly MissingDecision[] =>
    missing.includes(seat) ? [{ seat, decision: 'absent', reason: left.reason, leftAt: left.n }] : [],
  );
  return decided.length === 0 ? round : { ...round, decisions: [...round.decisions, ...decided] };
}

// AWAY-1
/** After any event: in every open round, whoever is away and has neither ballot nor decision is absent. */
export function settleAbsences(before: EventState, state: EventState): EventState {
  if (state.rounds === before.rounds && state.absences === before.absences) return state;
  const away = state.absences.filter(({ back }) => back === null);
  if (away.length === 0) return state;
  const changed = Object.values(state.rounds).flatMap((round) => {
    const settled = withAbsent(round, away);
    return settled === round ? [] : [[round.id, settled] as const];
  });
  return changed.length === 0
    ? state
    : { ...state, rounds: { ...state.rounds, ...Object.fromEntries(changed) } };
}
