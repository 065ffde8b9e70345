import type { UnitId } from '../kernel/brand.ts';
import type { BallotValues } from './ballot.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';
import type { VoteValues } from './scoring/rules/contest.ts';
import { valueKeys } from './scoring/rules/value-keys.ts';
import { checkVote, type Vote, type VoteFault } from './scoring/rules/vote-check.ts';

/** One ballot on a paper, with the units that may be voted on. */
export type PaperPart = { readonly ballot: BallotType; readonly units: readonly UnitId[] };

/** How a paper's fields are named: with the ballot where several are cast together, with the unit where it holds all. */
export type PaperShape = { readonly hasSeveralForms: boolean; readonly isOnAllUnits: boolean };

/** Beside the marks on a unit: why they are what they are, and that the holder of a secret card may not vote on it. */
export const reasonField = '@reason';
export const recusedField = '@recused';

export function shapeOf(round: {
  readonly forms: readonly string[];
  readonly unit: UnitId | null;
}): PaperShape {
  return { hasSeveralForms: round.forms.length > 1, isOnAllUnits: round.unit === null };
}

/** The name of one field of a paper: `marks/u1/content`; what goes without saying is left out. */
export function fieldName(shape: PaperShape, ballot: string, unit: string, key: string): string {
  const parts = [...(shape.hasSeveralForms ? [ballot] : []), ...(shape.isOnAllUnits ? [unit] : []), key];
  return parts.join('/');
}

/** Whether a ballot asks for reasons. */
export function asksReasons({ validity }: BallotType): boolean {
  return validity.some(({ kind }) => kind === 'reason-beyond');
}

/** What stands on a paper about one unit. */
type OnUnit = { readonly values: VoteValues; readonly reason: string; readonly isRecused: boolean };

/** What one filled paper says of one ballot, by unit. A unit that nothing is written on isn't there. */
export type FilledPart = { readonly [unit: string]: OnUnit };

/** Reads the fields of one ballot on some units. Fields of other names are left alone. */
export function readPart(
  shape: PaperShape,
  ballot: BallotType,
  units: readonly UnitId[],
  written: BallotValues,
): FilledPart {
  const filled: { [unit: string]: OnUnit } = {};
  const keys = valueKeys(ballot);
  for (const unit of units) {
    const at = (key: string) => written[fieldName(shape, ballot.id, unit, key)];
    const values: { [key: string]: string } = {};
    for (const key of keys) {
      const text = at(key);
      if (text !== undefined) values[key] = text;
    }
    const reason = at(reasonField) ?? '';
    const isRecused = at(recusedField) === 'yes';
    if (isRecused || reason !== '' || Object.keys(values).length > 0)
      filled[unit] = { values, reason, isRecused };
  }
  return filled;
}

/** The vote that a filled part makes, on the units that its holder votes on. */
function voteOf(filled: FilledPart, units: readonly UnitId[]): Vote {
  const values: { [unit: string]: VoteValues } = {};
  const reasons: { [unit: string]: string } = {};
  for (const unit of units) {
    const on = filled[unit];
    // On the paper of one unit each empty field is named, on that of all the empty unit.
    if (units.length > 1 && Object.keys(on?.values ?? {}).length === 0) continue;
    values[unit] = on?.values ?? {};
    if (on && on.reason !== '') reasons[unit] = on.reason;
  }
  return { values, reasons };
}

/** All that is wrong with one filled part: what `checkVote` finds on the units that its holder votes on. */
export function partFaults({ ballot, units }: PaperPart, filled: FilledPart): readonly VoteFault[] {
  const voting = units.filter((unit) => !filled[unit]?.isRecused);
  const both = units.find((unit) => filled[unit]?.isRecused && Object.keys(filled[unit].values).length > 0);
  // SECRET-3: who may not vote on a unit gives it no mark either.
  if (both !== undefined) return [{ code: 'unknown-value', effect: 'refuse', unit: both, key: recusedField }];
  return voting.length === 0 ? [] : checkVote(ballot, voting, voteOf(filled, voting));
}

/** Every field that a paper may have. */
function knownFields(shape: PaperShape, parts: readonly PaperPart[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ ballot, units }) => {
      const keys = [
        ...valueKeys(ballot),
        ...(asksReasons(ballot) ? [reasonField] : []),
        ...(ballot.secrecy === 'anonymous' ? [recusedField] : []),
      ];
      return units.flatMap((unit) => keys.map((key) => fieldName(shape, ballot.id, unit, key)));
    }),
  );
}

export type PaperFault = VoteFault & { readonly field: string };

function fieldOf(shape: PaperShape, ballot: string, { unit, key }: VoteFault): string {
  return unit === undefined ? '' : fieldName(shape, ballot, unit, key ?? '').replace(/\/$/, '');
}

// BALLOT-3, BALLOT-4
/**
 * All that is wrong with a whole paper, the same on the page before sending and at the host; `field` names the field,
 * or is empty for the paper as a whole. Warnings alone, or nothing, may be stored.
 */
export function paperFaults(
  shape: PaperShape,
  parts: readonly PaperPart[],
  written: BallotValues,
): readonly PaperFault[] {
  const known = knownFields(shape, parts);
  const strange = Object.keys(written).find((field) => !known.has(field));
  if (strange !== undefined)
    return [{ code: 'unknown-value', effect: 'refuse', field: strange, key: strange }];
  const unclear = Object.entries(written).find(
    ([field, text]) => field.endsWith(recusedField) && text !== 'yes',
  );
  if (unclear) return [{ code: 'not-yes-or-no', effect: 'refuse', field: unclear[0] }];
  return parts.flatMap((part) =>
    partFaults(part, readPart(shape, part.ballot, part.units, written)).map((fault) => ({
      ...fault,
      field: fieldOf(shape, part.ballot.id, fault),
    })),
  );
}

/** How long a signed ballot may be, as UTF-16 units of its text: a message of a device has to hold it. */
export const longestSigned = 12_288;

/** What stands in a signed text beside the values, at the most. */
const frame = 700;

/** What one value takes in the signed text: its name, a mark or a grade, quotes and signs. */
function fieldLength(name: string, ballot: BallotType): number {
  const grades = ballot.kind === 'grades' ? ballot.grades.map(({ id }) => id.length) : [];
  return name.length + Math.max(10, ...grades) + 6;
}

// BALLOT-10
/** Whether a paper with every mark on it fits into a signed ballot; reasons come on top, and are told when they don't. */
export function fitsSigned(shape: PaperShape, parts: readonly PaperPart[]): boolean {
  let length = frame;
  for (const { ballot, units } of parts)
    for (const unit of units)
      for (const key of valueKeys(ballot))
        length += fieldLength(fieldName(shape, ballot.id, unit, key), ballot);
  return length <= longestSigned;
}
