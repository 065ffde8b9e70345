import { groupsNodeBehindTotal, nodesBehindTotal } from '../../domain/scoring/rules/behind-total.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Language } from '../../kernel/language.ts';
import type { GroupNames } from './names.ts';
import { nodeLine } from './node-words.ts';
import { rankedByText, tiesText } from './ranking-words.ts';
import { sentence } from './speaker.ts';
import { speakerOf } from './speaker-of.ts';

/** How the total comes about and units are placed, for a sheet that isn't the rule card itself. */
export function ruleInOneLine(scheme: ScoringScheme, groupNames: GroupNames, language: Language): string {
  const speaker = speakerOf(scheme, groupNames, language);
  const { say, plan } = speaker;
  const total = scheme.nodes.find(({ id }) => id === scheme.ranking.by);
  const own = groupsNodeBehindTotal(plan);
  const isWhole = nodesBehindTotal(plan).length === 1 || (own !== null && own === total);
  const rest = say(
    '其余各项的算法见规则卡。',
    '其餘各項的算法見規則卡。',
    'How its parts are made stands on the rule card.',
  );
  return [
    ...(total ? [nodeLine(speaker, total)] : []),
    ...(isWhole ? [] : [rest]),
    sentence(say, rankedByText(speaker)),
    sentence(say, tiesText(speaker)),
  ].join(say('', '', ' '));
}
