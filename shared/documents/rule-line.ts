import type { EventDefinition } from '../domain/event-definition.ts';
import { groupsNodeBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { Language } from '../kernel/language.ts';
import { ruleView } from '../views/build-common.ts';
import { resultWords } from './result-words.ts';
import { sheetWords } from './sheet-words.ts';
import { tieText } from './tie-text.ts';

/** How the totals come about, in one line. */
export function ruleLine(definition: EventDefinition, language: Language): string {
  const words = resultWords[language];
  const { groups, trim, decimals, ties } = ruleView(definition);
  const node = groupsNodeBehindTotal(planScheme(definition.scheme));
  return [
    ...(groups.length === 0
      ? []
      : [words.sum(groups.map(({ name, percent }) => words.share(name[language], percent)))]),
    trim ? words.trim(`${trim.high}`, `${trim.low}`, `${trim.fromCount}`) : words.noTrim,
    ...(decimals === null ? [] : [words.rounding(`${decimals}`)]),
    words.rankedOn[definition.scheme.ranking.on],
    words.ties(
      ties.map((tie) => tieText(tie, language)),
      definition.scheme.ranking.shared,
    ),
    ...(node ? [words.emptyGroup[node.emptyGroup]] : []),
  ].join(sheetWords[language].clause);
}
