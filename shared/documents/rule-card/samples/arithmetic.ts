import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import type { Contest } from '../../../domain/scoring/rules/contest.ts';
import { evaluate } from '../../../domain/scoring/rules/formula.ts';
import type { Part, PartState } from '../../../domain/scoring/rules/node-value.ts';
import type { PlanNode } from '../../../domain/scoring/rules/plan.ts';
import { explainUnit, type TreeNode, type TreePart } from '../../../domain/scoring/rules/result-tree.ts';
import { compare, decimal, multiply, type Rational, rational, subtract } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { isPlaced } from '../marks-words.ts';
import { capital } from '../node-words.ts';
import { roundingText } from '../number-words.ts';
import { clauses, type Speaker } from '../speaker.ts';
import { fraction, leastDecimals, numberText, rounded } from './sample-numbers.ts';

type Fact = { readonly name: string; readonly text: string };

/** A node of a tree on the way into words, with the plan's node behind it. */
type Step = {
  readonly speaker: Speaker;
  readonly tree: TreeNode;
  readonly node: PlanNode;
  readonly trees: readonly TreeNode[];
  readonly facts: Contest['facts'];
};

const isIn = ({ state }: TreePart): boolean => state === 'counted' || state === 'filled';

/** `total#2`, the second item's, without its number. */
const nodeOf = (key: string): string => key.split('#')[0] ?? key;

function partText({ speaker }: Step, part: TreePart): string {
  const value = part.value === null ? rational(0n) : fraction(part.value);
  return numberText(value, part.from === 'node' ? leastDecimals(speaker.plan, nodeOf(part.of)) : 0);
}

function isNegative(value: Rational): boolean {
  return value.numerator < 0n;
}

/** A number inside a sum or a product, in brackets where it would read as two signs. */
function inside(text: string): string {
  return text.startsWith('−') ? `(${text})` : text;
}

function added(texts: readonly string[]): string {
  return texts
    .map((text, n) => (n === 0 ? text : text.startsWith('−') ? ` − ${text.slice(1)}` : ` + ${text}`))
    .join('');
}

function over(sum: string, parts: number, divisor: Rational): string {
  if (divisor.numerator === divisor.denominator) return sum;
  return `${parts > 1 ? `(${sum})` : sum} ÷ ${numberText(divisor, 0)}`;
}

function stateText(
  { say }: Speaker,
  state: Exclude<PartState, 'counted' | 'struck-high' | 'struck-low'>,
): string {
  switch (state) {
    case 'recused':
      return say('回避，不计', '迴避，不計', 'recused, not counted');
    case 'outside':
      return say('弃权，不进分母', '棄權，不進分母', 'abstained, in no denominator');
    case 'filled':
      return say('按规则补上', '按規則補上', 'filled in by the rule');
    case 'dropped':
      return say('去掉', '去掉', 'dropped');
    case 'not-yet':
    case 'abstained':
    case 'absent':
    case 'void':
    case 'excluded':
    case 'uncounted':
      return say('不计', '不計', 'not counted');
    default:
      return unreachable(state);
  }
}

/** 最高 92（2 号席）, or several of one side under one word. */
function struckText(step: Step, state: PartState, side: string): readonly string[] {
  const { say } = step.speaker;
  const texts = step.tree.parts
    .filter((part) => part.state === state)
    .map((part) => {
      const value = partText(step, part);
      return part.of === ''
        ? value
        : say(`${value}（${part.of} 号席）`, `${value}（${part.of} 號席）`, `${value} (seat ${part.of})`);
    });
  return texts.length === 0 ? [] : [`${side} ${texts.join(say('、', '、', ', '))}`];
}

