import { rankUnits } from '../../domain/scoring/rules/rank-units.ts';
import type { TieRule } from '../../domain/scoring/rules/scoring-scheme.ts';
import { compare } from '../../kernel/rational.ts';
import { numberText, readFraction } from './exact-text.ts';
import type { TreeLine } from './mark-lines.ts';
import type { OpenedUnit } from './opened-unit.ts';

/** The places that units would have if the chain ended after `rules` of its rules; null without a place. */
function placesAfter({ calculation }: OpenedUnit, rules: number): ReadonlyMap<string, string | null> {
  const { plan, contest, nodeValue, itemValues, readerOf } = calculation;
  const { ranking } = plan.scheme;
  const cut = {
    ...plan.scheme,
    ranking: { ...ranking, ties: ranking.ties.slice(0, rules), shared: '1-1-3' as const },
  };
  const units = rankUnits({ ...plan, scheme: cut }, contest, nodeValue, itemValues, readerOf);
  return new Map(units.map(({ unit, place }) => [unit, place]));
}

function ruleText({ names, words }: OpenedUnit, rule: TieRule): string {
  return rule.kind === 'node' ? names.nodeApart(rule.node) : words.tieRules[rule.kind];
}

/** What the rule compared, of one unit; null where that is no single number. */
function comparedText({ calculation }: OpenedUnit, rule: TieRule, unit: string): string | null {
  const { ranking } = calculation.plan.scheme;
  if (rule.kind !== 'node' && rule.kind !== 'decimals') return null;
  const value = calculation.nodeValue(rule.kind === 'node' ? rule.node : ranking.by, unit);
  if (value.kind === 'none') return null;
  const isRounded = rule.kind === 'node' && rule.on === 'rounded';
  return numberText(isRounded ? value.value : value.exact);
}

function decisionText(
  { calculation, words, unit }: OpenedUnit,
  rivals: readonly string[],
): readonly string[] {
  const decision = calculation.contest.decisions?.find(({ units }) =>
    [unit.unit, ...rivals].every((id) => units.includes(id)),
  );
  return decision ? [words.decidedBy(decision.author, decision.reason)] : [];
}

/** Every tie rule that parted the unit from others of an equal total, and whom it put before and behind. */
export function tieLines(opened: OpenedUnit): readonly TreeLine[] {
  const { calculation, tree, unit, names, words } = opened;
  const { ties } = calculation.plan.scheme.ranking;
  const rivals = calculation.ranking.filter(
    ({ unit: id, division }) => id !== unit.unit && division === tree.division,
  );
  return tree.partedBy.flatMap((at): readonly TreeLine[] => {
    const rule = ties[at];
    if (!rule) return [];
    const [before, after] = [placesAfter(opened, at), placesAfter(opened, at + 1)];
    const own = after.get(unit.unit);
    const parted = rivals.flatMap(({ unit: id }) => {
      const wasEqual = before.get(id) === before.get(unit.unit);
      const place = after.get(id);
      if (!wasEqual || place === own || !place || !own) return [];
      const compared = comparedText(opened, rule, id);
      const name = names.unit(id);
      const text = compared === null ? name : words.named(name, compared);
      return [{ id, text, isBehind: compare(readFraction(place), readFraction(own)) > 0 }];
    });
    const list = (isBehind: boolean) =>
      parted
        .filter((entry) => entry.isBehind === isBehind)
        .map(({ text }) => text)
        .join(words.list);
    const [behind, ahead] = [list(true), list(false)];
    return [
      {
        depth: 0,
        text: words.tieRule(`${at + 1}`, ruleText(opened, rule)),
        value: comparedText(opened, rule, unit.unit) ?? '',
        note: [
          ...(behind === '' ? [] : [words.before(behind)]),
          ...(ahead === '' ? [] : [words.behind(ahead)]),
          ...(rule.kind === 'decision'
            ? decisionText(
                opened,
                parted.map(({ id }) => id),
              )
            : []),
        ].join(words.clause),
      },
    ];
  });
}
