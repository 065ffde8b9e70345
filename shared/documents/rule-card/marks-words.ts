import type { BallotType } from '../../domain/scoring/rules/ballot-type.ts';
import type { NodeOf, Trim } from '../../domain/scoring/rules/value-node.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { placePointsText, signed } from './number-words.ts';
import { listed, numberWord, quoted, type Say, type Speaker } from './speaker.ts';

export type MarksLike = NodeOf<'marks'> | NodeOf<'groups'>;

/** In places the larger number is the worse one. */
export function isPlaced(ballot: BallotType, node: { readonly read: MarksLike['read'] }): boolean {
  return node.read === 'places' || ballot.kind === 'ranking' || ballot.kind === 'placement';
}

function extremes(say: Say, count: number, isHigh: boolean, isOfPlaces: boolean): string {
  const word = numberWord(say, count);
  const mark = isOfPlaces
    ? isHigh
      ? say('最差名次', '最差名次', 'worst')
      : say('最好名次', '最好名次', 'best')
    : isHigh
      ? say('最高分', '最高分', 'highest')
      : say('最低分', '最低分', 'lowest');
  const english = count === 1 ? mark : `${word} ${mark}`;
  return say(`${word}个${mark}`, `${word}個${mark}`, `the ${english}`);
}

/** 去掉一个最高分和一个最低分（有效票满 7 张时）. */
export function trimText(say: Say, trim: Trim, isOfPlaces: boolean, isWithinGroup: boolean): string {
  const { high, low, fromCount, minimumLeft } = trim;
  const struck = listed(say, [
    ...(high > 0 ? [extremes(say, high, true, isOfPlaces)] : []),
    ...(low > 0 ? [extremes(say, low, false, isOfPlaces)] : []),
  ]).replace('、', '和');
  const where = isWithinGroup || trim.per === 'group';
  const condition = say(
    `${where ? '组内' : ''}有效票满 ${fromCount} 张时`,
    `${where ? '組內' : ''}有效票滿 ${fromCount} 張時`,
    `where ${where ? 'the group has ' : 'there are '}${fromCount} valid ballots or more`,
  );
  const left = minimumLeft > fromCount - high - low;
  return [
    say(
      `${where && !isWithinGroup ? '各组分别' : ''}去掉${struck}（${condition}）`,
      `${where && !isWithinGroup ? '各組分別' : ''}去掉${struck}（${condition}）`,
      `${where && !isWithinGroup ? 'in each group apart ' : ''}strike ${struck} ${isOfPlaces ? 'place' : 'mark'} (${condition})`,
    ),
    ...(left
      ? [
          say(
            `去掉后不足 ${minimumLeft} 张的不去`,
            `去掉後不足 ${minimumLeft} 張的不去`,
            `nothing where fewer than ${minimumLeft} would be left`,
          ),
        ]
      : []),
    ...(trim.by === 'whole-ballot'
      ? [
          say(
            '最高、最低按每张票的合计分认定，整票去掉',
            '最高、最低按每張票的合計分認定，整票去掉',
            'by each judge’s whole ballot, which goes as a whole',
          ),
        ]
      : []),
    say(
      `${isOfPlaces ? '名次' : '分数'}相同的只去掉席号最前的`,
      `${isOfPlaces ? '名次' : '分數'}相同的只去掉席號最前的`,
      'of equal ones only the earliest seat’s',
    ),
  ].join(say('，', '，', ', '));
}

/** What is read from each judge's ballot. */
function readText({ say, names }: Speaker, node: MarksLike, ballot: BallotType): string {
  const { criteria } = node;
  const what = quoted(say, names.ballot(ballot.id));
  switch (ballot.kind) {
    case 'points': {
      if (!criteria)
        return say('每位评委各项打分的合计', '每位評委各項打分的合計', 'the sum of each judge’s marks');
      const list = listed(
        say,
        criteria.map((id) => quoted(say, names.criterion(ballot.id, id))),
      );
      if (criteria.length === 1)
        return say(
          `每位评委在${list}一项的打分`,
          `每位評委在${list}一項的打分`,
          `each judge’s mark for ${list}`,
        );
      return say(
        `每位评委在${list}${numberWord(say, criteria.length)}项的打分之和`,
        `每位評委在${list}${numberWord(say, criteria.length)}項的打分之和`,
        `the sum of each judge’s marks for ${list}`,
      );
    }
    case 'total':
      return say(
        `每位评委在${what}上打的分`,
        `每位評委在${what}上打的分`,
        `each judge’s mark on the ${what} ballot`,
      );
    case 'grades':
      return say(
        '每张票所选等次折成的分',
        '每張票所選等次折成的分',
        'the points of the grade on each ballot',
      );
    case 'ranking':
    case 'placement':
      return say(
        `${what}上每位评委给的名次`,
        `${what}上每位評委給的名次`,
        `each judge’s place on the ${what} ballot`,
      );
    case 'approval':
    case 'winner':
      return say(`${what}上得到的票`, `${what}上得到的票`, `the votes on the ${what} ballot`);
    case 'yes-no':
      return say(`${what}上的赞成票`, `${what}上的贊成票`, `the yes votes on the ${what} ballot`);
    default:
      return unreachable(ballot);
  }
}

