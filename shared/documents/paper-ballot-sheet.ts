import type { Seat, Unit } from '../domain/event-definition.ts';
import { currentRound, type EventState } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { ballotFields } from '../views/ballot-fields.ts';
import type { SheetRefusal } from '../views/sheet-kinds.ts';
import { firstBallot } from './first-ballot.ts';
import { optionName } from './option-name.ts';
import { seatWords } from './seat-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import { sheetOf } from './sheet-frame.ts';
import type { SheetSource } from './sheet-source.ts';

/** More than this is a print job of its own: seat by seat. */
const mostBallots = 600;

function formOf(state: EventState, language: Language): SheetBlock {
  const words = seatWords[language];
  const { criteria, choice } = ballotFields(firstBallot(state.definition.scheme));
  const rows = choice
    ? choice.options.map(({ id }) => ({ name: optionName(choice, id, language), hint: words.tick, boxes: 1 }))
    : criteria.map(({ name, minimum, maximum, step }) => ({
        name: name[language],
        hint: words.range(minimum, maximum, step),
        boxes: 1,
      }));
  return { kind: 'form', rows };
}

/** What ties a paper to its event, round and seat: the rules' hash, the round and the seat's number. */
function codeOf(state: EventState, round: string, seat: Seat): string {
  return `${state.schemeHash.slice(0, 8).toUpperCase()}-${round}-${String(seat.number).padStart(2, '0')}`;
}

function ballotBlocks(state: EventState, unit: Unit, seat: Seat, language: Language): readonly SheetBlock[] {
  const words = seatWords[language];
  const { definition } = state;
  const number = currentRound(state, unit.id)?.number ?? 1;
  const group = definition.groups.find(({ id }) => id === seat.group)?.name[language] ?? seat.group;
  const isSecret = firstBallot(definition.scheme).secrecy === 'anonymous';
  const who = isSecret
    ? [{ name: words.group, text: group }]
    : [
        { name: words.seat, text: `${words.seatOf(`${seat.number}`)} · ${group}` },
        { name: words.code, text: codeOf(state, `${unit.code}.${number}`, seat) },
      ];
  return [
    { kind: 'heading', text: words.ballotOf(unit.name[language], `${number}`) },
    { kind: 'facts', facts: who },
    formOf(state, language),
  ];
}

/**
 * Blank paper ballots: of one seat or of all that cast this ballot, for one unit or for all, each seat beginning a new
 * page. A secret ballot's paper names the group alone.
 */
export function paperBallotSheet(
  source: SheetSource,
  chosen: { readonly unit: string | null; readonly seat: string | null },
  language: Language,
): Result<Sheet, SheetRefusal> {
  const { state } = source;
  const { definition } = state;
  const ballot = firstBallot(definition.scheme);
  const casting = definition.seats.filter(({ group }) => ballot.groups?.includes(group) ?? true);
  const seats = casting.filter(({ id }) => chosen.seat === null || id === chosen.seat);
  const units = definition.units.filter(({ id }) => chosen.unit === null || id === chosen.unit);
  if (seats.length === 0) return err('unknown-seat');
  if (units.length === 0) return err('unknown-unit');
  if (seats.length * units.length > mostBallots) return err('too-many-ballots');
  const words = seatWords[language];
  const how = ballotFields(ballot).choice ? words.howChoice : words.howNumbers;
  const blocks = seats.flatMap((seat, index): readonly SheetBlock[] => [
    ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
    { kind: 'lines', lines: [how, words.correction] },
    ...units.flatMap((unit) => ballotBlocks(state, unit, seat, language)),
  ]);
  const [only] = seats;
  const isOneSeat = seats.length === 1 && only !== undefined && ballot.secrecy !== 'anonymous';
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
