import { unreachable } from '../kernel/unreachable.ts';
import type { Command, Envelope } from './command.ts';
import { decideDecline, decideDrop, decidePropose, decideSecond } from './decisions/act-decisions.ts';
import { decideJump, decideNextStep, decideRedo, decideUndo } from './decisions/agenda-decisions.ts';
import { decideAttach } from './decisions/attachment-decisions.ts';
import {
  decideGivePoints,
  decideRecordMeasure,
  decideTie,
  decideWithdrawPoints,
} from './decisions/beside-decisions.ts';
import { decideAskChair, decideOverrideByChair, decideReleaseByChair } from './decisions/chair-decisions.ts';
import { decideClose } from './decisions/close-decisions.ts';
import { type Decision, happen, refuse } from './decisions/decision.ts';
import { decideEntrants } from './decisions/entrants-decisions.ts';
import {
  decideCoSign,
  decideLook,
  decideObject,
  decideOverride,
  decideWithdrawObjection,
} from './decisions/monitor-decisions.ts';
import { decideAway, decideBack } from './decisions/presence-decisions.ts';
import {
  decideCount,
  decideRelease,
  decideRevealAll,
  decideRevealStep,
} from './decisions/result-decisions.ts';
import {
  decideBallot,
  decideLock,
  decideLowerExpected,
  decideMissing,
  decideOpenRound,
  decideReopen,
  decideTakeBack,
  decideVoid,
  decideWithdrawDecision,
} from './decisions/round-decisions.ts';
import { decideChangeScheme } from './decisions/scheme-decisions.ts';
import {
  decidePaperBallot,
  decideRecuse,
  decideReinstateUnit,
  decideReturnBallot,
  decideWithdrawRecusal,
  decideWithdrawUnit,
} from './decisions/seat-decisions.ts';
import {
  decideAddTime,
  decidePause,
  decideRestart,
  decideResume,
  decideSettleGap,
} from './decisions/timer-decisions.ts';
import { chairOf, type EventState, seatOf } from './state.ts';

/**
 * The rules: what follows from a command in a state, as events to record in order, or the reason why not.
 * Pure; the caller has checked that the actor's role may give this command and that signatures are good.
 */
export function decide(command: Command, state: EventState, envelope: Envelope): Decision {
  // EVENT-2: the curtain too; it still acts on the screens, but a closed log takes no entry.
  if (state.phase === 'closed') return refuse('event-closed');
  // CHAIR-5
  if (envelope.by.role === 'chair' && command.kind !== 'ReleaseByChair' && command.kind !== 'OverrideByChair')
    return refuse('unknown-screen');
  switch (command.kind) {
    case 'NextStep':
      return decideNextStep(command, state);
    case 'JumpTo':
      return decideJump(command, state);
    case 'Undo':
      return decideUndo(command, state);
    case 'Redo':
      return decideRedo(command, state);
    case 'PauseTimer':
      return decidePause(state);
    case 'ResumeTimer':
      return decideResume(state);
    case 'AddTime':
      return decideAddTime(command, state);
    case 'RestartTimer':
      return decideRestart(state);
    case 'SettleClockGap':
      return decideSettleGap(command, state);
    case 'NoteClockGap':
      return happen({
        kind: 'ClockGapNoted',
        reason: command.reason,
        lastInstant: command.lastInstant,
        gapMs: command.gapMs,
      });
    case 'NoteWallClock':
      return happen({ kind: 'WallClockMoved', byMs: command.byMs });
    case 'OpenRound':
      return decideOpenRound(command, state);
    case 'LockRound':
      return decideLock(command, state, envelope);
    case 'ReopenRound':
      return decideReopen(command, state);
    case 'DecideMissing':
      return decideMissing(command, state);
    case 'WithdrawDecision':
      return decideWithdrawDecision(command, state);
    case 'SubmitBallot':
      return decideBallot(command, state, envelope);
    case 'LowerExpected':
      return decideLowerExpected(command, state);
    case 'TakeBackCount':
      return decideTakeBack(command, state);
    case 'RecordMeasure':
      return decideRecordMeasure(command, state);
    case 'GivePoints':
      return decideGivePoints(command, state);
    case 'WithdrawPoints':
      return decideWithdrawPoints(command, state);
    case 'DecideTie':
      return decideTie(command, state);
    case 'ChooseEntrants':
      return decideEntrants(command, state);
    case 'VoidRound':
      return decideVoid(command, state);
    case 'EnterPaperBallot':
      return decidePaperBallot(command, state);
    case 'ReturnBallot':
      return decideReturnBallot(command, state);
    case 'RecuseSeat':
      return decideRecuse(command, state);
    case 'WithdrawRecusal':
      return decideWithdrawRecusal(command, state);
    case 'MarkAway':
      return decideAway(command, state);
    case 'MarkBack':
      return decideBack(command, state);
    case 'WithdrawUnit':
      return decideWithdrawUnit(command, state);
    case 'ReinstateUnit':
      return decideReinstateUnit(command, state);
    case 'ChangeScheme':
      return decideChangeScheme(command, state);
    case 'CoSignCount':
      return decideCoSign(command, state, envelope);
    case 'ObjectToCount':
      return decideObject(command, state, envelope);
    case 'WithdrawObjection':
      return decideWithdrawObjection(command, state, envelope);
    case 'OverrideObjection':
      return decideOverride(command, state);
    case 'OverrideByChair':
      return decideOverrideByChair(command, state, envelope);
    case 'AskChair':
      return decideAskChair(state);
    case 'LookAtResult':
      return decideLook(command, state, envelope);
    case 'ProposeAct':
      return decidePropose(command, state);
    case 'SecondAct':
      return decideSecond(command, state, envelope);
    case 'DropAct':
      return decideDrop(command, state);
    case 'DeclineAct':
      return decideDecline(command, state, envelope);
    case 'CountRounds':
      return decideCount(command, state);
    case 'ReleaseResult':
      return decideRelease(command, state);
    case 'ReleaseByChair':
      return decideReleaseByChair(command, state, envelope);
    case 'AttachProtocol':
      return decideAttach(command, state);
    case 'TakeRevealStep':
      return decideRevealStep(command.revealed, 1, state);
    case 'ReturnRevealStep':
      return decideRevealStep(command.revealed, -1, state);
    case 'RevealAll':
      return decideRevealAll(command.revealed, state);
    // CURTAIN-2
    case 'SetCurtain':
      return command.curtain === state.curtain.kind
        ? happen()
        : happen({ kind: 'CurtainChanged', curtain: command.curtain });
    // BELL-1
    case 'RingBell':
      return happen({ kind: 'BellRung' });
    // PROMPT-1
    case 'SendPrompt':
      return happen({ kind: 'PromptSent', message: state.promptCount + 1, text: command.text });
    case 'AcknowledgePrompt':
      return decideAcknowledge(command.message, state);
    // PROMPT-3
    case 'ClearPrompt':
      return state.prompt ? happen({ kind: 'PromptCleared', message: state.prompt.id }) : happen();
    case 'PairSeat':
      return decidePairing(command.seat, command.publicKey, state);
    case 'AdmitScreen':
      return decideAdmission(command, state);
    case 'DismissScreen':
      return decideDismissal(command, state);
    // PANEL-3
    case 'MarkCardsPrinted':
      return state.cardsPrinted ? happen() : happen({ kind: 'CardsPrinted' });
    case 'CloseEvent':
      return decideClose(command, state, envelope);
    default:
      return unreachable(command);
  }
}

