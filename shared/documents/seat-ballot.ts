import type { AttemptRef } from '../domain/attempts.ts';
import { ballotTotal } from '../domain/ballot.ts';
import { asksReasons, readPart, shapeOf } from '../domain/ballot-paper.ts';
import { ballotsOn, everyBallot } from '../domain/contest-of.ts';
import type { EventDefinition, Seat, Unit } from '../domain/event-definition.ts';
import type { Round, StoredBallot } from '../domain/round.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import type { SeatState } from '../domain/scoring/rules/contest.ts';
import { type EventState, roundFor, type UnitExit } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { formatDecimal, parseDecimal } from '../kernel/rational.ts';
import { ballotCheckCode } from '../views/ballot-check-code.ts';
import { optionName } from './ballot-options.ts';
import { type NumberRow, numberRows } from './ballot-rows.ts';
import { eventNames, unitWithAttempt } from './event-names.ts';
import { seatWords } from './seat-words.ts';
import type { SheetBlock, SheetColumn, SheetRow } from './sheet.ts';
import { sheetWords } from './sheet-words.ts';

const text = { kind: 'text' } as const;

function number(name: string): SheetColumn {
  return { name, content: { kind: 'number' } };
}

function places(written: string): number {
  return written.split('.')[1]?.length ?? 0;
}

/** As many decimals as a mark of this row can have. */
function decimalsOf({ minimum, step }: NumberRow): number {
  return Math.max(places(minimum), places(step));
}

function sumDecimals(rows: readonly NumberRow[]): number {
  return Math.max(...rows.map((row) => decimalsOf(row) + places(row.factor)));
}

/** The mark with zeros to that many places; as it was cast where it is no number. */
function withDecimals(mark: string, decimals: number): string {
  const value = parseDecimal(mark);
  return value.ok ? formatDecimal(value.value, decimals) : mark;
}

/** One seat's vote on one unit, or on an attempt of it, as it was stored. */
type SeatVote = {
  readonly unit: Unit;
  /** Null where it is on the unit itself. */
  readonly attempt: AttemptRef | null;
  readonly round: Round | null;
  readonly stored: StoredBallot | null;
  readonly values: { readonly [key: string]: string } | null;
  readonly reason: string;
  /** Why the vote doesn't count; null where it does, or there is none. */
  readonly state: SeatState | null;
  /** Why the unit isn't in the contest any more; null where it is. */
  readonly exit: UnitExit | null;
};

function voteOf(
  state: EventState,
  ballot: BallotType,
  { unit, attempt }: Pick<SeatVote, 'unit' | 'attempt'>,
  seat: Seat,
): SeatVote {
  const round = roundFor(state, unit.id, ballot.id, attempt);
  const exit = state.exits.find((each) => each.unit === unit.id)?.why ?? null;
  const none = { unit, attempt, round: null, stored: null, values: null, reason: '', state: null, exit };
  if (round?.state !== 'counted') return none;
  const stored = round.ballots[seat.id] ?? null;
  const on = stored && readPart(shapeOf(round), ballot, [unit.id], stored.values)[unit.id];
  return {
    unit,
    attempt,
    round,
    stored,
    values: on?.values ?? null,
    reason: on?.reason ?? '',
    state: ballotsOn(state, unit.id, attempt)[ballot.id]?.states?.[seat.id] ?? null,
    exit,
  };
}

type Written = { readonly columns: readonly SheetColumn[]; readonly cells: (vote: SeatVote) => SheetRow };

/** What a ballot says of a unit: marks with their sum, a place, or what was chosen. */
function writtenColumns(definition: EventDefinition, ballot: BallotType, language: Language): Written {
  const words = seatWords[language];
  const names = eventNames(definition, language);
  const rows = numberRows(ballot, definition.units.length, names, language);
  if (rows.length === 0) {
    const key = ballot.kind === 'grades' ? 'grade' : 'vote';
    return {
      columns: [{ name: words.vote, content: text }],
      cells: ({ values }) => {
        const chosen = values?.[key];
        return [chosen === undefined ? null : optionName(ballot, chosen, names, language)];
      },
    };
  }
  const isPlace = ballot.kind === 'ranking' || ballot.kind === 'placement';
  // The sum of one mark is the mark.
  const isOneMark = rows.length === 1 && rows[0]?.factor === '1';
  const total = isPlace || isOneMark ? [] : [number(words.total)];
  return {
    columns: [...rows.map((row) => number(row.name)), ...total],
    cells: ({ values }) => {
      if (!values) return [...rows, ...total].map(() => null);
      return [
        ...rows.map((row) => withDecimals(values[row.id] ?? '', decimalsOf(row)) || null),
        ...total.map(() => withDecimals(ballotTotal(rows, values), sumDecimals(rows))),
      ];
    },
  };
}

function remarkOf({ round, stored, state, exit }: SeatVote, language: Language): string | null {
  const words = seatWords[language];
  const remarks = [
    ...(round ? [] : [words.notCounted]),
    ...(state === null ? [] : [words.states[state]]),
    ...(round && state === null && !stored ? [words.noBallot] : []),
    ...(exit === null ? [] : [words.exits[exit]]),
    ...(stored?.source === 'paper' ? [words.onPaper] : []),
  ];
  return remarks.join(sheetWords[language].clause) || null;
}

/** A ranking is read from the first place; what has no place follows in the units' order. */
function inOrder(ballot: BallotType, votes: readonly SeatVote[]): readonly SeatVote[] {
  if (ballot.kind !== 'ranking') return votes;
  const place = ({ values }: SeatVote) => Number(values?.place ?? Number.MAX_SAFE_INTEGER);
  return [...votes].sort((a, b) => place(a) - place(b));
}

/** What one seat wrote on one ballot, unit by unit and attempt by attempt, a ranking from its first place; null where there is no round of it. */
export function seatBallotBlock(
  state: EventState,
  ballot: BallotType,
  seat: Seat,
  language: Language,
): SheetBlock | null {
  const words = seatWords[language];
  const { definition } = state;
  const ons = everyBallot(state).filter(({ form }) => form === ballot.id);
  const votes = definition.units.flatMap((unit) =>
    ons.map(({ attempt }) => voteOf(state, ballot, { unit, attempt }, seat)),
  );
  if (votes.every(({ round }) => round === null)) return null;
  const written = writtenColumns(definition, ballot, language);
  const hasReasons = asksReasons(ballot);
  return {
    kind: 'table',
    columns: [
      { name: words.unit, content: text },
      number(words.round),
      ...written.columns,
      ...(hasReasons ? [{ name: words.reason, content: text }] : []),
      { name: words.checkCode, content: text },
      { name: words.remark, content: text },
    ],
    rows: inOrder(ballot, votes).map((vote): SheetRow => {
      const { stored, round } = vote;
      return [
        unitWithAttempt(definition, vote.unit.id, vote.attempt, language),
        round ? `${round.number}` : null,
        ...written.cells(vote),
        ...(hasReasons ? [vote.reason || null] : []),
        stored && stored.signed !== '' ? ballotCheckCode(stored.signed) : null,
        remarkOf(vote, language),
      ];
    }),
  };
}
