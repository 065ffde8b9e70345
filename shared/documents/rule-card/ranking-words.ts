import type { PlanNode } from '../../domain/scoring/rules/plan.ts';
import type { TieRule } from '../../domain/scoring/rules/scoring-scheme.ts';
import type { Better, Sharing } from '../../domain/scoring/rules/value-node.ts';
import { unreachable } from '../../kernel/unreachable.ts';
import { signed } from './number-words.ts';
import { listed, numberWord, type Say, type Speaker, sentence } from './speaker.ts';

function firstText(say: Say, better: Better): string {
  return better === 'higher'
    ? say('高的在前', '高的在前', 'the higher first')
    : say('低的在前', '低的在前', 'the lower first');
}

/** What one rule of the chain compares. */
export function tieRuleText(speaker: Speaker, rule: TieRule): string {
  const { say, names, scheme, plan } = speaker;
  const total = names.node(scheme.ranking.by);
  switch (rule.kind) {
    case 'decimals':
      return rule.decimals === undefined
        ? say(`未取整的${total}`, `未取整的${total}`, `${total} unrounded`)
        : say(
            `${total}多取到${numberWord(say, rule.decimals)}位小数`,
            `${total}多取到${numberWord(say, rule.decimals)}位小數`,
            `${total} to ${numberWord(say, rule.decimals)} decimals`,
          );
    case 'node': {
      const isRounded = rule.on === 'rounded' && plan.nodeById.get(rule.node)?.round !== undefined;
      const name = names.node(rule.node);
      const first = firstText(say, rule.better);
      return isRounded
        ? say(`取整后的${name}，${first}`, `取整後的${name}，${first}`, `${name} as rounded, ${first}`)
        : say(`${name}，${first}`, `${name}，${first}`, `${name}, ${first}`);
    }
    case 'count-back': {
      const ballot = plan.ballotById.get(rule.ballot);
      const isPlace = ballot?.kind === 'ranking' || ballot?.kind === 'placement';
      const of = rule.groups ? listed(say, rule.groups.map(names.group)) : '';
      const whose = of === '' ? '' : say(`${of}所给的`, `${of}所給的`, ` from ${of}`);
      if (rule.only !== undefined) {
        const only = signed(rule.only);
        return isPlace
          ? say(
              `${whose}第 ${only} 名的票数，多的在前`,
              `${whose}第 ${only} 名的票數，多的在前`,
              `the number of places ${only}${whose}, the more first`,
            )
          : say(
              `${whose} ${only} 分的票数，多的在前`,
              `${whose} ${only} 分的票數，多的在前`,
              `the number of marks of ${only}${whose}, the more first`,
            );
      }
      const order =
        rule.better === 'higher' ? say('最高的', '最高的', 'highest') : say('最小的', '最小的', 'lowest');
      return say(
        `${whose}单张票由好到差逐张比较，先比${order}一张`,
        `${whose}單張票由好到差逐張比較，先比${order}一張`,
        `the single ballots${whose} one after the other from the best, the ${order} first`,
      );
    }
    case 'count-back-nodes': {
      const of =
        'nodes' in rule.from ? listed(say, rule.from.nodes.map(names.node)) : names.node(rule.from.items);
      const what = say(
        `各项${of}由好到差逐项比较`,
        `各項${of}由好到差逐項比較`,
        `${of}, one after the other from the best`,
      );
      return say(
        `${what}，${firstText(say, rule.better)}`,
        `${what}，${firstText(say, rule.better)}`,
        `${what}, ${firstText(say, rule.better)}`,
      );
    }
    case 'decision':
      return say(
        '由评委会裁定，写明理由和决定人',
        '由評委會裁定，寫明理由和決定人',
        'the jury’s decision, with its reason and author',
      );
    default:
      return unreachable(rule);
  }
}

/** What happens to units that nothing parts. */
export function sharingText(say: Say, shared: Sharing): string {
  switch (shared) {
    case '1-1-3':
      return say(
        '名次并列，其后名次空出（如 1、1、3）',
        '名次並列，其後名次空出（如 1、1、3）',
        'they share the place and the next is left out (such as 1, 1, 3)',
      );
    case '1-1-2':
      return say(
        '名次并列，其后名次不空（如 1、1、2）',
        '名次並列，其後名次不空（如 1、1、2）',
        'they share the place and none is left out (such as 1, 1, 2)',
      );
    case 'averaged':
      return say(
        '取所占名次的平均数（如 1.5、1.5、3）',
        '取所佔名次的平均數（如 1.5、1.5、3）',
        'they take the mean of the places they fill (such as 1.5, 1.5, 3)',
      );
    case 'forced':
      return say(
        '必须另行决定先后，未决定前不公布',
        '必須另行決定先後，未決定前不公布',
        'they must be parted by a decision before anything is published',
      );
    default:
      return unreachable(shared);
  }
}

