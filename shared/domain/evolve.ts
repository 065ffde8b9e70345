import { unreachable } from '../kernel/unreachable.ts';
import type { DomainEvent, EventOf, RecordedEvent } from './events.ts';
import {
  ballotStored,
  changeRound,
  roundOpened,
  roundReopened,
  roundsCounted,
} from './evolutions/round-evolution.ts';
import {
  changeClock,
  clockGapNoted,
  clockGapSettled,
  stageRedone,
  stageUndone,
  stepEntered,
  stopClocks,
  timeAdded,
  timerRestarted,
} from './evolutions/stage-evolution.ts';
import { emptyStage } from './stage.ts';
import type { Curtain, EventState } from './state.ts';
import { pauseClock, resumeClock } from './timer.ts';

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

// CURTAIN-1
function curtainOf(state: EventState, kind: Curtain['kind']): Curtain {
  if (kind !== 'frozen') return { kind };
  return { kind: 'frozen', picture: { stage: state.stage, rounds: state.rounds, result: state.result } };
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
