import type { BallotValues } from '../../shared/domain/ballot.ts';
import type { Command } from '../../shared/domain/command.ts';
import { ballotMark } from '../../shared/domain/event-definition.ts';
import { figuresHash } from '../../shared/domain/figures-hash.ts';
import { missingSeats } from '../../shared/domain/round.ts';
import { currentRound, type EventState } from '../../shared/domain/state.ts';
import { unitId } from '../../shared/kernel/brand.ts';

/** What someone orders, given what they see. */
export type Order = Command | ((state: EventState) => Command);

export function commandOf(order: Order, state: EventState): Command {
  return typeof order === 'function' ? order(state) : order;
}

/** Space, pressed by someone who sees the step on stage. */
export const next: Order = (state) => ({ kind: 'NextStep', from: state.stage.step });
export const undo: Order = (state) => ({ kind: 'Undo', entry: state.undo.at(-1)?.entry ?? -1 });
export const redo: Order = (state) => ({ kind: 'Redo', entry: state.redo.at(-1)?.entry ?? -1 });
export const pause: Order = { kind: 'PauseTimer' };
export const resume: Order = { kind: 'ResumeTimer' };
export const restart: Order = { kind: 'RestartTimer' };
export const addTime = (ms: number): Order => ({ kind: 'AddTime', ms });
export const jump = (step: string): Order => ({ kind: 'JumpTo', step });

export const open = (unit: string): Order => ({ kind: 'OpenRound', unit });
export const lock =
  (unit: string): Order =>
  (state) => ({ kind: 'LockRound', round: roundId(state, unit) });
export const reopen =
  (unit: string, reason = 'a mark was mistyped'): Order =>
  (state) => ({
    kind: 'ReopenRound',
    round: roundId(state, unit),
    reason,
    isSecondPress: state.result.kind !== 'none',
  });

function roundId(state: EventState, unit: string): string {
  return currentRound(state, unitId(unit))?.id ?? `${unit}.1`;
}

export const decideSeats =
  (
    unit: string,
    seats: readonly string[],
    decision: 'absent' | 'excluded' | 'paper' = 'absent',
  ): ((state: EventState) => Command) =>
  (state) => ({
    kind: 'DecideMissing',
    round: roundId(state, unit),
    seats,
    decision,
    reason: 'left the hall',
  });

/** Everyone still missing in the unit's round is absent. */
export const decideRest =
  (unit: string): Order =>
  (state) => {
    const round = currentRound(state, unitId(unit));
    return decideSeats(unit, round ? missingSeats(round) : [])(state);
  };

export const withdrawDecision =
  (unit: string, seat: string): Order =>
  (state) => ({
    kind: 'WithdrawDecision',
    round: roundId(state, unit),
    seat,
    reason: 'came back',
  });

export const pair = (seat: string, publicKey = `key of ${seat}`): Order => ({
  kind: 'PairSeat',
  seat,
  publicKey,
});

/** A ballot as the seat's newest device would sign it now. Two marks, for `c1` and `c2`, or all by criterion. */
export const ballot =
  (
    seat: string,
    unit: string,
    marks: readonly [string, string] | BallotValues,
    fields: Partial<Extract<Command, { kind: 'SubmitBallot' }>> = {},
  ): Order =>
  (state) => {
    const round = currentRound(state, unitId(unit));
    const values: BallotValues = isPair(marks) ? { c1: marks[0], c2: marks[1] } : marks;
    return {
      kind: 'SubmitBallot',
      event: state.definition.id,
      round: round?.id ?? `${unit}.1`,
      opening: round?.opening ?? 1,
      scheme: state.schemeHash,
      seat,
      device: state.seatDevices[seat]?.device ?? 1,
      n: (round?.ballots[seat]?.n ?? 0) + 1,
      mark: ballotMark(state.definition),
      values,
      signed: `signed by ${seat}`,
      signature: 'signature',
      ...fields,
    };
  };

function isPair(marks: readonly [string, string] | BallotValues): marks is readonly [string, string] {
  return Array.isArray(marks);
}

/** Marks typed in from a paper ballot. */
export const paper =
  (seat: string, unit: string, values: BallotValues): Order =>
  (state) => ({
    kind: 'EnterPaperBallot',
    round: roundId(state, unit),
    seat,
    values,
    reason: 'device failed',
  });

export const giveBack =
  (seat: string, unit: string, reason = 'a mark was mistyped'): Order =>
  (state) => ({ kind: 'ReturnBallot', round: roundId(state, unit), seat, reason });

export const recuse = (seat: string, unit: string): Order => ({
  kind: 'RecuseSeat',
  seat,
  unit,
  reason: 'own unit',
});

export const voidRound =
  (unit: string, why: 'vote-again' | 'wrong-unit' = 'vote-again', toUnit: string | null = null): Order =>
  (state) => ({
    kind: 'VoidRound',
    round: roundId(state, unit),
    why,
    toUnit,
    reason: 'the wrong page was open',
    isSecondPress: state.result.kind !== 'none',
  });

export const withdrawUnit = (unit: string, why: 'withdrew' | 'disqualified' = 'withdrew'): Order => ({
  kind: 'WithdrawUnit',
  unit,
  why,
  reason: 'left the contest',
});

