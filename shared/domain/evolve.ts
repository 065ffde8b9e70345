import { type Instant, milliseconds } from '../kernel/brand.ts';
import { unreachable } from '../kernel/unreachable.ts';
import type { DomainEvent, RecordedEvent } from './events.ts';
import type { Round } from './round.ts';
import {
  emptyStage,
  enterStep,
  type Stage,
  stepOf,
  timerOf,
  type UndoableAction,
  type UndoEntry,
} from './stage.ts';
import type { Curtain, EventState } from './state.ts';
import { type Clock, pauseClock, resumeClock, withClock } from './timer.ts';

type EventOf<Kind extends DomainEvent['kind']> = Extract<DomainEvent, { kind: Kind }>;

const undoDepth = 20;

function created(event: EventOf<'EventCreated'>, recorded: RecordedEvent): EventState {
  return {
    definition: event.definition,
    schemeHash: event.schemeHash,
    phase: 'prepared',
    stage: emptyStage,
    rounds: {},
    roundOrder: [],
    notCalled: [],
    result: { kind: 'none' },
    curtain: { kind: 'open' },
    bell: 0,
    prompt: null,
    promptCount: 0,
    seatDevices: {},
    screens: [],
    cardsPrinted: false,
    gap: null,
    undo: [],
    redo: [],
    lastEntry: recorded.n,
  };
}

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

function changeClock(
  state: EventState,
  recorded: RecordedEvent,
  action: UndoableAction,
  change: (clock: Clock) => Clock,
): EventState {
  return undoable(state, recorded, action, { ...state.stage, timer: withClock(state.stage.timer, change) });
}

function changeRound(state: EventState, id: string, change: (round: Round) => Round): EventState {
  const round = state.rounds[id];
  if (!round) throw new Error(`no round ${id}`);
  return { ...state, rounds: { ...state.rounds, [id]: change(round) } };
}

function stepEntered(state: EventState, event: EventOf<'StepEntered'>, recorded: RecordedEvent): EventState {
  const step = stepOf(state.definition, event.step);
  if (!step) throw new Error(`no step ${event.step}`);
  const stage = enterStep(state.stage, step, event.background, recorded.at, recorded.wall);
  const action = event.by === 'next' ? 'step' : 'jump';
  // AGENDA-1
  return { ...undoable(state, recorded, action, stage, event.opens), phase: 'live' };
}

function timeAdded(state: EventState, event: EventOf<'TimeAdded'>, recorded: RecordedEvent): EventState {
  const { timer } = state.stage;
  if (timer.kind !== 'down') throw new Error('no countdown to add time to');
  return undoable(state, recorded, 'time', {
    ...state.stage,
    timer: { ...timer, limitMs: milliseconds(timer.limitMs + event.ms) },
  });
}

function timerRestarted(state: EventState, recorded: RecordedEvent): EventState {
  const step = stepOf(state.definition, state.stage.step);
  if (!step) throw new Error('no step to restart');
  return undoable(state, recorded, 'restart', { ...state.stage, timer: timerOf(step, recorded.at) });
}

function stageUndone(state: EventState, event: EventOf<'StageUndone'>): EventState {
  const last = state.undo.at(-1);
  if (last?.entry !== event.entry) throw new Error(`entry ${event.entry} is not the last to undo`);
  return {
    ...state,
    stage: last.before,
    undo: state.undo.slice(0, -1),
    redo: [...state.redo, { ...last, before: state.stage }],
  };
}

function stageRedone(state: EventState, event: EventOf<'StageRedone'>, recorded: RecordedEvent): EventState {
  const last = state.redo.at(-1);
  if (last?.entry !== event.entry) throw new Error(`entry ${event.entry} is not the last to redo`);
  const entry = { entry: recorded.n, action: last.action, before: state.stage, opened: event.opens };
  return { ...state, stage: last.before, undo: [...state.undo, entry], redo: state.redo.slice(0, -1) };
}

