import type { Attachment } from '../domain/attachment.ts';
import type { Head } from '../domain/log/entry.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import type { Contest } from '../domain/scoring/rules/contest.ts';
import type { CoSignature, EventState } from '../domain/state.ts';

/** When and where a sheet is made, in finished text: the venue's wall time with its offset, and the machine's run. */
export type SheetClock = {
  readonly time: string;
  readonly boot: string;
  /** Whole milliseconds of the monotonic clock. */
  readonly monotonicMs: number;
};

/** One line of the changelog, in finished text of the sheet's language. */
export type SheetChange = {
  readonly n: string;
  readonly time: string;
  readonly what: string;
  readonly reason: string;
  /** The second device that let it happen; empty where one person may act alone. */
  readonly seconded: string;
};

/** All that a sheet of an event is made from. */
export type SheetSource = {
  readonly state: EventState;
  /** The end of the log at this moment. */
  readonly head: Head;
  /** The hash of the first entry of a superseding version's own log, in which two versions of one closed log differ; else null. */
  readonly opening: string | null;
  readonly clock: SheetClock;
  /** The program's version. */
  readonly program: string;
  readonly changes: readonly SheetChange[];
};

/** A count as the sheets of figures see it. */
export type CountedFigures = {
  readonly kind: 'counted' | 'released';
  readonly figures: Figures;
  /** What the rules before the last change would have given. */
  readonly formerly?: Figures | null;
  readonly coSigned?: Pick<CoSignature, 'screen' | 'figures'> | null;
  /** The chair's device that signed the release; null where the operator released with the chair's consent. */
  readonly releasedBy?: string | null;
  readonly objection?: { readonly reason: string; readonly overridden: string | null } | null;
};

/** What the frame of every sheet, and the sheets of the figures alone, look at. */
export type FigureSource = Omit<SheetSource, 'state'> & {
  /** What the figures were computed from; left out where only they are known. */
  readonly contest?: Contest;
  readonly state: Pick<EventState, 'definition' | 'schemeHash'> &
    Partial<Pick<EventState, 'screens' | 'sameMachine' | 'versions' | 'entrants'>> & {
      readonly result: { readonly kind: 'none' } | CountedFigures;
      readonly attachments?: readonly Attachment[];
    };
};
