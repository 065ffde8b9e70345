import type { BallotType } from '../../domain/scoring/rules/ballot-type.ts';
import type { BallotVotes } from '../../domain/scoring/rules/contest.ts';
import type { MarksNode } from '../../domain/scoring/rules/plan.ts';
import type { TreeNode, TreePart } from '../../domain/scoring/rules/result-tree.ts';
import { valueKeys } from '../../domain/scoring/rules/value-keys.ts';
import type { SheetBlock } from '../sheet.ts';
import { isTaken } from './arithmetic-text.ts';
import { numberText, readFraction } from './exact-text.ts';
import { castOn, itemOf, type OpenedUnit, paperKey } from './opened-unit.ts';
import type { TreeWords } from './tree-words.ts';

export type TreeLine = Extract<SheetBlock, { kind: 'tree' }>['lines'][number];

/** The marks of a points ballot, each by its factor: `19 + 8 × 4`. */
function criteriaText(
  ballot: Extract<BallotType, { kind: 'points' }>,
  keys: readonly string[],
  text: string,
) {
  const marks = text.split(' + ');
  return keys
    .map((key, n) => {
      const factor = ballot.criteria.find(({ id }) => id === key)?.factor ?? '1';
      return factor === '1' ? (marks[n] ?? '') : `${marks[n] ?? ''} × ${factor}`;
    })
    .join(' + ');
}

/** What stands on the ballot, in words. */
function writtenText(
  { names, words }: OpenedUnit,
  ballot: BallotType,
  criteria: readonly string[] | undefined,
  text: string,
): string {
  switch (ballot.kind) {
    case 'grades':
      return names.grade(ballot.id, text);
    case 'approval':
    case 'yes-no':
    case 'winner':
      return text === 'yes' || text === 'no' || text === 'abstain' ? words.votes[text] : text;
    case 'ranking':
    case 'placement':
      return words.place(text);
    case 'points':
      return criteriaText(ballot, criteria ?? valueKeys(ballot), text);
    default:
      return text;
  }
}

/** What stands on the ballot where the value beside it isn't just that; null where it is, or nothing was written. */
function besideText(
  opened: OpenedUnit,
  ballot: BallotType,
  rule: MarksNode,
  { text = '', value, state }: TreePart,
): string | null {
  if (text.trim() === '') return null;
  const written = writtenText(opened, ballot, rule.criteria, text);
  // A mark that counts nothing, or that stands for a place: it was written, and another number is beside it.
  const isOnlyWritten =
    (value === null && state !== 'outside') || rule.read === 'places' || rule.placePoints !== undefined;
  if (isOnlyWritten) return opened.words.written(written);
  // A share looks at marks and has ones and noughts for them.
  if (rule.by === 'share' || rule.by === 'count' || value === null) return written;
  const own = numberText(readFraction(value));
  return own === text || own === written ? null : written;
}

/** Whether the largest mark is the best score, or the last place. */
export function extremesOf(
  ballot: BallotType | undefined,
  { read, placePoints }: Pick<MarksNode, 'read' | 'placePoints'>,
): keyof TreeWords['extremes'] {
  const isPlace = read === 'places' || ballot?.kind === 'ranking' || ballot?.kind === 'placement';
  return isPlace && !placePoints ? 'places' : 'scores';
}

/** Why a mark counts, or what its absence does. */
function stateText(
  { words }: OpenedUnit,
  ballot: BallotType,
  { of, state }: TreePart,
  cast: BallotVotes | undefined,
  extremes: keyof TreeWords['extremes'],
): string {
  if (state === 'struck-high') return words.struckAs(words.extremes[extremes].highest);
  if (state === 'struck-low') return words.struckAs(words.extremes[extremes].lowest);
  // A secret ballot's seat isn't told, so neither is what was filled in for whom.
  if (state === 'filled' && of === '') return words.partStates.filled;
  const before = state === 'filled' ? (cast?.states?.[of] ?? 'not-yet') : state;
  if (before in ballot.missing) {
    const policy = ballot.missing[before as keyof BallotType['missing']];
    return [words.partStates[before], words.policies[policy]].join(words.clause);
  }
  return before === 'excluded'
    ? [words.partStates.excluded, words.policies.exclude].join(words.clause)
    : words.partStates[before];
}

// SECRET-5
/**
 * Of a secret ballot. Which of several equal ballots was struck hangs on whose seat comes first; so what was written on
 * them is dealt out among them anew, in its own order.
 */
function dealtOut(parts: readonly TreePart[]): readonly TreePart[] {
  const keyOf = ({ group, value }: TreePart) => `${group ?? ''} ${value ?? ''}`;
  const texts = new Map<string, string[]>();
  for (const part of parts) texts.set(keyOf(part), [...(texts.get(keyOf(part)) ?? []), part.text ?? '']);
  for (const written of texts.values()) written.sort();
  return parts.map((part) =>
    part.value === null ? part : { ...part, text: texts.get(keyOf(part))?.shift() ?? '' },
  );
}

/** Every mark of a panel: whose, how much, and how it went into the value. */
export function markLines(
  opened: OpenedUnit,
  node: TreeNode,
  rule: MarksNode,
  depth: number,
): readonly TreeLine[] {
  const { calculation, names, words } = opened;
  const ballot = calculation.plan.ballotById.get(rule.ballot);
  if (!ballot) throw new RangeError(`no ballot ${rule.ballot}`);
  const cast = castOn(opened, rule.ballot, rule.each, itemOf(node));
  const given = node.parts.filter(({ from }) => from === 'seat');
  const marks = ballot.secrecy === 'anonymous' ? dealtOut(given) : given;
  const hasGroups = new Set(marks.map(({ group }) => group)).size > 1;
  return marks.map((part): TreeLine => {
    const seat = part.of === '' ? words.secretBallot : names.seat(part.of);
    const written = besideText(opened, ballot, rule, part);
    return {
      depth,
      text: hasGroups ? words.inGroup(names.group(part.group ?? ''), seat) : seat,
      value: part.value === null ? words.none : numberText(readFraction(part.value)),
      note: [
        stateText(opened, ballot, part, cast, extremesOf(ballot, rule)),
        ...(opened.onPaper[paperKey(ballot.id, rule.each, itemOf(node))]?.includes(part.of)
          ? [words.onPaper]
          : []),
        ...(written === null ? [] : [written]),
      ].join(words.clause),
      ...(isTaken(part) ? {} : { isOut: true }),
    };
  });
}
