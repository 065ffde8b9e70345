import type { Instant, LogPosition, RoundId, StepId, WallTime } from '../kernel/brand.ts';
import type { EventDefinition, Step } from './event-definition.ts';
import { noTimer, startedClock, type Timer } from './timer.ts';

/** Planned against actual, in wall time: for people, never for timers. */
export type StepRecord = { readonly startedWall: WallTime; readonly endedWall: WallTime | null };

/** Where the show stands. Undo restores a whole `Stage`. */
export type Stage = {
  /** The step on stage; null before the start. */
  readonly step: StepId | null;
  readonly timer: Timer;
  readonly records: { readonly [step: string]: StepRecord };
};

export const emptyStage: Stage = { step: null, timer: noTimer, records: {} };

export type UndoableAction = 'step' | 'jump' | 'pause' | 'resume' | 'time' | 'restart';

/** What an undo of entry `entry` brings back. */
export type UndoEntry = {
  readonly entry: LogPosition;
  readonly action: UndoableAction;
  readonly before: Stage;
  /** The round that the step opened by itself; it is voided with the step. */
  readonly opened: RoundId | null;
};

export function timerOf(step: Step, at: Instant): Timer {
  switch (step.timer.kind) {
    case 'none':
      return noTimer;
    case 'down':
      return { kind: 'down', limitMs: step.timer.plannedMs, clock: startedClock(at) };
    case 'up':
      return { kind: 'up', plannedMs: step.timer.plannedMs, clock: startedClock(at) };
  }
}

// AGENDA-2
/** The stage after `step` was entered: the step before is ended, background steps in between start beside it. */
export function enterStep(
  stage: Stage,
  step: Step,
  background: readonly StepId[],
  at: Instant,
  wall: WallTime,
): Stage {
  const records: { [step: string]: StepRecord } = { ...stage.records };
  const left = stage.step === null ? undefined : records[stage.step];
  if (stage.step !== null && left) records[stage.step] = { ...left, endedWall: wall };
  for (const id of background) records[id] = { startedWall: wall, endedWall: null };
  records[step.id] = { startedWall: wall, endedWall: null };
  return { step: step.id, timer: timerOf(step, at), records };
}

export function stepOf(definition: EventDefinition, id: StepId | null): Step | null {
  return definition.agenda.find((step) => step.id === id) ?? null;
}

// AGENDA-3
/** The step that Space goes to and the background steps passed on the way; null at the end of the agenda. */
export function stepAfter(
  definition: EventDefinition,
  id: StepId | null,
): { readonly step: Step; readonly background: readonly Step[] } | null {
  const from = id === null ? -1 : definition.agenda.findIndex((step) => step.id === id);
  const background: Step[] = [];
  for (const step of definition.agenda.slice(from + 1)) {
    if (!step.isBackground) return { step, background };
    background.push(step);
  }
  return null;
}
