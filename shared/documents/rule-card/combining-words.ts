import { groupsOfNode } from '../../domain/scoring/rules/plan.ts';
import type { NodeOf } from '../../domain/scoring/rules/value-node.ts';
import { decimal, divide, formatDecimal, multiply, rational } from '../../kernel/rational.ts';
import { emptyClauses, marksClauses } from './marks-words.ts';
import { isNegative, roundingText, size, sourceText } from './number-words.ts';
import { listed, numberWord, type Say, type Speaker } from './speaker.ts';

/** A weight among others: 60%, or 1/3 where per cent would not be exact. */
export function weightText(say: Say, weight: number, total: number): string {
  const percent = divide(multiply(rational(BigInt(weight)), decimal('100')), rational(BigInt(total)));
  if (100n % percent.denominator !== 0n) return `${weight}/${total}`;
  const text = formatDecimal(percent, 2).replace(/\.?0+$/, '');
  return say(`${text}%`, `${text}%`, `${text} %`);
}

type Part = { readonly name: string; readonly weight: number };

/** 指标占 40%，发言占 20%. */
export function weightsText(say: Say, parts: readonly Part[]): string {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const counted = parts.filter(({ weight }) => weight > 0);
  return counted
    .map(({ name, weight }) => {
      const share = weightText(say, weight, total);
      return say(`${name}占 ${share}`, `${name}佔 ${share}`, `${name} counts ${share}`);
    })
    .join(say('，', '，', ', '));
}

export function groupsClauses(speaker: Speaker, node: NodeOf<'groups'>): readonly string[] {
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

export function sumText(speaker: Speaker, node: NodeOf<'sum'>): string {
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

export function pickClauses(speaker: Speaker, node: NodeOf<'pick'>): readonly string[] {
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

export function factorText(speaker: Speaker, node: NodeOf<'factor'>): string {
  const times = node.times === '1' ? '' : ` × ${sourceText(speaker, node.times)}`;
  const over = node.over === '1' ? '' : ` ÷ ${sourceText(speaker, node.over)}`;
  return `${speaker.names.node(node.of)}${times}${over}`;
}
