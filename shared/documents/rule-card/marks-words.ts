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

/** Which ballot, where there are several: “发言”上. */
function whichBallot(
  { say, names, scheme }: Speaker,
  ballot: BallotType,
): { readonly before: string; readonly after: string } {
  if (scheme.ballots.length === 1) return { before: '', after: '' };
  const name = quoted(say, names.ballot(ballot.id));
  const english = /ballot”$/i.test(name) ? ` on the ${name}` : ` on the ${name} ballot`;
  return { before: say(`${name}上`, `${name}上`, ''), after: say(``, ``, english) };
}

/** 上的, behind the name of a ballot. */
function onIt(before: string): string {
  return before === '' ? '' : `${before}的`;
}

/** What is read from each judge's ballot. */
function readText(speaker: Speaker, node: MarksLike, ballot: BallotType): string {
  const { say, names } = speaker;
  const { criteria } = node;
  const { before, after } = whichBallot(speaker, ballot);
  switch (ballot.kind) {
    case 'points': {
      if (!criteria)
        return say(
          `${before}每位评委各项打分的合计`,
          `${before}每位評委各項打分的合計`,
          `the sum of each judge’s marks${after}`,
        );
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
      return say(`${before}每位评委打的分`, `${before}每位評委打的分`, `each judge’s mark${after}`);
    case 'grades':
      return say(
        `${before}每张票所选等次折成的分`,
        `${before}每張票所選等次折成的分`,
        `the points of the grade on each ballot${after === '' ? '' : `, ${after.trim()}`}`,
      );
    case 'ranking':
    case 'placement':
      return say(`${before}每位评委给的名次`, `${before}每位評委給的名次`, `each judge’s place${after}`);
    case 'approval':
    case 'winner':
      return say(`${before}得到的票`, `${before}得到的票`, `the votes${after}`);
    case 'yes-no':
      return say(`${onIt(before)}赞成票`, `${onIt(before)}贊成票`, `the yes votes${after}`);
    default:
      return unreachable(ballot);
  }
}

/** Which marks a share or a count looks at. */
function countingText(speaker: Speaker, node: MarksLike, ballot: BallotType): string {
  const { say, names } = speaker;
  const { counting } = node;
  const { before, after } = whichBallot(speaker, ballot);
  if (counting && 'grades' in counting) {
    const list = listed(
      say,
      counting.grades.map((id) => quoted(say, names.grade(ballot.id, id))),
    );
    return say(
      `${before}选${list}的票数`,
      `${before}選${list}的票數`,
      `the number of ballots with ${list}${after}`,
    );
  }
  const isPlace = isPlaced(ballot, node);
  if (counting && 'from' in counting) {
    const from = signed(counting.from);
    return isPlace
      ? say(
          `${before}列第 ${from} 名及以后的票数`,
          `${before}列第 ${from} 名及以後的票數`,
          `the number of places ${from} or worse${after}`,
        )
      : say(
          `${before} ${from} 分以上（含）的票数`.trim(),
          `${before} ${from} 分以上（含）的票數`.trim(),
          `the number of marks of ${from} or more${after}`,
        );
  }
  if (counting) {
    const to = signed(counting.to);
    if (isPlace && to === '1')
      return say(`${before}第 1 名的票数`, `${before}第 1 名的票數`, `the number of first places${after}`);
    return isPlace
      ? say(
          `${before}列前 ${to} 名的票数`,
          `${before}列前 ${to} 名的票數`,
          `the number of places ${to} or better${after}`,
        )
      : say(
          `${before} ${to} 分以下（含）的票数`.trim(),
          `${before} ${to} 分以下（含）的票數`.trim(),
          `the number of marks of ${to} or less${after}`,
        );
  }
  if (ballot.kind === 'yes-no')
    return say(`${onIt(before)}赞成票数`, `${onIt(before)}贊成票數`, `the number of yes votes${after}`);
  if (ballot.kind === 'approval' || ballot.kind === 'winner')
    return say(`${onIt(before)}得票数`, `${onIt(before)}得票數`, `the number of votes${after}`);
  return say(`${before}大于 0 的票数`, `${before}大於 0 的票數`, `the number of ballots above zero${after}`);
}

/** Whether a ballot can hold a mark that is in no denominator. */
function hasOutside(ballot: BallotType): boolean {
  return (
    ballot.kind === 'yes-no' ||
    (ballot.kind === 'grades' && ballot.grades.some(({ points }) => points === null))
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

/** How marks, or places that need not be all different, become each judge's order of the units. */
function orderedText(speaker: Speaker, ballot: BallotType, hasPoints: boolean): string {
  const { say } = speaker;
  const { before, after } = whichBallot(speaker, ballot);
  if (ballot.kind === 'placement')
    return say(
      `先把${before}每位评委给各单位的名次从第 1 名起重新排齐，相同的取所占名次${hasPoints ? '得分' : ''}的平均数`,
      `先把${before}每位評委給各單位的名次從第 1 名起重新排齊，相同的取所佔名次${hasPoints ? '得分' : ''}的平均數`,
      `each judge’s places${after} are first closed up from place 1, equal ones sharing the mean ${hasPoints ? 'of the points of their places' : 'place'}`,
    );
  return say(
    `先把${before}每位评委对各单位的打分换成名次，同分的取所占名次${hasPoints ? '得分' : ''}的平均数`,
    `先把${before}每位評委對各單位的打分換成名次，同分的取所佔名次${hasPoints ? '得分' : ''}的平均數`,
    `each judge’s marks${after} are first turned into places of the units, equal marks sharing the mean ${hasPoints ? 'of the points of their places' : 'place'}`,
  );
}

/** How one panel's, or one group's, ballots become one number. */
export function marksClauses(speaker: Speaker, node: MarksLike, isWithinGroup: boolean): readonly string[] {
  const { say, plan } = speaker;
  const ballot = plan.ballotById.get(node.ballot);
  if (!ballot) return [];
  const trim = node.trim ? [trimText(say, node.trim, isPlaced(ballot, node), isWithinGroup)] : [];
  const isShare = node.by === 'share' || node.by === 'count';
  const read = isShare ? countingText(speaker, node, ballot) : readText(speaker, node, ballot);
  const isOrdered = node.read === 'places' && ballot.kind !== 'ranking';
  const places = isOrdered ? [orderedText(speaker, ballot, node.placePoints !== undefined)] : [];
  const stretched =
    node.partial === 'stretched' && node.read === 'places'
      ? [
          say(
            '只排了部分单位的票，其名次按比例拉到全部单位的范围',
            '只排了部分單位的票，其名次按比例拉到全部單位的範圍',
            'places of a ballot that ranks only some units are stretched over all units',
          ),
          ...(node.placePoints && 'table' in node.placePoints
            ? [
                say(
                  '落在两个名次之间的，得分按直线折算',
                  '落在兩個名次之間的，得分按直線折算',
                  'between two places the points lie on the straight line',
                ),
              ]
            : []),
        ]
      : [];
  const outOf = node.outOf === '1' ? '' : ` × ${node.outOf}`;
  const valid = hasOutside(ballot)
    ? say('有效票数（弃权除外）', '有效票數（棄權除外）', 'the number of valid ballots, abstentions apart,')
    : say('有效票数', '有效票數', 'the number of valid ballots');
  const share = `${read} ÷ ${valid}${outOf}`;
  const taken = isOrdered ? say('每位评委的名次', '每位評委的名次', 'each judge’s places') : read;
  const own = isShare
    ? node.by === 'share'
      ? share
      : read
    : say(`取${taken}`, `取${taken}`, `take ${taken}`);
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
