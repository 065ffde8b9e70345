import { groupParts, nodesBehindTotal } from '../../../shared/domain/scoring/rules/behind-total.ts';
import { type Calculation, calculator } from '../../../shared/domain/scoring/rules/calculate.ts';
import { nameIn } from '../../../shared/domain/scoring/rules/names.ts';
import type { PartState } from '../../../shared/domain/scoring/rules/node-value.ts';
import type { Plan, PlanNode } from '../../../shared/domain/scoring/rules/plan.ts';
import type { UnitState } from '../../../shared/domain/scoring/rules/rank-units.ts';
import {
  explainUnit,
  type ResultTree,
  type TreeNode,
} from '../../../shared/domain/scoring/rules/result-tree.ts';
import type { ScoringScheme } from '../../../shared/domain/scoring/rules/scoring-scheme.ts';
import { sampleContest, sampleUnits } from '../../../shared/domain/scoring/sample/sample-contest.ts';
import {
  editedContest,
  noEdits,
  type SampleEdits,
  type StandingState,
} from '../../../shared/domain/scoring/sample/sample-edits.ts';
import { type Language, type LocalText, sameText } from '../../../shared/kernel/language.ts';
import { formatDecimal, parseRational } from '../../../shared/kernel/rational.ts';
import { type SampleInput, sampleInputs, tiesToDecide } from './sample-inputs.ts';

/** A figure of one unit; `missing` says why there is none. */
export type SampleFigure = {
  readonly text: string | null;
  readonly missing: string | null;
  /** Whether it was rounded, and what it was before. */
  readonly exact: string | null;
};

/** What one seat gave one unit. */
export type SampleMark = { readonly text: string; readonly state: PartState } | null;

export type SampleSeat = {
  readonly seat: string;
  readonly group: LocalText | null;
  readonly number: number;
  readonly marks: readonly SampleMark[];
};

/** One value of the scheme for every sample unit, with the ballots it is made of. */
export type SampleRow = {
  readonly key: string;
  readonly kind: PlanNode['kind'];
  readonly name: LocalText;
  /** Weight of a group's part, in ‰ of the total; null for anything else. */
  readonly perMille: number | null;
  readonly isBehindTotal: boolean;
  /** Nothing but what the units bring: it stands among the inputs already. */
  readonly isInput: boolean;
  readonly figures: readonly SampleFigure[];
  readonly seats: readonly SampleSeat[];
};

export type SampleUnitView = {
  readonly unit: string;
  readonly name: LocalText;
  readonly what: (typeof sampleUnits)[number]['what'];
  /** Whether it competes; `state` is what became of it in the ranking. */
  readonly standing: StandingState;
  readonly place: string | null;
  readonly state: UnitState;
  readonly isShared: boolean;
  readonly isUndecided: boolean;
  /** The tie rules that parted it from an equal unit, counted from 1. */
  readonly partedBy: readonly number[];
  readonly total: SampleFigure;
  /** The units with which the jury's decision would part it, itself among them; null where there is none to take. */
  readonly tie: readonly string[] | null;
};

export type SampleView = {
  readonly units: readonly SampleUnitView[];
  readonly inputs: readonly SampleInput[];
  readonly rows: readonly SampleRow[];
};

const exactPlaces = 4;

function decimalText(fraction: string | null, places: number): string | null {
  const value = fraction === null ? null : parseRational(fraction);
  return value?.ok ? signed(formatDecimal(value.value, places).replace(/\.?0+$/, '')) : null;
}

/** As printed: with a minus instead of a hyphen. */
export function signed(text: string): string {
  return text.replace(/^-/, '−');
}

function figureOf(node: TreeNode | undefined): SampleFigure {
  if (!node) return { text: null, missing: null, exact: null };
  const exact = node.exact === node.value ? null : decimalText(node.exact, exactPlaces);
  return {
    text: node.printed === null ? decimalText(node.value, exactPlaces) : signed(node.printed),
    missing: node.missing?.why ?? null,
    exact,
  };
}

function seatsOf(calculation: Calculation, nodes: readonly (TreeNode | undefined)[]): readonly SampleSeat[] {
  const { contest, plan } = calculation;
  return contest.seats.flatMap(({ seat, group }, n): readonly SampleSeat[] => {
    const marks = nodes.map((node): SampleMark => {
      const part = node?.parts.find(({ from, of }) => from === 'seat' && of === seat);
      return part ? { text: decimalText(part.value, 2) ?? '', state: part.state } : null;
    });
    if (marks.every((mark) => mark === null)) return [];
    const own = plan.scheme.groups.find(({ id }) => id === group);
    const number = n - contest.seats.findIndex((other) => other.group === group) + 1;
    return [{ seat, group: own ? nameIn(own.name, own.id) : null, number, marks }];
  });
}

