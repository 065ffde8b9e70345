import {
  type BallotType,
  type MarkState,
  markStates,
  missingPolicies,
} from '../../domain/scoring/rules/ballot-type.ts';
import { isCastBy } from '../../domain/scoring/rules/casting.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { capital, entry, fractionWord, listed, type Say, type Speaker, sentence } from './speaker.ts';

type Policy = (typeof missingPolicies)[number];

function stateText(say: Say, state: MarkState): string {
  switch (state) {
    case 'not-yet':
      return say('没有交票', '沒有交票', 'not handed in');
    case 'abstained':
      return say('弃权', '棄權', 'abstained');
    case 'recused':
      return say('回避', '迴避', 'recused');
    case 'absent':
      return say('缺席', '缺席', 'absent');
    case 'void':
      return say('废票', '廢票', 'void');
    default:
      return unreachable(state);
  }
}

function policyText(say: Say, policy: Policy): string {
  switch (policy) {
    case 'exclude':
      return say('不计，分母相应减少', '不計，分母相應減少', 'left out, and the denominator is smaller');
    case 'mean-of-others':
      return say(
        '按本组其他票的平均数补上',
        '按本組其他票的平均數補上',
        'filled with the mean of the group’s other ballots',
      );
    case 'zero':
      return say('按 0 计', '按 0 計', 'counts as zero');
    case 'block':
      return say(
        '不出结果，须等票到或写明理由作出处理',
        '不出結果，須等票到或寫明理由作出處理',
        'no result until it is there or a decision with its reason takes its place',
      );
    default:
      return unreachable(policy);
  }
}

function ballotClauses(say: Say, ballot: BallotType): readonly string[] {
  return missingPolicies.flatMap((policy) => {
    const states = markStates.filter((state) => ballot.missing[state] === policy);
    if (states.length === 0) return [];
    const list = listed(
      say,
      states.map((state) => stateText(say, state)),
    );
    return [
      say(
        `${list}的，${policyText(say, policy)}`,
        `${list}的，${policyText(say, policy)}`,
        `${list}: ${policyText(say, policy)}`,
      ),
    ];
  });
}

/** Ballots that are treated alike share one line. */
function missingLines({ say, names, scheme }: Speaker): readonly string[] {
  const ways = new Map<string, string[]>();
  for (const ballot of scheme.ballots) {
    const clauses = JSON.stringify(ballotClauses(say, ballot));
    ways.set(clauses, [...(ways.get(clauses) ?? []), names.ballot(ballot.id)]);
  }
  return [...ways].map(([text, ballots]) => {
    const clauses: readonly string[] = JSON.parse(text);
    return entry(say, capital(listed(say, [...new Set(ballots)])), clauses);
  });
}

// SECRET-2
/** What a quorum given as a share is a share of. */
function shareOf(say: Speaker['say'], { ballots }: ScoringScheme, group: string): string {
  const own = ballots.filter((ballot) => isCastBy(ballot, group));
  const secret = own.filter(({ secrecy }) => secrecy === 'anonymous').length;
  if (secret === 0) return say('到场人数', '到場人數', 'those present');
  if (secret === own.length) return say('所发票卡', '所發票卡', 'the cards given out');
  return say(
    '到场人数（无记名票按所发票卡）',
    '到場人數（無記名票按所發票卡）',
    'those present (of a secret ballot: of the cards given out)',
  );
}

function quorumLines({ say, names, scheme }: Speaker): readonly string[] {
  return scheme.groups.flatMap(({ id, quorum }) => {
    if (!quorum) return [];
    const { atLeast, effect } = quorum;
    const group = names.group(id);
    const whole = shareOf(say, scheme, id);
    const counted = say(
      '（选弃权的也算，废票不算）',
      '（選棄權的也算，廢票不算）',
      ' (an abstention written on one counts, a void one doesn’t)',
    );
    const enough =
      'count' in atLeast
        ? say(
            `${group}交来的票${counted}须不少于 ${atLeast.count} 张`,
            `${group}交來的票${counted}須不少於 ${atLeast.count} 張`,
            `${group} must give at least ${atLeast.count} ballots${counted}`,
          )
        : say(
            `${group}交来的票${counted}须达到${whole}的${fractionWord(say, ...atLeast.of)}`,
            `${group}交來的票${counted}須達到${whole}的${fractionWord(say, ...atLeast.of)}`,
            `the ballots that ${group} gives${counted} must be ${fractionWord(say, ...atLeast.of)} of ${whole}`,
          );
    const less =
      effect === 'block'
        ? say('不足的，该单位不出结果', '不足的，該單位不出結果', 'with fewer the unit has no result')
        : say('不足的，在成绩单上注明', '不足的，在成績單上註明', 'with fewer the sheet says so');
    return [sentence(say, [enough, less])];
  });
}

