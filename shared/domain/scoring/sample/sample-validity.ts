import { compare, decimal, parseDecimal, rationalText, sum } from '../../../kernel/rational.ts';
import type { BallotType, ValidityRule } from '../rules/ballot-type.ts';
import { checkVote, type MarkRange, type VoteFault } from '../rules/vote-check.ts';
import { markMoved, markNotAbove, type SeatVotes } from './sample-marks.ts';

const compares: readonly BallotType['kind'][] = ['ranking', 'placement', 'approval', 'winner'];

/** Whether a seat's votes on all units stand on one ballot, and its rules look at all of them. */
export function isOneBallot(ballot: BallotType): boolean {
  return (
    compares.includes(ballot.kind) || ballot.round.kind === 'all-units' || ballot.round.kind === 'first-held'
  );
}

type LimitRule = Extract<ValidityRule, { limit: unknown }>;
type Place = { readonly unit: string; readonly key: string; readonly text: string };

function rangeOf(ballot: BallotType, key: string): MarkRange | null {
  if (ballot.kind === 'points') return ballot.criteria.find(({ id }) => id === key) ?? null;
  return ballot.kind === 'total' ? ballot : null;
}

function placesOn(votes: SeatVotes): readonly Place[] {
  return Object.entries(votes).flatMap(([unit, values]) =>
    Object.entries(values).map(([key, text]) => ({ unit, key, text })),
  );
}

function isMeant(meant: LimitRule['marks'], text: string): boolean {
  if ('grade' in meant) return text === meant.grade;
  if (!parseDecimal(text).ok) return false;
  return 'above' in meant
    ? compare(decimal(text), decimal(meant.above)) > 0
    : compare(decimal(text), decimal(meant.below)) < 0;
}

/** Another mark for this place, on the side of the limit that is asked for; null where there is none. */
function crossed(ballot: BallotType, rule: LimitRule, { key, text }: Place, isIn: boolean): string | null {
  const { marks } = rule;
  if ('grade' in marks) {
    if (ballot.kind !== 'grades') return null;
    if (isIn) return marks.grade;
    const counted = ballot.grades.filter(({ id, points }) => id !== marks.grade && points !== null);
    const own = ballot.grades.findIndex(({ id }) => id === text);
    return (
      (counted.find(({ id }) => ballot.grades.findIndex((each) => each.id === id) > own) ?? counted[0])?.id ??
      null
    );
  }
  const range = rangeOf(ballot, key);
  if (!range) return null;
  const line = markNotAbove(range, 'above' in marks ? marks.above : marks.below);
  const wantsHigher = 'above' in marks ? isIn : !isIn;
  const candidates = [-1, 0, 1].map((steps) => markMoved(range, line, steps));
  const fits = candidates.filter((mark) => isMeant(marks, mark) === isIn);
  return (wantsHigher ? fits[0] : fits[fits.length - 1]) ?? null;
}

function withMark(votes: SeatVotes, { unit, key }: Place, text: string): SeatVotes {
  return { ...votes, [unit]: { ...votes[unit], [key]: text } };
}

/** The last unit that was given as much as another one before it. */
function equalUnit(votes: SeatVotes): string | undefined {
  const given = Object.entries(votes).map(([unit, values]) => {
    const texts = Object.values(values);
    const isNumbers = texts.every((text) => parseDecimal(text).ok);
    return { unit, sum: isNumbers ? rationalText(sum(texts.map(decimal))) : texts.join(' ') };
  });
  const equal = given.filter((own, n) => given.findIndex((other) => other.sum === own.sum) < n);
  return equal[equal.length - 1]?.unit;
}

/** One change that may heal the fault; null where none is known. */
function mended(ballot: BallotType, votes: SeatVotes, fault: VoteFault, turn: number): SeatVotes | null {
  const places = placesOn(votes);
  if (fault.code === 'too-many-marks' || fault.code === 'too-few-marks') {
    const kind = fault.code === 'too-many-marks' ? 'at-most' : 'at-least';
    const rules = ballot.validity.filter((rule): rule is LimitRule => rule.kind === kind);
    const rule = rules[turn % Math.max(1, rules.length)];
    const wrong = rule && places.filter(({ text }) => isMeant(rule.marks, text) === (kind === 'at-most'));
    const place = wrong?.[wrong.length - 1];
    const text = rule && place ? crossed(ballot, rule, place, kind === 'at-least') : null;
    return place && text !== null ? withMark(votes, place, text) : null;
  }
  if (fault.code === 'equal-marks' || fault.code === 'all-equal') {
    const unit = equalUnit(votes);
    const own = places.filter((place) => place.unit === unit);
    const place = own[turn % Math.max(1, own.length)];
    if (!place) return null;
    const range = rangeOf(ballot, place.key);
    if (range) return withMark(votes, place, markMoved(range, place.text, turn % 5 === 4 ? 2 : -1));
    if (ballot.kind !== 'grades') return null;
    const other = ballot.grades[turn % ballot.grades.length];
    return other ? withMark(votes, place, other.id) : null;
  }
  return null;
}

const triesAtMost = 60;

/** The votes, changed until the ballot's own rules let them through; null where no such votes were found. */
export function validVotes(ballot: BallotType, first: SeatVotes): SeatVotes | null {
  const units = Object.keys(first);
  const reasons = Object.fromEntries(units.map((unit) => [unit, 'sample']));
  let votes = first;
  for (let turn = 0; turn < triesAtMost; turn += 1) {
    const fault = checkVote(ballot, units, { values: votes, reasons }).find(
      ({ effect }) => effect !== 'warn',
    );
    if (!fault) return votes;
    const next = mended(ballot, votes, fault, turn);
    if (next) votes = next;
  }
  return null;
}
