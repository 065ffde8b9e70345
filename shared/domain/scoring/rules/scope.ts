import { decimal, parseRational, type Rational } from '../../../kernel/rational.ts';
import type { Contest, ContestUnit, Item, Measurement } from './contest.ts';
import { type NodeValue, type NoValue, unfinished, waitsFor } from './node-value.ts';
import type { Plan } from './plan.ts';
import type { NumberSource } from './value-node.ts';

/** Where a node is computed: a unit, or one item of it, with the values computed so far. */
export type Scope = {
  readonly plan: Plan;
  readonly contest: Contest;
  readonly unit: ContestUnit;
  readonly item: Item | null;
  readonly nodeValue: (node: string) => NodeValue;
  /** The values of a node that is computed for each item. */
  readonly itemValues: (node: string) => readonly NodeValue[];
};

function readMeasurement(measurement: Measurement, name: string): Rational | NoValue {
  if (typeof measurement === 'string') {
    // What an earlier stage gave is exact.
    const fraction = parseRational(measurement);
    return fraction.ok ? fraction.value : decimal(measurement);
  }
  return measurement.kind === 'did-not-finish' ? unfinished : waitsFor(name);
}

// RULE-9
/** A measured number of the item, else of the unit; null where nothing was measured. */
export function measured(scope: Scope, name: string): Rational | NoValue | null {
  const measurement = scope.item?.measures?.[name] ?? scope.unit.measures?.[name];
  return measurement === undefined ? null : readMeasurement(measurement, name);
}

export function isRational(value: Rational | NoValue): value is Rational {
  return 'numerator' in value;
}

/** A number as the scheme names it; waits for a fact or a measure that nobody gave. */
export function resolve(scope: Scope, source: NumberSource): Rational | NoValue {
  if (typeof source === 'string') return decimal(source);
  if ('measure' in source) return measured(scope, source.measure) ?? waitsFor(source.measure);
  const fallback = scope.plan.scheme.facts.find(({ id }) => id === source.fact)?.value;
  const fact = scope.contest.facts?.[source.fact] ?? fallback;
  return fact === undefined || fact === null ? waitsFor(source.fact) : decimal(fact);
}
