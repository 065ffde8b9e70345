import type { PlanNode } from '../../../domain/scoring/rules/plan.ts';
import { decimal, multiply, type Rational, rational, subtract } from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import { fraction, leastDecimals, numberText } from './sample-numbers.ts';
import { added, inside, isIn, isNegative, nodeOf, over, partText, type Step } from './step.ts';

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

export function expression(step: Step): string {
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
