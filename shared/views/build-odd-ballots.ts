import { divisionName } from '../domain/division-name.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import type { Calculation } from '../domain/scoring/rules/calculate.ts';
import { type OddBallot, oddBallots, oddDistance } from '../domain/scoring/rules/odd-ballots.ts';
import { panelsOf } from '../domain/scoring/rules/panels.ts';
import { type EventState, seatOf } from '../domain/state.ts';
import { divisionId, unitId } from '../kernel/brand.ts';
import { sameText } from '../kernel/language.ts';
import { formatDecimal } from '../kernel/rational.ts';
import { unitWithAttempt } from './build-common.ts';
import type { OddBallotView } from './monitor-view.ts';

function oddView(state: EventState, odd: OddBallot): OddBallotView {
  const seat = seatOf(state, odd.seat)?.number ?? 0;
  if (odd.kind !== 'far-from-median') {
    const division = odd.division && divisionName(state.definition, divisionId(odd.division));
    return { kind: odd.kind, seat, ...(division && { division }) };
  }
  const what = { unit: unitId(odd.unit), attempt: odd.attempt };
  const unit = unitWithAttempt(state.definition, what)?.name ?? sameText(odd.unit);
  return { kind: odd.kind, seat, unit, distance: formatDecimal(odd.distance, 2) };
}

const known = new WeakMap<Figures, readonly OddBallotView[]>();

// RULE-30
/** Finds the odd ballots of a count, a group's at each step. They rest on the same ballots as the figures. */
export function* oddBallotSteps(
  state: EventState,
  figures: Figures,
  calculation: Calculation,
): Generator<undefined, void> {
  const found: OddBallotView[] = [];
  for (const { ballot, group, division } of panelsOf(calculation)) {
    const limit = oddDistance(ballot);
    if (limit === null) continue;
    for (const odd of oddBallots(calculation, ballot.id, group, limit, division))
      found.push(oddView(state, odd));
    yield undefined;
  }
  known.set(figures, found);
}

/** The odd ballots of these figures; null before they were looked for. */
export function oddBallotViews(figures: Figures): readonly OddBallotView[] | null {
  return known.get(figures) ?? null;
}
