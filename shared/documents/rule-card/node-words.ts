import { groupsOfNode } from '../../domain/scoring/rules/plan.ts';
import type { NodeOf, TimeSide, ValueNode } from '../../domain/scoring/rules/value-node.ts';
import { decimal, divide, formatDecimal, multiply, rational } from '../../kernel/rational.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { emptyClauses, marksClauses } from './marks-words.ts';
import {
  isNegative,
  placePointsText,
  pointsChange,
  roundingText,
  secondsText,
  signed,
  size,
  sourceText,
} from './number-words.ts';
import { entry, listed, numberWord, type Say, type Speaker } from './speaker.ts';

/** A weight among others: 60%, or 1/3 where per cent would not be exact. */
export function weightText(say: Say, weight: number, total: number): string {
  const percent = divide(multiply(rational(BigInt(weight)), decimal('100')), rational(BigInt(total)));
  if (100n % percent.denominator !== 0n) return `${weight}/${total}`;
  const text = formatDecimal(percent, 2).replace(/\.?0+$/, '');
  return say(`${text}%`, `${text}%`, `${text} %`);
}

type Part = { readonly name: string; readonly weight: number };

/** 指标占 40%，发言占 20%. */
function weightsText(say: Say, parts: readonly Part[]): string {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const counted = parts.filter(({ weight }) => weight > 0);
  return counted
    .map(({ name, weight }) => {
      const share = weightText(say, weight, total);
      return say(`${name}占 ${share}`, `${name}佔 ${share}`, `${name} counts ${share}`);
    })
    .join(say('，', '，', ', '));
}

function groupsClauses(speaker: Speaker, node: NodeOf<'groups'>): readonly string[] {
  const { say, names, scheme } = speaker;
  const groups = groupsOfNode(scheme, node).filter(({ counts }) => counts);
  const parts = groups.map(({ id, weight }) => ({
    weight,
    name:
      node.by === 'mean'
        ? say(`${names.group(id)}的均分`, `${names.group(id)}的均分`, `the mean of ${names.group(id)}`)
        : say(`${names.group(id)}的得分`, `${names.group(id)}的得分`, `the score of ${names.group(id)}`),
  }));
  const round = node.roundGroup ? roundingText(say, node.roundGroup) : null;
  const empty = {
    block: say(
      '任何一组没有有效票的，不出结果',
      '任何一組沒有有效票的，不出結果',
      'without a valid ballot of every group there is no result',
    ),
    renormalise: say(
      '某组没有有效票的，其余各组按权重重新折算',
      '某組沒有有效票的，其餘各組按權重重新折算',
      'where a group has no valid ballot, the weights of the others stand in for it',
    ),
    zero: say(
      '没有有效票的组按 0 分计',
      '沒有有效票的組按 0 分計',
      'a group without a valid ballot counts as zero',
    ),
  };
  return [
    say('各组分别计算', '各組分別計算', 'each group apart'),
    ...marksClauses(speaker, node, true),
    ...(round ? [say(`各组得分${round}`, `各組得分${round}`, `each group’s score is ${round}`)] : []),
    say(
      `各组按权重合成，${weightsText(say, parts)}`,
      `各組按權重合成，${weightsText(say, parts)}`,
      `the groups by their weights: ${weightsText(say, parts)}`,
    ),
    ...(groups.length > 1 ? [empty[node.emptyGroup]] : []),
  ];
}

function sumText(speaker: Speaker, node: NodeOf<'sum'>): string {
  const { names } = speaker;
  return node.parts
    .map(({ node: id, times }, n) => {
      const name = names.node(id);
      const minus = typeof times === 'string' && isNegative(times);
      const factor =
        typeof times === 'string'
          ? size(times) === '1'
            ? ''
            : ` × ${size(times)}`
          : ` × ${sourceText(speaker, times)}`;
      const sign = n === 0 ? (minus ? '−' : '') : minus ? ' − ' : ' + ';
      return `${sign}${name}${factor}`;
    })
    .join('');
}

