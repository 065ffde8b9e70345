import { nodesBehindTotal } from '../../../domain/scoring/rules/behind-total.ts';
import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import { nodesTaken } from '../../../domain/scoring/rules/plan.ts';
import type { RankedUnit } from '../../../domain/scoring/rules/rank-units.ts';
import { formatDecimal, parseRational } from '../../../kernel/rational.ts';
import type { SheetBlock, SheetColumn } from '../../sheet.ts';
import { capital, type Speaker, sentence } from '../speaker.ts';
import { arithmetic } from './arithmetic.ts';
import { marksTable } from './marks-table.ts';
import { leastDecimals, numberText } from './sample-numbers.ts';
import { unitName } from './sample-words.ts';

/** The column of what the rows are about, then those of what is worked out for each. */
export function valueColumns(names: readonly string[]): readonly SheetColumn[] {
  return names.map((name, at) => ({ name, content: { kind: at === 0 ? 'text' : 'number' } }));
}

export function lines(speaker: Speaker, ...sentences: readonly (readonly string[])[]): SheetBlock {
  return { kind: 'lines', lines: sentences.map((parts) => sentence(speaker.say, parts)) };
}

export function caption({ say, names }: Speaker, ballot: string): SheetBlock {
  const name = capital(names.ballot(ballot));
  return { kind: 'lines', lines: [say(`${name}：`, `${name}：`, `${name}:`)] };
}

export function heading(speaker: Speaker, number: number, text: string): SheetBlock {
  const { say } = speaker;
  return {
    kind: 'heading',
    text: say(
      `算例${'一二三四五'.charAt(number - 1)}　${text}`,
      `算例${'一二三四五'.charAt(number - 1)}　${text}`,
      `Sample ${number}: ${text}`,
    ),
  };
}

export function placeText({ say }: Speaker, { place, state }: RankedUnit): string {
  const value = parseRational(place ?? '');
  if (value.ok) return formatDecimal(value.value, value.value.denominator === 1n ? 0 : 1);
  if (state === 'withdrew') return say('退出', '退出', 'withdrew');
  return state === 'waits' ? say('待定', '待定', 'not settled') : say('无', '無', 'none');
}

/** A unit that isn't there has no value; the rule may rank it with zero all the same. */
function isRankedAsZero({ plan, contest }: Calculation, unit: string): boolean {
  const state = contest.units.find((entry) => entry.unit === unit)?.state ?? 'standing';
  return state !== 'standing' && plan.scheme.units[state] === 'zero';
}

export function totalText(
  { plan }: Speaker,
  calculation: Calculation,
  unit: string,
  on: 'rounded' | 'exact',
): string {
  const { by } = calculation.plan.scheme.ranking;
  const value = calculation.nodeValue(by, unit);
  if (value.kind === 'none') return isRankedAsZero(calculation, unit) ? '0' : '—';
  return numberText(on === 'exact' ? value.exact : value.value, leastDecimals(plan, by));
}

export function rankedOf(calculation: Calculation, unit: string): RankedUnit {
  const entry = calculation.ranking.find((ranked) => ranked.unit === unit);
  if (!entry) throw new RangeError(`no unit ${unit}`);
  return entry;
}

/** Nodes worth showing: those behind the total and those printed beside it. */
export function shownNodes({ scheme, plan }: Speaker): readonly string[] {
  return [
    ...new Set([
      ...nodesBehindTotal(plan),
      ...scheme.outputs.flatMap(({ node }) => nodesWithParts(plan, node)),
    ]),
  ];
}

function nodesWithParts(plan: Speaker['plan'], id: string): readonly string[] {
  const behind = nodesBehindTotal({
    ...plan,
    scheme: { ...plan.scheme, ranking: { ...plan.scheme.ranking, by: id } },
  });
  return behind;
}

export function ballotsShown({ scheme, plan }: Speaker, nodes: readonly string[]): readonly string[] {
  const read = nodes.flatMap((id) => {
    const node = plan.nodeById.get(id);
    if (node?.kind === 'marks') return [node.ballot];
    return node?.kind === 'skating' ? node.ballots : [];
  });
  return scheme.ballots.map(({ id }) => id).filter((id) => read.includes(id));
}

/** A long way to the total is shown in sample 1 alone; the others show its last steps. */
export function nodesNearTotal({ plan, scheme }: Speaker): readonly string[] {
  const all = nodesBehindTotal(plan);
  if (all.length <= longest) return all;
  const total = plan.nodeById.get(scheme.ranking.by);
  return total ? [...nodesTaken(total), total.id] : all;
}

const longest = 6;

/** The arithmetic of several units, each under its name. */
export function ofEach(
  speaker: Speaker,
  calculation: Calculation,
  units: readonly string[],
  nodes: readonly string[],
): readonly SheetBlock[] {
  const { say } = speaker;
  return units.flatMap((unit): readonly SheetBlock[] => {
    const name = unitName(say, unit);
    return [
      { kind: 'lines', lines: [say(`${name}：`, `${name}：`, `${name}:`)] },
      { kind: 'facts', facts: arithmetic(speaker, calculation, unit, nodes) },
    ];
  });
}

/** Ballots that become places beside other units', which one unit's arithmetic can't show. */
export function ballotsOfAll(speaker: Speaker, calculation: Calculation): readonly SheetBlock[] {
  const behind = nodesBehindTotal(speaker.plan);
  if (behind.length > longest) return [];
  const placing = behind.filter((id) => {
    const node = speaker.plan.nodeById.get(id);
    return node?.kind === 'skating' || (node?.kind === 'marks' && node.read === 'places');
  });
  return ballotsShown(speaker, placing).map((ballot) => marksTable(speaker, calculation, ballot, ''));
}
