import { type Instant, milliseconds } from '../../kernel/brand.ts';
import type { EventOf, RecordedEvent } from '../events.ts';
import { enterStep, type Stage, stepOf, timerOf, type UndoableAction, type UndoEntry } from '../stage.ts';
import type { Curtain, EventState } from '../state.ts';
import { type Clock, pauseClock, resumeClock, withClock } from '../timer.ts';

const undoDepth = 20;

// UNDO-1
function undoable(
  state: EventState,
  recorded: RecordedEvent,
  action: UndoableAction,
  stage: Stage,
  opened: UndoEntry['opened'] = null,
): EventState {
  const entry = { entry: recorded.n, action, before: state.stage, opened };
  return { ...state, stage, undo: [...state.undo, entry].slice(-undoDepth), redo: [] };
}

export function changeClock(
  state: EventState,
  recorded: RecordedEvent,
  action: UndoableAction,
  change: (clock: Clock) => Clock,
): EventState {
  return undoable(state, recorded, action, { ...state.stage, timer: withClock(state.stage.timer, change) });
}

export function stepEntered(
  state: EventState,
  event: EventOf<'StepEntered'>,
  recorded: RecordedEvent,
): EventState {
  const step = stepOf(state.definition, event.step);
  if (!step) throw new Error(`no step ${event.step}`);
  const stage = enterStep(state.stage, step, event.background, recorded.at, recorded.wall);
  const action = event.by === 'next' ? 'step' : 'jump';
  // AGENDA-1
  return { ...undoable(state, recorded, action, stage, event.opens), phase: 'live' };
}

export function timeAdded(
  state: EventState,
  event: EventOf<'TimeAdded'>,
  recorded: RecordedEvent,
): EventState {
  const { timer } = state.stage;
  if (timer.kind !== 'down') throw new Error('no countdown to add time to');
  return undoable(state, recorded, 'time', {
    ...state.stage,
    timer: { ...timer, limitMs: milliseconds(timer.limitMs + event.ms) },
  });
}

export function timerRestarted(state: EventState, recorded: RecordedEvent): EventState {
  const step = stepOf(state.definition, state.stage.step);
  if (!step) throw new Error('no step to restart');
  return undoable(state, recorded, 'restart', { ...state.stage, timer: timerOf(step, recorded.at) });
}

export function stageUndone(state: EventState, event: EventOf<'StageUndone'>): EventState {
  const last = state.undo.at(-1);
  if (last?.entry !== event.entry) throw new Error(`entry ${event.entry} is not the last to undo`);
  return {
    ...state,
    stage: last.before,
    undo: state.undo.slice(0, -1),
    redo: [...state.redo, { ...last, before: state.stage }],
  };
}

export function stageRedone(
  state: EventState,
  event: EventOf<'StageRedone'>,
  recorded: RecordedEvent,
): EventState {
  const last = state.redo.at(-1);
  if (last?.entry !== event.entry) throw new Error(`entry ${event.entry} is not the last to redo`);
  const entry = { entry: recorded.n, action: last.action, before: state.stage, opened: event.opens };
  return { ...state, stage: last.before, undo: [...state.undo, entry], redo: state.redo.slice(0, -1) };
}

function curtainWithStage(curtain: Curtain, change: (stage: Stage) => Stage): Curtain {
  if (curtain.kind !== 'frozen') return curtain;
  return { ...curtain, picture: { ...curtain.picture, stage: change(curtain.picture.stage) } };
}

function stopClock(stage: Stage, at: Instant): Stage {
  return { ...stage, timer: withClock(stage.timer, (clock) => pauseClock(clock, at)) };
}

/** The clocks of the stage and of a frozen wall stand still at `at`. */
export function stopClocks(state: EventState, at: Instant): EventState {
  const curtain = curtainWithStage(state.curtain, (stage) => stopClock(stage, at));
  // UNDO-3: what an undo would bring back runs from an anchor that no longer holds.
  return { ...state, stage: stopClock(state.stage, at), curtain, undo: [], redo: [] };
}

// TIME-2, TIME-3
export function clockGapNoted(state: EventState, event: EventOf<'ClockGapNoted'>): EventState {
  const { timer } = state.stage;
  const isRunning = timer.kind !== 'none' && timer.clock.kind === 'running';
  const stopped = stopClocks(state, event.lastInstant);
  // TIME-6: where no clock ran there is nothing to ask.
  if (!isRunning && !state.gap) return stopped;
  const gapMs = event.gapMs + (state.gap?.gapMs ?? 0);
  return { ...stopped, gap: { reason: event.reason, gapMs } };
}

// TIME-4
export function clockGapSettled(
  state: EventState,
  event: EventOf<'ClockGapSettled'>,
  recorded: RecordedEvent,
): EventState {
  const { gap } = state;
  if (!gap) throw new Error('no gap to settle');
  const counted = event.isCounted ? gap.gapMs : 0;
  const timer = withClock(state.stage.timer, (clock) => resumeClock(clock, recorded.at, counted));
  // UNDO-3: what stood before is a stage whose timer waited for this answer.
  return { ...state, stage: { ...state.stage, timer }, gap: null, undo: [], redo: [] };
}
