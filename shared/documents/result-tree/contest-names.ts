import { attemptNamed } from '../../domain/attempts.ts';
import { carriedNumbers } from '../../domain/earlier-stage.ts';
import type { EarlierStage, EventDefinition } from '../../domain/event-definition.ts';
import { indicatorList } from '../../domain/scoring/indicator-items.ts';
import type { Calculation } from '../../domain/scoring/rules/calculate.ts';
import { nameIn } from '../../domain/scoring/rules/names.ts';
import type { PlanNode } from '../../domain/scoring/rules/plan.ts';
import type { Language, LocalText } from '../../kernel/language.ts';
import { measureWords } from '../rule-card/known-words.ts';
import { stageName } from '../stage-name.ts';
import { type TreeWords, treeWords } from './tree-words.ts';

/** What a contest's units, groups and seats are called; an event's definition has all of it. */
export type ContestNames = {
  readonly units: readonly { readonly id: string; readonly name: LocalText }[];
  readonly groups: readonly { readonly id: string; readonly name: LocalText }[];
  readonly seats: readonly { readonly id: string; readonly number: number }[];
  readonly divisions?: readonly { readonly id: string; readonly name: LocalText }[] | undefined;
  readonly earlierStages?: readonly EarlierStage[] | undefined;
  readonly attempts?: EventDefinition['attempts'];
  readonly indicators?: readonly { readonly code: string; readonly name: LocalText }[];
};

/** Names of everything in a calculation, in one language; an id stands only where nobody gave a name. */
export type NamesOf = {
  readonly unit: (id: string) => string;
  readonly group: (id: string) => string;
  readonly division: (id: string) => string;
  /** An attempt of a list, or a board; null where nobody gave it a name. */
  readonly item: (list: string, id: string) => string | null;
  /** The stage that a unit brought this very number from; null where it was given here. */
  readonly carriedFrom: (unit: string, measure: string, value: string) => string | null;
  readonly seat: (id: string) => string;
  readonly node: (id: string) => string;
  /** A node as it is called away from its place in the tree: a group's part with what it is part of. */
  readonly nodeApart: (id: string) => string;
  readonly ballot: (id: string) => string;
  readonly criterion: (ballot: string, id: string) => string;
  readonly grade: (ballot: string, id: string) => string;
  /** What a result waits for: a seat, a group's cards, a group below its quorum, a node, a fact or a given number. */
  readonly awaited: (of: string) => string;
};

export function namesOf(calculation: Calculation, names: ContestNames, language: Language): NamesOf {
  const { plan, contest } = calculation;
  const { scheme } = plan;
  const words = treeWords[language];
  const unit = (id: string) => names.units.find((entry) => entry.id === id)?.name[language] ?? id;
  const group = (id: string) =>
    names.groups.find((entry) => entry.id === id)?.name[language] ??
    nameIn(scheme.groups.find((entry) => entry.id === id)?.name, id)[language];
  const division = (id: string) => names.divisions?.find((entry) => entry.id === id)?.name[language] ?? id;
  // ATTEMPT-2
  const item = (list: string, id: string) => {
    const attempt = attemptNamed(names, { list, id });
    const board = list === indicatorList ? names.indicators?.find(({ code }) => code === id) : undefined;
    return (attempt ?? board)?.name[language] ?? null;
  };
  const carriedFrom = (of: string, measured: string, value: string) => {
    const brought = carriedNumbers(names.earlierStages ?? []).find(
      (number) => number.unit === of && number.measure === measured && number.value === value,
    );
    return brought ? stageName(brought.from, language) : null;
  };
  const seat = (id: string) => {
    const number = names.seats.find((entry) => entry.id === id)?.number;
    return words.seat(number === undefined ? id : `${number}`);
  };
  const ballot = (id: string) => {
    const name = plan.ballotById.get(id)?.name;
    return name === undefined ? '' : nameIn(name, '')[language];
  };
  const criterion = (of: string, id: string) => {
    const own = plan.ballotById.get(of);
    const found = own?.kind === 'points' ? own.criteria.find((entry) => entry.id === id) : undefined;
    return nameIn(found?.name, id)[language];
  };
  const grade = (of: string, id: string) => {
    const own = plan.ballotById.get(of);
    const found = own?.kind === 'grades' ? own.grades.find((entry) => entry.id === id) : undefined;
    return nameIn(found?.name, id)[language];
  };
  const measure = (id: string) => measureWords(id)[language];
  const partOf = (id: string) => {
    const [, of = '', part = ''] = /^([^.]+)\.(.+)$/.exec(id) ?? [];
    return scheme.nodes.some((node) => node.kind === 'groups' && node.id === of) ? { of, part } : null;
  };
  const node = (id: string): string => {
    const groupsPart = partOf(id);
    if (groupsPart) return group(groupsPart.part);
    const own = plan.nodeById.get(id);
    if (!own) return id;
    return own.name === undefined
      ? unnamed(own, words, ballot, criterion, measure)
      : nameIn(own.name, id)[language];
  };
  const nodeApart = (id: string) => {
    const groupsPart = partOf(id);
    return groupsPart ? words.named(node(groupsPart.of), group(groupsPart.part)) : node(id);
  };
  const awaited = (of: string) => {
    const [, short] = /^quorum:(.+)$/.exec(of) ?? [];
    if (short !== undefined) return words.quorum(group(short));
    // RULE-17: who hasn't cast a secret ballot is nobody's to know.
    const [, cards] = /^cards:(.+)$/.exec(of) ?? [];
    if (cards !== undefined) return words.ballotOf(group(cards));
    const voter = contest.seats.find((entry) => entry.seat === of);
    if (voter) return words.inGroup(group(voter.group), seat(of));
    if (plan.nodeById.has(of)) return nodeApart(of);
    const fact = scheme.facts.find(({ id }) => id === of);
    return fact ? nameIn(fact.name, of)[language] : words.kinds.measure(measure(of));
  };
  return {
    unit,
    group,
    division,
    item,
    carriedFrom,
    seat,
    node,
    nodeApart,
    ballot,
    criterion,
    grade,
    awaited,
  };
}

function unnamed(
  node: PlanNode,
  words: TreeWords,
  ballot: NamesOf['ballot'],
  criterion: NamesOf['criterion'],
  measure: (id: string) => string,
): string {
  if (node.kind === 'measure') return words.kinds.measure(measure(node.measure));
  if (node.kind !== 'marks') return words.kinds[node.kind]('');
  const criteria = node.criteria?.map((id) => criterion(node.ballot, id)).join(words.list);
  return words.kinds.marks(criteria ?? ballot(node.ballot));
}
