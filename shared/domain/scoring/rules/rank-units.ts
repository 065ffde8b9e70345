import { type Rational, rational, rationalText, zero } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { compareAmounts, readAmount, toRational } from './amount.ts';
import type { Contest, ContestUnit } from './contest.ts';
import { compareValues, type NodeValue } from './node-value.ts';
import type { PanelReader } from './panel.ts';
import type { MarksNode, Plan } from './plan.ts';
import { roundBy } from './rounding.ts';
import type { TieRule } from './scoring-scheme.ts';
import { sharedPlace } from './skating-system.ts';
import type { Better } from './value-node.ts';

export type UnitState =
  | 'ranked'
  | 'did-not-finish'
  | 'waits'
  | 'no-result'
  | 'not-called'
  | 'withdrew'
  | 'disqualified';

/** A unit's place in its division. */
export type RankedUnit = {
  readonly unit: string;
  readonly division: string;
  readonly state: UnitState;
  /** `n/1`, or `n/2` where equal units share the mean place; null without one. */
  readonly place: string | null;
  readonly isShared: boolean;
  /** Equal units that the scheme says must be parted, and nothing has. */
  readonly isUndecided: boolean;
  /** The tie rules that parted this unit from others of an equal total, by their number in the scheme. */
  readonly partedBy: readonly number[];
};

type Entry = {
  readonly unit: ContestUnit;
  readonly index: number;
  readonly state: UnitState;
  readonly total: Rational | null;
  readonly exact: Rational | null;
};

type NodeValueOf = (node: string, unit: string) => NodeValue;
type ItemValuesOf = (node: string, unit: string) => readonly NodeValue[];
type ReaderOf = (node: MarksNode) => PanelReader;
type Key = readonly (Rational | null)[];

/** Best first; of two lists that agree, the one that goes on is better. */
function compareKeys(a: Key, b: Key, better: Better): number {
  for (let n = 0; n < Math.max(a.length, b.length); n += 1) {
    const sign = compareValues(a[n] ?? null, b[n] ?? null, better);
    if (sign !== 0) return sign;
  }
  return 0;
}

function split(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
  better: Better,
): readonly (readonly Entry[])[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key, better) || a.entry.index - b.entry.index);
  const sets: { key: Key; entries: Entry[] }[] = [];
  for (const { entry, key } of keyed) {
    const last = sets[sets.length - 1];
    if (last && compareKeys(last.key, key, better) === 0) last.entries.push(entry);
    else sets.push({ key, entries: [entry] });
  }
  return sets.map((set) => set.entries);
}

function partOf(value: NodeValue, on: 'rounded' | 'exact'): Rational | null {
  return value.kind === 'none' ? null : on === 'exact' ? value.exact : value.value;
}

type Ranking = {
  readonly plan: Plan;
  readonly contest: Contest;
  readonly nodeValue: NodeValueOf;
  readonly itemValues: ItemValuesOf;
  readonly readerOf: ReaderOf;
};

/** The unit's single marks on a ballot, best first; or how many there are of one mark. */
function countBackKey(
  { readerOf }: Ranking,
  rule: Extract<TieRule, { kind: 'count-back' }>,
  index: number,
  { unit }: Entry,
): Key {
  const reader = readerOf({
    kind: 'marks',
    id: `tie ${index}`,
    ballot: rule.ballot,
    groups: rule.groups,
    read: 'marks',
    partial: 'as-they-are',
    by: 'sum',
    outOf: '1',
    empty: 'none',
  });
  const cast = unit.ballots?.[rule.ballot];
  const marks = reader.seats.flatMap(({ seat }) => {
    const vote = cast?.votes[seat];
    const amount = vote && cast?.states?.[seat] === undefined ? reader.read(vote) : null;
    return amount === null ? [] : [amount];
  });
  if (rule.only !== undefined) {
    const wanted = readAmount(rule.only) ?? 0;
    return [rational(BigInt(marks.filter((mark) => compareAmounts(mark, wanted) === 0).length))];
  }
  return marks.sort((a, b) => compareAmounts(a, b) * (rule.better === 'higher' ? -1 : 1)).map(toRational);
}

function keyOfRule(ranking: Ranking, rule: Exclude<TieRule, { kind: 'decision' }>, index: number) {
  return (entry: Entry): Key => {
    switch (rule.kind) {
      case 'decimals':
        return [
          entry.exact && rule.decimals !== undefined
            ? roundBy(entry.exact, { decimals: rule.decimals, mode: 'half-up' })
            : entry.exact,
        ];
      case 'node':
        return [partOf(ranking.nodeValue(rule.node, entry.unit.unit), rule.on)];
      case 'count-back':
        return countBackKey(ranking, rule, index, entry);
      case 'count-back-nodes': {
        const { from } = rule;
        const values =
          'nodes' in from
            ? from.nodes.map((node) => ranking.nodeValue(node, entry.unit.unit))
            : ranking.itemValues(from.items, entry.unit.unit);
        return values
          .map((value) => partOf(value, 'rounded'))
          .sort((x, y) => compareValues(x, y, rule.better));
      }
      default:
        return unreachable(rule);
    }
  };
}

function betterOf(ranking: Ranking, rule: TieRule): Better {
  switch (rule.kind) {
    case 'decimals':
      return ranking.plan.scheme.ranking.better;
    case 'decision':
      return 'lower';
    case 'count-back':
      return rule.only === undefined ? rule.better : 'higher';
    default:
      return rule.better;
  }
}