/** The monitor's device is admitted under this id. */
export const monitor = 'monitor-1';

export const admitMonitor: Order = {
  kind: 'AdmitScreen',
  screen: monitor,
  role: 'monitor',
  publicKey: 'key of the monitor',
  name: '10.0.0.9',
};

/** Asks for the figures of the count that stands. */
export const look: Order = { kind: 'LookAtResult', what: 'result', unit: null };

/** The monitor signs the count that stands. */
export const coSign: Order = (state) => ({
  kind: 'CoSignCount',
  count: state.counts,
  figures: state.result.kind === 'none' ? '' : figuresHash(state.result.figures),
  signed: 'signed by the monitor',
  signature: 'signature',
});

export const second = (proposal: number): Order => ({
  kind: 'SecondAct',
  proposal,
  signed: 'signed by the monitor',
  signature: 'signature',
});

/** The chair's device is admitted under this id. */
export const chair = 'chair-1';

export const admitChair: Order = {
  kind: 'AdmitScreen',
  screen: chair,
  role: 'chair',
  publicKey: 'key of the chair',
  name: '10.0.0.11',
};

const countThatStands = (state: EventState) => ({
  count: state.counts,
  figures: state.result.kind === 'none' ? '' : figuresHash(state.result.figures),
  signed: 'signed by the chair',
  signature: 'signature',
});

/** The chair's device releases the count that stands. */
export const releaseByChair =
  (reveal: 'step' | 'all' = 'step', isFewerThanThreeAccepted = false): Order =>
  (state) => ({ kind: 'ReleaseByChair', reveal, isFewerThanThreeAccepted, ...countThatStands(state) });

/** The chair's device overrides the objection that stands. */
export const overrideByChair =
  (reason = 'the chair has looked'): Order =>
  (state) => ({
    kind: 'OverrideByChair',
    reason,
    objection: state.result.kind === 'none' ? '' : (state.result.objection?.reason ?? ''),
    ...countThatStands(state),
  });

export const count = (...notCalled: readonly string[]): Order => ({ kind: 'CountRounds', notCalled });
export const release = (reveal: 'step' | 'all' = 'step', isFewerThanThreeAccepted = false): Order => ({
  kind: 'ReleaseResult',
  reveal,
  isFewerThanThreeAccepted,
});
/** A photo of the protocol of the count that stands. */
export const attach =
  (fields: Partial<Extract<Command, { kind: 'AttachProtocol' }>> = {}): Order =>
  (state) => ({
    kind: 'AttachProtocol',
    name: 'protocol.jpg',
    type: 'image/jpeg',
    bytes: 300_000,
    hash: 'c'.repeat(64),
    count: state.counts,
    ...fields,
  });
export const revealStep: Order = (state) => ({
  kind: 'TakeRevealStep',
  revealed: state.result.kind === 'released' ? state.result.revealed : 0,
});
export const returnReveal: Order = (state) => ({
  kind: 'ReturnRevealStep',
  revealed: state.result.kind === 'released' ? state.result.revealed : 0,
});
export const revealAll: Order = (state) => ({
  kind: 'RevealAll',
  revealed: state.result.kind === 'released' ? state.result.revealed : 0,
});
export const curtain = (kind: 'open' | 'frozen' | 'black'): Order => ({ kind: 'SetCurtain', curtain: kind });
export const close: Order = { kind: 'CloseEvent' };

export const withdrawRecusal = (seat: string, unit: string): Order => ({
  kind: 'WithdrawRecusal',
  seat,
  unit,
  reason: 'it was another county',
});

export const away = (seat: string, reason = 'called to a meeting'): Order => ({
  kind: 'MarkAway',
  seat,
  reason,
});

export const back = (seat: string, reason = 'in the hall again'): Order => ({
  kind: 'MarkBack',
  seat,
  reason,
});

export const reinstate = (unit: string): Order => ({
  kind: 'ReinstateUnit',
  unit,
  reason: 'it came after all',
});

/** The monitor objects to the count that stands. */
export const objectWith =
  (reason: string): Order =>
  (state) => ({
    kind: 'ObjectToCount',
    count: state.counts,
    figures: state.result.kind === 'none' ? '' : figuresHash(state.result.figures),
    reason,
    signed: 'signed by the monitor',
    signature: 'signature',
  });

export const withdrawObjection: Order = (state) => ({
  kind: 'WithdrawObjection',
  count: state.counts,
  objection: state.result.kind === 'none' ? '' : (state.result.objection?.reason ?? ''),
  reason: 'the seat had been told',
  signed: 'signed by the monitor',
  signature: 'signature',
});

export const decline = (proposal: number): Order => ({
  kind: 'DeclineAct',
  proposal,
  signed: 'signed by the monitor',
  signature: 'signature',
});

/** The unit's whole turn: its steps entered, a ballot of each seat stored (same marks), the round locked. */
export function turn(
  unit: string,
  seats: readonly string[],
  marks: readonly [string, string] = ['50', '30'],
): readonly Order[] {
  return [next, ...seats.map((seat) => ballot(seat, unit, marks)), next, lock(unit)];
}