function uncountedLines({ say, names, scheme }: Speaker): readonly string[] {
  const groups = scheme.groups.filter(({ counts }) => !counts).map(({ id }) => names.group(id));
  if (groups.length === 0) return [];
  const list = listed(say, groups);
  return [
    sentence(say, [
      say(
        `${list}的票只列出，不计入成绩`,
        `${list}的票只列出，不計入成績`,
        `ballots of ${list} are shown and never counted`,
      ),
    ]),
  ];
}

/** Values made of places as they are written, which nobody moves up in when a unit leaves. */
function writtenPlaces({ say, names, scheme, plan }: Speaker): readonly string[] {
  const raw = scheme.nodes.flatMap((node) => {
    const reads =
      node.kind === 'skating'
        ? true
        : (node.kind === 'marks' || node.kind === 'groups') &&
          node.read === 'marks' &&
          ['ranking', 'placement'].includes(plan.ballotById.get(node.ballot)?.kind ?? '');
    return reads ? [names.node(node.id)] : [];
  });
  if (raw.length === 0) return [];
  const list = listed(say, raw);
  return [
    sentence(say, [
      say(
        `有单位退出的，计算${list}时，其余单位在票上的名次照所写的计，不往前递补`,
        `有單位退出的，計算${list}時，其餘單位在票上的名次照所寫的計，不往前遞補`,
        `where a unit has left, ${list} takes the others’ places as they are written; nobody moves up on a ballot`,
      ),
    ]),
  ];
}

type UnitPolicy = ScoringScheme['units']['withdrew'];

function unitPolicyText(say: Say, policy: UnitPolicy): string {
  switch (policy) {
    case 'exclude':
      return say(
        '不排名次，也不占他人名次',
        '不排名次，也不佔他人名次',
        'no place, and none is kept free for it',
      );
    case 'zero':
      return say('总分按 0 排名', '總分按 0 排名', 'ranked with a total of zero');
    case 'block':
      return say(
        '全部名次暂不确定，须另作处理',
        '全部名次暫不確定，須另作處理',
        'the ranking waits for a decision',
      );
    default:
      return unreachable(policy);
  }
}

function unitLines({ say, scheme }: Speaker): readonly string[] {
  const states = {
    'not-called': say('没有上场', '沒有上場', 'not on stage'),
    withdrew: say('中途退出', '中途退出', 'withdrew'),
    disqualified: say('取消资格', '取消資格', 'disqualified'),
  };
  const clauses = (['exclude', 'zero', 'block'] as const).flatMap((policy) => {
    const list = (['not-called', 'withdrew', 'disqualified'] as const).filter(
      (state) => scheme.units[state] === policy,
    );
    if (list.length === 0) return [];
    const text = listed(
      say,
      list.map((state) => states[state]),
    );
    return [
      say(
        `${text}的，${unitPolicyText(say, policy)}`,
        `${text}的，${unitPolicyText(say, policy)}`,
        `${text}: ${unitPolicyText(say, policy)}`,
      ),
    ];
  });
  return [entry(say, say('参赛单位', '參賽單位', 'Units'), clauses)];
}

/** What a missing ballot, a small turnout or a missing unit does. */
export function missingWords(speaker: Speaker): readonly string[] {
  const { say, scheme } = speaker;
  const isComposed = scheme.nodes.some(
    (node) => (node.kind === 'weighted' || node.kind === 'sum') && node.absent === 'block',
  );
  return [
    ...missingLines(speaker),
    ...quorumLines(speaker),
    ...uncountedLines(speaker),
    ...(isComposed
      ? [
          sentence(say, [
            say(
              '总分由几部分组成的，缺少任何一部分都不出结果，另有写明的除外',
              '總分由幾部分組成的，缺少任何一部分都不出結果，另有寫明的除外',
              'without any one of its parts a total has no result, unless the rule says otherwise',
            ),
          ]),
        ]
      : []),
    ...unitLines(speaker),
    ...writtenPlaces(speaker),
  ];
}
