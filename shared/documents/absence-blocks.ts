import { entryName } from '../domain/event-version.ts';
import { type Moment, roundsMissed } from '../domain/presence.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { countWords } from './count-words.ts';
import type { Sheet, SheetBlock } from './sheet.ts';
import type { SheetSource } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

/** When it was, as the changelog says it: its lines have the venue's time. */
function timeOf({ state, changes }: Pick<SheetSource, 'state' | 'changes'>, { n }: Moment): string {
  const entry = `#${entryName(state, n)}`;
  return changes.find((change) => change.n === entry)?.time ?? entry;
}

function missed(state: EventState, absence: EventState['absences'][number], language: Language): string {
  const nameOf = (unit: string | null) =>
    unit === null ? countWords[language].allUnits : (unitOf(state.definition, unit)?.name[language] ?? unit);
  const units = roundsMissed(state, absence).map(({ unit }) => nameOf(unit));
  return [...new Set(units)].join(sheetWords[language].comma);
}

// AWAY-6
/** Who was out of the hall, from when to when, and what was missed; nothing where nobody was. */
export function absenceBlocks(
  source: Pick<SheetSource, 'state' | 'changes'>,
  language: Language,
): Sheet['blocks'] {
  const { state } = source;
  if (state.absences.length === 0) return [];
  const words = countWords[language].away;
  const text = { kind: 'text' } as const;
  const rows = state.absences.map((absence) => {
    const { seat, left, back } = absence;
    return [
      `${seatOf(state, seat)?.number ?? seat}`,
      timeOf(source, left),
      back ? timeOf(source, back) : words.stillAway,
      missed(state, absence, language) || words.none,
      back ? words.reasons(left.reason, back.reason) : left.reason,
    ];
  });
  const columns = [words.seat, words.left, words.back, words.missed, words.reason];
  return [
    { kind: 'heading', text: words.title },
    { kind: 'table', columns: columns.map((name) => ({ name, content: text })), rows },
  ] satisfies readonly SheetBlock[];
}
