import { isSameAttempt } from '../../shared/domain/attempts.ts';
import type { CastingView, ConsoleRound } from '../../shared/views/console-view.ts';

/** The rounds that count: every one that isn't voided. */
export function standingRounds(rounds: readonly ConsoleRound[]): readonly ConsoleRound[] {
  return rounds.filter(({ state }) => state !== 'voided');
}

/** Those of one unit alone, the latest last. */
export function roundsOf(rounds: readonly ConsoleRound[], unit: string): readonly ConsoleRound[] {
  return standingRounds(rounds).filter((round) => round.unit?.id === unit);
}

/** The unit's own round that counts: the latest; null before it has one. */
export function standingRound(rounds: readonly ConsoleRound[], unit: string): ConsoleRound | null {
  const own = roundsOf(rounds, unit);
  return own[own.length - 1] ?? null;
}

/** Those of several units on one paper. */
export function wideRounds(rounds: readonly ConsoleRound[]): readonly ConsoleRound[] {
  return standingRounds(rounds).filter(({ unit }) => unit === null);
}

// ATTEMPT-3
/** Whether one of the ballots has been cast on the unit, or on an attempt of it, or is being cast. */
export function isVotedOn(
  rounds: readonly ConsoleRound[],
  unit: string,
  { form, attempt }: CastingView,
): boolean {
  return standingRounds(rounds).some(
    (round) =>
      round.forms.includes(form) &&
      round.units.some(({ id }) => id === unit) &&
      isSameAttempt(round.attempt, attempt),
  );
}
