import type { NodeOf } from '../../domain/scoring/rules/value-node.ts';
import { placePointsText } from './number-words.ts';
import type { Say, Speaker } from './speaker.ts';

export function placeClauses({ say, names }: Speaker, node: NodeOf<'place'>): readonly string[] {
  const of = names.node(node.of);
  const order =
    node.better === 'higher'
      ? say('从高到低', '從高到低', 'highest first')
      : say('从低到高', '從低到高', 'lowest first');
  const shared = {
    '1-1-3': say(
      '相同的名次并列，其后名次空出',
      '相同的名次並列，其後名次空出',
      'equal ones share the place and the next is left out',
    ),
    '1-1-2': say(
      '相同的名次并列，其后名次不空',
      '相同的名次並列，其後名次不空',
      'equal ones share the place and none is left out',
    ),
    averaged: node.placePoints
      ? say(
          '相同的取所占名次得分的平均数',
          '相同的取所佔名次得分的平均數',
          'equal ones take the mean of the points of the places they fill',
        )
      : say(
          '相同的取所占名次的平均数',
          '相同的取所佔名次的平均數',
          'equal ones take the mean of the places they fill',
        ),
  }[node.shared];
  return [
    say(
      `单位按${of}${order}所排的名次`,
      `單位按${of}${order}所排的名次`,
      `the unit’s place by ${of}, ${order}`,
    ),
    ...(node.on === 'exact' ? [say('以未取整的数值比较', '以未取整的數值比較', 'compared unrounded')] : []),
    shared,
    ...(node.placePoints ? [placePointsText(say, node.placePoints)] : []),
  ];
}

export function rescaleText({ say, names }: Speaker, node: NodeOf<'rescale'>): string {
  const of = names.node(node.of);
  if (node.to === 'division-mean')
    return say(
      `二次平均：${of} × 全部单位的平均数 ÷ 本组别的平均数`,
      `二次平均：${of} × 全部單位的平均數 ÷ 本組別的平均數`,
      `${of} × the mean of all units ÷ the mean of the unit’s division`,
    );
  if (node.better === 'higher')
    return say(
      `以${of}最高者为 ${node.scale} 分，其余按比例：本单位 ÷ 最高 × ${node.scale}`,
      `以${of}最高者為 ${node.scale} 分，其餘按比例：本單位 ÷ 最高 × ${node.scale}`,
      `the highest ${of} is ${node.scale}, the others in proportion: own ÷ highest × ${node.scale}`,
    );
  return say(
    `以${of}最低者为 ${node.scale} 分，其余按比例：最低 ÷ 本单位 × ${node.scale}`,
    `以${of}最低者為 ${node.scale} 分，其餘按比例：最低 ÷ 本單位 × ${node.scale}`,
    `the lowest ${of} is ${node.scale}, the others in proportion: lowest ÷ own × ${node.scale}`,
  );
}

export function skatingClauses(say: Say, dances: number): readonly string[] {
  return [
    say(
      '按名次法（体育舞蹈通用）：先看过半数评委给出的名次，最先得到过半数的排在前面',
      '按名次法（體育舞蹈通用）：先看過半數評委給出的名次，最先得到過半數的排在前面',
      'by the Skating System: the unit that first has a majority of judges placing it so high or higher is placed first',
    ),
    say(
      '同时得到的，依次比人数、这些名次之和，再看下一个名次',
      '同時得到的，依次比人數、這些名次之和，再看下一個名次',
      'where several have it at once, the larger majority, then the smaller sum of those places, then the next place decides',
    ),
    ...(dances > 1
      ? [
          say(
            `共 ${dances} 支舞，各舞名次相加，和小的在前，相同的按该法第 10、11 条`,
            `共 ${dances} 支舞，各舞名次相加，和小的在前，相同的按該法第 10、11 條`,
            `over ${dances} dances the places are added up, the smaller sum first, equal ones by its rules 10 and 11`,
          ),
        ]
      : []),
    say(
      '没有给齐各单位名次的评委，其票在这支舞中整张不计',
      '沒有給齊各單位名次的評委，其票在這支舞中整張不計',
      'a judge who hasn’t placed every unit is left out of that dance as a whole',
    ),
  ];
}
