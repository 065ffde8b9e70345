/**
 * What a person types or pastes, as it may stand in one line: a line break or a tab becomes a space; half a character,
 * which no file can hold, and signs that turn the direction of the text around are left out.
 */
export function fitForLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** The same without space at its ends. */
export function onOneLine(text: string): string {
  return fitForLine(text).trim();
}
