import { type DivisionId, divisionId, type GroupId, type UnitId, unitId } from '../../kernel/brand.ts';
import { formatDecimal, parseRational, type Rational, rationalText } from '../../kernel/rational.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Awards, Figures, GroupFigure, OutputFigure, UnitFigure } from './figures.ts';
import { annualPointsOf, awardsOf, entrantsOf, labelOf } from './rules/awards.ts';
import { type GroupPart, groupParts, marksBehindTotal } from './rules/behind-total.ts';
import type { Calculation } from './rules/calculate.ts';
import { nameIn } from './rules/names.ts';
import type { NodeValue } from './rules/node-value.ts';
import { panelFormula } from './rules/panel.ts';
import type { MarksNode, Plan } from './rules/plan.ts';
import type { RankedUnit } from './rules/rank-units.ts';

/** Names the rules of this code in every release; a changed rule is a new version and the old one stays callable. */
export const engineVersion = 'leitai-3';

/** Why there is no result yet: `of` is a seat, a group (`quorum:A`, of a secret ballot `cards:A`), or a node that a unit waits for. */
export type ResultWaits = { readonly unit: string; readonly of: string };

const placesWithoutRule = 6;

/** With the node's decimals; without a rule, with as many as there are up to six. */
function printed(value: NodeValue, decimals: number | undefined): string | null {
  if (value.kind === 'none') return null;
  if (decimals !== undefined) return formatDecimal(value.value, decimals);
  return shortDecimal(value.value);
}

/** The decimals that the total is published with; undefined where the scheme doesn't round it. */
export function totalDecimals(plan: Plan): number | undefined {
  return plan.nodeById.get(plan.scheme.ranking.by)?.round?.decimals;
}

/** A total as screens and sheets show it: as rounded by its rule, else with as many decimals as there are up to six. */
export function totalText(plan: Plan, total: Rational): string {
  const decimals = totalDecimals(plan);
  return decimals === undefined ? shortDecimal(total) : formatDecimal(total, decimals);
}

/** A group's part as screens and sheets show it: with its own decimals, else those of the total, else two. */
export function meanText(plan: Plan, decimals: number | undefined, mean: Rational): string {
  return formatDecimal(mean, decimals ?? totalDecimals(plan) ?? 2);
}

/** Seats of a marks node with the way their ballot went into it. */
function marksOn({ readerOf, contest }: Calculation, node: MarksNode, unit: string) {
  const cast = contest.units.find((entry) => entry.unit === unit)?.ballots?.[node.ballot];
  // Places can't be read without the other units; how many ballots there are can.
  return panelFormula(
    readerOf({ ...node, id: `${node.id} marks`, read: 'marks', placePoints: undefined }),
    cast,
    null,
  ).formula.parts;
}

function groupFigure(calculation: Calculation, { group, node }: GroupPart, unit: string): GroupFigure {
  const { plan } = calculation;
  const value = calculation.nodeValue(node.id, unit);
  const parts = marksOn(calculation, node, unit);
  const struck = parts.filter(({ state }) => state === 'struck-high' || state === 'struck-low');
  const given = parts.filter(({ state }) => state === 'counted');
  const isSecret = plan.ballotById.get(node.ballot)?.secrecy === 'anonymous';
  return {
    group: group as GroupId,
    exactMean: value.kind === 'value' ? rationalText(value.exact) : null,
    mean: value.kind === 'value' ? meanText(plan, node.round?.decimals, value.value) : null,
    ballots: given.length + struck.length,
    struck: isSecret ? [] : struck.map(({ of }) => of),
  };
}

function fewestBallots(calculation: Calculation, unit: string): number | null {
  const counts = marksBehindTotal(calculation.plan).map(
    (node) => marksOn(calculation, node, unit).filter(({ state }) => state === 'counted').length,
  );
  const some = counts.filter((count) => count > 0);
  return some.length === 0 ? null : Math.min(...some);
}

