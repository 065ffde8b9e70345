import type { Language } from '../../../shared/kernel/language.ts';

const digits = '零一二三四五六七八九';

/** 1 to 99 as said aloud: 七, 十, 十二, 二十一. */
export function chineseNumber(count: number): string {
  if (count > 99) return String(count);
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const tensText = tens === 0 ? '' : `${tens === 1 ? '' : digits.charAt(tens)}十`;
  return `${tensText}${ones === 0 && tens > 0 ? '' : digits.charAt(ones)}`;
}

/** 1st, 2nd, 3rd, 11th. */
export function englishOrdinal(count: number): string {
  const isTeen = Math.floor(count / 10) % 10 === 1;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${ending}`;
}

export function rankText(rank: number, language: Language): string {
  return language === 'en' ? englishOrdinal(rank) : chineseNumber(rank);
}
