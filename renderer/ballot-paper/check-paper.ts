import { markFault } from '../../shared/domain/ballot.ts';
import { paperFaults, readPart, reasonField } from '../../shared/domain/ballot-paper.ts';
import type { BallotType, ValidityRule } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { valueKeys } from '../../shared/domain/scoring/rules/value-keys.ts';
import { limitCount, ruleFaults, type Vote } from '../../shared/domain/scoring/rules/vote-check.ts';
import type { UnitId } from '../../shared/kernel/brand.ts';
import {
  askedOf,
  cellsOf,
  fieldOn,
  namedUnits,
  openUnits,
  type Paper,
  type PaperValues,
  partsOf,
  rankedUnits,
  usableValues,
} from './paper.ts';

type Effect = 'refuse' | 'warn' | 'void';

/** What a filled paper breaks, and what that does to it. */
export type Notice = { readonly ballot: BallotType; readonly effect: Effect } & (
  | { readonly kind: 'rule'; readonly rule: ValidityRule }
  | { readonly kind: 'too-many-names'; readonly atMost: number; readonly named: number }
  | { readonly kind: 'too-few-names'; readonly atLeast: number; readonly named: number }
  | { readonly kind: 'unranked'; readonly count: number }
);

/** What is still to be filled in before the paper may be sent. */
export type LeftToFill = {
  readonly marks: number;
  readonly choices: number;
  readonly places: number;
  readonly names: number;
};

export type PaperCheck = {
  /** The paper as it is sent: units that weren't named have a no. */
  readonly values: PaperValues;
  readonly left: LeftToFill;
  /** How many are left in all. */
  readonly leftCount: number;
  /** The host would refuse it. */
  readonly isBarred: boolean;
  readonly notices: readonly Notice[];
};

const none: LeftToFill = { marks: 0, choices: 0, places: 0, names: 0 };

function leftOf(paper: Paper, ballot: BallotType, values: PaperValues): LeftToFill {
  const asked = askedOf(ballot);
  const units = openUnits(paper, ballot, values);
  switch (asked.kind) {
    case 'marks': {
      const cells = cellsOf({ ...paper, parts: [ballot] }, values);
      const open = cells.filter((cell) => markFault(cell, values[cell.id] ?? '') !== null).length;
      return ballot.kind === 'placement' ? { ...none, places: open } : { ...none, marks: open };
    }
    case 'choice':
      return {
        ...none,
        choices: units.filter(({ id }) => !values[fieldOn(paper, ballot, id, asked.choice.id)]).length,
      };
    case 'ranking': {
      const open = units.length - rankedUnits(paper, ballot, values).length;
      // What makes the paper void may be sent, an empty one apart.
      const maySend = ballot.kind === 'ranking' && ballot.effect === 'void' && open < units.length;
      return { ...none, places: maySend ? 0 : open };
    }
    case 'names': {
      const isVoid = ballot.kind === 'approval' && ballot.effect === 'void';
      const least = isVoid ? 0 : Math.min(asked.atLeast, units.length);
      return { ...none, names: Math.max(0, least - namedUnits(paper, ballot, values).length) };
    }
  }
}

const sumOf = (left: LeftToFill): number => left.marks + left.choices + left.places + left.names;

function voteOn(paper: Paper, ballot: BallotType, values: PaperValues): Vote {
  const units = openUnits(paper, ballot, values).map(({ id }) => id);
  const filled = Object.entries(readPart(paper.shape, ballot, units, values));
  return {
    values: Object.fromEntries(filled.map(([unit, on]) => [unit, on.values])),
    reasons: Object.fromEntries(filled.map(([unit, on]) => [unit, on.reason])),
  };
}

