import type { WallWords } from './wall-words.ts';

/** A length in words: `8 分钟`, `90 秒` as `1 分 30 秒`. */
export function lengthWords(ms: number, words: WallWords): string {
  const total = Math.round(ms / 1000);
  const minutes = Math.floor(total / 60);
  const seconds = total % 60;
  if (minutes === 0) return words('seconds', { seconds });
  return seconds === 0 ? words('minutes', { minutes }) : words('minutesSeconds', { minutes, seconds });
}
