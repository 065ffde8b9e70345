const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
// Characters that Windows refuses, those that no screen shows, and lone surrogates.
const UNFIT = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Surrogate}]/gu;
/** 60 characters of at most 4 bytes stay below the 255 bytes that Linux allows. */
const LONGEST = 60;

/** A file name of these words that Windows, macOS and Linux take; `extension` comes without the dot. */
export function safeFileName(words: readonly string[], extension: string): string {
  const joined = words
    .map((word) => word.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/gu, ' ').trim())
    .filter((word) => word !== '')
    .join(' ');
  const stem = [...joined]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/u, '')
    .replace(/^[. ]+/u, '');
  const [device = ''] = stem.split('.');
  const safe = stem === '' ? 'leitai' : RESERVED.test(device.trim()) ? `_${stem}` : stem;
  return `${safe}.${extension}`;
}
