const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// Characters that Windows refuses, those that no screen shows, and lone surrogates.
const UNFIT = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu;
/** Linux allows 255 bytes; the rest is for an ending, and for a number before the name. */
const MOST_BYTES = 240;
/** Windows opens nothing whose whole path is longer than 259 characters. */
const MOST_CHARACTERS = 120;

type Word = readonly string[];

function bytesOf(text: string): number {
  return [...text].reduce((sum, character) => {
    const code = character.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}

function isFit(name: string): boolean {
  return [...name].length <= MOST_CHARACTERS && bytesOf(name) <= MOST_BYTES;
}

function shortened(word: Word, longest: number): string {
  return word.length <= longest ? word.join('') : `${word.slice(0, longest - 1).join('')}…`;
}

/** The words with spaces between; where that is too long, the longest are shortened alike, so that none is lost. */
function joined(words: readonly Word[]): string {
  const at = (longest: number) => words.map((word) => shortened(word, longest)).join(' ');
  let longest = Math.max(1, ...words.map((word) => word.length));
  while (longest > 1 && !isFit(at(longest))) longest -= 1;
  return at(longest);
}

/** A name without an ending, of these words, that Windows, macOS and Linux take for a file. */
export function fileStem(words: readonly string[]): string {
  const fit = words
    .map((word) => word.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '')
    .map((word) => [...word]);
  const stem = joined(fit)
    .replace(/[. ]+$/u, '')
    .replace(/^[. ]+/u, '');
  const [device = ''] = stem.split('.');
  return stem === '' ? 'leitai' : RESERVED.test(device.trim()) ? `_${stem}` : stem;
}

/** The same with an ending; `extension` comes without the dot. */
export function safeFileName(words: readonly string[], extension: string): string {
  return `${fileStem(words)}.${extension}`;
}
