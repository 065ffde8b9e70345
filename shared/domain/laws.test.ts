import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import {
  ballot,
  commandOf,
  count,
  decideSeats,
  lock,
  next,
  type Order,
  pair,
  redo,
  undo,
} from '../../test/builders/orders.ts';
import { actorIn, anyOrder, stageOrder } from '../../test/builders/random-orders.ts';
import { given, type Scenario, wallAt } from '../../test/builders/scenario.ts';
import { instant, logPosition } from '../kernel/brand.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { contestOf, isUnscored } from './contest-of.ts';
import { decide } from './decide.ts';
import type { DomainEvent, RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { missingSeats } from './round.ts';
import { figuresOf } from './scoring/figures-of.ts';
import { calculator } from './scoring/rules/calculate.ts';
import type { EventState } from './state.ts';

const definition = aDefinition({ scheme: aScheme({ emptyGroup: 'renormalise' }) });
const seats = ['A1', 'A2', 'B1'];

type Run = { readonly state: EventState; readonly entries: readonly RecordedEvent[] };

const seenKinds = new Set<string>();

/**
 * What this event's scheme has no use for: a monitor's drop, secret ballots, numbers and points beside the ballots; and a
 * version, which opens by no command.
 */
type OfOtherEvents =
  | 'VersionOpened'
  | 'ActDropped'
  | 'ExpectedLowered'
  | 'MeasureRecorded'
  | 'PointsGiven'
  | 'PointsWithdrawn'
  | 'TieDecided'
  | 'TieDropped'
  | 'EntrantsChosen';

/** All that a command can lead to; a new kind of event has to be named here, and be reached. */
const kindsToSee: {
  readonly [kind in Exclude<DomainEvent['kind'], 'EventCreated' | 'CommandDropped' | OfOtherEvents>]: true;
} = {
  StepEntered: true,
  TimerPaused: true,
  TimerResumed: true,
  TimeAdded: true,
  TimerRestarted: true,
  StageUndone: true,
  StageRedone: true,
  RoundOpened: true,
  RoundLocked: true,
  RoundReopened: true,
  RoundVoided: true,
  BallotStored: true,
  PaperBallotEntered: true,
  LateBallotVoided: true,
  BallotReturned: true,
  SeatRecused: true,
  RecusalWithdrawn: true,
  SeatLeft: true,
  SeatReturned: true,
  UnitExited: true,
  UnitReinstated: true,
  SchemeChanged: true,
  CountCoSigned: true,
  CountObjected: true,
  ObjectionWithdrawn: true,
  ObjectionOverridden: true,
  ChairAsked: true,
  ResultLooked: true,
  ActProposed: true,
  ActSeconded: true,
  WhatIfAnswered: true,
  MissingDecided: true,
  DecisionWithdrawn: true,
  RoundsCounted: true,
  CountTakenBack: true,
  ResultReleased: true,
  ProtocolAttached: true,
  RevealStepTaken: true,
  RevealStepReturned: true,
  CurtainChanged: true,
  BellRung: true,
  PromptSent: true,
  PromptAcknowledged: true,
  PromptCleared: true,
  SeatPaired: true,
  ScreenAdmitted: true,
  ScreenDismissed: true,
  CardsPrinted: true,
  ClockGapNoted: true,
  ClockGapSettled: true,
  WallClockMoved: true,
  EventClosed: true,
};

function textOf(value: unknown): string {
  return canonicalJson(value as Json);
}

/** The definition and the rules are the same in most states; leaving them out makes the comparison quick. */
function withoutRules(state: EventState) {
  return { ...state, definition: null, schemes: state.schemes.map(({ hash }) => hash) };
}

function stateText(state: EventState): string {
  return textOf(withoutRules(state));
}

/** One order obeyed as the host does it; the same run if the rules refuse it. */
function obey(run: Run, order: Order): Run {
  const command = commandOf(order, run.state);
  const ms = run.entries.length * 700;
  const decision = decide(command, run.state, {
    at: instant(ms),
    wall: wallAt(ms),
    by: actorIn(run.state, command),
  });
  if (!decision.ok) return run;
  return decision.value.reduce<Run>(({ state, entries }, event) => {
    seenKinds.add(event.kind);
    const entry = { n: logPosition(entries.length), at: instant(ms), wall: wallAt(ms), event };
    // What can't be written can't be recorded: this throws on fractions, undefined and the like.
    textOf(entry);
    return { entries: [...entries, entry], state: evolve(state, entry) };
  }, run);
}

const history = fc.array(anyOrder, { minLength: 1, maxLength: 90, size: 'max' });
const seed = 20_190_726;
/** Each law gets histories of its own. */
const runs = (law: number) => ({ numRuns: 120, seed: seed + law });

function play(orders: readonly Order[]): Run {
  return orders.reduce<Run>(obey, given(definition));
}

describe('any history of orders, sensible or not', () => {
  afterAll(() => {
    // A law over histories that never get anywhere would say nothing.
    expect(Object.keys(kindsToSee).filter((kind) => !seenKinds.has(kind))).toEqual([]);
  });

  test('decide never throws, evolve takes what it decides, and replay from the written log equals live', () => {
    fc.assert(
      fc.property(history, (orders) => {
        const { state, entries } = play(orders);
        const written: readonly RecordedEvent[] = JSON.parse(textOf(entries));
        const replayed = written.reduce<EventState | null>(evolve, null);
        expect(replayed && stateText(replayed)).toBe(stateText(state));
      }),
      runs(1),
    );
  });

  test('the state goes through JSON without loss', () => {
    fc.assert(
      fc.property(history, (orders) => {
        const { state } = play(orders);
        expect(JSON.parse(stateText(state))).toEqual(withoutRules(state));
      }),
      runs(2),
    );
  });

  test('ROUND-3, ROUND-4: at most one round is open, and none is locked or counted with a seat undecided', () => {
    fc.assert(
      fc.property(history, (orders) => {
        orders.reduce<Run>((run, order) => {
          const after = obey(run, order);
          const rounds = Object.values(after.state.rounds);
          expect(rounds.filter((round) => round.state === 'open').length).toBeLessThanOrEqual(1);
          for (const round of rounds)
            if (round.state === 'locked' || round.state === 'counted')
              expect(missingSeats(round)).toEqual([]);
          return after;
        }, given(definition));
      }),
      runs(3),
    );
  });

  test('AWAY-1, AWAY-2: in an open round nobody who is away is missing, and who is back is absent only by another word', () => {
    let awaited = 0;
    fc.assert(
      fc.property(history, (orders) => {
        orders.reduce<Run>((run, order) => {
          const after = obey(run, order);
          const isAway = (seat: string) =>
            after.state.absences.some((own) => own.seat === seat && own.back === null);
          for (const round of Object.values(after.state.rounds)) {
            if (round.state !== 'open') continue;
            expect(missingSeats(round).filter(isAway)).toEqual([]);
            const byPresence = round.decisions.filter(({ leftAt }) => leftAt !== undefined);
            awaited += byPresence.length;
            // A round that is opened again keeps the absences of before.
            if (round.opening === 1) expect(byPresence.filter(({ seat }) => !isAway(seat))).toEqual([]);
          }
          return after;
        }, given(definition));
      }),
      runs(9),
    );
    expect(awaited).toBeGreaterThan(100);
  });

  test('RESULT-3, ROUND-5, ROUND-8: figures are never stale: while they stand they are those of the rounds', () => {
    fc.assert(
      fc.property(history, (orders) => {
        const { state } = play(orders);
        if (state.result.kind === 'none') return;
        const calculation = calculator(state.definition.scheme)(contestOf(state));
        const unscored = state.definition.units.filter(({ id }) => isUnscored(state, id));
        const again = figuresOf(
          calculation,
          state.schemeHash,
          unscored.map(({ id }) => id),
        );
        expect(again).toEqual({ ok: true, value: state.result.figures });
      }),
      runs(4),
    );
  });

  test('RESULT-6: what was released never changes', () => {
    fc.assert(
      fc.property(history, (orders) => {
        orders.reduce<Run>((run, order) => {
          const after = obey(run, order);
          // It can be taken back whole, which is recorded; while it stands it is the same.
          if (run.state.result.kind === 'released' && after.state.result.kind !== 'none')
            expect(after.state.result).toMatchObject({ kind: 'released', figures: run.state.result.figures });
          else if (run.state.result.kind === 'released')
            expect(after.entries.at(-1)?.event.kind).toMatch(/^(Round(Reopened|Voided)|CountTakenBack)$/);
          return after;
        }, given(definition));
      }),
      runs(5),
    );
  });

  test('CURTAIN-1: while the wall is frozen nothing but a clock that stops changes its picture', () => {
    fc.assert(
      fc.property(history, (orders) => {
        orders.reduce<Run>((run, order) => {
          const after = obey(run, order);
          const [before, now] = [run.state.curtain, after.state.curtain];
          if (before.kind === 'frozen' && now.kind === 'frozen') {
            expect(now.picture.rounds).toBe(before.picture.rounds);
            expect(now.picture.result).toBe(before.picture.result);
            expect(now.picture.stage.step).toBe(before.picture.stage.step);
          }
          return after;
        }, given(definition));
      }),
      runs(6),
    );
  });

  test('AGENDA-4, UNDO-6, REVEAL-2: a press that arrives twice takes effect once', () => {
    const presses = new Set(['NextStep', 'Undo', 'Redo', 'TakeRevealStep', 'ReturnRevealStep', 'LockRound']);
    for (const kind of [
      'CountRounds',
      'ReleaseResult',
      'ReopenRound',
      'OpenRound',
      'PauseTimer',
      'ResumeTimer',
    ])
      presses.add(kind);
    fc.assert(
      fc.property(history, (orders) => {
        orders.reduce<Run>((run, order) => {
          const command = commandOf(order, run.state);
          const once = obey(run, command);
          if (presses.has(command.kind)) expect(obey(once, command)).toBe(once);
          return once;
        }, given(definition));
      }),
      runs(7),
    );
  });
});

describe('undo and redo', () => {
  test('UNDO-1, UNDO-4: undo after random stage orders restores each stage exactly, and redo brings each back', () => {
    fc.assert(
      fc.property(fc.array(stageOrder, { maxLength: 19, size: 'max' }), (orders) => {
        let run: Run = given(definition, next);
        const stages = [run.state.stage];
        for (const order of orders) {
          const after = obey(run, order);
          if (after !== run) stages.push(after.state.stage);
          run = after;
        }
        for (const stage of [...stages].reverse().slice(1)) {
          run = obey(run, undo);
          expect(run.state.stage).toEqual(stage);
        }
        for (const stage of stages.slice(1)) {
          run = obey(run, redo);
          expect(run.state.stage).toEqual(stage);
        }
      }),
      runs(8),
    );
  });
});

describe('ballots', () => {
  const paired = given(definition, next, ...seats.map((seat) => pair(seat)), next);
  const wholeMark = (maximum: number) =>
    fc.integer({ min: 0, max: maximum * 2 }).map((half) => String(half / 2));
  const marks = fc.tuple(wholeMark(60), wholeMark(40));

  function figuresOf(scenario: Scenario) {
    const { state } = scenario.and(lock('u1'), count('u2'));
    return state.result.kind === 'counted' ? state.result.figures : null;
  }

  test('RESULT-3, SCORE-2: the order in which ballots arrive never changes a figure', () => {
    const trim = { high: 1, low: 1, fromCount: 3 };
    const panel = aDefinition({
      seats: { A: 4, B: 3 },
      scheme: aScheme({ trim, emptyGroup: 'renormalise' }),
    });
    const all: readonly string[] = panel.seats.map((seat) => seat.id);
    const voting = given(panel, next, ...all.map((seat) => pair(seat)), next);
    // Few different marks, so that several seats share an extreme and one of them is struck.
    const few = fc.tuple(fc.constantFrom('40', '50'), fc.constantFrom('20', '30'));
    const submissions = fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(
        fc.array(few, { minLength: all.length, maxLength: all.length }),
        submissions,
        (cast, order) => {
          const submit = (seat: string) => ballot(seat, 'u1', cast[all.indexOf(seat)] ?? ['0', '0']);
          expect(figuresOf(voting.and(...order.map(submit)))).toEqual(
            figuresOf(voting.and(...all.map(submit))),
          );
        },
      ),
      { numRuns: 60, seed },
    );
  });

  test('BALLOT-5: a ballot that was changed later never changes a figure', () => {
    fc.assert(
      fc.property(marks, marks, (first, last) => {
        const rest = [ballot('A2', 'u1', ['1', '1']), ballot('B1', 'u1', ['1', '1'])];
        expect(figuresOf(paired.and(ballot('A1', 'u1', first), ...rest, ballot('A1', 'u1', last)))).toEqual(
          figuresOf(paired.and(...rest, ballot('A1', 'u1', last))),
        );
      }),
      { numRuns: 60, seed },
    );
  });

  test('BALLOT-6: a ballot of an absent or excluded seat changes nothing', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom('absent' as const, 'excluded' as const), (values, decision) => {
        const before: Run = paired.and(ballot('A2', 'u1', ['1', '1']), decideSeats('u1', ['A1'], decision));
        expect(obey(before, ballot('A1', 'u1', values))).toBe(before);
      }),
      { numRuns: 60, seed },
    );
  });
});