/** A total that is a place by itself needs no second column, nor is it published beside the place. */
export function isPlaceNode(node: PlanNode | undefined): boolean {
  return node?.kind === 'skating' || (node?.kind === 'place' && node.placePoints === undefined);
}

/** Whether ranking on rounded and on exact values can differ at all. */
export function isRoundedApart({ scheme, plan }: Pick<Speaker, 'scheme' | 'plan'>): boolean {
  return plan.nodeById.get(scheme.ranking.by)?.round !== undefined;
}

/** By what units are ranked. */
export function rankedByText(speaker: Speaker): readonly string[] {
  const { say, names, scheme, plan } = speaker;
  const { by, better, on } = scheme.ranking;
  const total = names.node(by);
  const order =
    better === 'higher'
      ? say('从高到低', '從高到低', 'from the highest')
      : say('从低到高', '從低到高', 'from the lowest');
  const round = plan.nodeById.get(by)?.round;
  return [
    say(`按${total}${order}排名`, `按${total}${order}排名`, `ranked by ${total} ${order}`),
    round === undefined
      ? say(
          `${total}不取整，按实际数值比较`,
          `${total}不取整，按實際數值比較`,
          `${total} isn’t rounded and is compared as it is`,
        )
      : on === 'rounded'
        ? say(
            `以取整后的${total}比较，取整后相同即为相同`,
            `以取整後的${total}比較，取整後相同即為相同`,
            `compared as rounded: what is equal then is equal`,
          )
        : say(
            `以未取整的${total}比较，取整只用于公布`,
            `以未取整的${total}比較，取整只用於公布`,
            'compared unrounded; it is rounded only to be shown',
          ),
  ];
}

/** 同分怎么办, in one sentence. */
export function tiesText(speaker: Speaker): readonly string[] {
  const { say, names, scheme } = speaker;
  const { ties, shared, by } = scheme.ranking;
  const total = names.node(by);
  if (ties.length === 0)
    return [
      say(
        `${total}相同的，${sharingText(say, shared)}`,
        `${total}相同的，${sharingText(say, shared)}`,
        `where ${total} is equal, ${sharingText(say, shared)}`,
      ),
    ];
  const rules = ties.map((rule) => tieRuleText(speaker, rule));
  const numbered = rules.map((rule, n) =>
    say(`（${n + 1}）${rule}`, `（${n + 1}）${rule}`, `(${n + 1}) ${rule}`),
  );
  const [only = ''] = rules;
  return [
    rules.length === 1
      ? say(
          `${total}相同的，比较${only}`,
          `${total}相同的，比較${only}`,
          `where ${total} is equal, compare ${only}`,
        )
      : say(
          `${total}相同的，依次比较：${numbered.join('；')}`,
          `${total}相同的，依次比較：${numbered.join('；')}`,
          `where ${total} is equal, compare in turn: ${numbered.join('; ')}`,
        ),
    say(
      `仍然相同的，${sharingText(say, shared)}`,
      `仍然相同的，${sharingText(say, shared)}`,
      `where still nothing differs, ${sharingText(say, shared)}`,
    ),
  ];
}

export function rankingWords(speaker: Speaker): readonly string[] {
  const { say, scheme } = speaker;
  const unfinished =
    scheme.ranking.unfinished === 'last'
      ? say('没有完成的单位排在最后', '沒有完成的單位排在最後', 'a unit that didn’t finish is placed last')
      : say('没有完成的单位不排名次', '沒有完成的單位不排名次', 'a unit that didn’t finish has no place');
  const canBeUnfinished = scheme.nodes.some(({ kind }) => kind === 'measure' || kind === 'pick');
  return [
    sentence(say, rankedByText(speaker)),
    sentence(say, tiesText(speaker)),
    ...(canBeUnfinished ? [sentence(say, [unfinished])] : []),
    sentence(say, [
      say(
        '单位分组别的，各组别分别排名、分别评奖',
        '單位分組別的，各組別分別排名、分別評獎',
        'units of different divisions are ranked and awarded apart',
      ),
    ]),
  ];
}
