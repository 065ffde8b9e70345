import type { NodeOf, ValueNode } from '../../domain/scoring/rules/value-node.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { factorText, groupsClauses, pickClauses, sumText, weightsText } from './combining-words.ts';
import { placeClauses, rescaleText, skatingClauses } from './comparing-words.ts';
import { marksClauses } from './marks-words.ts';
import { bandsClauses, linearText, measureClauses, timeClauses } from './measured-words.ts';
import { isNegative, roundingText, size, sourceText } from './number-words.ts';
import { capital, entry, type Say, type Speaker } from './speaker.ts';

/** Points of the jury: only one way where the limits say so. */
function adjustmentsText(say: Say, { floor, cap }: NodeOf<'adjustments'>): string {
  const reasons = say('每次写明理由和决定人', '每次寫明理由和決定人', 'each with its reason and author');
  if (cap === '0')
    return say(
      `由评委会扣分，${reasons}`,
      `由評委會扣分，${reasons}`,
      `points that the jury takes away, ${reasons}`,
    );
  if (floor === '0')
    return say(
      `由评委会加分，${reasons}`,
      `由評委會加分，${reasons}`,
      `points that the jury adds, ${reasons}`,
    );
  return say(
    `由评委会加分或扣分，${reasons}`,
    `由評委會加分或扣分，${reasons}`,
    `points that the jury adds or takes away, ${reasons}`,
  );
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
      return [adjustmentsText(say, node)];
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
    if (node.kind === 'adjustments' && floor === '0') return '';
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
    if (node.kind === 'adjustments' && cap === '0') return '';
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
