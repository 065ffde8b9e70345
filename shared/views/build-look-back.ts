import { contestOf } from '../domain/contest-of.ts';
import { divisionName } from '../domain/division-name.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import { agreementOf } from '../domain/scoring/rules/agreement.ts';
import { type Calculation, calculator } from '../domain/scoring/rules/calculate.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { type Panel, panelsOf } from '../domain/scoring/rules/panels.ts';
import {
  eachSupposedOrder,
  type SupposedOrder,
  type Supposition,
} from '../domain/scoring/rules/supposed-orders.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import { divisionId } from '../kernel/brand.ts';
import { sameText } from '../kernel/language.ts';
import { formatDecimal, parseRational } from '../kernel/rational.ts';
import { groupName } from './build-common.ts';
import { oddBallotSteps } from './build-odd-ballots.ts';
import type { LookBackView, PanelAgreementView, SupposedView } from './look-back-view.ts';

/** A place as people write it; equal units may share a mean place, such as 2.5. */
function placeText(place: string | null): string | null {
  const value = place === null ? null : parseRational(place);
  return value?.ok ? formatDecimal(value.value, 2).replace(/\.?0+$/, '') : place;
}

function supposedView({ definition }: EventState, supposed: Supposition): SupposedView {
  return supposed.kind === 'without-group'
    ? { kind: supposed.kind, group: groupName(definition, supposed.group) }
    : supposed;
}

function agreementView(
  state: EventState,
  calculation: Calculation,
  { ballot, group, division }: Panel,
): PanelAgreementView {
  const { judges, units, of, concordance, seats } = agreementOf(calculation, ballot.id, group, division);
  const ofDivision = division === '' ? null : divisionName(state.definition, divisionId(division));
  const isOneOfSeveral = state.definition.scheme.ballots.length > 1;
  return {
    group: groupName(state.definition, group),
    ...(ofDivision && { division: ofDivision }),
    ballot: isOneOfSeveral ? nameIn(ballot.name, ballot.id) : null,
    judges,
    units: units.length,
    of,
    concordance:
      typeof concordance === 'string' ? { none: concordance } : { w: formatDecimal(concordance, 3) },
    seats:
      seats?.map(({ seat, correlation, distance }) => ({
        seat: seatOf(state, seat)?.number ?? 0,
        correlation: correlation && formatDecimal(correlation, 3),
        distance: formatDecimal(distance, 2),
      })) ?? null,
  };
}

function supposedOrderView(
  state: EventState,
  { supposed, moved }: SupposedOrder,
): LookBackView['order'][number] {
  return {
    supposed: supposedView(state, supposed),
    moved:
      moved?.map(({ unit, place, otherwise }) => ({
        unit: unitOf(state.definition, unit)?.name ?? sameText(unit),
        place: placeText(place),
        otherwise: placeText(otherwise),
      })) ?? null,
  };
}

const known = new WeakMap<Figures, LookBackView>();

// RULE-28, RULE-29, RULE-30, RULE-31
/**
 * Works out the odd ballots and the look back of the count that stands, a count's worth at each step at most, so that a host can go on with its
 * other duties in between. It rests on the same ballots as the figures: each count's is made once.
 */
export function* lookBackSteps(state: EventState): Generator<undefined, void> {
  if (state.result.kind === 'none' || known.has(state.result.figures)) return;
  const { figures } = state.result;
  const calculation = calculator(state.definition.scheme)(contestOf(state));
  yield undefined;
  yield* oddBallotSteps(state, figures, calculation);
  const order: LookBackView['order'][number][] = [];
  for (const supposed of eachSupposedOrder(calculation)) {
    order.push(supposedOrderView(state, supposed));
    yield undefined;
  }
  const panels: PanelAgreementView[] = [];
  for (const panel of panelsOf(calculation)) {
    panels.push(agreementView(state, calculation, panel));
    yield undefined;
  }
  known.set(figures, { order, panels });
}

/** The look back at the count that stands, for somebody who has seen its figures; null before it is worked out. */
export function lookBackView({ result }: EventState): LookBackView | null {
  return result.kind === 'none' ? null : (known.get(result.figures) ?? null);
}
