import type { SheetBlock } from '../../sheet.ts';
import type { Speaker } from '../speaker.ts';
import { arithmetic } from './arithmetic.ts';
import type { SampleCases } from './sample-cases.ts';
import { ballotsOfAll, heading, lines, shownNodes, totalText } from './sample-parts.ts';
import { unitName } from './sample-words.ts';

export function recusalBlocks(speaker: Speaker, { whole, recusal }: SampleCases): readonly SheetBlock[] {
  if (!recusal) return [];
  const { say, names, scheme } = speaker;
  const { calculation, unit, seat } = recusal;
  const nodes = shownNodes(speaker);
  const before = arithmetic(speaker, whole.calculation, unit, nodes);
  const after = arithmetic(speaker, calculation, unit, nodes);
  const changed = after.filter(
    ({ name, text }) => !before.some((fact) => fact.name === name && fact.text === text),
  );
  const group = calculation.contest.seats.find((entry) => entry.seat === seat)?.group ?? '';
  const isSecret = scheme.ballots.every(({ secrecy }) => secrecy === 'anonymous');
  const inGroup =
    scheme.groups.length > 1
      ? say(`（${names.group(group)}）`, `（${names.group(group)}）`, ` (${names.group(group)})`)
      : '';
  const who = isSecret
    ? say('有一张票卡', '有一張票卡', 'the holder of one card')
    : say(`第 ${seat} 席${inGroup}`, `第 ${seat} 席${inGroup}`, `seat ${seat}${inGroup}`);
  const total = names.node(scheme.ranking.by);
  const [from, to] = [
    totalText(speaker, whole.calculation, unit, 'rounded'),
    totalText(speaker, calculation, unit, 'rounded'),
  ];
  return [
    heading(speaker, 2, say('有席位回避', '有席位迴避', 'a recused seat')),
    lines(speaker, [
      say(
        `其余与算例一相同，只是${who}对${unitName(say, unit)}回避`,
        `其餘與算例一相同，只是${who}對${unitName(say, unit)}迴避`,
        `as in sample 1, but ${who} stands aside from ${unitName(say, unit)}`,
      ),
    ]),
    ...ballotsOfAll(speaker, calculation),
    { kind: 'facts', facts: changed },
    lines(speaker, [
      from === to
        ? say(`${total}仍为 ${to}`, `${total}仍為 ${to}`, `${total} stays ${to}`)
        : say(
            `${total}由 ${from} 变为 ${to}`,
            `${total}由 ${from} 變為 ${to}`,
            `${total} goes from ${from} to ${to}`,
          ),
    ]),
  ];
}
