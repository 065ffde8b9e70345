import {
  add,
  compare,
  decimal,
  mean,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../kernel/rational.ts';
import { denseRanks } from './agreement.ts';
import type { BallotType } from './ballot-type.ts';
import type { Calculation } from './calculate.ts';
import { median } from './formula.ts';
import { type JudgeTotals, judgeTotals, type Performance, performancesOf } from './judge-totals.ts';

/** Something about one seat's ballots that the monitor may want to look at. It changes nothing by itself. */
export type OddBallot =
  | {
      readonly kind: 'far-from-median';
      readonly seat: string;
      readonly unit: string;
      /** Only there where the ballot was cast on an attempt of the unit. */
      readonly attempt?: { readonly list: string; readonly id: string };
      readonly distance: Rational;
    }
  /** `division`: only there where the ballots of one were looked at. */
  | { readonly kind: 'all-equal'; readonly seat: string; readonly division?: string }
  | { readonly kind: 'reversed'; readonly seat: string; readonly division?: string };

function valuesOn(totals: JudgeTotals, key: string): readonly Rational[] {
  return [...totals.values()].flatMap((own) => own.get(key) ?? []);
}

function farOnes(
  totals: JudgeTotals,
  performances: readonly Performance[],
  limit: Rational,
): readonly OddBallot[] {
  return performances.flatMap(({ key, unit, attempt }) => {
    const values = valuesOn(totals, key);
    // With fewer than three there is no middle to be far from.
    if (values.length < 3) return [];
    const middle = median(values);
    return [...totals].flatMap(([seat, own]): readonly OddBallot[] => {
      const value = own.get(key);
      if (!value) return [];
      const away = subtract(value, middle);
      const distance = compare(away, zero) < 0 ? subtract(zero, away) : away;
      if (compare(distance, limit) <= 0) return [];
      return [{ kind: 'far-from-median', seat, unit, ...(attempt && { attempt }), distance }];
    });
  });
}

function isAllEqual(own: ReadonlyMap<string, Rational>): boolean {
  const [first, ...others] = [...own.values()];
  return first !== undefined && others.length > 0 && others.every((value) => compare(value, first) === 0);
}

/** Whether the seat puts pairs the other way round than the group's means more often than the same way. */
function isReversed(means: ReadonlyMap<string, Rational>, own: ReadonlyMap<string, Rational>): boolean {
  const units = [...own.keys()];
  const ranks = denseRanks([...own.values()]);
  const groupRanks = denseRanks(units.map((unit) => means.get(unit) ?? zero));
  let [same, reversed] = [0, 0];
  for (let a = 0; a < units.length; a += 1)
    for (let b = a + 1; b < units.length; b += 1) {
      const sign = ((ranks[a] ?? 0) - (ranks[b] ?? 0)) * ((groupRanks[a] ?? 0) - (groupRanks[b] ?? 0));
      if (sign > 0) same += 1;
      if (sign < 0) reversed += 1;
    }
  return units.length >= 3 && reversed > same;
}

function meansOf(totals: JudgeTotals, performances: readonly Performance[]): ReadonlyMap<string, Rational> {
  return new Map(
    performances.flatMap(({ key }) => {
      const values = valuesOn(totals, key);
      return values.length === 0 ? [] : [[key, mean(values)] as const];
    }),
  );
}

/**
 * How far from the group's median a judge's total is pointed out where nobody says otherwise: more than a fifth of what
 * the ballot can span. Null for a ballot of one choice, whose marks have no middle.
 */
export function oddDistance(ballot: BallotType): Rational | null {
  const fifth = rational(1n, 5n);
  const span = ({ minimum, maximum }: { readonly minimum: string; readonly maximum: string }) =>
    subtract(decimal(maximum), decimal(minimum));
  switch (ballot.kind) {
    case 'points':
      return multiply(
        ballot.criteria.reduce((sum, row) => add(sum, multiply(span(row), decimal(row.factor))), zero),
        fifth,
      );
    case 'total':
      return multiply(span(ballot), fifth);
    case 'placement':
      return multiply(rational(BigInt(ballot.lastPlace - 1)), fifth);
    default:
      return null;
  }
}

// RULE-30
/**
 * A group's odd ballots: totals further from the group's median than `limit`, all equal, or in reversed order. Of a
 * secret ballot there are none to tell: what one seat did stays closed. Over all units and their attempts, or those of
 * one division.
 */
export function oddBallots(
  calculation: Calculation,
  ballot: string,
  group: string,
  limit: Rational,
  division?: string,
): readonly OddBallot[] {
  if (calculation.plan.ballotById.get(ballot)?.secrecy === 'anonymous') return [];
  const totals = judgeTotals(calculation, ballot, group, division);
  const within = division ? { division } : {};
  const performances = performancesOf(calculation, ballot, division);
  const means = meansOf(totals, performances);
  return [
    ...farOnes(totals, performances, limit),
    ...[...totals].flatMap(([seat, own]): readonly OddBallot[] => {
      if (isAllEqual(own)) return [{ kind: 'all-equal', seat, ...within }];
      return isReversed(means, own) ? [{ kind: 'reversed', seat, ...within }] : [];
    }),
  ];
}
