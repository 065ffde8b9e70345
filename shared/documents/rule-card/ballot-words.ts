import type { BallotType } from '../../domain/scoring/rules/ballot-type.ts';
import { decimal, formatDecimal, multiply, type Rational, sum } from '../../kernel/rational.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { signed } from './number-words.ts';
import { capital, entry, listed, numberWord, type Say, type Speaker, sentence } from './speaker.ts';
import { effectText, validityText } from './validity-words.ts';

/** As many decimals as there are. */
export function plainDecimal(value: Rational): string {
  const text = formatDecimal(value, 6);
  return signed(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

function rangeText(say: Say, minimum: string, maximum: string): string {
  return minimum === '0'
    ? say(`${maximum} 分`, `${maximum} 分`, `0 to ${maximum}`)
    : say(
        `${signed(minimum)} 至 ${maximum} 分`,
        `${signed(minimum)} 至 ${maximum} 分`,
        `${signed(minimum)} to ${maximum}`,
      );
}

function pointsClauses(
  { say, names }: Speaker,
  ballot: Extract<BallotType, { kind: 'points' }>,
): readonly string[] {
  const { criteria } = ballot;
  const steps = new Set(criteria.map(({ step }) => step));
  const [step = ''] = steps;
  const isOneStep = steps.size === 1;
  const full = plainDecimal(
    sum(criteria.map(({ maximum, factor }) => multiply(decimal(maximum), decimal(factor)))),
  );
  const list = criteria.map(({ id, minimum, maximum, factor, step: own }) => {
    const more = [
      ...(factor === '1'
        ? []
        : [say(`乘 ${factor} 计入合计`, `乘 ${factor} 計入合計`, `counts times ${factor}`)]),
      ...(isOneStep ? [] : [say(`每档 ${own} 分`, `每檔 ${own} 分`, `in steps of ${own}`)]),
    ].join(say('，', '，', ', '));
    const range = `${names.criterion(ballot.id, id)} ${rangeText(say, minimum, maximum)}`;
    return more === '' ? range : say(`${range}（${more}）`, `${range}（${more}）`, `${range} (${more})`);
  });
  return [
    criteria.length === 1
      ? say(`给每个单位打分：${list[0]}`, `給每個單位打分：${list[0]}`, `a mark for each unit: ${list[0]}`)
      : say(
          `给每个单位的${numberWord(say, criteria.length)}项分别打分：${list.join('、')}，满分合计 ${full} 分`,
          `給每個單位的${numberWord(say, criteria.length)}項分別打分：${list.join('、')}，滿分合計 ${full} 分`,
          `a mark for each unit under ${numberWord(say, criteria.length)} criteria: ${list.join(', ')}; ${full} in all`,
        ),
    ...(isOneStep
      ? [say(`打分以 ${step} 分为一档`, `打分以 ${step} 分為一檔`, `marks go in steps of ${step}`)]
      : []),
  ];
}

function formClauses(speaker: Speaker, ballot: BallotType): readonly string[] {
  const { say, names } = speaker;
  switch (ballot.kind) {
    case 'points':
      return pointsClauses(speaker, ballot);
    case 'total':
      return [
        say(
          `给每个单位打一个分，${signed(ballot.minimum)} 至 ${ballot.maximum} 分，以 ${ballot.step} 分为一档`,
          `給每個單位打一個分，${signed(ballot.minimum)} 至 ${ballot.maximum} 分，以 ${ballot.step} 分為一檔`,
          `one mark for each unit, ${signed(ballot.minimum)} to ${ballot.maximum} in steps of ${ballot.step}`,
        ),
      ];
    case 'grades': {
      const grades = ballot.grades.map(({ id, points }) => {
        const name = names.grade(ballot.id, id);
        return points === null
          ? say(
              `${name}（只计票数，不进分母）`,
              `${name}（只計票數，不進分母）`,
              `${name} (counted, but in no denominator)`,
            )
          : say(
              `${name}（${signed(points)} 分）`,
              `${name}（${signed(points)} 分）`,
              `${name} (${signed(points)})`,
            );
      });
      return [
        say(
          `给每个单位选一个等次：${grades.join('、')}`,
          `給每個單位選一個等次：${grades.join('、')}`,
          `one grade for each unit: ${grades.join(', ')}`,
        ),
      ];
    }
    case 'ranking':
      return [
        say(
          '把各单位从第 1 名排到最后一名，每个名次只用一次',
          '把各單位從第 1 名排到最後一名，每個名次只用一次',
          'the units in order from first to last, each place once',
        ),
        ballot.effect === 'void'
          ? say(
              '漏排或名次重复的，该票作废',
              '漏排或名次重複的，該票作廢',
              'a ballot that leaves one out or gives a place twice is void',
            )
          : say(
              '漏排或名次重复的，不能提交',
              '漏排或名次重複的，不能提交',
              'a ballot that leaves one out or gives a place twice is refused',
            ),
      ];
    case 'placement':
      return [
        say(
          `给每个单位评一个名次，第 1 名至第 ${ballot.lastPlace} 名`,
          `給每個單位評一個名次，第 1 名至第 ${ballot.lastPlace} 名`,
          `a place for each unit, 1 to ${ballot.lastPlace}`,
        ),
      ];
    case 'approval': {
      const { atLeast, atMost, effect } = ballot;
      const least =
        atLeast === 0
          ? say('可以一个不选', '可以一個不選', 'none is allowed')
          : say(
              `最少选${numberWord(say, atLeast)}个`,
              `最少選${numberWord(say, atLeast)}個`,
              `at least ${numberWord(say, atLeast)}`,
            );
      const range =
        atLeast === 0
          ? say('多选的', '多選的', 'with more')
          : say('多选或少选的', '多選或少選的', 'with more or fewer');
      return [
        say(
          `从全部单位中推选，最多选${numberWord(say, atMost)}个，${least}`,
          `從全部單位中推選，最多選${numberWord(say, atMost)}個，${least}`,
          `names of units, at most ${numberWord(say, atMost)}, ${least}`,
        ),
        effect === 'void'
          ? say(`${range}，该票作废`, `${range}，該票作廢`, `a ballot ${range} is void`)
          : say(`${range}，不能提交`, `${range}，不能提交`, `a ballot ${range} is refused`),
      ];
    }
    case 'yes-no':
      return [
        say(
          '对每个单位投赞成、反对或弃权，弃权不进分母',
          '對每個單位投贊成、反對或棄權，棄權不進分母',
          'yes, no or abstention on each unit; an abstention is in no denominator',
        ),
      ];
    case 'winner':
      return [say('从各单位中只选一个', '從各單位中只選一個', 'the name of one unit and no more')];
    default:
      return unreachable(ballot);
  }
}

function roundClauses(say: Say, { round, kind }: BallotType): readonly string[] {
  switch (round.kind) {
    case 'per-unit':
      // A ballot that compares units is of all of them anyway.
      if (kind === 'ranking' || kind === 'approval' || kind === 'winner' || kind === 'placement') return [];
      return [say('逐个单位投票', '逐個單位投票', 'cast unit by unit')];
    case 'all-units':
      return [
        say(
          '各单位都结束后，在一张票上一次投完',
          '各單位都結束後，在一張票上一次投完',
          'all units on one ballot, after the last of them',
        ),
      ];
    case 'first-held':
      return [
        say(
          `前 ${round.held} 个单位的票交出后仍可以改，到第 ${round.held} 个单位结束后一并锁定，其后逐个单位投票`,
          `前 ${round.held} 個單位的票交出後仍可以改，到第 ${round.held} 個單位結束後一併鎖定，其後逐個單位投票`,
          `ballots on the first ${round.held} units stay open until the last of these has spoken; after that unit by unit`,
        ),
      ];
    case 'correctable-until-release':
      return [
        say(
          '逐个单位投票，一个单位的票在下一单位上场时仍可以改，到下一单位锁票时锁定；最后两个单位一并锁定',
          '逐個單位投票，一個單位的票在下一單位上場時仍可以改，到下一單位鎖票時鎖定；最後兩個單位一併鎖定',
          'cast unit by unit; a ballot can still be changed while the next unit is on stage and is locked with the lock of that unit, the last two together',
        ),
      ];
    default:
      return unreachable(round);
  }
}

/** Who casts a ballot: the groups named, or the whole panel. */
function castersText({ say, names, scheme }: Speaker, { groups }: BallotType): string {
  if (groups === undefined)
    return scheme.groups.length > 1
      ? say('由各组评委', '由各組評委', 'judges of every group give')
      : say('由每位评委', '由每位評委', 'every judge gives');
  const list = listed(say, groups.map(names.group));
  return say(`由${list}`, `由${list}`, `${list} give`);
}

/** What a panelist fills in, and what makes a ballot good. */
export function ballotLines(speaker: Speaker): readonly string[] {
  const { say, names, scheme } = speaker;
  const lines = scheme.ballots.flatMap((ballot) => {
    const name = capital(names.ballot(ballot.id));
    const [form = '', ...more] = formClauses(speaker, ballot);
    const casters = castersText(speaker, ballot);
    return [
      entry(say, name, [
        say(`${casters}${form}`, `${casters}${form}`, `${casters} ${form}`),
        ...more,
        ...roundClauses(say, ballot),
      ]),
      ...ballot.validity.map((rule) =>
        entry(say, name, [validityText(speaker, ballot, rule), effectText(say, rule.effect)]),
      ),
    ];
  });
  if (lines.length === 0) return [];
  return [
    ...lines,
    sentence(say, [
      say(
        '票在锁定前可以改，以最后一次交的为准',
        '票在鎖定前可以改，以最後一次交的為準',
        'a ballot can be changed until the lock, and the last one counts',
      ),
      say(
        '时间到只响铃，不截断投票',
        '時間到只響鈴，不截斷投票',
        'at zero the bell rings and nobody is cut off',
      ),
    ]),
  ];
}
