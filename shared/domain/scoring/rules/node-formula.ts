import {
  compare,
  decimal,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  zero,
} from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import {
  compareValues,
  type Formula,
  itemKey,
  type NodeValue,
  type NoValue,
  noMarks,
  type Part,
  unfinished,
  waitsFor,
} from './node-value.ts';
import type { PlanNode } from './plan.ts';
import { isRational, measured, resolve, type Scope } from './scope.ts';
import type { NodeOf, TimeSide } from './value-node.ts';

const one = rational(1n);

/** Nodes computed from one unit's own values. The others look at all units, or read ballots. */
export type OwnNode = Exclude<PlanNode, { kind: 'marks' | 'place' | 'rescale' | 'skating' }>;

function counted(of: string, value: Rational, times: Rational = one): Part {
  return { from: 'node', of, state: 'counted', value, times };
}

function givenPart(of: string, value: Rational, times: Rational = one, text?: string): Part {
  const part: Part = { from: 'given', of, state: 'counted', value, times };
  return text === undefined ? part : { ...part, text };
}

/** A single number that came from outside, with a word on where from. */
export function given(of: string, value: Rational, text?: string): Formula {
  return { by: 'sum', parts: [givenPart(of, value, one, text)], over: one };
}

/** What keeps a value from being made: something that waits before something unfinished before something missing. */
function worstOf(absences: readonly NoValue[]): NoValue | null {
  const order = ['waits', 'unit-out', 'did-not-finish', 'not-measured', 'no-marks'];
  return [...absences].sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why))[0] ?? null;
}

function absencesOf(values: readonly NodeValue[]): readonly NoValue[] {
  return values.filter((value) => value.kind === 'none');
}

const isStopping = ({ why }: NoValue): boolean =>
  why === 'waits' || why === 'did-not-finish' || why === 'unit-out';

// RULE-6
function weighted(scope: Scope, node: NodeOf<'weighted'>): Formula | NoValue {
  const parts = node.parts.map((part) => ({ ...part, result: scope.nodeValue(part.node) }));
  const absences = absencesOf(parts.map(({ result }) => result));
  const stopping = worstOf(absences.filter(isStopping));
  if (stopping) return stopping;
  if (absences.length === parts.length) return worstOf(absences) ?? noMarks;
  const lacking = parts.find(({ result }) => result.kind === 'none');
  if (lacking && node.absent === 'block') return waitsFor(lacking.node);
  const written = parts.map((part): Part => {
    const times = rational(BigInt(part.weight));
    if (part.result.kind === 'value') return counted(part.node, part.result.value, times);
    if (node.absent === 'zero') return { from: 'node', of: part.node, state: 'filled', value: zero, times };
    return { from: 'node', of: part.node, state: 'absent', value: null, times };
  });
  const over = sum(written.flatMap(({ state, times }) => (state === 'absent' ? [] : [times])));
  return over.numerator === 0n ? noMarks : { by: 'sum', parts: written, over };
}

function summed(scope: Scope, node: NodeOf<'sum'>): Formula | NoValue {
  const values = node.parts.map((part) => scope.nodeValue(part.node));
  const absences = absencesOf(values);
  const stopping = worstOf(absences.filter(isStopping));
  if (stopping) return stopping;
  if (absences.length > 0 && (node.absent === 'block' || absences.length === values.length))
    return absences.length === values.length
      ? (worstOf(absences) ?? noMarks)
      : waitsFor(missingNode(node, values));
  const parts: Part[] = [];
  for (const [n, part] of node.parts.entries()) {
    const times = resolve(scope, part.times);
    if (!isRational(times)) return times;
    const value = values[n];
    parts.push(
      value?.kind === 'value'
        ? counted(part.node, value.value, times)
        : { from: 'node', of: part.node, state: 'filled', value: zero, times },
    );
  }
  return { by: 'sum', parts, over: one };
}

function missingNode(node: NodeOf<'sum'>, values: readonly NodeValue[]): string {
  return node.parts[values.findIndex(({ kind }) => kind === 'none')]?.node ?? node.id;
}

// RULE-10
/** Best of n: an unfinished value is the worst; if one is among those that count, the whole is unfinished. */
function picked(scope: Scope, node: NodeOf<'pick'>): Formula | NoValue {
  const from = 'nodes' in node.from ? node.from.nodes : null;
  const items = 'items' in node.from ? node.from.items : null;
  const values = from ? from.map(scope.nodeValue) : items ? scope.itemValues(items) : [];
  const waiting = worstOf(absencesOf(values).filter(({ why }) => why === 'waits' || why === 'unit-out'));
  if (waiting) return waiting;
  const entries = values.flatMap((value, n) => {
    const isThere = value.kind === 'value' || value.why === 'did-not-finish';
    return isThere ? [{ n, value: value.kind === 'value' ? value.value : null }] : [];
  });
  const order = [...entries].sort((a, b) => compareValues(a.value, b.value, node.better) || a.n - b.n);
  const left = order.slice(node.dropBest, Math.max(node.dropBest, order.length - node.dropWorst));
  const kept = new Set(left.slice(0, node.best ?? left.length));
  if (kept.size === 0) return noMarks;
  if ([...kept].some(({ value }) => value === null)) return unfinished;
  const parts = entries.map(
    (entry): Part => ({
      from: from ? 'node' : 'item',
      of: from?.[entry.n] ?? itemKey(items ?? '', entry.n),
      state: kept.has(entry) ? 'counted' : 'dropped',
      value: entry.value,
      times: one,
    }),
  );
  const over = node.by === 'mean' ? rational(BigInt(kept.size)) : one;
  return { by: node.by === 'median' ? 'median' : 'sum', parts, over };
}