function struckClauses(step: Step): readonly string[] {
  const { node, speaker } = step;
  const { say } = speaker;
  const ballot = node.kind === 'marks' ? speaker.plan.ballotById.get(node.ballot) : undefined;
  const isOfPlaces = node.kind === 'marks' && ballot !== undefined && isPlaced(ballot, node);
  const high = isOfPlaces ? say('最差', '最差', 'worst') : say('最高', '最高', 'highest');
  const low = isOfPlaces ? say('最好', '最好', 'best') : say('最低', '最低', 'lowest');
  const struck = [...struckText(step, 'struck-high', high), ...struckText(step, 'struck-low', low)];
  const list = struck.join(say('，', '，', '; '));
  return struck.length === 0 ? [] : [say(`去掉${list}`, `去掉${list}`, `struck: ${list}`)];
}

/** What doesn't count, or counts otherwise, and why. */
function exceptions(step: Step): readonly string[] {
  const { speaker, tree } = step;
  const { say } = speaker;
  const others = tree.parts.flatMap((part): readonly string[] => {
    const { state } = part;
    if (part.from === 'given' || state === 'counted' || state === 'struck-high' || state === 'struck-low')
      return [];
    const why = stateText(speaker, state);
    if (part.from === 'node')
      return [
        say(
          `${partText(step, part)} ${why}`,
          `${partText(step, part)} ${why}`,
          `${partText(step, part)} ${why}`,
        ),
      ];
    const value = state === 'filled' && part.value !== null ? ` ${partText(step, part)}` : '';
    return [
      part.of === ''
        ? say(`有一票${why}${value}`, `有一票${why}${value}`, `one ballot ${why}${value}`)
        : say(
            `${part.of} 号席${why}${value}`,
            `${part.of} 號席${why}${value}`,
            `seat ${part.of} ${why}${value}`,
          ),
    ];
  });
  return [...struckClauses(step), ...others];
}

function marksExpression(step: Step, node: Extract<PlanNode, { kind: 'marks' }>): string {
  const { tree, speaker } = step;
  const { say } = speaker;
  const counted = tree.parts.filter(isIn);
  const texts = counted.map((part) => partText(step, part));
  const list = texts.join(say('、', '、', ', '));
  switch (node.by) {
    case 'mean':
    case 'sum':
      return over(added(texts), texts.length, fraction(tree.over));
    case 'median':
      return say(`${list} 的中位数`, `${list} 的中位數`, `the median of ${list}`);
    case 'highest':
      return say(`${list} 中最高的`, `${list} 中最高的`, `the highest of ${list}`);
    case 'lowest':
      return say(`${list} 中最低的`, `${list} 中最低的`, `the lowest of ${list}`);
    case 'share':
    case 'count': {
      const votes = counted.filter(({ value }) => value !== null && fraction(value).numerator > 0n).length;
      if (node.by === 'count')
        return say(
          `${counted.length} 票中的 ${votes} 票`,
          `${counted.length} 票中的 ${votes} 票`,
          `${votes} of ${counted.length} ballots`,
        );
      const outOf = node.outOf === '1' ? '' : ` × ${node.outOf}`;
      return `${votes} ÷ ${counted.length}${outOf}`;
    }
    default:
      return unreachable(node.by);
  }
}

function weightedExpression(step: Step): string {
  const { tree } = step;
  const total = fraction(tree.over);
  const isPercent = total.numerator === 100n && total.denominator === 1n;
  const terms = tree.parts
    .filter((part) => isIn(part) && fraction(part.times).numerator !== 0n)
    .map((part) => {
      const weight = numberText(fraction(part.times), 0);
      return `${partText(step, part)} × ${weight}${isPercent ? '%' : ''}`;
    });
  return isPercent ? added(terms) : over(added(terms), terms.length, total);
}

function sumExpression(step: Step): string {
  const { tree, speaker } = step;
  const terms = tree.parts.filter(isIn).map((part) => {
    const times = fraction(part.times);
    const value = part.value === null ? rational(0n) : fraction(part.value);
    if (times.numerator === times.denominator) return partText(step, part);
    if (times.numerator === -times.denominator)
      return numberText(multiply(value, times), leastDecimals(speaker.plan, nodeOf(part.of)));
    return `${partText(step, part)} × ${inside(numberText(times, 0))}`;
  });
  return added(terms);
}

