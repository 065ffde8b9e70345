import type { SheetBlock } from '../../sheet.ts';
import type { Speaker } from '../speaker.ts';
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
  valueColumns,
} from './sample-parts.ts';
import { unitName } from './sample-words.ts';

export function roundingBlocks(speaker: Speaker, { rounding }: SampleCases): readonly SheetBlock[] {
  const { say, names, scheme } = speaker;
  const total = names.node(scheme.ranking.by);
  const head = heading(
    speaker,
    5,
    say(
      '按取整后与按未取整排名的差别',
      '按取整後與按未取整排名的差別',
      'ranked on rounded or on exact values',
    ),
  );
  switch (rounding.kind) {
    case 'not-rounded':
      return [
        head,
        lines(speaker, [
          say(
            `${total}不取整，两种排法没有差别`,
            `${total}不取整，兩種排法沒有差別`,
            `${total} isn’t rounded, so that there is no difference`,
          ),
        ]),
      ];
    case 'exact-next':
      return [
        head,
        lines(speaker, [
          say(
            `取整后相同的，本规则接着就比未取整的${total}，两种排法的先后没有差别`,
            `取整後相同的，本規則接着就比未取整的${total}，兩種排法的先後沒有差別`,
            `what is equal as rounded is next compared unrounded, so that the order is the same either way`,
          ),
        ]),
      ];
    case 'not-found':
      return [
        head,
        lines(speaker, [
          say(
            `试算 ${rounding.tried} 例，两种排法的名次都相同`,
            `試算 ${rounding.tried} 例，兩種排法的名次都相同`,
            `in ${rounding.tried} trials the places were the same either way`,
          ),
        ]),
      ];
    case 'differs': {
      const { calculation, otherwise, units } = rounding;
      const { on } = scheme.ranking;
      const rule = say('本规则名次', '本規則名次', 'Place by this rule');
      const other =
        on === 'rounded'
          ? say('若按未取整排名', '若按未取整排名', 'Place if ranked unrounded')
          : say('若按取整后排名', '若按取整後排名', 'Place if ranked on rounded');
      return [
        head,
        ...ballotsOfAll(speaker, calculation),
        ...ofEach(speaker, calculation, units, nodesNearTotal(speaker)),
        {
          kind: 'table',
          columns: valueColumns([
            say('单位', '單位', 'Unit'),
            say(`未取整${total}`, `未取整${total}`, `${total}, exact`),
            say(`取整后${total}`, `取整後${total}`, `${total}, rounded`),
            rule,
            other,
          ]),
          rows: units.map((unit) => {
            const own = rankedOf(calculation, unit);
            const elsewhere = otherwise.find((entry) => entry.unit === unit)?.otherwise ?? own.place;
            return [
              unitName(say, unit),
              totalText(speaker, calculation, unit, 'exact'),
              totalText(speaker, calculation, unit, 'rounded'),
              placeText(speaker, own),
              placeText(speaker, { ...own, place: elsewhere }),
            ];
          }),
        },
        lines(speaker, [
          on === 'rounded'
            ? say(
                '本规则按取整后排名，以本规则名次为准',
                '本規則按取整後排名，以本規則名次為準',
                'this rule ranks on rounded values: its places stand',
              )
            : say(
                '本规则按未取整排名，以本规则名次为准',
                '本規則按未取整排名，以本規則名次為準',
                'this rule ranks on exact values: its places stand',
              ),
        ]),
      ];
    }
  }
}
