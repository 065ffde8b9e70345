import type { BallotType } from '../../domain/scoring/rules/ballot-type.ts';
import { groupsNodeBehindTotal } from '../../domain/scoring/rules/behind-total.ts';
import { nameIn } from '../../domain/scoring/rules/names.ts';
import { type Plan, type PlanNode, planScheme } from '../../domain/scoring/rules/plan.ts';
import type { ScoringScheme } from '../../domain/scoring/rules/scoring-scheme.ts';
import { type Language, type LocalText, localText } from '../../kernel/language.ts';
import { itemWords, measureWords } from './known-words.ts';
import { numberWord, sayIn } from './speaker.ts';

/** What the parts of a scheme are called in one language, also where the scheme gives them no name. */
export type Names = {
  readonly node: (id: string) => string;
  readonly group: (id: string) => string;
  readonly ballot: (id: string) => string;
  readonly criterion: (ballot: string, id: string) => string;
  readonly grade: (ballot: string, id: string) => string;
  readonly fact: (id: string) => string;
  readonly measure: (id: string) => string;
  /** One entry of a list that nodes are computed for: 指标, 动作. */
  readonly item: (list: string) => string;
};

/** The event's own names of its groups stand before the scheme's. */
export type GroupNames = { readonly [group: string]: LocalText };

type Named = { readonly id: string; readonly name?: BallotType['name'] };

function givenName(language: Language, named: Named | undefined, fallback: LocalText | string): string {
  return nameIn(named?.name, fallback)[language];
}

/** What kinds of nodes are called that have no name. */
function kindName(plan: Plan, node: PlanNode, names: Omit<Names, 'node'>, language: Language): string {
  const say = sayIn(language);
  const of = (id: string) => nodeName(plan, id, names, language);
  switch (node.kind) {
    case 'marks': {
      if (node.criteria) {
        const [first = '', ...others] = node.criteria.map((id) => names.criterion(node.ballot, id));
        if (others.length === 0) return first;
        const count = numberWord(say, others.length + 1);
        return say(
          `${first}等${count}项`,
          `${first}等${count}項`,
          `${first} and ${numberWord(say, others.length)} more`,
        );
      }
      const ballot = names.ballot(node.ballot);
      return node.by === 'count'
        ? say(`${ballot}票数`, `${ballot}票數`, `votes: ${ballot}`)
        : say(`${ballot}得分`, `${ballot}得分`, `score of ${ballot}`);
    }
    case 'weighted':
      return say('加权合计', '加權合計', 'weighted total');
    case 'sum':
      return say('合计', '合計', 'sum');
    case 'product':
      return say('乘积', '乘積', 'product');
    case 'measure':
      return names.measure(node.measure);
    case 'factor':
    case 'linear':
      return say(`${of(node.of)}折算分`, `${of(node.of)}折算分`, `points for ${of(node.of)}`);
    case 'bands':
      return say(`${of(node.of)}分档得分`, `${of(node.of)}分檔得分`, `points for ${of(node.of)} by bands`);
    case 'time':
      return say('时间加减分', '時間加減分', 'time points');
    case 'pick':
      return say('选取得分', '選取得分', 'chosen results');
    case 'adjustments':
      return say('裁定加减分', '裁定加減分', 'jury’s additions and deductions');
    case 'place':
      return say(`${of(node.of)}名次`, `${of(node.of)}名次`, `place by ${of(node.of)}`);
    case 'rescale':
      return say(`${of(node.of)}换算分`, `${of(node.of)}換算分`, `${of(node.of)}, rescaled`);
    case 'skating':
      return say('名次', '名次', 'place');
  }
}