function linearExpression({ tree, speaker }: Step): string {
  const [base, value, par] = tree.parts;
  if (!base?.value || !value?.value || !par?.value) return '';
  const rate = fraction(value.times);
  const sign = isNegative(rate) ? ' − ' : ' + ';
  const size = numberText(isNegative(rate) ? multiply(rate, rational(-1n)) : rate, 0);
  const of = numberText(fraction(value.value), leastDecimals(speaker.plan, nodeOf(value.of)));
  return `${numberText(fraction(base.value), 0)}${sign}${size} × (${of} − ${inside(numberText(fraction(par.value), 0))})`;
}

/** `85 × 100 ÷ 90`, of a factor or a rescaling. */
function ratioExpression(step: Step): string {
  const { tree } = step;
  const [part] = tree.parts;
  if (!part) return '';
  const [times, divisor] = [fraction(part.times), fraction(tree.over)];
  const isOne = (value: Rational) => value.numerator === value.denominator;
  return `${partText(step, part)}${isOne(times) ? '' : ` × ${inside(numberText(times, 0))}`}${isOne(divisor) ? '' : ` ÷ ${numberText(divisor, 0)}`}`;
}

/** A number that stands for itself: measured, from a table, a place. */
function givenExpression({ tree, speaker }: Step): string {
  const { say } = speaker;
  const [part] = tree.parts;
  if (!part || part.value === null) return '';
  const place = /^place (\d+)/.exec(part.text ?? '')?.[1];
  if (place !== undefined) return say(`第 ${place} 名`, `第 ${place} 名`, `place ${place}`);
  return '';
}

/** 超时 12 秒. */
function timeExpression(
  { tree, trees, facts, speaker }: Step,
  node: Extract<PlanNode, { kind: 'time' }>,
): string {
  const { say } = speaker;
  const [part] = tree.parts;
  const side = part?.text;
  if (side === 'within') return say('没有超出时限', '沒有超出時限', 'within the limit');
  const source = side === 'under' ? (node.atLeast ?? node.limit) : node.limit;
  const limit = typeof source === 'string' ? source : 'fact' in source ? facts?.[source.fact] : undefined;
  const time = trees.find(({ key }) => key === node.of)?.value ?? null;
  if (limit === undefined || time === null)
    return side === 'under'
      ? say('不足时限', '不足時限', 'under the limit')
      : say('超时', '超時', 'over the limit');
  const difference = subtract(fraction(time), decimal(limit));
  const seconds = numberText(isNegative(difference) ? multiply(difference, rational(-1n)) : difference, 0);
  return side === 'under'
    ? say(`比 ${limit} 秒少 ${seconds} 秒`, `比 ${limit} 秒少 ${seconds} 秒`, `${seconds} s under ${limit} s`)
    : say(`比 ${limit} 秒多 ${seconds} 秒`, `比 ${limit} 秒多 ${seconds} 秒`, `${seconds} s over ${limit} s`);
}

function expression(step: Step): string {
  const { node, tree } = step;
  switch (node.kind) {
    case 'marks':
      return marksExpression(step, node);
    case 'weighted':
      return weightedExpression(step);
    case 'sum':
      return sumExpression(step);
    case 'product':
      return tree.parts.map((part) => inside(partText(step, part))).join(' × ');
    case 'factor':
    case 'rescale':
      return ratioExpression(step);
    case 'linear':
      return linearExpression(step);
    case 'pick': {
      const texts = tree.parts.filter(isIn).map((part) => partText(step, part));
      if (tree.by === 'median') return marksList(step, texts);
      return over(added(texts), texts.length, fraction(tree.over));
    }
    case 'adjustments':
      return added(tree.parts.map((part) => partText(step, part)));
    case 'measure':
    case 'bands':
    case 'place':
    case 'skating':
      return givenExpression(step);
    case 'time':
      return timeExpression(step, node);
    default:
      return unreachable(node);
  }
}

