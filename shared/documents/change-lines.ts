import { entryName } from '../domain/event-version.ts';
import type { Change, EventState } from '../domain/state.ts';
import { seatOf, unitOf } from '../domain/state.ts';
import type { WallTime } from '../kernel/brand.ts';
import type { Language } from '../kernel/language.ts';
import { changeWords } from './change-words.ts';
import type { SheetChange } from './sheet-source.ts';
import { sheetWords } from './sheet-words.ts';

function aboutText(state: EventState, { unit, seats, version }: Change, language: Language): string {
  const words = changeWords[language];
  if (version) {
    const { n, hash, version: former } = version.supersedes;
    return words.version(`${version.version}`, `${former}`, `${n}`, hash);
  }
  const { comma } = sheetWords[language];
  const numbers = seats.map((seat) => `${seatOf(state, seat)?.number ?? seat}`).join(comma);
  return [unitOf(state.definition, unit)?.name[language] ?? '', numbers === '' ? '' : words.seats(numbers)]
    .filter((part) => part !== '')
    .join(' ');
}

function whatText(state: EventState, { what, toUnit }: Change, language: Language): string {
  const words = changeWords[language];
  const meant = unitOf(state.definition, toUnit)?.name[language];
  return meant === undefined ? words.kinds[what] : words.meant(words.kinds[what], meant);
}

/** The changelog as every sheet prints it; `timeText` writes a wall time as the venue's clocks show it. */
export function changeLines(
  state: EventState,
  language: Language,
  timeText: (wall: WallTime) => string,
): readonly SheetChange[] {
  const words = changeWords[language];
  return state.changes.map((change) => ({
    n: `#${entryName(state, change.n)}`,
    time: timeText(change.wall),
    what: words.of(aboutText(state, change, language), whatText(state, change, language)),
    reason: change.reason,
    seconded: state.screens.find(({ id }) => id === change.seconded)?.name ?? change.seconded ?? '',
  }));
}
