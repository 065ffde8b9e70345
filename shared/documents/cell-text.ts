/**
 * Text that a spreadsheet would take for a formula when a person types it or opens it from a CSV. The full-width
 * forms count as well: Excel with a Chinese or Japanese input method reads ＝ as =.
 */
export const formulaStart = /^[\s\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;

/** Decimal text that stays the same when a spreadsheet takes it for a number; `007` wouldn't. */
export const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * What no cell may hold: control characters that end a file early in some readers or that XML has no form for, and
 * those that make a text show as another.
 */
const unfit = /(?![\t\r\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** The text of a cell, with a mark in the place of each such character. */
export function cellText(text: string): string {
  return text.replace(unfit, '\uFFFD');
}
