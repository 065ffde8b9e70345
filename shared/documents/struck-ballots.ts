import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { panelFormula } from '../domain/scoring/rules/panel.ts';
import type { MarksNode } from '../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';

/**
 * How many ballots of a panel were struck on a unit, as text. `struck` are the seats that the figures name: none of a
 * secret ballot, where they are counted again; null where they can't be.
 */
export function struckOf(
  { ballots }: ScoringScheme,
  calculation: Calculation | null,
  node: MarksNode,
  unit: string,
  struck: readonly string[],
): string | null {
  const isSecret = ballots.some(({ id, secrecy }) => id === node.ballot && secrecy === 'anonymous');
  if (!isSecret || node.trim === undefined) return `${struck.length}`;
  if (!calculation) return null;
  const cast = calculation.contest.units.find((entry) => entry.unit === unit)?.ballots?.[node.ballot];
  const marks = { ...node, id: `${node.id} marks`, read: 'marks' as const, placePoints: undefined };
  const { parts } = panelFormula(calculation.readerOf(marks), cast, null).formula;
  return `${parts.filter(({ state }) => state === 'struck-high' || state === 'struck-low').length}`;
}
