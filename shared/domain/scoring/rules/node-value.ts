import { compare, type Rational } from '../../../kernel/rational.ts';

/** Why a node has no value. `waits`: something is missing without which there may be no result. */
export type NoValue = {
  readonly kind: 'none';
  readonly why: 'no-marks' | 'not-measured' | 'did-not-finish' | 'waits' | 'unit-out';
  /** What it waits for: a seat, a group, a measure, a node. */
  readonly of?: string;
};

/** A value before and after rounding; both are exact. */
export type SomeValue = { readonly kind: 'value'; readonly exact: Rational; readonly value: Rational };

export type NodeValue = SomeValue | NoValue;

export const noMarks: NoValue = { kind: 'none', why: 'no-marks' };
export const unfinished: NoValue = { kind: 'none', why: 'did-not-finish' };

export function waitsFor(of: string): NoValue {
  return { kind: 'none', why: 'waits', of };
}

/** How a part went into a value. */
export type PartState =
  | 'counted'
  | 'struck-high'
  | 'struck-low'
  | 'dropped'
  | 'outside'
  | 'uncounted'
  | 'not-yet'
  | 'abstained'
  | 'recused'
  | 'absent'
  | 'void'
  | 'excluded'
  | 'filled';

/** One thing that a value is made of. `of` is a node, a seat, or a word for what it is, as `from` says. */
export type Part = {
  readonly from: 'node' | 'item' | 'seat' | 'given';
  readonly of: string;
  readonly group?: string;
  readonly state: PartState;
  /** As written on the ballot, or why a part is there. */
  readonly text?: string;
  readonly value: Rational | null;
  readonly times: Rational;
};

/** How the counted parts become one value: Σ value × times ÷ over, their product, or the middle or outermost one. */
export type Formula = {
  readonly by: 'sum' | 'product' | 'median' | 'highest' | 'lowest';
  readonly parts: readonly Part[];
  readonly over: Rational;
};

/** Best first, for a sort; a value is better than none. */
export function compareValues(a: Rational | null, b: Rational | null, better: 'higher' | 'lower'): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return better === 'higher' ? compare(b, a) : compare(a, b);
}

/** The name of a node's value on one item, counted from 0; people count from 1. */
export function itemKey(node: string, item: number): string {
  return `${node}#${item + 1}`;
}
