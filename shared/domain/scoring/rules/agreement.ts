import {
  add,
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

/** How one seat stands to the others of its group, over what it marked. */
export type SeatAgreement = {
  readonly seat: string;
  /** Kendall's τ between the seat's order of the units and that of the others' mean ranks; null without others. */
  readonly correlation: Rational | null;
  /** Mean distance of its totals from the group's medians, in the ballot's points. */
  readonly distance: Rational;
};

/** Why a group's agreement can't be told. */
export type NoConcordance =
  /** Fewer than two seats voted. */
  | 'seats'
  /** Fewer than two units were marked by all of them. */
  | 'units'
  /** Nobody told any units apart. */
  | 'differences'
  /** Fewer than three secret ballots: it would say which marks stand on one paper. */
  | 'secrecy';

/** How far a group's seats put the units in the same order. */
export type GroupAgreement = {
  readonly group: string;
  /** Seats that are compared, and the units (or attempts, by their keys) that each of them marked: only those can be. */
  readonly judges: number;
  readonly units: readonly string[];
  /** How many units (or attempts) the ballot was cast on. */
  readonly of: number;
  /** Kendall's W, from 0 to 1, or why there is none. */
  readonly concordance: Rational | NoConcordance;
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

/** Where each seat puts what it marked, as a share of the ranks it gave, so that seats that marked fewer compare. */
function positionsOf(own: ReadonlyMap<string, Rational>): ReadonlyMap<string, Rational> {
  const ranks = midRanks([...own.values()]);
  const places = number(own.size + 1);
  return new Map([...own.keys()].map((key, n) => [key, divide(ranks[n] ?? zero, places)]));
}

type Sum = { readonly total: Rational; readonly count: number };

function sumsOf(
  positions: readonly (readonly [string, ReadonlyMap<string, Rational>])[],
): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const [, own] of positions)
    for (const [key, position] of own) {
      const { total, count } = sums.get(key) ?? { total: zero, count: 0 };
      sums.set(key, { total: add(total, position), count: count + 1 });
    }
  return sums;
}

function away(value: Rational, middle: Rational): Rational {
  const distance = subtract(value, middle);
  return compare(distance, zero) < 0 ? subtract(zero, distance) : distance;
}

/** Each seat with any vote against the others, over what it marked and any other did too. */
function seatAgreements(totals: JudgeTotals): readonly SeatAgreement[] {
  const given = [...totals].filter(([, own]) => own.size > 0);
  const positions = given.map(([seat, own]) => [seat, positionsOf(own)] as const);
  const sums = sumsOf(positions);
  const middles = new Map(
    [...sums.keys()].map((key) => [key, median(given.flatMap(([, own]) => own.get(key) ?? []))]),
  );
  return given.map(([seat, own], n) => {
    const compared = [...own.keys()].flatMap((key) => {
      const { total, count } = sums.get(key) ?? { total: zero, count: 0 };
      const position = positions[n]?.[1].get(key) ?? zero;
      return count < 2
        ? []
        : [{ own: position, others: divide(subtract(total, position), number(count - 1)) }];
    });
    const distances = [...own].map(([key, value]) => away(value, middles.get(key) ?? value));
    return {
      seat,
      correlation: correlationOf(
        compared.map((each) => each.own),
        compared.map((each) => each.others),
      ),
      distance: divide(sum(distances), number(own.size)),
    };
  });
}

function commonUnits(totals: JudgeTotals, units: readonly string[]): readonly string[] {
  const given = [...totals.values()].filter((own) => own.size > 0);
  return units.filter((unit) => given.length > 0 && given.every((own) => own.has(unit)));
}

function noConcordance(isSecret: boolean, judges: number, units: number): NoConcordance {
  if (judges < 2) return 'seats';
  if (isSecret && judges < 3) return 'secrecy';
  return units < 2 ? 'units' : 'differences';
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
  const all = performancesOf(calculation, ballot, division).map(({ key }) => key);
  const units = commonUnits(totals, all);
  const given = [...totals.values()].filter((own) => own.size > 0);
  const isSecret = calculation.plan.ballotById.get(ballot)?.secrecy === 'anonymous';
  const rankings = given.map((own) => midRanks(units.map((unit) => own.get(unit) ?? zero)));
  const concordance = isSecret && given.length < 3 ? null : concordanceOf(rankings);
  return {
    group,
    judges: given.length,
    units,
    of: all.length,
    concordance: concordance ?? noConcordance(isSecret, given.length, units.length),
    seats: isSecret ? null : seatAgreements(totals),
  };
}