function roundOpened(state: EventState, event: EventOf<'RoundOpened'>): EventState {
  const round: Round = {
    id: event.round,
    unit: event.unit,
    number: event.number,
    opening: 1,
    state: 'open',
    schemeHash: state.schemeHash,
    expected: event.expected,
    ballots: Object.fromEntries(event.expected.map((seat) => [seat, null])),
    decisions: [],
  };
  return {
    ...state,
    rounds: { ...state.rounds, [event.round]: round },
    roundOrder: [...state.roundOrder, event.round],
  };
}

// ROUND-5: figures made from a round that is open again are void.
function roundReopened(state: EventState, event: EventOf<'RoundReopened'>): EventState {
  const rounds = Object.fromEntries(
    Object.values(state.rounds).map((round) => {
      if (round.id === event.round)
        return [round.id, { ...round, state: 'open' as const, opening: event.opening }];
      return [round.id, round.state === 'counted' ? { ...round, state: 'locked' as const } : round];
    }),
  );
  return { ...state, rounds, result: { kind: 'none' }, notCalled: [] };
}

// BALLOT-5
function ballotStored(state: EventState, event: EventOf<'BallotStored'>): EventState {
  const { seat, device, n, opening, ballotNumber, values, signed } = event;
  const ballot = { seat, device, n, opening, ballotNumber, values, signed };
  return changeRound(state, event.round, (round) => ({
    ...round,
    ballots: { ...round.ballots, [seat]: ballot },
  }));
}

function roundsCounted(state: EventState, event: EventOf<'RoundsCounted'>): EventState {
  const counted = event.rounds.reduce(
    (next, id) => changeRound(next, id, (round) => ({ ...round, state: 'counted' })),
    state,
  );
  return { ...counted, notCalled: event.notCalled, result: { kind: 'counted', figures: event.figures } };
}

// CURTAIN-1
function curtainOf(state: EventState, kind: Curtain['kind']): Curtain {
  if (kind !== 'frozen') return { kind };
  return { kind: 'frozen', picture: { stage: state.stage, rounds: state.rounds, result: state.result } };
}

function curtainWithStage(curtain: Curtain, change: (stage: Stage) => Stage): Curtain {
  if (curtain.kind !== 'frozen') return curtain;
  return { ...curtain, picture: { ...curtain.picture, stage: change(curtain.picture.stage) } };
}

function stopClock(stage: Stage, at: Instant): Stage {
  return { ...stage, timer: withClock(stage.timer, (clock) => pauseClock(clock, at)) };
}

/** The clocks of the stage and of a frozen wall stand still at `at`. */
function stopClocks(state: EventState, at: Instant): EventState {
  const curtain = curtainWithStage(state.curtain, (stage) => stopClock(stage, at));
  // UNDO-3: what an undo would bring back runs from an anchor that no longer holds.
  return { ...state, stage: stopClock(state.stage, at), curtain, undo: [], redo: [] };
}

// TIME-2, TIME-3
function clockGapNoted(state: EventState, event: EventOf<'ClockGapNoted'>): EventState {
  const { timer } = state.stage;
  const isRunning = timer.kind !== 'none' && timer.clock.kind === 'running';
  const stopped = stopClocks(state, event.lastInstant);
  // TIME-6: where no clock ran there is nothing to ask.
  if (!isRunning && !state.gap) return stopped;
  const gapMs = event.gapMs + (state.gap?.gapMs ?? 0);
  return { ...stopped, gap: { reason: event.reason, gapMs, wasRunning: true } };
}

// TIME-4
function clockGapSettled(
  state: EventState,
  event: EventOf<'ClockGapSettled'>,
  recorded: RecordedEvent,
): EventState {
  const { gap } = state;
  if (!gap) throw new Error('no gap to settle');
  const counted = event.isCounted ? gap.gapMs : 0;
  const timer = gap.wasRunning
    ? withClock(state.stage.timer, (clock) => resumeClock(clock, recorded.at, counted))
    : state.stage.timer;
  // UNDO-3: what stood before is a stage whose timer waited for this answer.
  return { ...state, stage: { ...state.stage, timer }, gap: null, undo: [], redo: [] };
}

