import type { SheetBlock } from '../../sheet.ts';
import type { Speaker } from '../speaker.ts';
import { arithmetic } from './arithmetic.ts';
import { marksTable } from './marks-table.ts';
import type { SampleCases } from './sample-cases.ts';
import { ballotsShown, caption, heading, lines, shownNodes } from './sample-parts.ts';
import { unitName } from './sample-words.ts';

function isStruck(facts: readonly { readonly text: string }[], { say }: Speaker): boolean {
  return facts.some(({ text }) => text.includes(say('去掉', '去掉', 'struck')));
}

export function wholeBlocks(speaker: Speaker, { whole }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const { calculation, unit } = whole;
  const nodes = shownNodes(speaker);
  const facts = arithmetic(speaker, calculation, unit, nodes);
  const ballots = ballotsShown(speaker, nodes);
  const open = scheme.facts.filter(({ value }) => value === null);
  const opening = isStruck(facts, speaker)
    ? say(
        '从打分到总分，去掉最高最低',
        '從打分到總分，去掉最高最低',
        'from marks to the total, extremes struck',
      )
    : say('从投票到结果', '從投票到結果', 'from ballots to the result');
  return [
    heading(speaker, 1, opening),
    lines(
      speaker,
      [
        say(
          `以下单位和票都是为说明规则虚构的，算出的是${unitName(say, unit)}`,
          `以下單位和票都是為說明規則虛構的，算出的是${unitName(say, unit)}`,
          `units and ballots here are invented to show the rule; worked out is ${unitName(say, unit)}`,
        ),
      ],
      ...open.map(({ id }) => [
        say(
          `算例中${names.fact(id)}取 ${calculation.contest.facts?.[id]}`,
          `算例中${names.fact(id)}取 ${calculation.contest.facts?.[id]}`,
          `in the samples ${names.fact(id)} is ${calculation.contest.facts?.[id]}`,
        ),
      ]),
    ),
    ...ballots.flatMap((ballot): readonly SheetBlock[] => [
      ...(ballots.length > 1 ? [caption(speaker, ballot)] : []),
      marksTable(speaker, calculation, ballot, unit),
    ]),
    { kind: 'facts', facts },
  ];
}
