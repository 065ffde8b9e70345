import type { SheetBlock } from '../../sheet.ts';
import { sharingText, tieRuleText } from '../ranking-words.ts';
import { listed, type Speaker } from '../speaker.ts';
import type { SampleCases } from './sample-cases.ts';
import {
  ballotsOfAll,
  heading,
  lines,
  nodesNearTotal,
  ofEach,
  placeText,
  rankedOf,
  totalText,
} from './sample-parts.ts';
import { unitName } from './sample-words.ts';
import { tieValueText } from './tie-values.ts';

export function tieBlocks(speaker: Speaker, { tie }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const total = names.node(scheme.ranking.by);
  const head = heading(speaker, 4, say(`${total}相同`, `${total}相同`, `equal by ${total}`));
  if (!tie)
    return [
      head,
      lines(speaker, [
        say('试算中没有出现相同的情形', '試算中沒有出現相同的情形', 'none came up in the trials'),
      ]),
    ];
  const { calculation, units } = tie;
  const { ties, shared, on } = scheme.ranking;
  const list = listed(
    say,
    units.map((unit) => unitName(say, unit)),
  );
  const steps = [...new Set(units.flatMap((unit) => rankedOf(calculation, unit).partedBy))].sort(
    (a, b) => a - b,
  );
  const last = steps.at(-1) ?? ties.length - 1;
  const compared = ties.slice(0, last + 1);
  const places = units.map((unit) => {
    const place = placeText(speaker, rankedOf(calculation, unit));
    return say(
      `${unitName(say, unit)}第 ${place} 名`,
      `${unitName(say, unit)}第 ${place} 名`,
      `${unitName(say, unit)} place ${place}`,
    );
  });
  const isLeft = units.some((unit) => rankedOf(calculation, unit).isShared);
  const equal = totalText(speaker, calculation, units[0] ?? '', on);
  return [
    head,
    ...ballotsOfAll(speaker, calculation),
    ...ofEach(speaker, calculation, units, nodesNearTotal(speaker)),
    lines(
      speaker,
      [
        say(
          `${list}的${total}都是 ${equal}`,
          `${list}的${total}都是 ${equal}`,
          `${list} both have ${equal} as ${total}`.replace(
            'both have',
            units.length === 2 ? 'both have' : 'all have',
          ),
        ),
      ],
      ...compared.map((rule, n) => [
        `${say(`（${n + 1}）`, `（${n + 1}）`, `(${n + 1}) `)}${tieRuleText(speaker, rule)}`,
        ...units.map((unit) => {
          const value = tieValueText(speaker, calculation, rule, unit);
          return say(
            `${unitName(say, unit)} ${value}`,
            `${unitName(say, unit)} ${value}`,
            `${unitName(say, unit)}: ${value}`,
          );
        }),
        steps.includes(n)
          ? say('分出先后', '分出先後', 'this parts them')
          : say('仍然相同', '仍然相同', 'still equal'),
      ]),
      ...(isLeft
        ? [
            [
              ties.length === 0
                ? sharingText(say, shared)
                : say(
                    `仍然相同的，${sharingText(say, shared)}`,
                    `仍然相同的，${sharingText(say, shared)}`,
                    `where still nothing differs, ${sharingText(say, shared)}`,
                  ),
            ],
          ]
        : []),
      [places.join(say('，', '，', ', '))],
    ),
  ];
}
