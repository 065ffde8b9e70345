import { z } from 'zod';
import type { Sheet, SheetBlock } from '../../shared/documents/sheet.ts';
import { type SheetList, type SheetRefusal, sheetKinds } from '../../shared/views/sheet-kinds.ts';

// The pages' content security policy forbids compiling, which zod would try.
z.config({ jitless: true });

const text = z.string();
const column = z.object({
  name: text,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text') }),
    z.object({ kind: z.literal('number') }),
    z.object({ kind: z.literal('box') }),
  ]),
});

const block: z.ZodType<SheetBlock> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text }),
  z.object({ kind: z.literal('lines'), lines: z.array(text) }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ name: text, text })) }),
  z.object({ kind: z.literal('table'), columns: z.array(column), rows: z.array(z.array(text.nullable())) }),
  z.object({
    kind: z.literal('bars'),
    bars: z.array(z.object({ name: text, value: text, maximum: text })),
  }),
  z.object({
    kind: z.literal('tree'),
    lines: z.array(
      z.object({ depth: z.int(), text, value: text, note: text, isOut: z.boolean().exactOptional() }),
    ),
  }),
  z.object({ kind: z.literal('page-break') }),
  z.object({
    kind: z.literal('form'),
    rows: z.array(z.object({ name: text, hint: text, boxes: z.int() })),
  }),
]);

const sheet: z.ZodType<Sheet> = z.object({
  name: text,
  about: text.exactOptional(),
  title: text,
  subtitle: text,
  marks: z.array(text),
  blocks: z.array(block),
  signatures: z.array(text),
  footers: z.array(z.object({ name: text, text, line: text })),
});

export const sheetFileSchema = z.object({
  format: z.literal('leitai-sheet'),
  version: z.literal(1),
  fileName: text,
  sheet,
});

export const refusalCodes = [
  'result-not-counted',
  'opening-too-late',
  'unknown-unit',
  'unknown-seat',
  'ballot-secret',
  'no-ballots',
  'too-many-ballots',
] as const satisfies readonly SheetRefusal[];

export const sheetListSchema: z.ZodType<SheetList> = z.object({
  documents: z.array(z.object({ kind: z.enum(sheetKinds), refusal: z.enum(refusalCodes).nullable() })),
  units: z.array(z.object({ id: text, name: text })),
  seats: z.array(z.object({ id: text, number: z.int(), group: text })),
});
