import { compare, type Rational, zero } from '../../../kernel/rational.ts';
import { type Compared, placeFormula, rescaleFormula, skatingColumn } from './across-units.ts';
import type { BallotVotes, Contest, ContestUnit, Item } from './contest.ts';
import { evaluate } from './formula.ts';
import { judgePlaces } from './judge-places.ts';
import { ownFormula, whenEmpty } from './node-formula.ts';
import { type Formula, type NodeValue, type NoValue, unfinished } from './node-value.ts';
import { type PanelReader, panelFormula, panelReader, panelValue } from './panel.ts';
import { type MarksNode, type Plan, type PlanNode, planScheme } from './plan.ts';
import { type RankedUnit, rankUnits } from './rank-units.ts';
import { roundBy } from './rounding.ts';
import { isRational, resolve, type Scope } from './scope.ts';
import type { ScoringScheme } from './scoring-scheme.ts';

/** Everything computed from one contest. `formulaOf` opens any of its numbers. */
export type Calculation = {
  readonly plan: Plan;
  readonly contest: Contest;
  readonly ranking: readonly RankedUnit[];
  /** A node's value of a unit; of one item where the node is computed for each. */
  readonly nodeValue: (node: string, unit: string, item?: number) => NodeValue;
  readonly itemValues: (node: string, unit: string) => readonly NodeValue[];
  readonly formulaOf: (node: string, unit: string, item?: number) => Formula | NoValue;
  /** The limits that a node's value is held to, as numbers; null where one isn't set or isn't known. */
  readonly limitsOf: (node: string, unit: string, item?: number) => Limits;
  readonly readerOf: (node: MarksNode) => PanelReader;
};

export type Limits = { readonly floor: Rational | null; readonly cap: Rational | null };

/** A node's value of a unit, or its values of the unit's items. */
type Cell = { readonly value: NodeValue } | { readonly items: readonly NodeValue[] };

/**
 * What a recount may take over from the one before: readers for the same seats, values of the same ballots, and with the
 * same facts what a node that looks at no other unit gave for the same unit.
 */
type Memory = {
  seats: Contest['seats'] | null;
  facts: Contest['facts'];
  readers: Map<string, PanelReader>;
  panels: Map<string, WeakMap<BallotVotes, Rational | NoValue>>;
  own: Map<string, WeakMap<ContestUnit, Cell>>;
};

function kept<Key extends object, Value>(
  memory: Map<string, WeakMap<Key, Value>>,
  node: string,
  key: Key,
  make: () => Value,
): Value {
  let known = memory.get(node);
  if (!known) {
    known = new WeakMap();
    memory.set(node, known);
  }
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}

/** The value, raised to the floor or lowered to the cap. */
export function held(value: Rational, { floor, cap }: Limits): Rational {
  const raised = floor && compare(value, floor) < 0 ? floor : value;
  return cap && compare(raised, cap) > 0 ? cap : raised;
}

const unitIsOut: NoValue = { kind: 'none', why: 'unit-out' };

/** Units that compete: those not called, withdrawn or disqualified take part in nobody's places. */
export function isStanding({ state }: ContestUnit): boolean {
  return (state ?? 'standing') === 'standing';
}

function divisionOf({ division }: ContestUnit): string {
  return division ?? '';
}

class Computation {
  readonly plan: Plan;
  readonly contest: Contest;
  readonly memory: Memory;
  readonly standing: readonly ContestUnit[];
  readonly units: ReadonlyMap<string, ContestUnit>;
  readonly cells = new Map<string, ReadonlyMap<string, Cell>>();
  readonly places = new Map<string, ReadonlyMap<string, ReadonlyMap<string, Rational>>>();
  readonly skated = new Map<string, (unit: string) => Formula | NoValue>();

  constructor(plan: Plan, contest: Contest, memory: Memory) {
    this.plan = plan;
    this.contest = contest;
    this.memory = memory;
    this.standing = contest.units.filter(isStanding);
    this.units = new Map(contest.units.map((unit) => [unit.unit, unit]));
    for (const node of plan.nodes) this.compute(node);
  }

  readonly nodeValue = (node: string, unit: string, item?: number): NodeValue => {
    const cell = this.cells.get(node)?.get(unit);
    if (!cell) return unitIsOut;
    if ('value' in cell) return item === undefined ? cell.value : unitIsOut;
    return (item === undefined ? undefined : cell.items[item]) ?? unitIsOut;
  };

