import type { Plan } from '../../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../../kernel/language.ts';
import type { Names } from './names.ts';

/** Says a scheme in one language. */
export type Speaker = {
  readonly language: Language;
  readonly scheme: ScoringScheme;
  readonly plan: Plan;
  readonly names: Names;
  /** The one of the three phrases that is in the speaker's language. */
  readonly say: Say;
};

export type Say = (hans: string, hant: string, en: string) => string;

export function sayIn(language: Language): Say {
  return (hans, hant, en) => (language === 'en' ? en : language === 'zh-Hant' ? hant : hans);
}

/** 甲、乙、丙; A, B and C. */
export function listed(say: Say, items: readonly string[]): string {
  const [last = '', ...before] = [...items].reverse();
  // Names that hold a 、 themselves are kept apart by the heavier comma.
  const chinese = items.join(items.some((item) => item.includes('、')) ? '，' : '、');
  if (before.length === 0) return last;
  return say(chinese, chinese, `${before.reverse().join(', ')} and ${last}`);
}

/** Clauses of one sentence; what is empty is left out. */
export function clauses(say: Say, parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.join(say('；', '；', '; '));
}

/** One sentence of clauses, with its full stop. */
export function sentence(say: Say, parts: readonly (string | null)[]): string {
  const text = clauses(say, parts);
  return say(`${text}。`, `${text}。`, `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

/** 名称：内容。 */
export function entry(say: Say, name: string, parts: readonly (string | null)[]): string {
  const text = clauses(say, parts);
  return say(`${name}：${text}。`, `${name}：${text}。`, `${name}: ${text}.`);
}

/** A name inside a sentence. */
export function quoted(say: Say, name: string): string {
  return say(`“${name}”`, `「${name}」`, `“${name}”`);
}

const chineseNumbers = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const englishNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small whole number in words: 两, two; a large one in digits. */
export function numberWord(say: Say, count: number): string {
  const digits = `${count}`;
  const hans = chineseNumbers[count] ?? ` ${digits} `;
  return say(hans, count === 2 ? '兩' : hans, englishNumbers[count] ?? digits);
}

/** 三分之二; 2/3. */
export function fractionWord(say: Say, part: number, whole: number): string {
  const word = (count: number) => (count === 2 ? '二' : (chineseNumbers[count] ?? `${count}`));
  const chinese = `${word(whole)}分之${word(part)}`;
  return say(chinese, chinese, `${part}/${whole}`);
}

/** `singular` or `plural` with its number, for English. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return count === 1 ? singular : many;
}

/** For the start of a line. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
