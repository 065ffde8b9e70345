import { type AttemptRef, attemptNamed } from '../domain/attempts.ts';
import type { RecordedEvent } from '../domain/events.ts';
import type { Measurement } from '../domain/scoring/rules/contest.ts';
import { stepOf } from '../domain/stage.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import type { StepId, UnitId } from '../kernel/brand.ts';
import { type LocalText, localText } from '../kernel/language.ts';
import { unitWithAttempt } from './build-common.ts';
import type { RecentEntry } from './console-view.ts';

/** A number as it was recorded; `—` where there is none. */
const takenBack = localText('撤回', '撤回', 'taken back');
const didNotFinish = localText('未完成', '未完成', 'did not finish');

function measureText(value: Measurement | null): string | LocalText {
  if (value === null) return takenBack;
  if (typeof value === 'string') return value;
  if (value.kind === 'did-not-finish') return didNotFinish;
  return localText(
    `${value.value}（待确认）`,
    `${value.value}（待確認）`,
    `${value.value} (to be confirmed)`,
  );
}

function paramsOf(state: EventState, { event }: RecordedEvent): RecentEntry['params'] {
  const unit = (id: string | null | undefined) => {
    const found = unitOf(state.definition, id ?? null);
    return found ? { unit: found.name } : {};
  };
  const attempt = (ref: AttemptRef | undefined) => {
    const found = ref && attemptNamed(state.definition, ref);
    return found ? { attempt: found.name } : {};
  };
  const about = (of: { unit: UnitId | null; attempt?: AttemptRef | undefined } | null | undefined) => {
    const found = of && unitWithAttempt(state.definition, of);
    return found ? { unit: found.name } : {};
  };
  const round = (id: string) => about(state.rounds[id]);
  const seat = (id: string) => ({ seat: seatOf(state, id)?.number ?? 0 });
  const step = (id: StepId | null) => {
    const found = stepOf(state.definition, id);
    return found ? { step: found.name, ...about(found) } : {};
  };
  switch (event.kind) {
    case 'StepEntered':
      return step(event.step);
    case 'StageUndone':
    case 'StageRedone':
      return step(state.stage.step);
    case 'RoundsCounted':
      return { count: event.rounds.length };
    case 'ClockGapSettled':
      return { isCounted: String(event.isCounted) };
    case 'TimeAdded':
      return { seconds: Math.round(event.ms / 1000) };
    case 'RoundOpened':
      return about(event);
    case 'RoundLocked':
      return round(event.round);
    case 'RoundVoided': {
      const toUnit = unitOf(state.definition, event.toUnit);
      const meant = toUnit ? { toUnit: toUnit.name } : {};
      return { ...round(event.round), ...meant, why: event.why, reason: event.reason };
    }
    case 'PaperBallotEntered':
    case 'BallotReturned':
      return { ...round(event.round), ...seat(event.seat), reason: event.reason };
    case 'LateBallotVoided':
      return { ...round(event.round), ...seat(event.seat) };
    case 'ExpectedLowered':
      return { ...round(event.round), count: event.by, reason: event.reason };
    case 'MeasureRecorded':
      return {
        ...unit(event.unit),
        ...attempt(event.attempt),
        name: event.measure,
        text: measureText(event.value),
      };
    case 'PointsGiven':
      return { ...unit(event.unit), text: event.points, reason: event.reason };
    case 'PointsWithdrawn':
      return { number: event.adjustment, reason: event.reason };
    case 'EntrantsChosen':
    case 'TieDecided':
      return { count: event.units.length, reason: event.reason };
    case 'TieDropped':
      return { count: event.units.length };
    case 'CountTakenBack':
      return { reason: event.reason };
    case 'SeatRecused':
      return { ...unit(event.unit), ...seat(event.seat), reason: event.reason };
    case 'RecusalWithdrawn':
      return { ...unit(event.unit), ...seat(event.seat), reason: event.reason ?? '' };
    case 'SeatLeft':
    case 'SeatReturned':
      return { ...seat(event.seat), reason: event.reason };
    case 'UnitExited':
      return { ...unit(event.unit), why: event.why, reason: event.reason };
    case 'UnitReinstated':
      return { ...unit(event.unit), reason: event.reason ?? '' };
    case 'ObjectionWithdrawn':
      return { reason: event.reason ?? '' };
    case 'EventClosed':
      return event.reason === undefined
        ? { how: event.proposal === undefined ? '' : 'signed' }
        : { how: 'alone', reason: event.reason };
    case 'SchemeChanged':
      return { orderedBy: event.orderedBy, reason: event.reason };
    case 'CountCoSigned':
      return { number: event.count };
    case 'CountObjected':
      return { reason: event.reason };
    case 'ObjectionOverridden':
      return { reason: event.reason, by: event.consent === 'chair-device' ? 'chair' : 'operator' };
    case 'ResultReleased':
      return { by: event.consent === 'chair-device' ? 'chair' : 'operator' };
    case 'ChairAsked':
      return { about: event.about };
    case 'ScreenDismissed':
      return event.reason === undefined ? {} : { role: 'chair', reason: event.reason };
    case 'ResultLooked':
      return {
        ...unit(event.unit ?? undefined),
        ...(event.seat && seat(event.seat)),
        looked: `${event.by}-${event.what}`,
      };
    case 'ActProposed': {
      const about = 'round' in event.act ? round(event.act.round) : {};
      return { ...about, act: event.act.kind, reason: event.reason };
    }
    case 'ActSeconded':
      return { by: event.screen === null ? 'operator' : 'monitor' };
    case 'ActDropped':
      return { by: event.by };
    case 'RoundReopened':
      return { ...round(event.round), reason: event.reason };
    case 'MissingDecided':
      return {
        ...round(event.round),
        count: event.decisions.length,
        reason: event.decisions[0]?.reason ?? '',
      };
    case 'DecisionWithdrawn':
      return { ...round(event.round), ...seat(event.seat), reason: event.reason ?? '' };
    case 'SeatPaired':
      return { ...seat(event.seat), device: event.device };
    case 'ScreenAdmitted':
      return { name: event.name, role: event.role };
    case 'PromptSent':
      return { text: event.text };
    case 'CurtainChanged':
      return { curtain: event.curtain };
    case 'ProtocolAttached':
      return { name: event.name, hash: `${event.hash.slice(0, 8)}…${event.hash.slice(-8)}` };
    case 'RevealStepTaken':
    case 'RevealStepReturned':
      return { revealed: event.revealed };
    case 'ClockGapNoted':
      return { seconds: Math.round(event.gapMs / 1000) };
    case 'WallClockMoved':
      return { seconds: Math.round(event.byMs / 1000) };
    case 'VersionOpened':
      return { number: event.version, orderedBy: event.orderedBy, reason: event.reason };
    case 'CommandDropped':
      return { command: event.command };
    default:
      return {};
  }
}

/**
 * One line of 刚刚发生 for the console, from an event and the state after it; null for what isn't news there.
 * A ballot is none: the seat map shows that it came, and a later one shows only as one more entry on disk.
 */
export function recentEntry(state: EventState, recorded: RecordedEvent): RecentEntry | null {
  if (recorded.event.kind === 'BallotStored' || recorded.event.kind === 'EventCreated') return null;
  return { n: recorded.n, wall: recorded.wall, kind: recorded.event.kind, params: paramsOf(state, recorded) };
}