  readonly itemValues = (node: string, unit: string): readonly NodeValue[] => {
    const cell = this.cells.get(node)?.get(unit);
    return cell && 'items' in cell ? cell.items : [];
  };

  readonly formulaOf = (id: string, unitId: string, item?: number): Formula | NoValue => {
    const [node, unit] = [this.plan.nodeById.get(id), this.units.get(unitId)];
    if (!node || !unit) throw new RangeError(`no node ${id} of unit ${unitId}`);
    if (!isStanding(unit)) return unitIsOut;
    return this.formula(node, unit, item);
  };

  readonly limitsOf = (id: string, unitId: string, item?: number): Limits => {
    const [node, unit] = [this.plan.nodeById.get(id), this.units.get(unitId)];
    if (!node || !unit) throw new RangeError(`no node ${id} of unit ${unitId}`);
    const scope = this.scope(unit, node, item);
    const limit = (source: typeof node.floor) => {
      const value = source === undefined ? null : resolve(scope, source);
      return value && isRational(value) ? value : null;
    };
    return { floor: limit(node.floor), cap: limit(node.cap) };
  };

  readonly readerOf = (node: MarksNode): PanelReader => {
    const known = this.memory.readers.get(node.id);
    if (known) return known;
    const reader = panelReader(this.plan, node, this.contest.seats);
    this.memory.readers.set(node.id, reader);
    return reader;
  };

  private scope(unit: ContestUnit, node: PlanNode, item?: number): Scope {
    const list = node.each;
    const entry: Item | undefined = list && item !== undefined ? unit.items?.[list]?.[item] : undefined;
    return {
      plan: this.plan,
      contest: this.contest,
      unit,
      item: entry ?? null,
      nodeValue: (id) => this.nodeValue(id, unit.unit, this.plan.nodeById.get(id)?.each ? item : undefined),
      itemValues: (id) => this.itemValues(id, unit.unit),
    };
  }

  private castOn(node: MarksNode, unit: ContestUnit, item?: number): BallotVotes | undefined {
    if (!node.each || item === undefined) return unit.ballots?.[node.ballot];
    return unit.items?.[node.each]?.[item]?.ballots?.[node.ballot];
  }

  private placesFor(node: MarksNode, unit: ContestUnit): ((seat: string) => Rational | null) | null {
    if (node.read !== 'places') return null;
    const key = `${node.id} ${divisionOf(unit)}`;
    let places = this.places.get(key);
    if (!places) {
      const rivals = this.standing.filter((other) => divisionOf(other) === divisionOf(unit));
      places = judgePlaces(this.readerOf(node), rivals);
      this.places.set(key, places);
    }
    const own = places.get(unit.unit);
    return (seat) => own?.get(seat) ?? null;
  }

  private panel(node: MarksNode, unit: ContestUnit, item?: number): Rational | NoValue {
    const cast = this.castOn(node, unit, item);
    const places = this.placesFor(node, unit);
    if (!cast || places) return panelValue(this.readerOf(node), cast, places);
    return kept(this.memory.panels, node.id, cast, () => panelValue(this.readerOf(node), cast, null));
  }

  private compared(of: string, item: string | undefined): readonly Compared[] {
    return this.standing.map((unit) => this.comparedUnit(of, unit, item));
  }

  /** Of items, units are compared on the one with the same id: the same event, the same indicator. */
  private comparedUnit(of: string, unit: ContestUnit, item: string | undefined): Compared {
    const list = this.plan.nodeById.get(of)?.each;
    const index =
      list && item !== undefined ? unit.items?.[list]?.findIndex(({ id }) => id === item) : undefined;
    return { unit: unit.unit, division: divisionOf(unit), of: this.nodeValue(of, unit.unit, index) };
  }

