import type { UnitId } from '../../kernel/brand.ts';
import {
  compare,
  decimal,
  divide,
  formatDecimal,
  mean,
  multiply,
  type Rational,
  rational,
  rationalText,
  roundHalfUp,
  sum,
  zero,
} from '../../kernel/rational.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import type { BallotValues } from '../ballot.ts';
import type { Figures, GroupFigure, UnitFigure } from './figures.ts';
import type { Scheme, TieRule, Trim } from './scheme.ts';

/** Names the rules of this code in every release; a changed rule is a new version and the old one stays callable. */
export const engineVersion = 'leitai-1';

/** A ballot that counts, with the group of its seat. */
export type CountedBallot = { readonly seat: string; readonly group: string; readonly values: BallotValues };

export type UnitBallots = {
  readonly unit: UnitId;
  readonly isCalled: boolean;
  readonly ballots: readonly CountedBallot[];
};

export type ScoringFault = { readonly code: 'group-empty'; readonly unit: UnitId; readonly group: string };

type Judge = { readonly ballot: CountedBallot; readonly total: Rational };

type Scored = {
  readonly figure: Omit<UnitFigure, 'rank' | 'isShared' | 'tieRule'>;
  readonly rounded: Rational | null;
  readonly tieValues: readonly Rational[];
};

// SCORE-1
function judgeOf(scheme: Scheme, ballot: CountedBallot): Judge {
  return {
    ballot,
    total: sum(scheme.criteria.map((criterion) => decimal(ballot.values[criterion.id] ?? '0'))),
  };
}

// SCORE-2
/** Strikes the extremes: exactly one ballot each, the earliest in seat order among equals. */
function trimmed(
  judges: readonly Judge[],
  trim: Trim | null,
): { readonly kept: readonly Judge[]; readonly struck: readonly string[] } {
  if (!trim || judges.length < trim.fromCount || judges.length <= trim.high + trim.low)
    return { kept: judges, struck: [] };
  const ascending = judges
    .map((judge, order) => ({ judge, order }))
    .sort((a, b) => compare(a.judge.total, b.judge.total) || a.order - b.order);
  const descending = [...ascending].sort(
    (a, b) => compare(b.judge.total, a.judge.total) || a.order - b.order,
  );
  const struck = new Set<Judge>();
  for (const { judge } of descending.slice(0, trim.high)) struck.add(judge);
  for (const { judge } of ascending.filter(({ judge }) => !struck.has(judge)).slice(0, trim.low))
    struck.add(judge);
  return {
    kept: judges.filter((judge) => !struck.has(judge)),
    struck: judges.filter((judge) => struck.has(judge)).map((judge) => judge.ballot.seat),
  };
}

type ScoredGroup = {
  readonly figure: GroupFigure;
  readonly mean: Rational | null;
  readonly weight: Rational;
  readonly judges: readonly Judge[];
};

// SCORE-3
function scoreGroup(
  scheme: Scheme,
  group: { readonly group: string; readonly weight: number },
  ballots: readonly CountedBallot[],
): ScoredGroup {
  const judges = ballots
    .filter((ballot) => ballot.group === group.group)
    .map((ballot) => judgeOf(scheme, ballot));
  const { kept, struck } = trimmed(judges, scheme.trim);
  const groupMean = kept.length === 0 ? null : mean(kept.map((judge) => judge.total));
  return {
    mean: groupMean,
    weight: rational(BigInt(group.weight)),
    judges,
    figure: {
      group: group.group as GroupFigure['group'],
      exactMean: groupMean && rationalText(groupMean),
      mean: groupMean && formatDecimal(groupMean, scheme.decimals),
      ballots: judges.length,
      struck,
    },
  };
}

// SCORE-4
/** Σ mean × weight ÷ Σ weight, over the groups that count; null where no group has a ballot. */
function weightedMean(
  groups: readonly ScoredGroup[],
  emptyGroup: Scheme['emptyGroup'],
  partOf: (group: ScoredGroup) => Rational | null,
): Rational | null {
  const counted = groups.flatMap((group) => {
    const value = partOf(group) ?? (emptyGroup === 'zero' ? zero : null);
    return value ? [{ value, weight: group.weight }] : [];
  });
  if (!groups.some((group) => group.mean)) return null;
  const weighted = sum(counted.map(({ value, weight }) => multiply(value, weight)));
  return divide(weighted, sum(counted.map(({ weight }) => weight)));
}

