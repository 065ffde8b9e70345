/**
 * Text that a spreadsheet would take for a formula when a person types it or opens it from a CSV. The full-width
 * forms count as well: Excel with a Chinese or Japanese input method reads ＝ as =.
 */
export const formulaStart = /^[\s\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]/;
