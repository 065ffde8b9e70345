import { expect } from 'vitest';
import type { Actor, Command } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Decision } from '../../shared/domain/decisions/decision.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import type { DomainEvent, RecordedEvent } from '../../shared/domain/events.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import { currentRound, type EventState } from '../../shared/domain/state.ts';
import { instant, logPosition, seatId, unitId, wallTime } from '../../shared/kernel/brand.ts';
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json.ts';
import { sha256Hex } from '../../shared/kernel/sha256.ts';
import { chair, commandOf, coSign, look, monitor, type Order } from './orders.ts';

/** An order at a time, in ms of the host's clock, and by whom; a second after what came before, and by who gives it. */
export type Happening =
  | Order
  | { readonly at?: number; readonly by?: Actor; readonly order: Order }
  | { readonly fact: DomainEvent };

export function at(ms: number, order: Order): Happening {
  return { at: ms, order };
}

/** Given by a monitor's device, be it the only one or another. */
export function asMonitor(order: Order, screen = monitor): Happening {
  return { by: { role: 'monitor', screen }, order };
}

/** The monitor looks at the count that stands and signs it. */
export const coSigned: readonly Happening[] = [asMonitor(look), coSign];

/** A fact put into the log as it stands, past the rules. */
export function happened(event: DomainEvent): Happening {
  return { fact: event };
}

type History = { readonly entries: readonly RecordedEvent[]; readonly state: EventState };

export function wallAt(ms: number) {
  return wallTime(1_573_603_200_000 + ms);
}

function record(history: History, ms: number, events: readonly DomainEvent[]): History {
  return events.reduce<History>(({ entries, state }, event) => {
    const entry = { n: logPosition(entries.length), at: instant(ms), wall: wallAt(ms), event };
    return { entries: [...entries, entry], state: evolve(state, entry) };
  }, history);
}

function lastMs(history: History): number {
  return history.entries.at(-1)?.at ?? 0;
}

const monitorCommands: ReadonlySet<Command['kind']> = new Set([
  'CoSignCount',
  'ObjectToCount',
  'WithdrawObjection',
  'SecondAct',
  'DeclineAct',
]);

const chairCommands: ReadonlySet<Command['kind']> = new Set(['ReleaseByChair', 'OverrideByChair']);

/** Who may give this command. */
export function actorOf(command: Command): Actor {
  if (command.kind === 'SubmitBallot')
    return { role: 'panelist', seat: seatId(command.seat), device: command.device };
  if (command.kind === 'AcknowledgePrompt') return { role: 'prompter', screen: 'stage' };
  if (monitorCommands.has(command.kind)) return { role: 'monitor', screen: monitor };
  if (chairCommands.has(command.kind)) return { role: 'chair', screen: chair };
  if (command.kind === 'NoteClockGap' || command.kind === 'NoteWallClock') return { role: 'host' };
  return { role: 'operator' };
}

function decideAt(state: EventState, ms: number, order: Order, by?: Actor): Decision {
  const command = commandOf(order, state);
  return decide(command, state, { at: instant(ms), wall: wallAt(ms), by: by ?? actorOf(command) });
}

function isGivenBy(happening: Happening): happening is Extract<Happening, { readonly order: Order }> {
  return typeof happening === 'object' && 'order' in happening;
}

function follow(history: History, happening: Happening): History {
  const next = lastMs(history) + 1000;
  if (typeof happening === 'object' && 'fact' in happening) return record(history, next, [happening.fact]);
  const { at: ms = next, by, order } = isGivenBy(happening) ? happening : { order: happening };
  const decision = decideAt(history.state, ms, order, by);
  if (!decision.ok) {
    const { kind } = commandOf(order, history.state);
    throw new Error(`given: ${kind} was refused with ${decision.error.code}`);
  }
  return record(history, ms, decision.value);
}

function created(definition: EventDefinition): History {
  const schemeHash = sha256Hex(canonicalJson(definition.scheme as unknown as Json));
  const entry: RecordedEvent = {
    n: logPosition(0),
    at: instant(0),
    wall: wallAt(0),
    event: { kind: 'EventCreated', definition, schemeHash },
  };
  return { entries: [entry], state: evolve(null, entry) };
}

/** What came of one order. */
export type Outcome = {
  readonly decision: Decision;
  /** Exactly these events follow, in order. */
  readonly thenHappens: (...events: readonly DomainEvent[]) => void;
  /** Nothing follows; the rules say why, and which field is in question. */
  readonly thenRefused: (code: RejectionCode, path?: string) => void;
};

export type Scenario = History & {
  /** The scenario that goes on from here. */
  readonly and: (...happenings: readonly Happening[]) => Scenario;
  readonly when: (order: Order, by?: Actor) => Outcome;
  readonly round: (unit: string) => NonNullable<ReturnType<typeof currentRound>>;
};

function scenario(history: History): Scenario {
  return {
    ...history,
    and: (...happenings) => scenario(happenings.reduce(follow, history)),
    when: (order, by) => {
      const decision = decideAt(history.state, lastMs(history) + 1000, order, by);
      return {
        decision,
        thenHappens: (...events) => expect(decision).toEqual({ ok: true, value: events }),
        thenRefused: (code, path) =>
          expect(decision).toMatchObject({
            ok: false,
            error: path === undefined ? { code } : { code, path },
          }),
      };
    },
    round: (unit) => {
      const round = currentRound(history.state, unitId(unit));
      if (!round) throw new Error(`no round of ${unit}`);
      return round;
    },
  };
}

/** A created event in which all this has happened; a happening that the rules refuse fails the test. */
export function given(definition: EventDefinition, ...happenings: readonly Happening[]): Scenario {
  return scenario(created(definition)).and(...happenings);
}