  private formula(node: PlanNode, unit: ContestUnit, item?: number): Formula | NoValue {
    switch (node.kind) {
      case 'marks': {
        const cast = this.castOn(node, unit, item);
        const { formula, absence } = panelFormula(this.readerOf(node), cast, this.placesFor(node, unit));
        if (!absence) return formula;
        return absence.why === 'no-marks' ? whenEmpty(node, absence) : absence;
      }
      case 'place':
      case 'rescale': {
        const id = node.each && item !== undefined ? unit.items?.[node.each]?.[item]?.id : undefined;
        const [own, all] = [this.comparedUnit(node.of, unit, id), this.compared(node.of, id)];
        return node.kind === 'place' ? placeFormula(node, own, all) : rescaleFormula(node, own, all);
      }
      case 'skating': {
        const key = `${node.id} ${divisionOf(unit)}`;
        let column = this.skated.get(key);
        if (!column) {
          const readers = node.ballots.map((ballot) => this.readerOf(placesOn(node.id, ballot)));
          column = skatingColumn(
            readers,
            this.standing.filter((other) => divisionOf(other) === divisionOf(unit)),
          );
          this.skated.set(key, column);
        }
        return column(unit.unit);
      }
      default:
        return ownFormula(this.scope(unit, node, item), node);
    }
  }

  // RULE-8
  private finished(node: PlanNode, raw: Rational, scope: Scope): NodeValue {
    const floor = node.floor === undefined ? null : resolve(scope, node.floor);
    const cap = node.cap === undefined ? null : resolve(scope, node.cap);
    if (floor && !isRational(floor)) return floor;
    if (cap && !isRational(cap)) return cap;
    const exact = held(raw, { floor, cap });
    return { kind: 'value', exact, value: node.round ? roundBy(exact, node.round) : exact };
  }

  private value(node: PlanNode, unit: ContestUnit, item?: number): NodeValue {
    const scope = this.scope(unit, node, item);
    if (node.each && item !== undefined && hasNotFinished(scope.item, node)) return unfinished;
    const raw = node.kind === 'marks' ? this.panel(node, unit, item) : null;
    if (raw && isRational(raw)) return this.finished(node, raw, scope);
    if (raw && node.kind === 'marks') {
      const instead = raw.why === 'no-marks' ? whenEmpty(node, raw) : raw;
      return 'why' in instead ? instead : this.finished(node, zero, scope);
    }
    const formula = this.formula(node, unit, item);
    return 'why' in formula ? formula : this.finished(node, evaluate(formula), scope);
  }

  private cell(node: PlanNode, unit: ContestUnit): Cell {
    if (node.each === undefined) return { value: this.value(node, unit) };
    const items = unit.items?.[node.each] ?? [];
    return { items: items.map((_, item) => this.value(node, unit, item)) };
  }

  private compute(node: PlanNode): void {
    const isOwn = this.plan.ownNodes.has(node.id);
    const cellOf = (unit: ContestUnit): Cell =>
      isOwn ? kept(this.memory.own, node.id, unit, () => this.cell(node, unit)) : this.cell(node, unit);
    this.cells.set(node.id, new Map(this.standing.map((unit) => [unit.unit, cellOf(unit)])));
  }
}

/** An attempt that wasn't finished has no marks to wait for. */
function hasNotFinished(item: Item | null, node: PlanNode): boolean {
  if (node.kind !== 'marks') return false;
  return Object.values(item?.measures ?? {}).some(
    (measure) => typeof measure !== 'string' && measure.kind === 'did-not-finish',
  );
}

function placesOn(id: string, ballot: string): MarksNode {
  return {
    kind: 'marks',
    id: `${id} ${ballot}`,
    ballot,
    read: 'marks',
    partial: 'as-they-are',
    by: 'mean',
    outOf: '1',
    empty: 'none',
  };
}

/**
 * Computes contests under one checked scheme. The function remembers what the last contest's unchanged ballots gave
 * (and unchanged units, compared by identity), so that one more ballot costs one unit; its results depend on the contest alone.
 */
export function calculator(scheme: ScoringScheme): (contest: Contest) => Calculation {
  const plan = planScheme(scheme);
  const memory: Memory = {
    seats: null,
    facts: undefined,
    readers: new Map(),
    panels: new Map(),
    own: new Map(),
  };
  return (contest) => {
    const isOtherPanel = memory.seats !== contest.seats;
    if (isOtherPanel) {
      memory.seats = contest.seats;
      memory.readers.clear();
      memory.panels.clear();
    }
    if (isOtherPanel || memory.facts !== contest.facts) {
      memory.facts = contest.facts;
      memory.own.clear();
    }
    const { nodeValue, itemValues, formulaOf, limitsOf, readerOf } = new Computation(plan, contest, memory);
    return {
      plan,
      contest,
      nodeValue,
      itemValues,
      formulaOf,
      limitsOf,
      readerOf,
      ranking: rankUnits(plan, contest, nodeValue, itemValues, readerOf),
    };
  };
}
