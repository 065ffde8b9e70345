import {
  compare,
  decimal,
  isMultipleOf,
  parseDecimal,
  type Rational,
  subtract,
  sum,
} from '../../../kernel/rational.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import type { BallotType, ValidityRule } from './ballot-type.ts';
import type { VoteValues } from './contest.ts';
import { valueKeys } from './value-keys.ts';

/** One seat's ballot: its values on each unit, and the reasons it gave. */
export type Vote = {
  readonly values: { readonly [unit: string]: VoteValues };
  readonly reasons?: { readonly [unit: string]: string };
};

export type VoteFault = {
  readonly code:
    | 'unit-missing'
    | 'unknown-unit'
    | 'value-missing'
    | 'unknown-value'
    | 'not-a-number'
    | 'out-of-range'
    | 'off-step'
    | 'unknown-grade'
    | 'not-yes-or-no'
    | 'not-a-place'
    | 'place-twice'
    | 'too-many-names'
    | 'too-few-names'
    | 'too-many-marks'
    | 'too-few-marks'
    | 'equal-marks'
    | 'all-equal'
    | 'reason-missing';
  readonly effect: 'refuse' | 'warn' | 'void';
  readonly unit?: string;
  readonly key?: string;
};

type Mark = { readonly unit: string; readonly key: string; readonly text: string };

export type MarkRange = { readonly minimum: string; readonly maximum: string; readonly step: string };

/** Why a mark doesn't lie in its range and on its steps; null where it does. */
export function rangeFault(range: MarkRange, text: string): VoteFault['code'] | null {
  const value = parseDecimal(text);
  // Nobody writes a negative zero.
  if (!value.ok || (value.value.numerator === 0n && text.startsWith('-'))) return 'not-a-number';
  const [minimum, maximum] = [decimal(range.minimum), decimal(range.maximum)];
  if (compare(value.value, minimum) < 0 || compare(value.value, maximum) > 0) return 'out-of-range';
  return isMultipleOf(subtract(value.value, minimum), decimal(range.step)) ? null : 'off-step';
}

function placeFault(text: string, last: number): VoteFault['code'] | null {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= last ? null : 'not-a-place';
}

function markFault(ballot: BallotType, { key, text }: Mark, units: number): VoteFault['code'] | null {
  switch (ballot.kind) {
    case 'points': {
      const criterion = ballot.criteria.find(({ id }) => id === key);
      return criterion ? rangeFault(criterion, text) : 'unknown-value';
    }
    case 'total':
      return rangeFault(ballot, text);
    case 'grades':
      return ballot.grades.some(({ id }) => id === text) ? null : 'unknown-grade';
    case 'ranking':
      return placeFault(text, units);
    case 'placement':
      return placeFault(text, ballot.lastPlace);
    case 'approval':
    case 'winner':
      return text === 'yes' || text === 'no' ? null : 'not-yes-or-no';
    case 'yes-no':
      return text === 'yes' || text === 'no' || text === 'abstain' ? null : 'not-yes-or-no';
    default:
      return unreachable(ballot);
  }
}

/** Every unit this seat may vote on has each value once, in its range. */
function formFaults(ballot: BallotType, units: readonly string[], { values }: Vote): readonly VoteFault[] {
  const keys = valueKeys(ballot);
  const effect = ballot.kind === 'ranking' ? ballot.effect : 'refuse';
  const strangers = Object.keys(values).filter((unit) => !units.includes(unit));
  return [
    ...strangers.map((unit): VoteFault => ({ code: 'unknown-unit', effect: 'refuse', unit })),
    ...units.flatMap((unit): readonly VoteFault[] => {
      const given = values[unit];
      if (!given) return [{ code: 'unit-missing', effect, unit }];
      const unknown = Object.keys(given).filter((key) => !keys.includes(key));
      return [
        ...unknown.map((key): VoteFault => ({ code: 'unknown-value', effect: 'refuse', unit, key })),
        ...keys.flatMap((key): readonly VoteFault[] => {
          const text = given[key];
          if (text === undefined || text === '') return [{ code: 'value-missing', effect, unit, key }];
          const code = markFault(ballot, { unit, key, text }, units.length);
          return code ? [{ code, effect: 'refuse', unit, key }] : [];
        }),
      ];
    }),
  ];
}

function marksOf({ values }: Vote): readonly Mark[] {
  return Object.entries(values).flatMap(([unit, given]) =>
    Object.entries(given).map(([key, text]) => ({ unit, key, text })),
  );
}