function marksList({ speaker }: Step, texts: readonly string[]): string {
  const { say } = speaker;
  const list = texts.join(say('、', '、', ', '));
  return say(`${list} 的中位数`, `${list} 的中位數`, `the median of ${list}`);
}

/** The value before the limits, again from the parts. */
function rawValue({ tree }: Step): Rational {
  const parts = tree.parts.map(
    ({ value, times, ...part }): Part => ({
      ...part,
      value: value === null ? null : fraction(value),
      times: fraction(times),
    }),
  );
  return evaluate({ by: tree.by, parts, over: fraction(tree.over) });
}

/** `= 86.146666…`, held to a limit, rounded. */
function ending(step: Step, left: string): readonly string[] {
  const { speaker, tree, node } = step;
  const { say, plan } = speaker;
  if (tree.exact === null || tree.value === null) return [say('不出结果', '不出結果', 'no result')];
  const [exact, value, raw] = [fraction(tree.exact), fraction(tree.value), rawValue(step)];
  const least = leastDecimals(plan, node.id);
  const equals = (text: string) => (left === '' || left === text ? text : `${left} = ${text}`);
  const isHeld = compare(raw, exact) !== 0;
  const limit =
    compare(raw, exact) < 0
      ? say('按下限', '按下限', 'held to the floor')
      : say('按上限', '按上限', 'held to the cap');
  const held = isHeld
    ? [
        say(
          `${limit}为 ${numberText(exact, 0)}`,
          `${limit}為 ${numberText(exact, 0)}`,
          `${limit}: ${numberText(exact, 0)}`,
        ),
      ]
    : [];
  if (!node.round) return [equals(numberText(raw, least)), ...held];
  if (!isHeld && compare(exact, value) === 0) return [equals(rounded(value, node.round.decimals))];
  const shown = rounded(value, node.round.decimals);
  const rounding = roundingText(say, node.round);
  return [
    equals(numberText(raw, isHeld ? 0 : least)),
    ...held,
    say(`${rounding}，为 ${shown}`, `${rounding}，為 ${shown}`, `${rounding}: ${shown}`),
  ];
}

function stepFact(step: Step, item: string | undefined): Fact {
  const { speaker, node, tree } = step;
  const { say, names } = speaker;
  const name = capital(names.node(node.id));
  const numbered =
    item === undefined
      ? name
      : say(`${name}（第 ${item} 项）`, `${name}（第 ${item} 項）`, `${name} (no. ${item})`);
  const left = tree.exact === null ? '' : expression(step);
  return { name: numbered, text: clauses(say, [...ending(step, left), exceptionText(step)]) };
}

function exceptionText(step: Step): string | null {
  const notes = exceptions(step);
  return notes.length === 0 ? null : notes.join(step.speaker.say('，', '，', ', '));
}

/** Measured values of all items side by side, instead of a line for each. */
function measuredItems({ speaker, node }: Step, trees: readonly TreeNode[]): Fact {
  const { say, names } = speaker;
  const values = trees.map(({ value }) => (value === null ? '—' : numberText(fraction(value), 0)));
  const name = capital(names.node(node.id));
  return {
    name: say(`${name}（各项）`, `${name}（各項）`, `${name} (each)`),
    text: values.join(say('、', '、', ', ')),
  };
}

/** The arithmetic of these nodes of a unit, in the order in which they are named. */
export function arithmetic(
  speaker: Speaker,
  calculation: Calculation,
  unit: string,
  nodes: readonly string[],
): readonly Fact[] {
  const { nodes: trees } = explainUnit(calculation, unit);
  const shared = { speaker, trees, facts: calculation.contest.facts };
  return nodes.flatMap((id) => {
    const node = calculation.plan.nodeById.get(id);
    const own = trees.filter((tree) => tree.node === id);
    const [tree] = own;
    if (!node || !tree) return [];
    if (node.kind === 'measure' && node.each !== undefined)
      return [measuredItems({ ...shared, tree, node }, own)];
    return own.map((entry) => stepFact({ ...shared, tree: entry, node }, entry.key.split('#')[1]));
  });
}
