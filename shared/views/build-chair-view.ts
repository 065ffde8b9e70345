import { chairsMatter } from '../domain/decisions/chair-decisions.ts';
import { figuresHash } from '../domain/figures-hash.ts';
import { rankedUnits } from '../domain/reveal-order.ts';
import { isOnSameMachine } from '../domain/same-machine.ts';
import { hasFewerThan } from '../domain/scoring/figures-of.ts';
import { type ChangeKind, chairOf, type EventState } from '../domain/state.ts';
import { eventView, stageStep, unitWithAttempt } from './build-common.ts';
import type { ChairResult, ChairsAct, ChairView } from './chair-view.ts';
import { changeViews, deviceName, objectionView } from './record-views.ts';

function waitsFor({ definition, result }: EventState, isAtRelease: boolean): ChairResult['waitsFor'] {
  if (result.kind !== 'counted') return null;
  if (definition.scheme.isMonitorRequired && !result.coSigned && !result.objection) return 'co-signature';
  return isAtRelease ? null : 'release-step';
}

function coSignedBy(state: EventState): ChairResult['coSigned'] {
  if (state.result.kind === 'none' || !state.result.coSigned) return null;
  const { screen, wall } = state.result.coSigned;
  return {
    device: deviceName(state, screen) ?? screen,
    wall,
    ...(isOnSameMachine(state, screen) && { isSameMachine: true }),
  };
}

const actOf: Partial<Record<ChangeKind, ChairsAct['what']>> = {
  'released-by-chair': 'released',
  'overridden-by-chair': 'overridden',
};

function actsOf(state: EventState): readonly ChairsAct[] {
  const admitted = state.changes.findLastIndex(({ what }) => what === 'chair-admitted');
  if (!chairOf(state)) return [];
  return changeViews(state)
    .slice(admitted)
    .flatMap(({ entry, wall, what, reason }) => {
      const act = actOf[what];
      return act ? [{ entry, wall, what: act, reason: act === 'released' ? '' : reason }] : [];
    });
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
    places: rankedUnits(result.figures).length,
    isMonitorRequired: definition.scheme.isMonitorRequired,
    coSigned: coSignedBy(state),
    objection: objectionView(state),
    matter,
    waitsFor: waitsFor(state, stageStep(state)?.result === 'releases'),
    isAsked: matter !== null && result.chairAsked?.about === matter,
    isFewerThanThree: hasFewerThan(result.figures, definition.scheme.publish.fromBallots),
    released:
      result.kind === 'released'
        ? {
            isByChair: result.releasedBy !== null,
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
      unit: step && unitWithAttempt(state.definition, step),
      phase: state.phase,
    },
    result: resultView(state),
    acts: actsOf(state),
  };
}