/** The last band that begins at or below the value. */
function bandPoints(
  bands: readonly { readonly from: string; readonly points: string }[],
  value: Rational,
): { readonly from: string; readonly points: string } | undefined {
  // Bands rise. Pages run on browsers without findLast.
  const reached = bands.filter(({ from }) => compare(decimal(from), value) <= 0);
  return reached[reached.length - 1];
}

// RULE-11
function timePoints(side: TimeSide, seconds: Rational): Rational {
  if (side.kind === 'bands') return decimal(bandPoints(side.bands, seconds)?.points ?? '0');
  const units = divide(seconds, decimal(side.seconds));
  const whole = units.numerator / units.denominator;
  const isBegun = side.kind === 'per-started' && whole * units.denominator !== units.numerator;
  return multiply(decimal(side.points), rational(isBegun ? whole + 1n : whole));
}

function timed(scope: Scope, node: NodeOf<'time'>, time: Rational): Formula | NoValue {
  const limit = resolve(scope, node.limit);
  const least = node.atLeast === undefined ? limit : resolve(scope, node.atLeast);
  if (!isRational(limit)) return limit;
  if (!isRational(least)) return least;
  const [over, under] = [subtract(time, limit), subtract(least, time)];
  const grace = decimal(node.grace);
  if (node.over && compare(over, zero) > 0 && compare(over, grace) > 0)
    return given(node.of, timePoints(node.over, over), 'over');
  if (node.under && compare(under, zero) > 0 && compare(under, grace) > 0)
    return given(node.of, timePoints(node.under, under), 'under');
  return given(node.of, zero, 'within');
}

function linear(scope: Scope, node: NodeOf<'linear'>, value: Rational): Formula | NoValue {
  const [base, rate, par] = [node.base, node.rate, node.par].map((source) => resolve(scope, source));
  if (!base || !rate || !par) throw new RangeError('three numbers make a line');
  if (!isRational(base)) return base;
  if (!isRational(rate)) return rate;
  if (!isRational(par)) return par;
  return {
    by: 'sum',
    parts: [
      givenPart('base', base),
      counted(node.of, value, rate),
      givenPart('par', par, multiply(rate, rational(-1n))),
    ],
    over: one,
  };
}

function scaled(scope: Scope, node: NodeOf<'factor'>, value: Rational): Formula | NoValue {
  const [times, over] = [resolve(scope, node.times), resolve(scope, node.over)];
  if (!isRational(times)) return times;
  if (!isRational(over)) return over;
  if (over.numerator === 0n) return waitsFor(node.id);
  return { by: 'sum', parts: [counted(node.of, value, times)], over };
}

function fromOne(
  scope: Scope,
  node: NodeOf<'factor'> | NodeOf<'linear'> | NodeOf<'bands'> | NodeOf<'time'>,
): Formula | NoValue {
  const of = scope.nodeValue(node.of);
  if (of.kind === 'none') return of;
  switch (node.kind) {
    case 'factor':
      return scaled(scope, node, of.value);
    case 'linear':
      return linear(scope, node, of.value);
    case 'bands': {
      const band = bandPoints(node.bands, of.value);
      return given(node.of, decimal(band?.points ?? node.below), band ? `from ${band.from}` : 'below');
    }
    case 'time':
      return timed(scope, node, of.value);
    default:
      return unreachable(node);
  }
}

function multiplied(scope: Scope, node: NodeOf<'product'>): Formula | NoValue {
  const values = node.parts.map(scope.nodeValue);
  const absence = worstOf(absencesOf(values));
  if (absence) return absence;
  const parts = values.flatMap((value, n) =>
    value.kind === 'value' ? [counted(node.parts[n] ?? '', value.value)] : [],
  );
  return { by: 'product', parts, over: one };
}

function adjusted(scope: Scope, node: NodeOf<'adjustments'>): Formula {
  const own = (scope.unit.adjustments ?? []).filter((adjustment) => adjustment.node === node.id);
  const parts = own.map(({ author, reason, points }) => givenPart(author, decimal(points), one, reason));
  return { by: 'sum', parts, over: one };
}

/** How a node's value comes from the unit's own values, or why it has none. */
export function ownFormula(scope: Scope, node: OwnNode): Formula | NoValue {
  switch (node.kind) {
    case 'weighted':
      return weighted(scope, node);
    case 'sum':
      return summed(scope, node);
    case 'product':
      return multiplied(scope, node);
    case 'pick': {
      const formula = picked(scope, node);
      return 'why' in formula && formula.why === 'no-marks' ? whenEmpty(node, formula) : formula;
    }
    case 'measure': {
      const value = measured(scope, node.measure);
      if (value) return isRational(value) ? given(node.measure, value) : value;
      if (node.missing === 'zero') return given(node.measure, zero, 'missing');
      return node.missing === 'none' ? { kind: 'none', why: 'not-measured' } : waitsFor(node.measure);
    }
    case 'adjustments':
      return adjusted(scope, node);
    default:
      return fromOne(scope, node);
  }
}

/** What stands for a value without anything in it. */
export function whenEmpty(
  node: { readonly id: string; readonly empty: 'none' | 'zero' | 'block' },
  absence: NoValue,
): Formula | NoValue {
  if (node.empty === 'zero') return given(node.id, zero, 'empty');
  return node.empty === 'block' ? waitsFor(node.id) : absence;
}