/** A decision counts only where it names every unit of the tie. */
function decided(contest: Contest, tied: readonly Entry[]): readonly (readonly Entry[])[] {
  const decision = contest.decisions?.find(({ units }) =>
    tied.every(({ unit }) => units.includes(unit.unit)),
  );
  if (!decision) return [tied];
  return split(tied, ({ unit }) => [rational(BigInt(decision.units.indexOf(unit.unit)))], 'lower');
}

type Set = { readonly entries: readonly Entry[]; readonly partedBy: readonly number[] };

// RULE-14
/** Parts equal units by the chain, rule after rule; what is left together is equal to the end. */
function part(
  ranking: Ranking,
  tied: readonly Entry[],
  from: number,
  partedBy: readonly number[],
): readonly Set[] {
  const rule = ranking.plan.scheme.ranking.ties[from];
  if (!rule || tied.length === 1) return [{ entries: tied, partedBy }];
  const sets =
    rule.kind === 'decision'
      ? decided(ranking.contest, tied)
      : split(tied, keyOfRule(ranking, rule, from), betterOf(ranking, rule));
  const by = sets.length > 1 ? [...partedBy, from] : partedBy;
  return sets.flatMap((set) => part(ranking, set, from + 1, by));
}

function stateOf(unit: ContestUnit, value: NodeValue): UnitState {
  if (unit.state && unit.state !== 'standing') return unit.state;
  if (value.kind === 'value') return 'ranked';
  if (value.why === 'did-not-finish') return 'did-not-finish';
  return value.why === 'waits' ? 'waits' : 'no-result';
}

// RULE-16
function entryOf(ranking: Ranking, unit: ContestUnit, index: number): Entry {
  const { by, on } = ranking.plan.scheme.ranking;
  const value = ranking.nodeValue(by, unit.unit);
  const state = stateOf(unit, value);
  const policy = unit.state && unit.state !== 'standing' ? ranking.plan.scheme.units[unit.state] : null;
  if (policy === 'zero') return { unit, index, state, total: zero, exact: zero };
  if (policy === 'block') return { unit, index, state: 'waits', total: null, exact: null };
  return { unit, index, state, total: partOf(value, on), exact: value.kind === 'value' ? value.exact : null };
}

// RULE-15
function placesOfSets(ranking: Ranking, division: string, sets: readonly Set[]): readonly RankedUnit[] {
  const { shared } = ranking.plan.scheme.ranking;
  let before = 0;
  return sets.flatMap(({ entries, partedBy }, n) => {
    const first = shared === '1-1-2' ? n + 1 : before + 1;
    const isShared = entries.length > 1;
    const place =
      shared === 'averaged' ? sharedPlace(before + 1, before + entries.length) : rational(BigInt(first));
    before += entries.length;
    return entries.map(
      (entry): RankedUnit => ({
        unit: entry.unit.unit,
        division,
        state: entry.state,
        place: rationalText(place),
        isShared,
        isUndecided: isShared && shared === 'forced',
        partedBy,
      }),
    );
  });
}

function rankDivision(ranking: Ranking, division: string, entries: readonly Entry[]): readonly RankedUnit[] {
  const { better, unfinished } = ranking.plan.scheme.ranking;
  const hasPlace = (entry: Entry): boolean =>
    entry.total !== null || (unfinished === 'last' && entry.state === 'did-not-finish');
  const ranked = split(entries.filter(hasPlace), ({ total }) => [total], better);
  const rest = entries.filter((entry) => !hasPlace(entry));
  return [
    ...placesOfSets(
      ranking,
      division,
      ranked.flatMap((tied) => part(ranking, tied, 0, [])),
    ),
    ...rest.map(
      ({ unit, state }): RankedUnit => ({
        unit: unit.unit,
        division,
        state,
        place: null,
        isShared: false,
        isUndecided: false,
        partedBy: [],
      }),
    ),
  ];
}

/** All units, each division apart in the order in which divisions first appear: best first, those without a place last. */
export function rankUnits(
  plan: Plan,
  contest: Contest,
  nodeValue: NodeValueOf,
  itemValues: ItemValuesOf,
  readerOf: ReaderOf,
): readonly RankedUnit[] {
  const ranking: Ranking = { plan, contest, nodeValue, itemValues, readerOf };
  const entries = contest.units.map((unit, index) => entryOf(ranking, unit, index));
  const divisions = [...new Set(entries.map(({ unit }) => unit.division ?? ''))];
  return divisions.flatMap((division) =>
    rankDivision(
      ranking,
      division,
      entries.filter(({ unit }) => (unit.division ?? '') === division),
    ),
  );
}

// RULE-28
/** Units whose place would be another if they were ranked on the other of the rounded and the exact value. */
export function placedOtherwise({
  plan,
  contest,
  ranking,
  nodeValue,
  itemValues,
  readerOf,
}: {
  readonly plan: Plan;
  readonly contest: Contest;
  readonly ranking: readonly RankedUnit[];
  readonly nodeValue: NodeValueOf;
  readonly itemValues: ItemValuesOf;
  readonly readerOf: ReaderOf;
}): readonly { readonly unit: string; readonly place: string | null; readonly otherwise: string | null }[] {
  const { scheme } = plan;
  const on = scheme.ranking.on === 'exact' ? 'rounded' : 'exact';
  const otherPlan: Plan = { ...plan, scheme: { ...scheme, ranking: { ...scheme.ranking, on } } };
  const other = new Map(
    rankUnits(otherPlan, contest, nodeValue, itemValues, readerOf).map(({ unit, place }) => [unit, place]),
  );
  return ranking.flatMap(({ unit, place }) => {
    const otherwise = other.get(unit) ?? null;
    return otherwise === place ? [] : [{ unit, place, otherwise }];
  });
}