function sideClauses(say: Say, side: TimeSide, isOver: boolean): readonly string[] {
  const beyond = isOver ? say('超时', '超時', 'over it') : say('不足', '不足', 'under it');
  if (side.kind === 'bands')
    return side.bands.map(({ from, points }) =>
      say(
        `${beyond} ${from} 秒以上（含）的，${pointsChange(say, points)}`,
        `${beyond} ${from} 秒以上（含）的，${pointsChange(say, points)}`,
        `${from} s or more ${beyond}: ${pointsChange(say, points)}`,
      ),
    );
  const { seconds, points } = side;
  const rest =
    side.kind === 'per-started'
      ? say(
          `，不到 ${seconds} 秒的按 ${seconds} 秒算`,
          `，不到 ${seconds} 秒的按 ${seconds} 秒算`,
          ' or part of them',
        )
      : say(`，不到 ${seconds} 秒的部分不算`, `，不到 ${seconds} 秒的部分不算`, ' that are full');
  return [
    say(
      `${beyond}每 ${seconds} 秒${pointsChange(say, points)}${rest}`,
      `${beyond}每 ${seconds} 秒${pointsChange(say, points)}${rest}`,
      `for every ${seconds} s ${beyond}${rest} ${pointsChange(say, points)}`,
    ),
  ];
}

function timeClauses(speaker: Speaker, node: NodeOf<'time'>): readonly string[] {
  const { say, names } = speaker;
  const limit = secondsText(speaker, node.limit);
  const least = node.atLeast === undefined ? null : secondsText(speaker, node.atLeast);
  return [
    say(
      `按${names.node(node.of)}计，时限为 ${limit}`,
      `按${names.node(node.of)}計，時限為 ${limit}`,
      `by ${names.node(node.of)}; the limit is ${limit}`,
    ),
    ...(least && node.under ? [say(`最短为 ${least}`, `最短為 ${least}`, `the least is ${least}`)] : []),
    ...(Number(node.grace) > 0
      ? [
          say(
            `相差 ${node.grace} 秒以内（含）不计，超出这一宽限的从时限起算`,
            `相差 ${node.grace} 秒以內（含）不計，超出這一寬限的從時限起算`,
            `up to ${node.grace} s beyond nothing happens; past that it counts from the limit`,
          ),
        ]
      : []),
    ...(node.over
      ? sideClauses(say, node.over, true)
      : [say('超时不扣分', '超時不扣分', 'nothing happens over the limit')]),
    ...(node.under
      ? sideClauses(say, node.under, false)
      : [say('提前结束不扣分', '提前結束不扣分', 'nothing happens under the limit')]),
  ];
}

function bandsClauses(speaker: Speaker, node: NodeOf<'bands'>): readonly string[] {
  const { say, names } = speaker;
  const [first] = node.bands;
  const of = names.node(node.of);
  return [
    say(
      `按${of}分档：不到 ${signed(first?.from ?? '')} 的得 ${signed(node.below)} 分`,
      `按${of}分檔：不到 ${signed(first?.from ?? '')} 的得 ${signed(node.below)} 分`,
      `by bands of ${of}: below ${signed(first?.from ?? '')} ${signed(node.below)}`,
    ),
    ...node.bands.map(({ from, points }, n) => {
      const next = node.bands[n + 1];
      const to = next
        ? say(
            `、不到 ${signed(next.from)} `,
            `、不到 ${signed(next.from)} `,
            ` and below ${signed(next.from)}`,
          )
        : '';
      return say(
        `${signed(from)} 以上（含）${to}的得 ${signed(points)} 分`,
        `${signed(from)} 以上（含）${to}的得 ${signed(points)} 分`,
        `from ${signed(from)}${to} ${signed(points)}`,
      );
    }),
  ];
}