// PROMPT-2
function decideAcknowledge(message: number, state: EventState): Decision {
  if (!state.prompt || state.prompt.id !== message) return refuse('unknown-message', 'message');
  return state.prompt.acknowledgedWall === null ? happen({ kind: 'PromptAcknowledged', message }) : happen();
}

// PANEL-1: a new device of a seat gets the next number, and only the newest may vote.
function decidePairing(seat: string, publicKey: string, state: EventState): Decision {
  const known = seatOf(state, seat);
  if (!known) return refuse('unknown-seat', 'seat');
  const before = state.seatDevices[seat];
  // PANEL-2: told by its key alone, a device at two seats would come back as either.
  const other = state.definition.seats.find(({ id }) => state.seatDevices[id]?.publicKey === publicKey);
  if (other?.id === known.id) return refuse('already-paired', 'publicKey');
  if (other) return refuse('device-at-another-seat', 'publicKey', { seat: other.id });
  // PANEL-4: who watches over the count casts no ballot in it.
  if (state.screens.some((screen) => screen.publicKey === publicKey))
    return refuse('device-is-a-screen', 'publicKey');
  return happen({ kind: 'SeatPaired', seat: known.id, device: (before?.device ?? 0) + 1, publicKey });
}

// SCREEN-1
function decideAdmission(
  { screen, role, publicKey, name, isSameMachine = false }: Extract<Command, { kind: 'AdmitScreen' }>,
  state: EventState,
): Decision {
  // PANEL-4: between the asking and the admission the device may have taken a seat.
  const seated = state.definition.seats.find(({ id }) => state.seatDevices[id]?.publicKey === publicKey);
  if (seated) return refuse('device-at-another-seat', 'publicKey', { seat: seated.id });
  if (state.screens.some((known) => known.id === screen || known.publicKey === publicKey))
    return refuse('already-paired', 'screen');
  // CHAIR-1
  if (role === 'chair' && chairOf(state)) return refuse('chair-there', 'role');
  // SAME-1
  const isNamed = isSameMachine && role !== 'prompter';
  return happen({
    kind: 'ScreenAdmitted',
    screen,
    role,
    publicKey,
    name,
    ...(isNamed && { isSameMachine: true }),
  });
}

// SCREEN-2
function decideDismissal(
  { screen, reason = '' }: Extract<Command, { kind: 'DismissScreen' }>,
  state: EventState,
): Decision {
  const known = state.screens.find(({ id }) => id === screen);
  if (!known) return refuse('unknown-screen', 'screen');
  if (known.role !== 'chair') return happen({ kind: 'ScreenDismissed', screen });
  // CHAIR-4
  return reason === ''
    ? refuse('reason-missing', 'reason')
    : happen({ kind: 'ScreenDismissed', screen, reason });
}