function outputsOf({ plan, nodeValue }: Calculation, unit: string): readonly OutputFigure[] {
  return plan.scheme.outputs.map((output) => {
    const value = nodeValue(output.node, unit);
    const label = value.kind === 'value' ? labelOf(output, value.value) : null;
    return {
      node: output.node,
      printed: printed(value, output.decimals ?? plan.nodeById.get(output.node)?.round?.decimals),
      label: label === null ? null : nameIn(label, ''),
    };
  });
}

/** `3/1` → `3`, `7/2` → `3.5`. */
function placeText(place: string): string {
  const value = parseRational(place);
  if (!value.ok) throw new RangeError(`not a place: ${place}`);
  return formatDecimal(value.value, value.value.denominator === 1n ? 0 : 1);
}

/** A member of its own only where there are divisions, so that figures without them stay as they were. */
function inDivision(division: string): { readonly division?: DivisionId } {
  return division === '' ? {} : { division: divisionId(division) };
}

function unitFigure(
  calculation: Calculation,
  ranked: RankedUnit,
  better: number,
  isUnscored: boolean,
): UnitFigure {
  const { unit, division, state, place, isShared, isUndecided, partedBy } = ranked;
  const { plan, nodeValue } = calculation;
  const total = nodeValue(plan.scheme.ranking.by, unit);
  return {
    unit: unit as UnitId,
    ...inDivision(division),
    state: isUnscored ? 'no-ballot' : state,
    rank: place === null ? null : better + 1,
    place: place === null ? null : placeText(place),
    isShared,
    isUndecided,
    total: total.kind === 'value' ? totalText(plan, total.value) : null,
    exactTotal: total.kind === 'value' ? rationalText(total.exact) : null,
    groups: groupParts(plan).map((part) => groupFigure(calculation, part, unit)),
    partedBy,
    fewestBallots: fewestBallots(calculation, unit),
    outputs: outputsOf(calculation, unit),
  };
}

/** As many places as the value has, up to six. */
function shortDecimal(value: Rational): string {
  return formatDecimal(value, placesWithoutRule).replace(/\.?0+$/, '');
}

function awardFigures(calculation: Calculation): Awards {
  const { prizes } = calculation.plan.scheme;
  const entrants = entrantsOf(calculation);
  return {
    prizes: awardsOf(calculation).map(({ prize, division, units, contested }) => ({
      prize,
      ...inDivision(division),
      name: nameIn(prizes.find(({ id }) => id === prize)?.name, prize),
      units: units.map(unitId),
      contested: contested.map(unitId),
    })),
    annual: annualPointsOf(calculation).map(({ unit, points }) => ({
      unit: unitId(unit),
      points: shortDecimal(points),
    })),
    entrants:
      entrants?.map(({ unit, carried }) => ({
        unit: unitId(unit),
        carried: carried && rationalText(carried),
      })) ?? null,
  };
}

// SCORE-3
/**
 * The figures of a count, in ranked order; or what the first unit without a result waits for. `unscored` are units that
 * were called, but have no ballot that counts.
 */
export function figuresOf(
  calculation: Calculation,
  schemeHash: string,
  unscored: readonly string[],
): Result<Figures, ResultWaits> {
  const { ranking, plan, nodeValue } = calculation;
  const waiting = ranking.find(({ state }) => state === 'waits');
  if (waiting) {
    const value = nodeValue(plan.scheme.ranking.by, waiting.unit);
    return err({ unit: waiting.unit, of: (value.kind === 'none' && value.of) || '' });
  }
  const units = ranking.map((entry) => {
    // DIVISION-2
    const rivals = ranking.filter(({ division }) => division === entry.division);
    const better = rivals.findIndex(({ place }) => place === entry.place);
    return unitFigure(calculation, entry, better, unscored.includes(entry.unit));
  });
  return ok({ engine: engineVersion, schemeHash, units, awards: awardFigures(calculation) });
}

/** Whether some mean that a release would publish rests on fewer ballots than the scheme allows by itself. */
export function hasFewerThan({ units }: Figures, publishFrom: number): boolean {
  // A unit that withdrew has ballots, but no mean that anybody publishes.
  return units.some(
    ({ rank, fewestBallots: fewest }) => rank !== null && fewest !== null && fewest < publishFrom,
  );
}