function pickClauses(speaker: Speaker, node: NodeOf<'pick'>): readonly string[] {
  const { say, names } = speaker;
  const { from, dropBest, dropWorst, best, by } = node;
  const what =
    'nodes' in from
      ? listed(say, from.nodes.map(names.node))
      : say(
          `各${itemOf(speaker, from.items)}的${names.node(from.items)}`,
          `各${itemOf(speaker, from.items)}的${names.node(from.items)}`,
          `${names.node(from.items)} of every ${itemOf(speaker, from.items)}`,
        );
  const word = (count: number) => numberWord(say, count);
  const dropped = [
    ...(dropBest > 0
      ? [
          say(
            `去掉${word(dropBest)}个最好的`,
            `去掉${word(dropBest)}個最好的`,
            `the ${word(dropBest)} best dropped`,
          ),
        ]
      : []),
    ...(dropWorst > 0
      ? [
          say(
            `去掉${word(dropWorst)}个最差的`,
            `去掉${word(dropWorst)}個最差的`,
            `the ${word(dropWorst)} worst dropped`,
          ),
        ]
      : []),
    ...(best === undefined
      ? []
      : [say(`只取最好的${word(best)}个`, `只取最好的${word(best)}個`, `only the best ${word(best)} taken`)]),
  ];
  const together = {
    sum: say('相加', '相加', 'added up'),
    mean: say('取平均', '取平均', 'averaged'),
    median: say('取中位数', '取中位數', 'of which the median counts'),
  }[by];
  const isSorted = dropped.length > 0;
  return [
    say(`取${what}`, `取${what}`, what),
    ...dropped,
    together,
    ...(isSorted && node.better === 'lower' ? [say('数值小的为好', '數值小的為好', 'lower is better')] : []),
    ...(isSorted
      ? [say('未完成的视为最差', '未完成的視為最差', 'one that wasn’t finished is the worst')]
      : []),
    ...emptyClauses(say, node.empty),
  ];
}

function itemOf({ names, plan }: Speaker, node: string): string {
  return names.item(plan.nodeById.get(node)?.each ?? '');
}

function linearText(speaker: Speaker, node: NodeOf<'linear'>): string {
  const { names } = speaker;
  const of = names.node(node.of);
  const isPar = node.par !== '0';
  const inner = isPar ? `(${of} − ${sourceText(speaker, node.par)})` : of;
  const minus = typeof node.rate === 'string' && isNegative(node.rate);
  const rate = typeof node.rate === 'string' ? size(node.rate) : sourceText(speaker, node.rate);
  const product = rate === '1' ? inner : `${rate} × ${inner}`;
  if (node.base === '0') return minus ? `−${product}` : product;
  return `${sourceText(speaker, node.base)} ${minus ? '−' : '+'} ${product}`;
}

function factorText(speaker: Speaker, node: NodeOf<'factor'>): string {
  const times = node.times === '1' ? '' : ` × ${sourceText(speaker, node.times)}`;
  const over = node.over === '1' ? '' : ` ÷ ${sourceText(speaker, node.over)}`;
  return `${speaker.names.node(node.of)}${times}${over}`;
}

