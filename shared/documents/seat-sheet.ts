import { ballotTotal } from '../domain/ballot.ts';
import type { Seat, Unit } from '../domain/event-definition.ts';
import type { EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { formatDecimal, parseDecimal } from '../kernel/rational.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ballotCheckCode } from '../views/ballot-check-code.ts';
import { ballotFields } from '../views/ballot-fields.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import type { CriterionView } from '../views/view-sections.ts';
import { countedRound } from './counted-votes.ts';
import { firstBallot, firstVotes } from './first-ballot.ts';
import { optionName } from './option-name.ts';
import { seatWords } from './seat-words.ts';
import type { Sheet, SheetBlock, SheetColumn, SheetRow } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';

const text = { kind: 'text' } as const;

function number(name: string, decimals: number): SheetColumn {
  return { name, content: { kind: 'number', decimals } };
}

function places(written: string): number {
  return written.split('.')[1]?.length ?? 0;
}

/** As many decimals as a mark of this row can have. */
function decimalsOf({ minimum, step }: Pick<CriterionView, 'minimum' | 'step'>): number {
  return Math.max(places(minimum), places(step));
}

function sumDecimals(criteria: readonly CriterionView[]): number {
  return Math.max(...criteria.map((criterion) => decimalsOf(criterion) + places(criterion.factor)));
}

/** The mark with zeros to that many places; as it was cast where it is no number. */
function withDecimals(mark: string, decimals: number): string {
  const value = parseDecimal(mark);
  return value.ok ? formatDecimal(value.value, decimals) : mark;
}

/** The seat's row for one unit: marks as cast, their sum, the check code, and why they don't count where they don't. */
function unitRow(state: EventState, unit: Unit, seat: Seat, language: Language): SheetRow {
  const words = seatWords[language];
  const ballot = firstBallot(state.definition.scheme);
  const { criteria, choice } = ballotFields(ballot);
  const blank = Array.from({ length: choice ? 1 : criteria.length + 1 }, () => null);
  const round = countedRound(state, unit.id);
  if (!round) return [unit.name[language], null, ...blank, null, words.notCounted];
  const stored = round.ballots[seat.id] ?? null;
  const why = firstVotes(state, round).states?.[seat.id];
  const remark = why === undefined ? (stored ? null : words.noBallot) : words.states[why];
  const number = `${round.number}`;
  if (!stored) return [unit.name[language], number, ...blank, null, remark];
  const marks = choice
    ? [optionName(choice, stored.values[choice.id] ?? '', language)]
    : [
        ...criteria.map((criterion) =>
          withDecimals(stored.values[criterion.id] ?? '', decimalsOf(criterion)),
        ),
        withDecimals(ballotTotal(criteria, stored.values), sumDecimals(criteria)),
      ];
  const code = stored.signed === '' ? null : ballotCheckCode(stored.signed);
  return [unit.name[language], number, ...marks, code, remark];
}

function columnsOf(state: EventState, language: Language): readonly SheetColumn[] {
  const words = seatWords[language];
  const ballot = firstBallot(state.definition.scheme);
  const { criteria, choice } = ballotFields(ballot);
  const marks: readonly SheetColumn[] = choice
    ? [{ name: words.vote, content: text }]
    : [
        ...criteria.map((criterion) => number(criterion.name[language], decimalsOf(criterion))),
        number(words.total, sumDecimals(criteria)),
      ];
  return [
    { name: words.unit, content: text },
    number(words.round, 0),
    ...marks,
    { name: words.checkCode, content: text },
    { name: words.remark, content: text },
  ];
}

/**
 * One panelist's own ballots, to sign; only of counted rounds, and never of a secret ballot, of which nobody knows who
 * cast it.
 */
export function seatSheet(
  source: SheetSource,
  seatId: string,
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  if (firstBallot(definition.scheme).secrecy === 'anonymous') return err('ballot-secret');
  if (state.result.kind === 'none') return err('result-not-counted');
  const seat = definition.seats.find(({ id }) => id === seatId);
  if (!seat) return err('unknown-seat');
  const words = seatWords[language];
  const group = definition.groups.find(({ id }) => id === seat.group);
  const blocks: readonly SheetBlock[] = [
    {
      kind: 'facts',
      facts: [
        { name: words.seat, text: words.seatOf(`${seat.number}`) },
        { name: words.group, text: group?.name[language] ?? seat.group },
      ],
    },
    {
      kind: 'table',
      columns: columnsOf(state, language),
      rows: definition.units.map((unit) => unitRow(state, unit, seat, language)),
    },
    { kind: 'lines', lines: [words.note] },
  ];
  return ok(
    sheetOf(source, language, {
      name: words.sheet(`${seat.number}`),
      isOfResult: true,
      blocks,
      signatures: [words.signer(`${seat.number}`)],
    }),
  );
}
