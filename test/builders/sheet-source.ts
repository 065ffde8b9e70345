import type { CountedFigures, FigureSource, SheetSource } from '../../shared/documents/sheet-source.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import type { Figures } from '../../shared/domain/scoring/figures.ts';
import type { EventState } from '../../shared/domain/state.ts';

const made = {
  head: { n: 214, hash: 'b'.repeat(64) },
  opening: null,
  clock: { time: '2019-11-13 09:30:00 +08:00', boot: 'boot-1', monotonicMs: 65_000 },
  program: '0.1.0',
  changes: [],
};

/** What a sheet of figures is made from; before the count without them. */
export function aFigureSource(
  definition: EventDefinition,
  figures: Figures | null,
  count: Partial<CountedFigures> = {},
): FigureSource {
  const result = figures ? { kind: 'released' as const, figures, ...count } : { kind: 'none' as const };
  return { ...made, state: { definition, schemeHash: 'a'.repeat(64), result } };
}

/** What any sheet of this event is made from. */
export function aSheetSource(state: EventState, fields: Partial<SheetSource> = {}): SheetSource {
  return { ...made, state, ...fields };
}
