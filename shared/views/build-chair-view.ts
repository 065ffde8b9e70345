import { chairsMatter } from '../domain/decisions/chair-decisions.ts';
import { figuresHash } from '../domain/figures-hash.ts';
import { hasFewerThan } from '../domain/scoring/figures-of.ts';
import type { EventState } from '../domain/state.ts';
import { eventView, stageStep, unitView } from './build-common.ts';
import { rankedUnits } from './build-scene.ts';
import type { ChairResult, ChairView } from './chair-view.ts';
import { objectionView } from './record-views.ts';

function waitsFor({ definition, result }: EventState, isAtRelease: boolean): ChairResult['waitsFor'] {
  if (result.kind !== 'counted') return null;
  if (definition.scheme.isMonitorRequired && !result.coSigned && !result.objection) return 'co-signature';
  return isAtRelease ? null : 'release-step';
}

// CHAIR-6
function resultView(state: EventState): ChairResult | null {
  const { result, definition } = state;
  if (result.kind === 'none') return null;
  const matter = chairsMatter(state);
  return {
    phase: result.kind,
    count: result.count,
    figures: figuresHash(result.figures),
    isMonitorRequired: definition.scheme.isMonitorRequired,
    coSigned: result.coSigned !== null,
    objection: objectionView(state),
    matter,
    waitsFor: waitsFor(state, stageStep(state)?.result === 'releases'),
    isAsked: matter !== null && result.chairAsked === matter,
    isFewerThanThree: hasFewerThan(result.figures, definition.scheme.publish.fromBallots),
    released:
      result.kind === 'released'
        ? {
            isByChair: result.releasedBy !== null,
            places: rankedUnits(result.figures).length,
            revealed: result.revealed,
          }
        : null,
  };
}

/** What the chair's device is shown: the stage, and how far the count has come; no figure that the hall hasn't seen. */
export function buildChairView(state: EventState): ChairView {
  const step = stageStep(state);
  return {
    event: eventView(state.definition),
    stage: {
      stepName: step?.name ?? null,
      unit: unitView(state.definition, step?.unit ?? null),
      phase: state.phase,
    },
    result: resultView(state),
  };
}