/** Of a secret ballot the tree names no seat: its marks stand in their order. */
function secretMarks(nodes: readonly (TreeNode | undefined)[]): readonly SampleSeat[] {
  const count = Math.max(0, ...nodes.map((node) => node?.parts.length ?? 0));
  return Array.from({ length: count }, (_, n) => ({
    seat: `secret-${n + 1}`,
    group: null,
    number: n + 1,
    marks: nodes.map((node): SampleMark => {
      const part = node?.parts[n];
      return part ? { text: decimalText(part.value, 2) ?? '', state: part.state } : null;
    }),
  }));
}

function perMilleOf(calculation: Calculation, node: string): number | null {
  const parts = groupParts(calculation.plan).filter(({ counts }) => counts);
  const own = parts.find((part) => part.node.id === node);
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  return own && all > 0 && parts.length > 1 ? Math.round((own.weight * 1000) / all) : null;
}

function joined(texts: readonly LocalText[], between: string): LocalText {
  const of = (language: Language) => texts.map((text) => text[language]).join(between);
  return { 'zh-Hans': of('zh-Hans'), 'zh-Hant': of('zh-Hant'), en: of('en') };
}

/** A group's part says of what, unless the total is made of the groups alone; an item says which. */
function rowName(plan: Plan, node: PlanNode, key: string, isPartOfTotal: boolean): LocalText {
  const name = nameIn(node.name, node.id);
  if (key !== node.id) return joined([name, sameText(key.slice(node.id.length))], ' ');
  const [of, group] = node.id.split('.');
  const whole = plan.scheme.nodes.find(({ id }) => id === of);
  if (group === undefined || !whole || isPartOfTotal) return name;
  return joined([nameIn(whole.name, whole.id), nameIn(node.name, group)], ' › ');
}

function isInput(node: PlanNode): boolean {
  const isHeld = node.floor !== undefined || node.cap !== undefined || node.round !== undefined;
  return node.kind === 'measure' && node.missing !== 'zero' && !isHeld;
}

function rowOf(calculation: Calculation, key: string, trees: readonly ResultTree[]): SampleRow[] {
  const nodes = trees.map((tree) => tree.nodes.find((node) => node.key === key));
  const [known] = nodes.filter((node) => node !== undefined);
  const plan = calculation.plan;
  const own = known && plan.nodeById.get(known.node);
  if (!known || !own) return [];
  const isSecret = own.kind === 'marks' && plan.ballotById.get(own.ballot)?.secrecy === 'anonymous';
  const showsSeats = own.kind === 'marks' && own.each === undefined;
  const perMille = perMilleOf(calculation, known.node);
  const name = rowName(plan, own, key, perMille !== null);
  return [
    {
      key,
      kind: own.kind,
      name,
      perMille,
      isBehindTotal: nodesBehindTotal(plan).includes(known.node),
      isInput: isInput(own),
      figures: nodes.map(figureOf),
      seats: showsSeats ? (isSecret ? secretMarks(nodes) : seatsOf(calculation, nodes)) : [],
    },
  ];
}

/** `3/1` → `3`, `5/2` → `2.5`. */
const placeText = (place: string | null): string | null => decimalText(place, 1);

/**
 * The scheme worked through on its sample ballots by the engine that runs the show: what a column of units and a row of
 * values need. Values that the total takes stand first, in the order in which they are computed.
 */
export function sampleView(scheme: ScoringScheme, edits: SampleEdits = noEdits): SampleView {
  const made = sampleContest(scheme);
  const contest = editedContest(made, edits);
  const calculation = calculator(scheme)(contest);
  const ties = tiesToDecide(scheme, contest);
  const trees = sampleUnits.map(({ unit }) => explainUnit(calculation, unit));
  const keys = [...new Set(trees.flatMap(({ nodes }) => nodes.map(({ key }) => key)))];
  const rows = keys.flatMap((key) => rowOf(calculation, key, trees));
  return {
    units: sampleUnits.map(({ unit, name, what }, n): SampleUnitView => {
      const tree = trees[n];
      return {
        unit,
        name,
        what,
        standing: contest.units[n]?.state ?? 'standing',
        place: placeText(tree?.place ?? null),
        state: tree?.state ?? 'no-result',
        isShared: tree?.isShared ?? false,
        isUndecided: tree?.isUndecided ?? false,
        partedBy: (tree?.partedBy ?? []).map((rule) => rule + 1),
        total: figureOf(tree?.nodes.find(({ key }) => key === scheme.ranking.by)),
        tie: ties.find((units) => units.includes(unit)) ?? null,
      };
    }),
    inputs: sampleInputs(scheme, made, contest),
    rows: [
      ...rows.filter(({ isBehindTotal }) => isBehindTotal),
      ...rows.filter(({ isBehindTotal }) => !isBehindTotal),
    ],
  };
}