/** Which marks a share or a count looks at. */
function countingText(speaker: Speaker, node: MarksLike, ballot: BallotType): string {
  const { say, names } = speaker;
  const { counting } = node;
  const what = quoted(say, names.ballot(ballot.id));
  if (counting && 'grades' in counting) {
    const list = listed(
      say,
      counting.grades.map((id) => quoted(say, names.grade(ballot.id, id))),
    );
    return say(`${list}的票数`, `${list}的票數`, `the number of ballots with ${list}`);
  }
  const isPlace = isPlaced(ballot, node);
  if (counting && 'from' in counting) {
    const from = signed(counting.from);
    return isPlace
      ? say(
          `${what}上列第 ${from} 名及以后的票数`,
          `${what}上列第 ${from} 名及以後的票數`,
          `the number of ballots that give place ${from} or worse`,
        )
      : say(
          `${what}上 ${from} 分以上（含）的票数`,
          `${what}上 ${from} 分以上（含）的票數`,
          `the number of marks of ${from} or more`,
        );
  }
  if (counting) {
    const to = signed(counting.to);
    if (isPlace && to === '1')
      return say(`${what}上的第 1 名票数`, `${what}上的第 1 名票數`, 'the number of first places');
    return isPlace
      ? say(
          `${what}上列前 ${to} 名的票数`,
          `${what}上列前 ${to} 名的票數`,
          `the number of ballots that give place ${to} or better`,
        )
      : say(
          `${what}上 ${to} 分以下（含）的票数`,
          `${what}上 ${to} 分以下（含）的票數`,
          `the number of marks of ${to} or less`,
        );
  }
  if (ballot.kind === 'yes-no')
    return say(`${what}的赞成票数`, `${what}的贊成票數`, `the number of yes votes on the ${what} ballot`);
  if (ballot.kind === 'approval' || ballot.kind === 'winner')
    return say(`${what}的得票数`, `${what}的得票數`, `the number of votes on the ${what} ballot`);
  return say(
    `${what}上大于 0 的票数`,
    `${what}上大於 0 的票數`,
    `the number of ballots above zero on the ${what} ballot`,
  );
}

function togetherText(say: Say, by: MarksLike['by'], isTrimmed: boolean): string {
  const rest = isTrimmed ? say('其余的', '其餘的', '') : '';
  switch (by) {
    case 'mean':
      return say(`${rest}取平均`, `${rest}取平均`, `average ${isTrimmed ? 'the rest' : 'them'}`);
    case 'sum':
      return say(`${rest}相加`, `${rest}相加`, `add ${isTrimmed ? 'the rest' : 'them'} up`);
    case 'median':
      return say(
        `${rest}取中位数`,
        `${rest}取中位數`,
        `take the median of ${isTrimmed ? 'the rest' : 'them'}`,
      );
    case 'highest':
      return say(
        `${rest}取最高的一个`,
        `${rest}取最高的一個`,
        `take the highest of ${isTrimmed ? 'the rest' : 'them'}`,
      );
    case 'lowest':
      return say(
        `${rest}取最低的一个`,
        `${rest}取最低的一個`,
        `take the lowest of ${isTrimmed ? 'the rest' : 'them'}`,
      );
    case 'share':
    case 'count':
      return '';
    default:
      return unreachable(by);
  }
}

/** How one panel's, or one group's, ballots become one number. */
export function marksClauses(speaker: Speaker, node: MarksLike, isWithinGroup: boolean): readonly string[] {
  const { say, plan } = speaker;
  const ballot = plan.ballotById.get(node.ballot);
  if (!ballot) return [];
  const trim = node.trim ? [trimText(say, node.trim, isPlaced(ballot, node), isWithinGroup)] : [];
  const isShare = node.by === 'share' || node.by === 'count';
  const read = isShare ? countingText(speaker, node, ballot) : readText(speaker, node, ballot);
  const places =
    node.read === 'places' && ballot.kind !== 'ranking'
      ? [
          say(
            '先把每位评委对各单位的打分换成名次，同分的取所占名次的平均数',
            '先把每位評委對各單位的打分換成名次，同分的取所佔名次的平均數',
            'each judge’s marks are first turned into places of the units, equal marks sharing the mean place',
          ),
        ]
      : [];
  const stretched =
    node.partial === 'stretched'
      ? [
          say(
            '只排了部分单位的票，其名次按比例拉到全部单位的范围',
            '只排了部分單位的票，其名次按比例拉到全部單位的範圍',
            'places of a ballot that ranks only some units are stretched over all units',
          ),
        ]
      : [];
  const outOf = node.outOf === '1' ? '' : ` × ${node.outOf}`;
  const share = say(
    `${read} ÷ 有效票数${outOf}`,
    `${read} ÷ 有效票數${outOf}`,
    `${read} ÷ the number of valid ballots${outOf}`,
  );
  const own = isShare ? (node.by === 'share' ? share : read) : say(`取${read}`, `取${read}`, `take ${read}`);
  return [
    ...places,
    own,
    ...stretched,
    ...(node.placePoints ? [placePointsText(say, node.placePoints)] : []),
    ...trim,
    togetherText(say, node.by, node.trim !== undefined),
    ...emptyClauses(say, node.empty),
  ].filter((text) => text !== '');
}

export function emptyClauses(say: Say, empty: 'none' | 'zero' | 'block'): readonly string[] {
  if (empty === 'zero')
    return [
      say('一张有效票也没有的按 0 计', '一張有效票也沒有的按 0 計', 'without any that counts it is zero'),
    ];
  if (empty === 'block')
    return [
      say(
        '一张有效票也没有的不出结果',
        '一張有效票也沒有的不出結果',
        'without any that counts there is no result',
      ),
    ];
  return [];
}
