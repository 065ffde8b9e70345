import { compareAmounts, readAmount, toRational } from '../../../domain/scoring/rules/amount.ts';
import type { Calculation } from '../../../domain/scoring/rules/calculate.ts';
import { markReader } from '../../../domain/scoring/rules/mark-reading.ts';
import type { NodeValue } from '../../../domain/scoring/rules/node-value.ts';
import { roundBy } from '../../../domain/scoring/rules/rounding.ts';
import type { TieRule } from '../../../domain/scoring/rules/scoring-scheme.ts';
import { unreachable } from '../../../kernel/unreachable.ts';
import type { Speaker } from '../speaker.ts';
import { leastDecimals, numberText, rounded } from './sample-numbers.ts';

/** The single marks that a count back looks at. */
function singleMarks(
  { plan, contest }: Calculation,
  rule: Extract<TieRule, { kind: 'count-back' }>,
  unit: string,
) {
  const ballot = plan.ballotById.get(rule.ballot);
  const cast = contest.units.find((entry) => entry.unit === unit)?.ballots?.[rule.ballot];
  if (!ballot) return [];
  const read = markReader(ballot, undefined);
  return contest.seats.flatMap(({ seat, group }) => {
    const vote = cast?.votes[seat];
    const isMeant =
      rule.groups?.includes(group) ?? plan.scheme.groups.find(({ id }) => id === group)?.counts ?? true;
    const amount = vote && isMeant && cast?.states?.[seat] === undefined ? read(vote) : null;
    return amount === null ? [] : [amount];
  });
}

/** What a rule of the tie chain compares of one unit. */
export function tieValueText(
  speaker: Speaker,
  calculation: Calculation,
  rule: TieRule,
  unit: string,
): string {
  const { say, plan, scheme } = speaker;
  const none = say('无', '無', 'none');
  const text = (value: NodeValue, id: string, on: 'rounded' | 'exact'): string =>
    value.kind === 'none'
      ? none
      : numberText(on === 'exact' ? value.exact : value.value, leastDecimals(plan, id));
  switch (rule.kind) {
    case 'decimals': {
      const value = calculation.nodeValue(scheme.ranking.by, unit);
      if (value.kind === 'none') return none;
      return rule.decimals === undefined
        ? numberText(value.exact, leastDecimals(plan, scheme.ranking.by))
        : rounded(roundBy(value.exact, { decimals: rule.decimals, mode: 'half-up' }), rule.decimals);
    }
    case 'node':
      return text(calculation.nodeValue(rule.node, unit), rule.node, rule.on);
    case 'count-back': {
      const marks = singleMarks(calculation, rule, unit);
      if (rule.only !== undefined) {
        const wanted = readAmount(rule.only) ?? 0;
        const count = marks.filter((mark) => compareAmounts(mark, wanted) === 0).length;
        return say(`${count} 票`, `${count} 票`, `${count}`);
      }
      return [...marks]
        .sort((a, b) => compareAmounts(a, b) * (rule.better === 'higher' ? -1 : 1))
        .map((mark) => numberText(toRational(mark), 0))
        .join(say('、', '、', ', '));
    }
    case 'count-back-nodes': {
      const { from } = rule;
      const values =
        'nodes' in from
          ? from.nodes.map((id) => text(calculation.nodeValue(id, unit), id, 'rounded'))
          : calculation.itemValues(from.items, unit).map((value) => text(value, from.items, 'rounded'));
      return values.join(say('、', '、', ', '));
    }
    case 'decision': {
      const units = calculation.contest.decisions?.[0]?.units ?? [];
      const place = units.indexOf(unit) + 1;
      return place === 0 ? none : say(`裁定排第 ${place}`, `裁定排第 ${place}`, `put ${place} by the jury`);
    }
    default:
      return unreachable(rule);
  }
}
