import type { ConsoleRound } from '../../shared/views/console-view.ts';

/** The unit's round that counts: the latest that isn't voided; null before it has one. */
export function standingRound(rounds: readonly ConsoleRound[], unit: string): ConsoleRound | null {
  return [...rounds].reverse().find((round) => round.unit.id === unit && round.state !== 'voided') ?? null;
}