function tieValue(scheme: Scheme, rule: TieRule, groups: readonly ScoredGroup[]): Rational {
  switch (rule.kind) {
    case 'group':
      return groups.find((group) => group.figure.group === rule.group)?.mean ?? zero;
    case 'criterion':
      return (
        // Struck ballots too: if a higher mark changed which one is struck, it could cost its unit the tie.
        weightedMean(groups, scheme.emptyGroup, (group) =>
          group.judges.length === 0
            ? null
            : mean(group.judges.map((judge) => decimal(judge.ballot.values[rule.criterion] ?? '0'))),
        ) ?? zero
      );
    default:
      return unreachable(rule);
  }
}

// SCORE-5, SCORE-8
function scoreUnit(scheme: Scheme, entry: UnitBallots): Result<Scored, ScoringFault> {
  const groups = scheme.weights.map((weight) => scoreGroup(scheme, weight, entry.ballots));
  const empty = groups.find((group) => !group.mean);
  if (entry.isCalled && entry.ballots.length > 0 && empty && scheme.emptyGroup === 'block') {
    return err({ code: 'group-empty', unit: entry.unit, group: empty.figure.group });
  }
  const exact = entry.isCalled ? weightedMean(groups, scheme.emptyGroup, (group) => group.mean) : null;
  return ok({
    rounded: exact && roundHalfUp(exact, scheme.decimals),
    tieValues: scheme.ties.map((rule) => tieValue(scheme, rule, groups)),
    figure: {
      unit: entry.unit,
      state: !entry.isCalled ? 'not-called' : exact ? 'ranked' : 'no-ballot',
      total: exact && formatDecimal(exact, scheme.decimals),
      exactTotal: exact && rationalText(exact),
      groups: groups.map((group) => group.figure),
    },
  });
}

// SCORE-6
/** Best first: rounded total, then the tie chain; 0 where everything is equal. */
function order(a: Scored, b: Scored): { readonly sign: number; readonly rule: number | null } {
  const total = compare(b.rounded ?? zero, a.rounded ?? zero);
  if (total !== 0) return { sign: total, rule: null };
  for (const [index, value] of a.tieValues.entries()) {
    const sign = compare(b.tieValues[index] ?? zero, value);
    if (sign !== 0) return { sign, rule: index };
  }
  return { sign: 0, rule: null };
}

function tieRuleText(scheme: Scheme, index: number | null): string | null {
  const rule = index === null ? undefined : scheme.ties[index];
  if (!rule) return null;
  return rule.kind === 'group' ? `group:${rule.group}` : `criterion:${rule.criterion}`;
}

// SCORE-7
function ranked(scheme: Scheme, scored: readonly Scored[]): readonly UnitFigure[] {
  const best = scored.filter((unit) => unit.rounded).sort((a, b) => order(a, b).sign);
  let rank = 0;
  return best.map((unit, index) => {
    const [before, after] = [best[index - 1], best[index + 1]];
    const [toBefore, toAfter] = [before && order(before, unit), after && order(unit, after)];
    if (toBefore?.sign !== 0) rank = index + 1;
    const isShared = toBefore?.sign === 0 || toAfter?.sign === 0;
    const tieRule = tieRuleText(scheme, toBefore?.rule ?? toAfter?.rule ?? null);
    return { ...unit.figure, rank, isShared, tieRule };
  });
}

/**
 * The figures of all units: marks → judge total → group mean (extremes struck) → weighted total → rank.
 * Totals are exact until they are rounded half-up once, at the end; ranks are on the rounded total, equal ranks
 * leave a gap (1-1-3). Units without a total follow in their given order, without a rank.
 * Ballots of a unit must come in seat order: among equal extremes the earliest is struck.
 */
export function scoreUnits(
  scheme: Scheme,
  schemeHash: string,
  units: readonly UnitBallots[],
): Result<Figures, ScoringFault> {
  const scored: Scored[] = [];
  for (const unit of units) {
    const result = scoreUnit(scheme, unit);
    if (!result.ok) return result;
    scored.push(result.value);
  }
  const unranked = scored
    .filter((unit) => !unit.rounded)
    .map((unit) => ({ ...unit.figure, rank: null, isShared: false, tieRule: null }));
  return ok({ engine: engineVersion, schemeHash, units: [...ranked(scheme, scored), ...unranked] });
}

/** Whether a ranked unit's group mean rests, after trimming, on fewer ballots than the scheme publishes without a word. */
export function hasFewerThan(figures: Figures, count: number): boolean {
  return figures.units.some(
    (unit) =>
      unit.rank !== null &&
      unit.groups.some((group) => group.mean !== null && group.ballots - group.struck.length < count),
  );
}
