import { z } from 'zod';
import { onOneLine } from '../kernel/one-line.ts';

/** One line that a person typed, at most `longest` UTF-16 units; brought onto one line where it isn't. May be empty. */
export function typedText(longest: number) {
  return z.string().transform(onOneLine).pipe(z.string().max(longest));
}

/** The same, and not empty: a reason, a name, a message. */
export function filledText(longest: number) {
  return typedText(longest).pipe(z.string().min(1));
}

/** A reason that a device signs: exactly the line that was signed, so nothing is mended here. */
export const signedReason = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text === onOneLine(text));
