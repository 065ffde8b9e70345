import type { TreeNode, TreePart } from '../../domain/scoring/rules/result-tree.ts';
import { multiply, type Rational, subtract, zero } from '../../kernel/rational.ts';
import { numberText, readFraction } from './exact-text.ts';

const isOne = ({ numerator, denominator }: Rational) => numerator === denominator;
const size = (value: Rational) => (value.numerator < 0n ? subtract(zero, value) : value);

export function isTaken({ state, value }: TreePart): boolean {
  return (state === 'counted' || state === 'filled') && value !== null;
}

function term(value: Rational, times: Rational): string {
  return isOne(size(times))
    ? numberText(size(value))
    : `${numberText(size(value))} × ${numberText(size(times))}`;
}

/** The counted parts as they are reckoned: `(81 × 60 + 90 × 40) ÷ 100`, `83.5 − 0.5`, `12 × 3.2`. */
export function arithmeticText({ by, parts, over }: Pick<TreeNode, 'by' | 'parts' | 'over'>): string {
  const taken = parts.filter(isTaken).map(({ value, times }) => {
    const [own, factor] = [readFraction(value ?? '0/1'), readFraction(times)];
    return { isNegative: multiply(own, factor).numerator < 0n, text: term(own, factor), own };
  });
  const divisor = readFraction(over);
  const tail = isOne(divisor) ? '' : ` ÷ ${numberText(divisor)}`;
  if (by === 'product') return `${taken.map(({ own }) => numberText(own)).join(' × ')}${tail}`;
  const sum = taken
    .map(({ isNegative, text }, n) =>
      n === 0 ? `${isNegative ? '−' : ''}${text}` : `${isNegative ? '−' : '+'} ${text}`,
    )
    .join(' ');
  return tail !== '' && taken.length > 1 ? `(${sum})${tail}` : `${sum}${tail}`;
}
