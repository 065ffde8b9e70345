import { toRational } from '../../../domain/scoring/rules/amount.ts';
import type { BallotType } from '../../../domain/scoring/rules/ballot-type.ts';
import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import type { BallotVotes, VoteValues } from '../../../domain/scoring/rules/contest.ts';
import { markReader } from '../../../domain/scoring/rules/mark-reading.ts';
import { isOneBallot } from '../../../domain/scoring/sample/sample-validity.ts';
import { decimal, formatDecimal, isMultipleOf } from '../../../kernel/rational.ts';
import type { SheetBlock, SheetColumn } from '../../sheet.ts';
import { capital, type Speaker } from '../speaker.ts';
import { unitName } from './sample-words.ts';

/** The fewest decimals with which all these texts can be written. */
function decimalsOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)));
}

const textColumn = (name: string): SheetColumn => ({ name, content: { kind: 'text' } });

/** A column of marks, all with the same decimals. */
function marksColumn(name: string, marks: readonly (string | null)[]) {
  const decimals = decimalsOf(marks.flatMap((mark) => mark ?? []));
  return {
    column: { name, content: { kind: 'number' as const } },
    cells: marks.map((mark) => (mark === null ? null : formatDecimal(decimal(mark), decimals))),
  };
}

const wordsColumn = (name: string, cells: readonly (string | null)[]) => ({
  column: textColumn(name),
  cells,
});

function totalOf(ballot: BallotType, vote: VoteValues | undefined): string | null {
  const amount = vote && markReader(ballot, undefined)(vote);
  if (amount === undefined || amount === null) return null;
  const value = toRational(amount);
  for (let decimals = 0; decimals < 6; decimals += 1)
    if (isMultipleOf(value, decimal((1 / 10 ** decimals).toFixed(decimals))))
      return formatDecimal(value, decimals);
  return formatDecimal(value, 6);
}

/** One seat's mark in a word or a number. */
function markText({ names, say }: Speaker, ballot: BallotType, vote: VoteValues | undefined): string | null {
  if (!vote) return null;
  switch (ballot.kind) {
    case 'grades':
      return names.grade(ballot.id, vote.grade ?? '');
    case 'yes-no':
      return (
        {
          yes: say('赞成', '贊成', 'yes'),
          no: say('反对', '反對', 'no'),
          abstain: say('弃权', '棄權', 'abstain'),
        }[vote.vote ?? ''] ?? null
      );
    case 'approval':
    case 'winner':
      return vote.vote === 'yes' ? '√' : null;
    case 'ranking':
    case 'placement':
      return vote.place ?? null;
    case 'points':
    case 'total':
      return totalOf(ballot, vote);
  }
}

type Column = { readonly column: SheetColumn; readonly cells: readonly (string | null)[] };

/** Numbers where all are, else words. */
function anyColumn(name: string, cells: readonly (string | null)[]): Column {
  const isNumeric =
    cells.some((cell) => cell !== null) && cells.every((cell) => cell === null || /^-?[\d.]+$/.test(cell));
  return isNumeric ? marksColumn(name, cells) : wordsColumn(name, cells);
}

function criteriaColumns(
  speaker: Speaker,
  ballot: BallotType,
  votes: readonly (VoteValues | undefined)[],
): readonly Column[] {
  const { say, names } = speaker;
  if (ballot.kind !== 'points')
    return [
      anyColumn(
        capital(names.ballot(ballot.id)),
        votes.map((vote) => markText(speaker, ballot, vote)),
      ),
    ];
  const criteria = ballot.criteria.map(({ id, factor }) => {
    const name = names.criterion(ballot.id, id);
    return marksColumn(
      factor === '1' ? name : `${name} (×${factor})`,
      votes.map((vote) => vote?.[id] ?? null),
    );
  });
  if (criteria.length === 1 && ballot.criteria[0]?.factor === '1') return criteria;
  return [
    ...criteria,
    marksColumn(
      say('合计', '合計', 'Sum'),
      votes.map((vote) => totalOf(ballot, vote)),
    ),
  ];
}

/** Whether a ballot's marks only say something beside those of other units. */
function isComparing({ scheme, plan }: Speaker, ballotId: string): boolean {
  const ballot = plan.ballotById.get(ballotId);
  const isPlaced = scheme.nodes.some(
    (node) =>
      (node.kind === 'marks' || node.kind === 'groups') && node.ballot === ballotId && node.read === 'places',
  );
  return ballot !== undefined && (isPlaced || isOneBallot(ballot));
}

/** All ballots of a kind as they were cast: criteria of one unit, or one column for each unit or item. */
export function marksTable(
  speaker: Speaker,
  { contest, plan }: Calculation,
  ballotId: string,
  unit: string,
): SheetBlock {
  const { say, names, scheme } = speaker;
  const ballot = plan.ballotById.get(ballotId);
  const own = contest.units.find((entry) => entry.unit === unit);
  if (!ballot) throw new RangeError(`no ballot ${ballotId}`);
  const isSecret = ballot.secrecy === 'anonymous';
  const seats = contest.seats.filter(({ group }) => ballot.groups?.includes(group) ?? true);
  const votesOn = (cast: BallotVotes | undefined) => seats.map(({ seat }) => cast?.votes[seat]);
  const list = scheme.nodes.find(
    (node) =>
      (node.kind === 'marks' || node.kind === 'groups') &&
      node.ballot === ballotId &&
      node.each !== undefined,
  )?.each;
  const columns = (): readonly Column[] => {
    if (list !== undefined)
      return (own?.items?.[list] ?? []).map(({ ballots }, n) =>
        anyColumn(
          say(`第 ${n + 1} 项`, `第 ${n + 1} 項`, `No. ${n + 1}`),
          votesOn(ballots?.[ballotId]).map((vote) => markText(speaker, ballot, vote)),
        ),
      );
    if (isComparing(speaker, ballotId))
      return contest.units.map((entry) =>
        anyColumn(
          unitName(say, entry.unit),
          votesOn(entry.ballots?.[ballotId]).map((vote) => markText(speaker, ballot, vote)),
        ),
      );
    return criteriaColumns(speaker, ballot, votesOn(own?.ballots?.[ballotId]));
  };
  const first: readonly Column[] = [
    isSecret
      ? wordsColumn(
          say('票', '票', 'Ballot'),
          seats.map((_, n) => `${n + 1}`),
        )
      : wordsColumn(
          say('席位', '席位', 'Seat'),
          seats.map(({ seat }) => seat),
        ),
    ...(scheme.groups.length > 1
      ? [
          wordsColumn(
            say('组', '組', 'Group'),
            seats.map(({ group }) => names.group(group)),
          ),
        ]
      : []),
  ];
  const all = [...first, ...columns()];
  return {
    kind: 'table',
    columns: all.map(({ column }) => column),
    rows: seats.map((_, n) => all.map(({ cells }) => cells[n] ?? null)),
  };
}
