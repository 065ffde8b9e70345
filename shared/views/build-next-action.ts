import { closeProposal } from '../domain/closing.ts';
import { chairsMatter } from '../domain/decisions/chair-decisions.ts';
import { divisionName } from '../domain/division-name.ts';
import type { Step } from '../domain/event-definition.ts';
import { atLockStep } from '../domain/kept-open.ts';
import { rankedUnits, revealOrder } from '../domain/reveal-order.ts';
import { dueCount, missingSeats, type Round } from '../domain/round.ts';
import { meantBy, openingOf } from '../domain/round-opening.ts';
import { hasFewerThan } from '../domain/scoring/figures-of.ts';
import { stepAfter } from '../domain/stage.ts';
import { chairOf, type EventState } from '../domain/state.ts';
import { countsView, stageStep, unitWithAttempt } from './build-common.ts';
import { pictureOf } from './build-projector-view.ts';
import { buildScene, rankingRow, rankingScene } from './build-scene.ts';
import type { NextAction } from './console-view.ts';
import type { UnitView } from './view-sections.ts';

/** The units of rounds that are each on one. */
function unitsOf({ definition }: EventState, rounds: readonly Round[]): readonly UnitView[] {
  return rounds.flatMap((round) => unitWithAttempt(definition, round) ?? []);
}

function lockAction(state: EventState, step: Step): NextAction | null {
  const { locks, keeps } = atLockStep(state, step);
  const last = locks.at(-1);
  if (!last) return null;
  const { definition } = state;
  const waiting = locks.find((round) => dueCount(round, definition.seats) > 0);
  if (waiting) {
    const count = dueCount(waiting, definition.seats);
    // SECRET-4
    const seats = waiting.isSecret ? [] : missingSeats(waiting);
    return { kind: 'held', needs: 'missing-seats', round: waiting.id, seats, count };
  }
  const counts = locks.map((round) => countsView(definition, round));
  return {
    kind: 'lock',
    round: last.id,
    unit: unitWithAttempt(definition, last),
    locks: unitsOf(state, locks),
    keepsOpen: unitsOf(state, keeps),
    submitted: counts.reduce((sum, { submitted }) => sum + submitted, 0),
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
  };
}

function releaseAction(state: EventState, step: Step): NextAction | null {
  const { result } = state;
  if (step.result !== 'releases') return null;
  if (result.kind === 'none') return { kind: 'held', needs: 'count' };
  const ranked = rankedUnits(result.figures);
  if (result.kind === 'counted') {
    const { isMonitorRequired } = state.definition.scheme;
    // CHAIR-2
    const about = chairOf(state) && chairsMatter(state);
    if (about && result.chairAsked?.about === about)
      return { kind: 'held', needs: 'chair', ...result.chairAsked };
    if (about) return { kind: 'ask-chair', about };
    if (result.objection && result.objection.overridden === null) return { kind: 'held', needs: 'objection' };
    if (isMonitorRequired && !result.coSigned && !result.objection)
      return { kind: 'held', needs: 'co-signature' };
    const { division, places } = rankingScene(state, { figures: result.figures, revealed: 0 });
    return {
      kind: 'release',
      places: ranked.length,
      ...(division && { first: { division, places } }),
      isFewerThanThree: hasFewerThan(result.figures, state.definition.scheme.publish.fromBallots),
    };
  }
  const next = revealOrder(result.figures)[result.revealed];
  if (!next) return null;
  const { definition, roundOrder, stage, rounds } = state;
  const revealed = result.revealed + 1;
  const scene = buildScene({ definition, roundOrder, stage, rounds, result: { ...result, revealed } });
  const division = divisionName(definition, next.division);
  return {
    kind: 'reveal',
    ...(division && { division }),
    row: rankingRow(state, next),
    left: ranked.length - revealed,
    scene,
  };
}

function opensRound(state: EventState, step: Step): boolean {
  if (step.round !== 'opens' || state.exits.some(({ unit }) => unit === step.unit)) return false;
  const opening = openingOf(state, meantBy(step));
  return opening.ok && opening.value !== null;
}

// EVENT-8
function closeAction(state: EventState): NextAction {
  if (closeProposal(state)) return { kind: 'held', needs: 'close-signature' };
  return { kind: 'close', asksMonitor: state.definition.scheme.isMonitorRequired };
}

function stepAction(state: EventState): NextAction {
  const next = stepAfter(state.definition, state.stage.step);
  if (!next) return closeAction(state);
  const { step } = next;
  const leaving = stageStep(state);
  if (step.result === 'releases' && state.result.kind === 'none') return { kind: 'held', needs: 'count' };
  const source = {
    ...pictureOf(state),
    stage: { ...state.stage, step: step.id },
    rounds: state.rounds,
    result: state.result,
  };
  const scene = buildScene(source);
  if (state.stage.step === null) return { kind: 'start', stepName: step.name, scene };
  return {
    kind: 'step',
    stepName: step.name,
    unit: unitWithAttempt(state.definition, step),
    scene,
    timerMs: step.timer.kind === 'down' ? step.timer.plannedMs : null,
    startsTimer: step.timer.kind !== 'none',
    opensRound: opensRound(state, step),
    keepsOpen: leaving ? unitsOf(state, atLockStep(state, leaving).keeps) : [],
    background: next.background[0]?.name ?? null,
  };
}

/** What the big button does next, told before it does it; `held` says what has to be settled first. */
export function buildNextAction(state: EventState, isDiskWell: boolean): NextAction {
  if (state.phase === 'closed') return { kind: 'ended' };
  if (!isDiskWell) return { kind: 'held', needs: 'disk' };
  if (state.gap) return { kind: 'held', needs: 'clock-gap' };
  const step = stageStep(state);
  return (step && (lockAction(state, step) ?? releaseAction(state, step))) ?? stepAction(state);
}