/** Names on a ballot, and places given once. */
function wholeFaults(ballot: BallotType, vote: Vote): readonly VoteFault[] {
  const marks = marksOf(vote);
  if (ballot.kind === 'ranking') {
    const twice = marks.find(({ text }, n) => marks.findIndex((other) => other.text === text) < n);
    return twice ? [{ code: 'place-twice', effect: ballot.effect, unit: twice.unit }] : [];
  }
  const names = marks.filter(({ text }) => text === 'yes').length;
  const [least, most] =
    ballot.kind === 'approval'
      ? [ballot.atLeast, ballot.atMost]
      : ballot.kind === 'winner'
        ? [1, 1]
        : [0, names];
  const effect = ballot.kind === 'approval' ? ballot.effect : 'refuse';
  if (names > most) return [{ code: 'too-many-names', effect }];
  return names < least ? [{ code: 'too-few-names', effect }] : [];
}

type MarksMeant = Extract<ValidityRule, { marks: unknown }>['marks'];

/** Whether a limit or a reason is about this mark. */
export function isMeant(meant: MarksMeant, text: string): boolean {
  if ('grade' in meant) return text === meant.grade;
  const value = parseDecimal(text);
  if (!value.ok) return false;
  return 'above' in meant
    ? compare(value.value, decimal(meant.above)) > 0
    : compare(value.value, decimal(meant.below)) < 0;
}

/** How many marks a limit lets through: a count, or a share of all marks on the ballot, rounded down. */
export function limitCount(limit: Extract<ValidityRule, { limit: unknown }>['limit'], marks: number): number {
  if ('count' in limit) return limit.count;
  const share = decimal(limit.percent);
  return Number((share.numerator * BigInt(marks)) / (share.denominator * 100n));
}

function unitTotals(marks: readonly Mark[]): readonly Rational[] {
  const units = [...new Set(marks.map(({ unit }) => unit))];
  return units.map((unit) =>
    sum(
      marks.flatMap((mark) => {
        const value = parseDecimal(mark.text);
        return mark.unit === unit && value.ok ? [value.value] : [];
      }),
    ),
  );
}

/** What is compared between units: the grade, or the sum of the marks. */
function comparable(kind: BallotType['kind'], marks: readonly Mark[]): readonly string[] {
  if (kind === 'grades') return marks.map(({ text }) => text);
  return unitTotals(marks).map(({ numerator, denominator }) => `${numerator}/${denominator}`);
}

// RULE-2
/** What a whole ballot breaks of one validity rule. */
export function ruleFaults(kind: BallotType['kind'], rule: ValidityRule, vote: Vote): readonly VoteFault[] {
  const marks = marksOf(vote);
  const { effect } = rule;
  switch (rule.kind) {
    case 'at-most':
    case 'at-least': {
      const meant = marks.filter(({ text }) => isMeant(rule.marks, text)).length;
      const limit = limitCount(rule.limit, marks.length);
      if (rule.kind === 'at-most') return meant > limit ? [{ code: 'too-many-marks', effect }] : [];
      return meant < limit ? [{ code: 'too-few-marks', effect }] : [];
    }
    case 'no-equal-marks': {
      const values = comparable(kind, marks);
      return new Set(values).size < values.length ? [{ code: 'equal-marks', effect }] : [];
    }
    case 'not-all-equal': {
      const values = comparable(kind, marks);
      return values.length > 1 && new Set(values).size === 1 ? [{ code: 'all-equal', effect }] : [];
    }
    case 'reason-beyond':
      return marks
        .filter((mark) => isMeant(rule.marks, mark.text) && (vote.reasons?.[mark.unit] ?? '').trim() === '')
        .map(({ unit, key }): VoteFault => ({ code: 'reason-missing', effect, unit, key }));
    default:
      return unreachable(rule);
  }
}

/**
 * All that is wrong with one seat's ballot on the units it may vote on: the same on the page before sending and at the
 * host. An empty list, or warnings alone, may be stored; `void` is stored and counts as a void ballot.
 */
export function checkVote(ballot: BallotType, units: readonly string[], vote: Vote): readonly VoteFault[] {
  const form = formFaults(ballot, units, vote);
  if (form.some(({ effect }) => effect === 'refuse')) return form;
  return [
    ...form,
    ...wholeFaults(ballot, vote),
    ...ballot.validity.flatMap((rule) => ruleFaults(ballot.kind, rule, vote)),
  ];
}

/** A ranking, best first, as the places it gives. */
export function votesOfRanking(best: readonly string[]): { readonly [unit: string]: VoteValues } {
  return Object.fromEntries(best.map((unit, n) => [unit, { place: String(n + 1) }]));
}