function placeClauses({ say, names }: Speaker, node: NodeOf<'place'>): readonly string[] {
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
    averaged: say(
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

function rescaleText({ say, names }: Speaker, node: NodeOf<'rescale'>): string {
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

function skatingClauses(say: Say, dances: number): readonly string[] {
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
  ];
}

function measureClauses({ say, names, scheme }: Speaker, node: NodeOf<'measure'>): readonly string[] {
  const isTime =
    node.measure === 'seconds' ||
    node.measure === 'time' ||
    scheme.nodes.some((other) => other.kind === 'time' && other.of === node.id);
  const measure = names.measure(node.measure);
  const missing = {
    zero: say('没有的按 0 计', '沒有的按 0 計', 'zero where there is none'),
    none: say('没有的不计', '沒有的不計', 'left out where there is none'),
    block: say('没有的不出结果', '沒有的不出結果', 'without it there is no result'),
  }[node.missing];
  return [
    isTime
      ? say('以计时员确认的数值为准', '以計時員確認的數值為準', 'as the timekeeper has confirmed it')
      : say(`按录入的${measure}`, `按錄入的${measure}`, `${measure} as entered`),
    missing,
  ];
}

/** How a node's value comes about. */
export function nodeClauses(speaker: Speaker, node: ValueNode): readonly string[] {
  const { say, names } = speaker;
  switch (node.kind) {
    case 'marks':
      return marksClauses(speaker, node, false);
    case 'groups':
      return groupsClauses(speaker, node);
    case 'weighted': {
      const parts = node.parts.map((part) => ({ name: names.node(part.node), weight: part.weight }));
      return [
        weightsText(say, parts),
        ...(node.absent === 'renormalise'
          ? [
              say(
                '缺少的一项，其余各项按权重重新折算',
                '缺少的一項，其餘各項按權重重新折算',
                'the weights of the others stand in for one that is missing',
              ),
            ]
          : node.absent === 'zero'
            ? [say('缺少的一项按 0 计', '缺少的一項按 0 計', 'one that is missing counts as zero')]
            : []),
      ];
    }
    case 'sum':
      return [
        sumText(speaker, node),
        ...(node.absent === 'zero'
          ? [say('缺少的一项按 0 计', '缺少的一項按 0 計', 'one that is missing counts as zero')]
          : []),
      ];
    case 'product':
      return [node.parts.map(names.node).join(' × ')];
    case 'factor':
      return [factorText(speaker, node)];
    case 'pick':
      return pickClauses(speaker, node);
    case 'measure':
      return measureClauses(speaker, node);
    case 'linear':
      return [linearText(speaker, node)];
    case 'bands':
      return bandsClauses(speaker, node);
    case 'time':
      return timeClauses(speaker, node);
    case 'adjustments':
      return [
        say(
          '由评委会加分或扣分，每次写明理由和决定人',
          '由評委會加分或扣分，每次寫明理由和決定人',
          'points that the jury adds or takes away, each with its reason and author',
        ),
      ];
    case 'place':
      return placeClauses(speaker, node);
    case 'rescale':
      return [rescaleText(speaker, node)];
    case 'skating':
      return skatingClauses(say, node.ballots.length);
    default:
      return unreachable(node);
  }
}

/** What a value is held to, and how it is rounded. */
function endClauses(speaker: Speaker, node: ValueNode): readonly string[] {
  const { say } = speaker;
  const { floor, cap } = node;
  const isChange = node.kind === 'time' || node.kind === 'adjustments';
  const floorText = (): string => {
    if (floor === undefined) return '';
    if (isChange && typeof floor === 'string' && isNegative(floor))
      return say(
        `最多扣 ${size(floor)} 分`,
        `最多扣 ${size(floor)} 分`,
        `at most ${size(floor)} are taken away`,
      );
    return say(
      `最低为 ${sourceText(speaker, floor)}`,
      `最低為 ${sourceText(speaker, floor)}`,
      `never below ${sourceText(speaker, floor)}`,
    );
  };
  const capText = (): string => {
    if (cap === undefined) return '';
    if (isChange && cap === '0') return say('只扣分，不加分', '只扣分，不加分', 'points are only taken away');
    return say(
      `最高为 ${sourceText(speaker, cap)}`,
      `最高為 ${sourceText(speaker, cap)}`,
      `never above ${sourceText(speaker, cap)}`,
    );
  };
  return [
    floorText(),
    capText(),
    ...(node.round
      ? [
          say(
            `结果${roundingText(say, node.round)}`,
            `結果${roundingText(say, node.round)}`,
            roundingText(say, node.round),
          ),
        ]
      : []),
  ];
}

/** One node's line on the card. */
export function nodeLine(speaker: Speaker, node: ValueNode): string {
  const { say, names } = speaker;
  const item = node.each === undefined ? null : names.item(node.each);
  const each =
    item === null
      ? null
      : say(`对每一${item}分别计算`, `對每一${item}分別計算`, `worked out for every ${item}`);
  return entry(say, capital(names.node(node.id)), [
    each,
    ...nodeClauses(speaker, node),
    ...endClauses(speaker, node),
  ]);
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
