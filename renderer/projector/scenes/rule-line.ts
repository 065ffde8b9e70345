import type { Language } from '../../../shared/kernel/language.ts';
import type { RuleView } from '../../../shared/views/view-sections.ts';
import { emWidth } from './fit-text.ts';
import type { WallWords } from './wall-words.ts';

/** A column's heading has room for about four characters; longer groups are called A, B … and named in the rule line. */
const longestHeading = 3.6;

export type GroupHeading = { readonly heading: string; readonly inFormula: string; readonly percent: string };

export function groupHeadings(rule: RuleView, language: Language, words: WallWords): readonly GroupHeading[] {
  const areShort = rule.groups.every(({ name }) => emWidth(name[language]) <= longestHeading);
  return rule.groups.map(({ name, percent }, index) => {
    const full = name[language];
    const letter = String.fromCharCode(65 + index);
    const heading = areShort ? full : words('groupColumn', { letter });
    return { heading, inFormula: areShort ? full : `${letter} ${full}`, percent: `${percent}%` };
  });
}

/** The rule stands beside the result: the formula, then what is left out and how it is rounded. */
export function ruleLines(rule: RuleView, language: Language, words: WallWords): readonly [string, string] {
  const sum = groupHeadings(rule, language, words)
    .map(({ inFormula, percent }) => words('groupShare', { group: inFormula, percent }))
    .join(' + ');
  const { trim, decimals } = rule;
  const details = [
    trim && (trim.high > 0 || trim.low > 0)
      ? words('trim', { high: trim.high, low: trim.low, from: trim.fromCount })
      : '',
    decimals === null ? '' : decimals > 0 ? words('rounding', { decimals }) : words('roundingWhole'),
  ];
  const told = details.filter(Boolean).join(language === 'en' ? '; ' : '　');
  return [sum === '' ? '' : words('formula', { sum }), told.charAt(0).toUpperCase() + told.slice(1)];
}
