/**
 * Text that a spreadsheet would take for a formula when a person types it or opens it from a CSV. The full-width
 * forms count as well: Excel with a Chinese or Japanese input method reads ＝ as =.
 */
export const formulaStart = /^[\s\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;

/** Decimal text that stays the same when a spreadsheet takes it for a number; `007` wouldn't. */
export const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;