function noticesOf(paper: Paper, ballot: BallotType, values: PaperValues): readonly Notice[] {
  const units = openUnits(paper, ballot, values);
  if (units.length === 0) return [];
  const found: Notice[] = [];
  if (ballot.kind === 'ranking') {
    const count = units.length - rankedUnits(paper, ballot, values).length;
    if (count > 0) found.push({ kind: 'unranked', ballot, effect: ballot.effect, count });
  }
  if (ballot.kind === 'approval') {
    const named = namedUnits(paper, ballot, values).length;
    const { effect, atLeast, atMost } = ballot;
    if (named > atMost) found.push({ kind: 'too-many-names', ballot, effect, atMost, named });
    if (named < atLeast) found.push({ kind: 'too-few-names', ballot, effect, atLeast, named });
  }
  const vote = voteOn(paper, ballot, values);
  for (const rule of ballot.validity) {
    const [fault] = ruleFaults(ballot.kind, rule, vote);
    if (fault) found.push({ kind: 'rule', ballot, rule, effect: fault.effect });
  }
  return found;
}

/** The paper as it is sent: without a unit that was taken out meanwhile, a no for who isn't named, and nothing empty. */
function completed(paper: Paper, values: PaperValues): PaperValues {
  const full: { [field: string]: string } = {};
  for (const [field, text] of Object.entries(usableValues(paper, values)))
    if (text.trim() !== '') full[field] = text;
  for (const ballot of paper.parts) {
    if (askedOf(ballot).kind !== 'names') continue;
    for (const { id } of openUnits(paper, ballot, values)) full[fieldOn(paper, ballot, id, 'vote')] ??= 'no';
  }
  return full;
}

// BALLOT-4
/** What a paper still lacks and what it breaks, told before it is sent; the host checks the same again. */
export function checkPaper(paper: Paper, written: PaperValues): PaperCheck {
  const values = completed(paper, written);
  const lefts = paper.parts.map((ballot) => leftOf(paper, ballot, values));
  const left = lefts.reduce(
    (sum, each) => ({
      marks: sum.marks + each.marks,
      choices: sum.choices + each.choices,
      places: sum.places + each.places,
      names: sum.names + each.names,
    }),
    none,
  );
  const faults = paperFaults(paper.shape, partsOf(paper), values);
  return {
    values,
    left,
    leftCount: sumOf(left),
    isBarred: faults.some(({ effect }) => effect === 'refuse'),
    notices: paper.parts.flatMap((ballot, n) => {
      const own = lefts[n];
      return own && sumOf(own) > 0 ? [] : noticesOf(paper, ballot, values);
    }),
  };
}

/** Whether what is marked on a unit asks for a reason. */
export function needsReason(paper: Paper, ballot: BallotType, unit: UnitId, values: PaperValues): boolean {
  const on: { [key: string]: string } = {};
  for (const key of valueKeys(ballot)) {
    const text = values[fieldOn(paper, ballot, unit, key)];
    if (text) on[key] = text;
  }
  return ballot.validity.some(
    (rule) =>
      rule.kind === 'reason-beyond' && ruleFaults(ballot.kind, rule, { values: { [unit]: on } }).length > 0,
  );
}

export function reasonOn(paper: Paper, ballot: BallotType, unit: UnitId, values: PaperValues): string {
  return values[fieldOn(paper, ballot, unit, reasonField)] ?? '';
}

/** How many have a limited grade, and how many may. */
export type GradeCount = {
  readonly grade: string;
  readonly count: number;
  readonly limit: number;
  readonly kind: 'at-most' | 'at-least';
};

/** The limits on grades of a paper of all units, with how many stand so far. */
export function gradeCounts(paper: Paper, ballot: BallotType, values: PaperValues): readonly GradeCount[] {
  if (ballot.kind !== 'grades' || paper.unit !== null) return [];
  const units = openUnits(paper, ballot, values);
  return ballot.validity.flatMap((rule): readonly GradeCount[] => {
    if ((rule.kind !== 'at-most' && rule.kind !== 'at-least') || !('grade' in rule.marks)) return [];
    const { grade } = rule.marks;
    const count = units.filter(({ id }) => values[fieldOn(paper, ballot, id, 'grade')] === grade).length;
    return [{ grade, count, limit: limitCount(rule.limit, units.length), kind: rule.kind }];
  });
}
