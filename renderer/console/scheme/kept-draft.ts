import { z } from 'zod';
import type { SampleEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import type { Draft } from './draft.ts';

/** What is being written, as it outlasts the page. */
export type KeptDraft = {
  /** When it was last changed, by this machine's clock. */
  readonly at: number;
  readonly draft: Draft;
  readonly start: Draft;
  readonly edits: SampleEdits;
  readonly file: string | null;
};

const draft = z.record(z.string(), z.json());
const measurement = z.union([
  z.string(),
  z.strictObject({ kind: z.literal('unconfirmed'), value: z.string() }),
  z.strictObject({ kind: z.literal('did-not-finish') }),
]);
const keptSchema = z.object({
  at: z.number(),
  draft,
  start: draft,
  edits: z.object({
    states: z.record(z.string(), z.enum(['standing', 'not-called', 'withdrew', 'disqualified'])),
    measures: z.array(
      z.object({
        unit: z.string(),
        measure: z.string(),
        item: z.object({ list: z.string(), at: z.number() }).nullable(),
        value: measurement.nullable(),
      }),
    ),
    adjustments: z.record(
      z.string(),
      z.array(z.object({ node: z.string(), points: z.string(), reason: z.string(), author: z.string() })),
    ),
    decisions: z.array(z.object({ units: z.array(z.string()), reason: z.string(), author: z.string() })),
  }),
  file: z.string().nullable(),
});

const keyOf = (eventId: string): string => `leitai-scheme-draft:${eventId}`;

/** What was being written for the event; null where nothing was, or it can't be read any more. */
export function readKept(storage: () => Storage, eventId: string): KeptDraft | null {
  try {
    return keptSchema.parse(JSON.parse(storage().getItem(keyOf(eventId)) ?? 'null'));
  } catch {
    // A draft of another version of the program, or none: the form begins with what is in force.
    return null;
  }
}

/** Keeps what is being written for the event; null forgets it. */
export function keep(storage: () => Storage, eventId: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) storage().removeItem(keyOf(eventId));
    else storage().setItem(keyOf(eventId), JSON.stringify(kept));
  } catch {
    // Storage can be full or shut off; the form works on, and only a reload would lose what is being written.
  }
}