function apply(
  state: EventState,
  event: Exclude<DomainEvent, { kind: 'EventCreated' }>,
  recorded: RecordedEvent,
): EventState {
  switch (event.kind) {
    case 'StepEntered':
      return stepEntered(state, event, recorded);
    case 'TimerPaused':
      return changeClock(state, recorded, 'pause', (clock) => pauseClock(clock, recorded.at));
    case 'TimerResumed':
      return changeClock(state, recorded, 'resume', (clock) => resumeClock(clock, recorded.at));
    case 'TimeAdded':
      return timeAdded(state, event, recorded);
    case 'TimerRestarted':
      return timerRestarted(state, recorded);
    case 'StageUndone':
      return stageUndone(state, event);
    case 'StageRedone':
      return stageRedone(state, event, recorded);
    case 'RoundOpened':
      return roundOpened(state, event);
    case 'RoundLocked':
      return changeRound(state, event.round, (round) => ({ ...round, state: 'locked' }));
    case 'RoundReopened':
      return roundReopened(state, event);
    case 'RoundVoided':
      return changeRound(state, event.round, (round) => ({ ...round, state: 'voided' }));
    case 'BallotStored':
      return ballotStored(state, event);
    case 'MissingDecided':
      return changeRound(state, event.round, (round) => ({
        ...round,
        decisions: [...round.decisions, ...event.decisions],
      }));
    case 'DecisionWithdrawn':
      return changeRound(state, event.round, (round) => ({
        ...round,
        decisions: round.decisions.filter((d) => d.seat !== event.seat),
      }));
    case 'RoundsCounted':
      return roundsCounted(state, event);
    case 'ResultReleased': {
      const places = event.figures.units.filter((unit) => unit.rank !== null).length;
      const revealed = event.reveal === 'all' ? places : 0;
      // UNDO-3: nothing before a release can be undone.
      return { ...state, result: { kind: 'released', figures: event.figures, revealed }, undo: [], redo: [] };
    }
    case 'RevealStepTaken':
    case 'RevealStepReturned':
      if (state.result.kind !== 'released') throw new Error('nothing is released');
      return { ...state, result: { ...state.result, revealed: event.revealed } };
    case 'CurtainChanged':
      return { ...state, curtain: curtainOf(state, event.curtain) };
    case 'BellRung':
      return { ...state, bell: state.bell + 1 };
    case 'PromptSent':
      return {
        ...state,
        promptCount: event.message,
        prompt: { id: event.message, text: event.text, sentWall: recorded.wall, acknowledgedWall: null },
      };
    case 'PromptAcknowledged':
      if (!state.prompt) throw new Error('no message to acknowledge');
      return { ...state, prompt: { ...state.prompt, acknowledgedWall: recorded.wall } };
    case 'PromptCleared':
      return { ...state, prompt: null };
    case 'SeatPaired':
      return {
        ...state,
        seatDevices: {
          ...state.seatDevices,
          [event.seat]: { device: event.device, publicKey: event.publicKey },
        },
      };
    case 'ScreenAdmitted':
      return {
        ...state,
        screens: [
          ...state.screens,
          { id: event.screen, role: event.role, publicKey: event.publicKey, name: event.name },
        ],
      };
    case 'ScreenDismissed':
      return { ...state, screens: state.screens.filter((screen) => screen.id !== event.screen) };
    case 'CardsPrinted':
      return { ...state, cardsPrinted: true };
    case 'ClockGapNoted':
      return clockGapNoted(state, event);
    case 'ClockGapSettled':
      return clockGapSettled(state, event, recorded);
    // TIME-1
    case 'WallClockMoved':
    case 'CommandDropped':
      return state;
    // EVENT-3
    case 'EventClosed':
      return { ...stopClocks(state, recorded.at), phase: 'closed', gap: null };
    default:
      return unreachable(event);
  }
}

// EVENT-1
/**
 * The state after one recorded event; null before `EventCreated`. Pure, so replay and live agree.
 * Throws on a log whose events can't follow one another: such a log isn't ours.
 */
export function evolve(state: EventState | null, recorded: RecordedEvent): EventState {
  const { event } = recorded;
  if (event.kind === 'EventCreated') {
    if (state) throw new Error(`entry ${recorded.n}: the event was created twice`);
    return created(event, recorded);
  }
  if (!state) throw new Error(`entry ${recorded.n}: ${event.kind} before the event was created`);
  return { ...apply(state, event, recorded), lastEntry: recorded.n };
}
