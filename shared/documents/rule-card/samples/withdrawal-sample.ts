import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import type { RankedUnit } from '../../../domain/scoring/rules/rank-units.ts';
import type { SheetBlock } from '../../sheet.ts';
import { isPlaceNode } from '../ranking-words.ts';
import type { Speaker } from '../speaker.ts';
import type { SampleCases } from './sample-cases.ts';
import { heading, lines, placeText, rankedOf, totalText, valueColumns } from './sample-parts.ts';
import { unitName } from './sample-words.ts';

export function withdrawalBlocks(speaker: Speaker, { withdrawal }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const { before, after, unit } = withdrawal;
  const total = names.node(scheme.ranking.by);
  const isPlaceItself = isPlaceNode(speaker.plan.nodeById.get(scheme.ranking.by));
  const totals = (name: string, calculation: Calculation) =>
    isPlaceItself
      ? []
      : [{ name, cell: (ranked: RankedUnit) => totalText(speaker, calculation, ranked.unit, 'rounded') }];
  const columns = [
    { name: say('单位', '單位', 'Unit'), cell: (ranked: RankedUnit) => unitName(say, ranked.unit) },
    ...totals(say(`退出前${total}`, `退出前${total}`, `${total} before`), before),
    {
      name: say('退出前名次', '退出前名次', 'Place before'),
      cell: (ranked: RankedUnit) => placeText(speaker, ranked),
    },
    ...totals(say(`退出后${total}`, `退出後${total}`, `${total} after`), after),
    {
      name: say('退出后名次', '退出後名次', 'Place after'),
      cell: (ranked: RankedUnit) => placeText(speaker, rankedOf(after, ranked.unit)),
    },
  ];
  return [
    heading(speaker, 3, say('投票后有单位退出', '投票後有單位退出', 'a unit withdraws late')),
    lines(speaker, [
      say(
        `算例一的各单位都已投票，其后${unitName(say, unit)}退出`,
        `算例一的各單位都已投票，其後${unitName(say, unit)}退出`,
        `all units of sample 1 have their ballots when ${unitName(say, unit)} withdraws`,
      ),
    ]),
    {
      kind: 'table',
      columns: valueColumns(columns.map(({ name }) => name)),
      rows: before.ranking.map((ranked) => columns.map(({ cell }) => cell(ranked))),
    },
  ];
}
