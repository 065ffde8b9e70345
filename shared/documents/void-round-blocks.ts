import type { EventState } from '../domain/state.ts';
import { unitOf } from '../domain/state.ts';
import type { Language } from '../kernel/language.ts';
import { countWords } from './count-words.ts';
import { unitWithAttempt } from './event-names.ts';
import type { SheetBlock } from './sheet.ts';

/** Rounds that were voided by order, in the order of opening, with the ballots that each had; nothing where none was. */
export function voidRoundBlocks(state: EventState, language: Language): readonly SheetBlock[] {
  const { definition } = state;
  const words = countWords[language];
  const { title, stored, outcome, again, meant, note } = words.voidRounds;
  const rows = state.roundOrder.flatMap((id) => {
    const round = state.rounds[id];
    if (round?.state !== 'voided' || round.voidedAs === 'undone') return [];
    const { unit, attempt, number, ballots, movedTo } = round;
    const right = unitOf(definition, movedTo)?.name[language];
    return [
      [
        unit === null ? words.allUnits : unitWithAttempt(definition, unit, attempt, language),
        `${number}`,
        `${Object.values(ballots).filter((ballot) => ballot !== null).length}`,
        right === undefined ? again : meant(right),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const text = { kind: 'text' } as const;
  const whole = { kind: 'number' } as const;
  const columns = [
    { name: words.unit, content: text },
    { name: words.round, content: whole },
    { name: stored, content: whole },
    { name: outcome, content: text },
  ];
  return [
    { kind: 'heading', text: title },
    { kind: 'table', columns, rows },
    { kind: 'lines', lines: [note] },
  ];
}
