import { z } from 'zod';

// A lone surrogate has no UTF-8 form; control and direction characters could make a name show as another.
const UNFIT = /[\p{Surrogate}\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** One line of text for a screen: not blank, at most `longest` UTF-16 units, nothing invisible that changes it. */
export function lineSchema(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((text) => text.trim() !== '', 'must not be blank')
    .refine((text) => !UNFIT.test(text), 'must not contain control or direction characters');
}

/** Whether a text is such a line. */
export function isLine(text: string, longest: number): boolean {
  return lineSchema(longest).safeParse(text).success;
}

/** The line in every language of the product. */
export function localTextSchema(longest = 200) {
  const line = lineSchema(longest);
  return z.strictObject({ 'zh-Hans': line, 'zh-Hant': line, en: line });
}

/** Ids are members of plain objects, where `constructor` would seem to be there already. */
export function isOwnName(id: string): boolean {
  return !(id in {});
}

/** Ids stand in file names, addresses and signed ballots: letters, digits, `-` and `_`. */
export const idText = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/, 'must be 1 to 32 letters, digits, hyphens or underscores')
  .refine(isOwnName, 'must not be a name that every object has');
