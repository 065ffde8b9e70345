import { type Calculation, isStanding } from '../../domain/scoring/rules/calculate.ts';
import type { ContestUnit } from '../../domain/scoring/rules/contest.ts';
import { panelFormula, panelReader } from '../../domain/scoring/rules/panel.ts';
import type { MarksNode } from '../../domain/scoring/rules/plan.ts';
import type { TreeNode, TreePart } from '../../domain/scoring/rules/result-tree.ts';
import { placesOfDance } from '../../domain/scoring/rules/skating-system.ts';
import type { NodeOf } from '../../domain/scoring/rules/value-node.ts';
import { compare, type Rational, rational, rationalText, sum } from '../../kernel/rational.ts';
import { numberText } from './exact-text.ts';
import { markLines, type TreeLine } from './mark-lines.ts';
import type { OpenedUnit } from './opened-unit.ts';

type Placings = {
  readonly ballot: string;
  readonly parts: readonly TreePart[];
  readonly marks: readonly Rational[];
};

function readsPlaces(ballot: string): MarksNode {
  const plain = { read: 'marks', partial: 'as-they-are', by: 'mean', outOf: '1', empty: 'none' } as const;
  return { kind: 'marks', id: `placings ${ballot}`, ballot, ...plain };
}

function rivalsOf({ contest }: Calculation, { division }: ContestUnit): readonly ContestUnit[] {
  return contest.units.filter((unit) => isStanding(unit) && unit.division === division);
}

/** The placings of one dance: a judge counts only with a place for every unit of the division. */
function placingsOf(
  { calculation, unit }: Pick<OpenedUnit, 'calculation' | 'unit'>,
  ballot: string,
): Placings {
  const { plan, contest } = calculation;
  const rivals = rivalsOf(calculation, unit);
  const isWhole = (seat: string) =>
    rivals.every(({ ballots }) => {
      const cast = ballots?.[ballot];
      return cast?.votes[seat] !== undefined && cast.states?.[seat] === undefined;
    });
  const reader = panelReader(plan, readsPlaces(ballot), contest.seats);
  const { parts } = panelFormula(reader, unit.ballots?.[ballot], null).formula;
  const counted = parts.filter(({ of, state, value }) => state === 'counted' && value && isWhole(of));
  const isSecret = plan.ballotById.get(ballot)?.secrecy === 'anonymous';
  const written = parts.map(
    ({ value, times, from: _, ...part }): TreePart => ({
      ...part,
      from: 'seat',
      of: isSecret ? '' : part.of,
      state: part.state === 'counted' && !isWhole(part.of) ? 'dropped' : part.state,
      value: value && rationalText(value),
      times: rationalText(times),
    }),
  );
  return {
    ballot,
    parts: isSecret ? inOrder(written) : written,
    marks: counted.flatMap(({ value }) => value ?? []),
  };
}

// RULE-17
function inOrder(parts: readonly TreePart[]): readonly TreePart[] {
  const keyOf = ({ group, state, text }: TreePart) => [group ?? '', state, text ?? ''].join('\n');
  return [...parts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

export function majorityOf(judges: number): number {
  return Math.floor(judges / 2) + 1;
}

/** The unit's place in one dance, as rules 5 to 8 give it. */
function placeInDance({ calculation, unit }: OpenedUnit, ballot: string): string {
  const marks = rivalsOf(calculation, unit).map(
    (rival) => [rival.unit, placingsOf({ calculation, unit: rival }, ballot).marks] as const,
  );
  const place = placesOfDance(new Map(marks)).get(unit.unit);
  return place ? numberText(place) : '';
}

/** How many judges put the unit at each place or higher, to the first that a majority reaches. */
function columnLines({ words }: OpenedUnit, { marks }: Placings, depth: number): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  const last = marks.reduce((a, b) => (compare(a, b) >= 0 ? a : b), rational(0n));
  for (let column = 1n; compare(rational(column), last) <= 0; column += 1n) {
    const within = marks.filter((mark) => compare(mark, rational(column)) <= 0);
    const isReached = within.length >= majorityOf(marks.length);
    lines.push({
      depth,
      text: words.skatingColumn(`${column}`),
      value: `${within.length}`,
      note: isReached ? [words.isMajority, words.skatingSum(numberText(sum(within)))].join(words.clause) : '',
    });
    if (isReached) break;
  }
  return lines;
}

/** Every judge's placing in every dance, and the majority that each dance's place comes from. */
export function skatingLines(
  opened: OpenedUnit,
  node: TreeNode,
  rule: NodeOf<'skating'>,
  depth: number,
): readonly TreeLine[] {
  const { names, words } = opened;
  return rule.ballots.flatMap((ballot, n): readonly TreeLine[] => {
    const placings = placingsOf(opened, ballot);
    const judges = placings.marks.length;
    const name = names.ballot(ballot) || words.item(words.kinds.marks(''), `${n + 1}`);
    const inside = rule.ballots.length > 1 ? depth + 1 : depth;
    const head: TreeLine = {
      depth,
      text: name,
      value: placeInDance(opened, ballot),
      note: words.skating(`${majorityOf(judges)}`, `${judges}`),
    };
    return [
      ...(rule.ballots.length > 1 ? [head] : []),
      ...markLines(opened, { ...node, parts: placings.parts }, readsPlaces(ballot), inside),
      ...columnLines(opened, placings, inside),
    ];
  });
}

/** How many judges' placings a dance has; that of the first where there are several. */
export function judgesOf(opened: OpenedUnit, rule: NodeOf<'skating'>): number {
  const [first] = rule.ballots;
  return first === undefined ? 0 : placingsOf(opened, first).marks.length;
}
