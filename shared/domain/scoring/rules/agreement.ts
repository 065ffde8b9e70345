import {
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  zero,
} from '../../../kernel/rational.ts';
import type { Calculation } from './calculate.ts';
import { median } from './formula.ts';
import { type JudgeTotals, judgeTotals, performancesOf } from './judge-totals.ts';

/** How one seat stands to the others of its group. */
export type SeatAgreement = {
  readonly seat: string;
  /** Kendall's τ between the seat's order of the units and that of the others' rank sums; null without others. */
  readonly correlation: Rational | null;
  /** Mean distance of its totals from the group's medians, in the ballot's points. */
  readonly distance: Rational;
};

/** How far a group's seats put the units in the same order. */
export type GroupAgreement = {
  readonly group: string;
  /** Seats that are compared, and the units (or attempts, by their keys) that each of them marked: only those can be. */
  readonly judges: number;
  readonly units: readonly string[];
  /** Kendall's W, from 0 to 1; null with fewer than two seats or units, or where everybody gave equal marks. */
  readonly concordance: Rational | null;
  /** In seat order; null of a secret ballot. */
  readonly seats: readonly SeatAgreement[] | null;
};

const number = (value: number): Rational => rational(BigInt(value));

/** The values' order as whole numbers from 0, the smallest first and equal ones alike: quick to compare. */
export function denseRanks(values: readonly Rational[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => compare(values[a] ?? zero, values[b] ?? zero));
  const ranks: number[] = [];
  let rank = 0;
  for (const [n, index] of order.entries()) {
    const before = order[n - 1];
    if (before !== undefined && compare(values[before] ?? zero, values[index] ?? zero) < 0) rank += 1;
    ranks[index] = rank;
  }
  return ranks;
}

/** Places of values, the smallest first; equal ones take the mean of the places that they fill. */
export function midRanks(values: readonly Rational[]): readonly Rational[] {
  const ranks = denseRanks(values);
  const sizes: number[] = [];
  for (const rank of ranks) sizes[rank] = (sizes[rank] ?? 0) + 1;
  let before = 0;
  const places = sizes.map((equal) => {
    const place = rational(BigInt(2 * before + equal + 1), 2n);
    before += equal;
    return place;
  });
  return ranks.map((rank) => places[rank] ?? zero);
}

/** Σ(t³ − t) over the sets of t equal ranks. */
function tieSum(ranks: readonly Rational[]): number {
  const sizes = new Map<string, number>();
  for (const { numerator, denominator } of ranks) {
    const key = `${numerator}/${denominator}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes.values()].reduce((total, size) => total + size ** 3 - size, 0);
}

function rankSums(rankings: readonly (readonly Rational[])[]): readonly Rational[] {
  return (rankings[0] ?? []).map((_, unit) => sum(rankings.map((ranks) => ranks[unit] ?? zero)));
}

// RULE-31
/**
 * Kendall's coefficient of concordance W of m rankings of n things, corrected for ties:
 * W = 12·S ÷ (m²·(n³ − n) − m·ΣT), where S is the sum of squares of the rank sums' distances from their mean and
 * T = Σ(t³ − t) over a ranking's sets of t equal ranks. From M. G. Kendall, Rank Correlation Methods (1948), ch. 6.
 * 1: all the same order; 0: none in common. Null where there is nothing to compare.
 */
export function concordanceOf(rankings: readonly (readonly Rational[])[]): Rational | null {
  const [m, n] = [rankings.length, rankings[0]?.length ?? 0];
  if (m < 2 || n < 2) return null;
  const sums = rankSums(rankings);
  const middle = divide(sum(sums), number(n));
  const squares = sum(
    sums.map((own) => {
      const away = subtract(own, middle);
      return multiply(away, away);
    }),
  );
  const ties = rankings.reduce((total, ranks) => total + tieSum(ranks), 0);
  const over = number(m * m * (n ** 3 - n) - m * ties);
  return over.numerator === 0n ? null : divide(multiply(number(12), squares), over);
}

// RULE-31
/**
 * Kendall's τ of two orders of the same things: pairs put the same way round less those put the other way round, over
 * all pairs; an equal pair is neither. From M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30 (1938).
 */
export function correlationOf(own: readonly Rational[], other: readonly Rational[]): Rational | null {
  const n = own.length;
  if (n < 2) return null;
  const [ownRanks, otherRanks] = [denseRanks(own), denseRanks(other)];
  let balance = 0;
  for (let a = 0; a < n; a += 1)
    for (let b = a + 1; b < n; b += 1)
      balance +=
        Math.sign((ownRanks[a] ?? 0) - (ownRanks[b] ?? 0)) *
        Math.sign((otherRanks[a] ?? 0) - (otherRanks[b] ?? 0));
  return divide(number(balance), number((n * (n - 1)) / 2));
}

function seatAgreements(
  compared: readonly string[],
  values: readonly (readonly Rational[])[],
  rankings: readonly (readonly Rational[])[],
  units: number,
): readonly SeatAgreement[] {
  if (units === 0) return [];
  const sums = rankSums(rankings);
  const middles = Array.from({ length: units }, (_, unit) => median(values.map((own) => own[unit] ?? zero)));
  return compared.map((seat, n) => {
    const own = values[n] ?? [];
    const others = sums.map((all, unit) => subtract(all, rankings[n]?.[unit] ?? zero));
    const away = own.map((value, unit) => {
      const distance = subtract(value, middles[unit] ?? zero);
      return compare(distance, zero) < 0 ? subtract(zero, distance) : distance;
    });
    return {
      seat,
      correlation: rankings.length < 2 ? null : correlationOf(own, others),
      distance: divide(sum(away), number(units)),
    };
  });
}

function commonUnits(totals: JudgeTotals, units: readonly string[]): readonly string[] {
  const given = [...totals.values()].filter((own) => own.size > 0);
  return units.filter((unit) => given.length > 0 && given.every((own) => own.has(unit)));
}

// RULE-31
/**
 * The agreement of one group on a ballot, over the units that each seat with any vote marked: all units, or those of one
 * division. Changes nothing.
 */
export function agreementOf(
  calculation: Calculation,
  ballot: string,
  group: string,
  division?: string,
): GroupAgreement {
  const totals = judgeTotals(calculation, ballot, group, division);
  const units = commonUnits(
    totals,
    performancesOf(calculation, ballot, division).map(({ key }) => key),
  );
  const compared = [...totals].filter(([, own]) => own.size > 0);
  const values = compared.map(([, own]) => units.map((unit) => own.get(unit) ?? zero));
  const rankings = values.map(midRanks);
  const seats = compared.map(([seat]) => seat);
  const isSecret = calculation.plan.ballotById.get(ballot)?.secrecy === 'anonymous';
  return {
    group,
    judges: compared.length,
    units,
    concordance: concordanceOf(rankings),
    seats: isSecret ? null : seatAgreements(seats, values, rankings, units.length),
  };
}
