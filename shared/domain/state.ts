import type { LogPosition, RoundId, SeatId, UnitId, WallTime } from '../kernel/brand.ts';
import type { EventDefinition } from './event-definition.ts';
import type { Round } from './round.ts';
import type { Figures } from './scoring/figures.ts';
import type { Stage, UndoEntry } from './stage.ts';

export type PairedDevice = { readonly device: number; readonly publicKey: string };

export type AdmittedScreen = {
  readonly id: string;
  readonly role: 'prompter';
  readonly publicKey: string;
  readonly name: string;
};

/** held → counted → released; `revealed` counts rows shown to the hall, from the last place upwards. */
export type ResultState =
  | { readonly kind: 'none' }
  | { readonly kind: 'counted'; readonly figures: Figures }
  | {
      readonly kind: 'released';
      readonly figures: Figures;
      readonly revealed: number;
    };

/** What a frozen wall goes on showing. */
export type Picture = {
  readonly stage: Stage;
  readonly rounds: { readonly [round: string]: Round };
  readonly result: ResultState;
};

export type Curtain =
  | { readonly kind: 'open' }
  | { readonly kind: 'frozen'; readonly picture: Picture }
  | { readonly kind: 'black' };

export type PromptMessage = {
  readonly id: number;
  readonly text: string;
  readonly sentWall: WallTime;
  readonly acknowledgedWall: WallTime | null;
};

/** Time that passed while the host couldn't count it; the timer waits until the operator settles it. */
export type ClockGap = {
  readonly reason: 'other-boot' | 'sleep';
  readonly gapMs: number;
};

/** The whole behaviour of one event follows from this and from nothing else. Plain readonly JSON. */
export type EventState = {
  readonly definition: EventDefinition;
  readonly schemeHash: string;
  readonly phase: 'prepared' | 'live' | 'closed';
  readonly stage: Stage;
  readonly rounds: { readonly [round: string]: Round };
  /** Every round in the order of opening. */
  readonly roundOrder: readonly RoundId[];
  readonly notCalled: readonly UnitId[];
  readonly result: ResultState;
  readonly curtain: Curtain;
  readonly bell: number;
  readonly prompt: PromptMessage | null;
  readonly promptCount: number;
  readonly seatDevices: { readonly [seat: string]: PairedDevice };
  readonly screens: readonly AdmittedScreen[];
  readonly cardsPrinted: boolean;
  readonly gap: ClockGap | null;
  readonly undo: readonly UndoEntry[];
  readonly redo: readonly UndoEntry[];
  readonly lastEntry: LogPosition;
};

/** The unit's round that counts: the latest that isn't voided. */
export function currentRound(
  state: Pick<EventState, 'rounds' | 'roundOrder'>,
  unit: UnitId | null,
): Round | null {
  if (unit === null) return null;
  for (const id of [...state.roundOrder].reverse()) {
    const round = state.rounds[id];
    if (round && round.unit === unit && round.state !== 'voided') return round;
  }
  return null;
}

export function seatOf(state: EventState, seat: SeatId | string) {
  return state.definition.seats.find((candidate) => candidate.id === seat) ?? null;
}

export function unitOf(definition: EventDefinition, unit: UnitId | string | null) {
  return definition.units.find((candidate) => candidate.id === unit) ?? null;
}
