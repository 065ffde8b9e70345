import {
  compare,
  formatDecimal,
  isMultipleOf,
  parseDecimal,
  type Rational,
  sum,
} from '../kernel/rational.ts';
import { err, ok, type Result } from '../kernel/result.ts';

export const ballotMarks = ['live', 'demo'] as const;

/** What kind of event a ballot was cast in; signed with it, so that a demonstration's can't pass for a real one. */
export type BallotMark = (typeof ballotMarks)[number];

/** Marks by criterion, as decimal text, exactly as signed. */
export type BallotValues = { readonly [criterion: string]: string };

type MarkRange = { readonly id: string; readonly maximum: string; readonly step: string };

export type MarkFault = {
  readonly code:
    | 'mark-missing'
    | 'mark-not-a-number'
    | 'mark-below-zero'
    | 'mark-above-maximum'
    | 'mark-off-step'
    | 'unknown-criterion';
  readonly criterion: string;
};

function parsed(text: string): Rational {
  const value = parseDecimal(text);
  if (!value.ok) throw new RangeError(`not a decimal: ${text}`);
  return value.value;
}

// BALLOT-3
/** Whether one mark may stand for a criterion: 0 to its maximum, in its steps. */
export function checkMark(criterion: MarkRange, text: string): Result<Rational, MarkFault> {
  const fault = (code: MarkFault['code']) => err({ code, criterion: criterion.id });
  if (text === '') return fault('mark-missing');
  const mark = parseDecimal(text);
  if (!mark.ok) return fault('mark-not-a-number');
  if (text.startsWith('-')) return fault('mark-below-zero');
  if (compare(mark.value, parsed(criterion.maximum)) > 0) return fault('mark-above-maximum');
  if (!isMultipleOf(mark.value, parsed(criterion.step))) return fault('mark-off-step');
  return mark;
}

// BALLOT-4
/** Whether a whole ballot may be stored: every criterion marked, nothing else in it. The first fault is named. */
export function checkBallot(
  criteria: readonly MarkRange[],
  values: BallotValues,
): Result<readonly Rational[], MarkFault> {
  const stranger = Object.keys(values).find((id) => !criteria.some((criterion) => criterion.id === id));
  if (stranger !== undefined) return err({ code: 'unknown-criterion', criterion: stranger });
  const marks: Rational[] = [];
  for (const criterion of criteria) {
    const mark = checkMark(criterion, values[criterion.id] ?? '');
    if (!mark.ok) return mark;
    marks.push(mark.value);
  }
  return ok(marks);
}

/** The sum of the marks entered so far, without trailing zeros: `92.5`, `80`. Marks that can't be read count nothing. */
export function ballotTotal(values: BallotValues): string {
  const marks = Object.values(values).flatMap((text) => {
    const mark = parseDecimal(text);
    return mark.ok ? [mark.value] : [];
  });
  return formatDecimal(sum(marks), 6).replace(/\.?0+$/, '');
}
