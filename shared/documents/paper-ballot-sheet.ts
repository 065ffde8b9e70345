import { type AttemptRef, isSameAttempt } from '../domain/attempts.ts';
import { attemptsIn } from '../domain/contest-of.ts';
import type { Seat, Unit } from '../domain/event-definition.ts';
import { usualForms } from '../domain/scoring/live-ballot.ts';
import type { BallotType } from '../domain/scoring/rules/ballot-type.ts';
import { isCastBy } from '../domain/scoring/rules/casting.ts';
import { type EventState, latestRound } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { eventNames, unitWithAttempt } from './event-names.ts';
import { paperForm } from './paper-ballot-forms.ts';
import { seatWords } from './seat-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

/** More than this is a print job of its own: seat by seat. */
const mostBallots = 600;

/** One ballot paper as it is handed out: the ballots cast together, on one unit, an attempt of it, or all units. */
type Paper = {
  /** Null where it holds all `units`. */
  readonly unit: Unit | null;
  /** The attempt of the unit; null where it is about the unit itself. */
  readonly attempt: AttemptRef | null;
  readonly units: readonly Unit[];
  readonly forms: readonly BallotType[];
  /** Of the round that stands, or of the first. */
  readonly round: number;
};

function formsNamed({ definition }: EventState, ids: readonly string[]): readonly BallotType[] {
  return definition.scheme.ballots.filter(({ id }) => ids.includes(id));
}

/** The papers of the usual ballots on one unit and on each of its attempts. */
function papersOnUnit(state: EventState, unit: Unit): readonly Paper[] {
  const { scheme } = state.definition;
  return [null, ...attemptsIn(state)].flatMap((attempt) => {
    const usual = usualForms(scheme, false, attempt?.list ?? null);
    return usual.length > 0 ? [paperOn(state, unit, attempt, usual)] : [];
  });
}

function paperOn(state: EventState, unit: Unit, attempt: AttemptRef | null, usual: readonly string[]): Paper {
  const round = latestRound(state, (own) => own.unit === unit.id && isSameAttempt(own.attempt, attempt));
  return {
    unit,
    attempt,
    units: [unit],
    forms: formsNamed(state, round?.forms ?? usual),
    round: round?.number ?? 1,
  };
}

/** The papers on all units: of the rounds that stand, else of the usual ballots. */
function papersOnAll(state: EventState): readonly Paper[] {
  const { scheme, units } = state.definition;
  const standing = state.roundOrder.flatMap((id): readonly Paper[] => {
    const round = state.rounds[id];
    if (!round || round.unit !== null || round.state === 'voided') return [];
    return [
      {
        unit: null,
        attempt: null,
        units: units.filter((unit) => round.units.includes(unit.id) && isVotedOn(state, unit)),
        forms: formsNamed(state, round.forms),
        round: round.number,
      },
    ];
  });
  const held = standing.flatMap(({ forms }) => forms.map(({ id }) => id));
  const usual = usualForms(scheme, true).filter((id) => !held.includes(id));
  return usual.length === 0
    ? standing
    : [
        {
          unit: null,
          attempt: null,
          units: units.filter((unit) => isVotedOn(state, unit)),
          forms: formsNamed(state, usual),
          round: 1,
        },
        ...standing,
      ];
}

/** The ballots of a paper that a seat casts. */
function formsOf({ forms }: Paper, { group }: Seat): readonly BallotType[] {
  return forms.filter((ballot) => isCastBy(ballot, group));
}

function isSecret({ forms }: Paper): boolean {
  return forms.some(({ secrecy }) => secrecy === 'anonymous');
}

function isRecused({ recusals }: EventState, seat: Seat, unit: Unit): boolean {
  return recusals.some((recusal) => recusal.seat === seat.id && recusal.unit === unit.id);
}

/** Whether anybody still votes on the unit: one that has left is voted on no more, unless its round is open. */
function isVotedOn(state: EventState, unit: Unit): boolean {
  if (!state.exits.some((exit) => exit.unit === unit.id)) return true;
  return latestRound(state, (round) => round.unit === unit.id && round.state === 'open') !== null;
}

// ROUND-11, ROUND-18
/** The paper as this seat is given it, with the units that it may vote on; nothing where that is none. */
function paperOfSeat(state: EventState, paper: Paper, seat: Seat): readonly Paper[] {
  if (formsOf(paper, seat).length === 0) return [];
  const units = paper.units.filter((unit) => !isRecused(state, seat, unit));
  return units.length === 0 ? [] : [{ ...paper, units }];
}