function nodeName(plan: Plan, id: string, names: Omit<Names, 'node'>, language: Language): string {
  const say = sayIn(language);
  const node = plan.nodeById.get(id);
  const [parent = '', group] = id.split('.');
  if (group !== undefined) {
    const own = groupsNodeBehindTotal(plan);
    const isOnly = own?.id === parent;
    const name = names.group(group);
    if (isOnly && node?.kind === 'marks' && node.by === 'mean')
      return say(`${name}的均分`, `${name}的均分`, `the mean of ${name}`);
    const whole = nodeName(plan, parent, names, language);
    return say(`${whole}（${name}）`, `${whole}（${name}）`, `${whole} (${name})`);
  }
  const given = plan.scheme.nodes.find((entry) => entry.id === id)?.name;
  if (given !== undefined) return nameIn(given, id)[language];
  if (id === plan.scheme.ranking.by) return say('总分', '總分', 'Total');
  return node ? kindName(plan, node, names, language) : id;
}

/** Every name once: nodes that would be called the same are numbered. */
function distinctNames(
  plan: Plan,
  names: Omit<Names, 'node'>,
  language: Language,
): ReadonlyMap<string, string> {
  const said = new Map(plan.nodes.map(({ id }) => [id, nodeName(plan, id, names, language)]));
  const unnamed = new Set(plan.scheme.nodes.flatMap(({ id, name }) => (name === undefined ? [id] : [])));
  const used = new Set([...said].flatMap(([id, name]) => (unnamed.has(id) ? [] : [name])));
  return new Map(
    [...said].map(([id, name]) => {
      if (!unnamed.has(id)) return [id, name];
      let own = name;
      for (let n = 2; used.has(own); n += 1) own = `${name}${language === 'en' ? ` (${n})` : `（${n}）`}`;
      used.add(own);
      return [id, own];
    }),
  );
}

const ballotNames: { readonly [kind in BallotType['kind']]: LocalText } = {
  points: localText('评分票', '評分票', 'marks'),
  total: localText('评分票', '評分票', 'marks'),
  grades: localText('等次票', '等次票', 'grades'),
  ranking: localText('名次票', '名次票', 'ranking'),
  placement: localText('名次票', '名次票', 'placings'),
  approval: localText('推选票', '推選票', 'choices'),
  'yes-no': localText('表决票', '表決票', 'vote'),
  winner: localText('胜方票', '勝方票', 'winner'),
};

/** Unnamed ballots of one kind are numbered from the second on. */
function ballotName({ ballots }: ScoringScheme, id: string, language: Language): string {
  const index = ballots.findIndex((entry) => entry.id === id);
  const own = ballots[index];
  if (!own) return id;
  const kindOf = (ballot: BallotType) => ballotNames[ballot.kind][language];
  if (own.name !== undefined) return nameIn(own.name, id)[language];
  const before = ballots
    .slice(0, index)
    .filter((entry) => entry.name === undefined && kindOf(entry) === kindOf(own));
  if (before.length === 0) return kindOf(own);
  const number = before.length + 1;
  return language === 'en' ? `${kindOf(own)} (${number})` : `${kindOf(own)}（${number}）`;
}

export function namesOf(scheme: ScoringScheme, groupNames: GroupNames, language: Language): Names {
  const plan = planScheme(scheme);
  const find = <Entry extends Named>(list: readonly Entry[], id: string) =>
    list.find((entry) => entry.id === id);
  const names: Omit<Names, 'node'> = {
    group: (id) => groupNames[id]?.[language] ?? givenName(language, find(scheme.groups, id), id),
    ballot: (id) => ballotName(scheme, id, language),
    criterion: (ballot, id) => {
      const own = plan.ballotById.get(ballot);
      return givenName(language, own?.kind === 'points' ? find(own.criteria, id) : undefined, id);
    },
    grade: (ballot, id) => {
      const own = plan.ballotById.get(ballot);
      return givenName(language, own?.kind === 'grades' ? find(own.grades, id) : undefined, id);
    },
    fact: (id) => givenName(language, find(scheme.facts, id), measureWords(id)),
    measure: (id) => measureWords(id)[language],
    item: (list) => itemWords(list)[language],
  };
  const nodes = distinctNames(plan, names, language);
  return { ...names, node: (id) => nodes.get(id) ?? id };
}
