import { attemptLists, attemptsOf } from '../domain/attempts.ts';
import { carriedBy } from '../domain/earlier-stage.ts';
import {
  attemptMeasuresAsked,
  factsAsked,
  mayDecideTies,
  measuresAsked,
  pointsNodes,
} from '../domain/scoring/beside-ballots.ts';
import type { EventState } from '../domain/state.ts';
import { unitId } from '../kernel/brand.ts';
import { unitView, unitViews } from './build-common.ts';
import type { BesideView } from './console-view.ts';

/** What the scheme asks for beside the ballots, and what is recorded of it. */
export function buildBeside(state: EventState): BesideView {
  const { definition } = state;
  const { scheme } = definition;
  return {
    measures: measuresAsked(scheme),
    // ATTEMPT-2
    attempts: attemptLists(scheme).flatMap((list) => {
      const measures = attemptMeasuresAsked(scheme, list);
      return measures.length === 0 ? [] : [{ list, measures, attempts: attemptsOf(definition, list) }];
    }),
    recorded: definition.units.flatMap(({ id, name }) => {
      // STAGE-2
      const brought = carriedBy(definition, id) ?? {};
      const own = state.measures[id] ?? {};
      const carried = Object.keys(brought).filter((measure) => own[measure] === undefined);
      const values = { ...brought, ...own };
      const ofAttempts = state.attemptMeasures[id];
      if (Object.keys(values).length === 0 && !ofAttempts) return [];
      return [
        {
          unit: { id, name },
          values,
          ...(ofAttempts && { ofAttempts }),
          ...(carried.length > 0 && { carried }),
        },
      ];
    }),
    facts: factsAsked(scheme).map((fact) => ({ ...fact, given: state.facts[fact.id] ?? null })),
    pointsNodes: pointsNodes(scheme),
    points: state.adjustments.flatMap(({ id, unit, node, points, reason, author }) => {
      const known = unitView(definition, unit);
      return known ? [{ id, unit: known, node, points, reason, author }] : [];
    }),
    mayDecideTies: mayDecideTies(scheme),
    ties: state.tieDecisions.map(({ units, reason, author }) => ({
      units: unitViews(definition, units.map(unitId)),
      reason,
      author,
    })),
  };
}