/** What ties a paper to its event, round and seat: the rules' hash, the unit with its attempt, the round and the seat's number. */
function codeOf(state: EventState, { unit, attempt, round }: Paper, seat: Seat): string {
  const about = [unit?.code ?? 'ALL', ...(attempt ? [attempt.id] : []), round].join('.');
  return `${state.schemeHash.slice(0, 8).toUpperCase()}-${about}-${String(seat.number).padStart(2, '0')}`;
}

/** `said` are the ballots that were explained on the sheet of this seat before. */
function ballotBlocks(
  state: EventState,
  paper: Paper,
  seat: Seat,
  said: readonly string[],
  language: Language,
): readonly SheetBlock[] {
  const words = seatWords[language];
  const { definition } = state;
  const names = eventNames(definition, language);
  const group = names.group(seat.group);
  const forms = formsOf(paper, seat);
  const who = isSecret(paper)
    ? [{ name: words.group, text: group }]
    : [
        { name: words.seat, text: `${words.seatOf(`${seat.number}`)} · ${group}` },
        { name: words.code, text: codeOf(state, paper, seat) },
      ];
  const [first] = forms;
  const isOneOfMany = forms.length === 1 && definition.scheme.ballots.length > 1;
  const about = [
    paper.unit ? unitWithAttempt(definition, paper.unit.id, paper.attempt, language) : words.allUnits,
    ...(isOneOfMany && first ? [names.ballot(first.id)] : []),
  ].join(' · ');
  return [
    { kind: 'heading', text: words.ballotOf(about, `${paper.round}`) },
    { kind: 'facts', facts: who },
    ...forms.flatMap((ballot): readonly SheetBlock[] => [
      ...(forms.length > 1 ? [{ kind: 'heading', text: names.ballot(ballot.id) } as const] : []),
      ...paperForm(
        definition,
        ballot,
        { units: paper.units, isOnAllUnits: paper.unit === null, hasHow: !said.includes(ballot.id) },
        language,
      ),
    ]),
  ];
}

/**
 * Blank paper ballots of every shape that the scheme has: of one seat or of all, for one unit or for all, each seat
 * beginning a new page. A seat gets none on a unit that it is recused from, nobody on one that has left; a secret
 * ballot's paper names the group alone.
 */
export function paperBallotSheet(
  source: SheetSource,
  chosen: { readonly unit: string | null; readonly seat: string | null },
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  const units = definition.units.filter(({ id }) => chosen.unit === null || id === chosen.unit);
  if (units.length === 0) return err('unknown-unit');
  const apart = units.filter((unit) => isVotedOn(state, unit)).flatMap((unit) => papersOnUnit(state, unit));
  // A paper of all units is about the one that was chosen too, unless that has a paper of its own.
  const papers = [...apart, ...(chosen.unit === null || apart.length === 0 ? papersOnAll(state) : [])];
  const seats = definition.seats.filter(
    (seat) =>
      (chosen.seat === null || seat.id === chosen.seat) &&
      papers.some((paper) => formsOf(paper, seat).length > 0),
  );
  if (seats.length === 0) return err('unknown-seat');
  if (seats.length * papers.length > mostBallots) return err('too-many-ballots');
  const words = seatWords[language];
  const blocks = seats.flatMap((seat, index): readonly SheetBlock[] => {
    const own = papers.flatMap((paper) => paperOfSeat(state, paper, seat));
    const aside = units.filter((unit) => isRecused(state, seat, unit) && isVotedOn(state, unit));
    const without = aside.map(({ name }) => name[language]).join(sheetWords[language].comma);
    return [
      ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
      {
        kind: 'lines',
        lines: [
          own.some(isSecret) ? words.secretPaper : words.correction,
          ...(without === '' ? [] : [words.noPaper(without)]),
        ],
      },
      ...own.flatMap((paper, n) => {
        const before = paper.unit === null ? [] : own.slice(0, n).flatMap(({ forms }) => forms);
        const said = before.map(({ id }) => id);
        // A paper of all units is handed in by itself.
        const isApart = n > 0 && paper.unit === null;
        return [
          ...(isApart ? [{ kind: 'page-break' } as const] : []),
          ...ballotBlocks(state, paper, seat, said, language),
        ];
      }),
    ];
  });
  const [only] = seats;
  const isOneSeat = seats.length === 1 && only !== undefined && !papers.some(isSecret);
  return ok(
    sheetOf(source, language, {
      name: isOneSeat ? words.paperOf(`${only.number}`) : words.paper,
      isOfResult: false,
      isWithoutChanges: true,
      blocks,
      signatures: [],
    }),
  );
}
