import {
  add,
  decimal,
  formatDecimal,
  multiply,
  parseDecimal,
  type Rational,
  zero,
} from '../kernel/rational.ts';
import { type MarkRange, rangeFault, type VoteFault } from './scoring/rules/vote-check.ts';

export const ballotMarks = ['live', 'demo'] as const;

/** What kind of event a ballot was cast in; signed with it, so that a demonstration's can't pass for a real one. */
export type BallotMark = (typeof ballotMarks)[number];

/** One seat's vote on one unit by `valueKeys` of its ballot: marks as decimal text, a grade's id, exactly as signed. */
export type BallotValues = { readonly [key: string]: string };

/** One row of a form that takes numbers. What is written in it goes into the total times its factor. */
export type MarkRow = MarkRange & { readonly id: string; readonly factor: string };

// BALLOT-3
/** Why one mark can't stand in its row; null where it can. */
export function markFault(row: MarkRange, text: string): VoteFault['code'] | null {
  return text === '' ? 'value-missing' : rangeFault(row, text);
}

/** The judge's total of the marks entered so far, without trailing zeros: `92.5`, `80`. Marks that can't be read count nothing. */
export function ballotTotal(rows: readonly MarkRow[], values: BallotValues): string {
  const total = rows.reduce<Rational>((sum, { id, factor }) => {
    const mark = parseDecimal(values[id] ?? '');
    return mark.ok ? add(sum, multiply(mark.value, decimal(factor))) : sum;
  }, zero);
  return formatDecimal(total, 6).replace(/\.?0+$/, '');
}
