import { describe, expect, test } from 'vitest';
import { aDefinition, anAgenda, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  ballot,
  count,
  decideSeats,
  jump,
  lock,
  next,
  open,
  pair,
  reopen,
  undo,
  voidRound,
  withdrawUnit,
} from '../../test/builders/orders.ts';
import { at, given, type Scenario } from '../../test/builders/scenario.ts';
import { seatId, unitId } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { buildPrompterView } from '../views/build-prompter-view.ts';
import { roundIdOf } from './round.ts';
import type { BallotType } from './scoring/rules/ballot-type.ts';

const seats = ['A1', 'B1'] as const;

function anEvent(
  round: BallotType['round'],
  units: readonly string[] = ['u1', 'u2', 'u3', 'u4'],
  {
    secrecy = 'by-seat',
    locksAtZero = false,
  }: { secrecy?: BallotType['secrecy']; locksAtZero?: boolean } = {},
) {
  const scheme = aScheme();
  const ballots = scheme.ballots.map((own) => ({ ...own, round, secrecy }));
  const definition = aDefinition({
    locksAtZero,
    units,
    seats: { A: 1, B: 1 },
    scheme: { ...scheme, ballots },
    agenda: anAgenda(...units),
  });
  return given(definition, ...seats.map((seat) => pair(seat)), next);
}

const firstTwo = anEvent({ kind: 'first-held', held: 2 });
const correctable = anEvent({ kind: 'correctable-until-release' });
const correctableTwo = anEvent({ kind: 'correctable-until-release' }, ['u1', 'u2']);

/** The unit's turn up to its lock step, with a ballot of each seat. */
const spoken = (unit: string) => [next, ...seats.map((seat) => ballot(seat, unit, ['50', '30'])), next];
const openUnits = (scenario: Scenario) =>
  Object.values(scenario.state.rounds).flatMap(({ state, unit }) => (state === 'open' ? [unit] : []));
const bigButton = (scenario: Scenario) => buildConsoleView(scenario.state, aLiveInfo()).next;

describe('the first units’ ballots held', () => {
  test('ROUND-3, ROUND-21: given the first of two held, when its lock step is left, then its round stays open beside the second', () => {
    const second = firstTwo.and(...spoken('u1'), next);
    expect(openUnits(second)).toEqual(['u1', 'u2']);
    expect(second.and(ballot('A1', 'u1', ['10', '10'])).round('u1').ballots.A1?.ballotNumber).toBe(2);
  });

  test('ROUND-23: given both have spoken, when the second is locked, then both are, in one order, and the rest go unit by unit', () => {
    const both = firstTwo.and(...spoken('u1'), ...spoken('u2'));
    both.when(next).thenRefused('round-not-locked');
    both
      .when(lock('u2'))
      .thenHappens(
        { kind: 'RoundLocked', round: roundIdOf(unitId('u1'), 1) },
        { kind: 'RoundLocked', round: roundIdOf(unitId('u2'), 1) },
      );
    const third = both.and(lock('u2'), ...spoken('u3'));
    third.when(next).thenRefused('round-not-locked');
    third.when(lock('u3')).thenHappens({ kind: 'RoundLocked', round: roundIdOf(unitId('u3'), 1) });
  });

  test('ROUND-4, ROUND-23: given a seat is due in the first, when the second is locked, then it is refused with unit and seat', () => {
    const due = firstTwo.and(next, ballot('A1', 'u1', ['50', '30']), next, ...spoken('u2'));
    const refused = due.when(lock('u2'));
    refused.thenRefused('seats-undecided', 'round');
    expect(refused.decision).toMatchObject({ error: { params: { count: 1, unit: 'u1', seats: '2' } } });
    expect(bigButton(due)).toMatchObject({ kind: 'held', round: 'u1.1', seats: ['B1'] });
    expect(openUnits(due.and(decideSeats('u1', ['B1'], 'absent'), lock('u2')))).toEqual([]);
  });

  test('ROUND-21: given a voided round or a unit that left, then it takes no place', () => {
    const voided = firstTwo.and(...spoken('u1'), voidRound('u1', 'vote-again'), ...spoken('u2'));
    expect(openUnits(voided.and(next))).toEqual(['u2', 'u3']);
    const left = firstTwo.and(...spoken('u1'), withdrawUnit('u1'), ...spoken('u2'));
    expect(openUnits(left.and(next))).toEqual(['u1', 'u2', 'u3']);
  });

  test('ROUND-21, ROUND-23: given the first of three is locked by hand, then nothing is held any more, nor beside it once it is open again', () => {
    const first = anEvent({ kind: 'first-held', held: 3 }).and(...spoken('u1'), lock('u1'));
    const byHand = first.and(...spoken('u2'));
    byHand.when(next).thenRefused('round-not-locked');
    byHand.when(lock('u2')).thenHappens({ kind: 'RoundLocked', round: roundIdOf(unitId('u2'), 1) });
    first.and(reopen('u1')).when(open('u2')).thenRefused('another-round-open', 'unit');
  });

  test('ROUND-23: given both have spoken, when the first is locked by hand, then the second is with it', () => {
    const both = firstTwo.and(...spoken('u1'), ...spoken('u2'));
    expect(openUnits(both.and(lock('u1')))).toEqual([]);
  });

  test('ROUND-21: given no other unit can come, then the lock step locks what is held', () => {
    const three = anEvent({ kind: 'first-held', held: 3 }, ['u1', 'u2']).and(
      ...spoken('u1'),
      ...spoken('u2'),
    );
    expect(bigButton(three)).toMatchObject({ kind: 'lock', round: 'u2.1', submitted: 4, expected: 4 });
    expect(openUnits(three.and(lock('u2')))).toEqual([]);
  });

  test('ROUND-3: given both are open, when a third is opened past the lock, then it is refused', () => {
    const both = firstTwo.and(...spoken('u1'), ...spoken('u2'));
    both.when(jump('u3.talk')).thenRefused('another-round-open');
    both.when(open('u3')).thenRefused('another-round-open', 'unit');
  });

  test('UNDO-2, ROUND-21: given the second was entered too early, when undone, then only its round is void and the first goes on', () => {
    const undone = firstTwo.and(...spoken('u1'), next, undo);
    expect(openUnits(undone)).toEqual(['u1']);
    expect(openUnits(undone.and(next))).toEqual(['u1', 'u2']);
  });
});

describe('ballots correctable while the next unit speaks', () => {
  test('ROUND-22: given the second’s lock step, then the first is locked, the second stays open until the third’s', () => {
    const second = correctable.and(...spoken('u1'), ...spoken('u2'));
    second.when(next).thenRefused('round-not-locked');
    expect(bigButton(second)).toMatchObject({ kind: 'lock', round: 'u1.1', keepsOpen: [{ id: 'u2' }] });
    const third = second.and(lock('u1'), ...spoken('u3'));
    expect(openUnits(third)).toEqual(['u2', 'u3']);
    third.when(jump('u4.talk')).thenRefused('another-round-open');
  });

  test('ROUND-22: given the last unit’s lock step, then both are locked in one order', () => {
    const last = correctable.and(
      ...spoken('u1'),
      ...['u2', 'u3'].flatMap((unit, n) => [...spoken(unit), lock(`u${n + 1}`)]),
      ...spoken('u4'),
    );
    expect(bigButton(last)).toMatchObject({ kind: 'lock', round: 'u4.1', keepsOpen: [] });
    expect(openUnits(last.and(lock('u4')))).toEqual([]);
  });

  test('ROUND-3, ROUND-5: given one is open, then the one before can be opened again beside it, and two can’t', () => {
    const locked = correctable.and(...spoken('u1'), ...spoken('u2'), lock('u1'));
    expect(openUnits(locked.and(reopen('u1')))).toEqual(['u1', 'u2']);
    locked.and(next).when(reopen('u1')).thenRefused('another-round-open', 'round');
  });
});

describe('what else is held with them', () => {
  const missing = [next, ballot('A1', 'u1', ['50', '30']), next];

  test('ROUND-23: given the unit of a held round left, then its seats are waited for all the same before the common lock', () => {
    const left = firstTwo.and(...missing, withdrawUnit('u1'), ...spoken('u2'), ...spoken('u3'));
    left.when(lock('u3')).thenRefused('seats-undecided', 'round');
    expect(openUnits(left.and(decideSeats('u1', ['B1'], 'absent'), lock('u3')))).toEqual([]);
  });

  test('ROUND-16, ROUND-23: given locking at zero, when the countdown of the second has run out, then both are locked by the host, and none while one waits', () => {
    const locking = anEvent({ kind: 'first-held', held: 2 }, undefined, { locksAtZero: true });
    const host = { role: 'host' } as const;
    const zero = at(1_000_000, { kind: 'RingBell' } as const);
    locking
      .and(...spoken('u1'), ...spoken('u2'), zero)
      .when(lock('u2'), host)
      .thenHappens(
        { kind: 'RoundLocked', round: roundIdOf(unitId('u1'), 1) },
        { kind: 'RoundLocked', round: roundIdOf(unitId('u2'), 1) },
      );
    locking
      .and(...missing, ...spoken('u2'), zero)
      .when(lock('u2'), host)
      .thenRefused('seats-undecided', 'round');
    locking
      .and(...spoken('u1'), zero)
      .when(lock('u1'), host)
      .thenRefused('lock-not-due', 'round');
  });

  test('SECRET-4, ROUND-23: given secret ballots held, when one waits, then no seat is named, neither on the button nor in the refusal', () => {
    const secret = anEvent({ kind: 'first-held', held: 2 }, undefined, { secrecy: 'anonymous' });
    const due = secret.and(...missing, ...spoken('u2'));
    expect(bigButton(due)).toMatchObject({ kind: 'held', round: 'u1.1', seats: [], count: 1 });
    const refused = due.when(lock('u2'));
    refused.thenRefused('seats-undecided', 'round');
    expect(refused.decision).toMatchObject({ error: { params: { seats: '' } } });
  });

  test('ROUND-14, ROUND-21: given the second was opened for the wrong unit, when the right one is opened beside the first, then its marks wait there', () => {
    const moved = firstTwo.and(
      ...spoken('u1'),
      ...spoken('u2'),
      voidRound('u2', 'wrong-unit', 'u3'),
      open('u3'),
    );
    expect(openUnits(moved)).toEqual(['u1', 'u3']);
    expect(buildSeatView(moved.state, seatId('A1'))).toMatchObject({
      draft: { values: { c1: '50', c2: '30' }, from: { kind: 'moved' } },
      ownKept: [{ mine: { values: { c1: '50', c2: '30' } } }],
    });
  });

  test('RESULT-1, ROUND-23: given a held round is open, then nothing is counted', () => {
    firstTwo
      .and(...spoken('u1'))
      .when(count())
      .thenRefused('rounds-open');
  });
});

describe('a vote held again among them', () => {
  const again = (unit: string) => [open(unit), ...seats.map((seat) => ballot(seat, unit, ['40', '20']))];

  test('ROUND-13, ROUND-21: given the first of two held is voided in the second’s turn, when it is voted on again, then both are locked at once', () => {
    const both = firstTwo.and(...spoken('u1'), ...spoken('u2'), voidRound('u1'));
    expect(bigButton(both)).toMatchObject({ kind: 'step', keepsOpen: [{ id: 'u2' }] });
    const held = both.and(...again('u1'));
    expect(openUnits(held)).toEqual(['u2', 'u1']);
    expect(openUnits(held.and(lock('u2')))).toEqual([]);
  });

  test('ROUND-13, ROUND-21: given both were locked, when one is voided and voted on again, then it is held with no other', () => {
    const once = firstTwo.and(...spoken('u1'), ...spoken('u2'), lock('u2'), voidRound('u1'), ...again('u1'));
    once.when(next).thenRefused('another-round-open');
    expect(openUnits(once.and(lock('u1'), next))).toEqual(['u3']);
  });

  test('ROUND-13, ROUND-22: given the one before the last unit is voided in the last one’s turn, when it is voted on again, then the lock step locks both', () => {
    const last = correctableTwo.and(...spoken('u1'), ...spoken('u2'), voidRound('u1'), ...again('u1'));
    expect(bigButton(last)).toMatchObject({ kind: 'lock', keepsOpen: [] });
    expect(openUnits(last.and(lock('u2')))).toEqual([]);
  });

  test('ROUND-13, ROUND-22: given one is voted on again in a later turn, when that turn’s lock step comes, then the earlier unit’s is locked and the later one’s stays open', () => {
    const second = correctable.and(...spoken('u1'), ...spoken('u2'), voidRound('u1'), ...again('u1'));
    expect(bigButton(second)).toMatchObject({ kind: 'lock', round: 'u1.2', keepsOpen: [{ id: 'u2' }] });
    const locked = second.and(lock('u1'));
    expect(openUnits(locked)).toEqual(['u2']);
    expect(openUnits(locked.and(...spoken('u3'), lock('u2')))).toEqual(['u3']);
  });

  test('ROUND-13, ROUND-22: given one is voided before anybody voted, when it is voted on again in the next turn, then it is the earlier one all the same', () => {
    const late = correctable.and(next, next, next, voidRound('u1'), open('u1'));
    expect(openUnits(late)).toEqual(['u2', 'u1']);
    const voted = late.and(
      ...seats.flatMap((seat) => [ballot(seat, 'u1', ['40', '20']), ballot(seat, 'u2', ['40', '20'])]),
      next,
    );
    expect(bigButton(voted)).toMatchObject({ kind: 'lock', round: 'u1.2', keepsOpen: [{ id: 'u2' }] });
  });

  test('ROUND-14, ROUND-22: given a unit was on stage by mistake, when its turn comes later, then it is the later one', () => {
    const mistaken = correctable.and(
      ...spoken('u1'),
      ...spoken('u2'),
      voidRound('u2', 'wrong-unit', 'u3'),
      ...again('u3'),
      lock('u1'),
      ...again('u2'),
    );
    mistaken.when(lock('u3')).thenHappens({ kind: 'RoundLocked', round: roundIdOf(unitId('u3'), 1) });
  });
});

describe('units that leave, and other ballots', () => {
  test.each<BallotType['round']>([{ kind: 'correctable-until-release' }, { kind: 'first-held', held: 3 }])(
    'ROUND-21, ROUND-22: given the unit that was to come leaves before its turn, then its lock step locks what is still open: %s',
    (round) => {
      const left = anEvent(round, ['u1', 'u2']).and(...spoken('u1'), next, undo, withdrawUnit('u2'));
      expect(openUnits(left)).toEqual(['u1']);
      const there = left.and(jump('u2.vote'));
      expect(bigButton(there)).toMatchObject({ kind: 'lock', round: 'u1.1' });
      there.when(next).thenRefused('round-not-locked');
      expect(openUnits(there.and(lock('u1')))).toEqual([]);
    },
  );

  test('ROUND-21, AGENDA-5: given the unit of a lock step has left, then it locks no round that ends by itself', () => {
    const left = anEvent({ kind: 'per-unit' }, ['u1', 'u2']).and(next, withdrawUnit('u2'), jump('u2.vote'));
    expect(openUnits(left.and(next))).toEqual(['u1']);
  });

  test('AGENDA-5: given all are locked, when one is opened again, then the last lock step doesn’t wait for it', () => {
    const both = correctableTwo.and(...spoken('u1'), ...spoken('u2'), lock('u2'));
    expect(openUnits(both.and(reopen('u1'), next))).toEqual(['u1']);
  });

  test('ROUND-22: given the step of an earlier unit is on stage again, then its round is the one in hand', () => {
    const back = correctable.and(...spoken('u1'), next, jump('u1.vote'));
    const { ballot: inHand, keptOpen } = buildPanelView(back.state);
    expect([inHand?.round, keptOpen.map(({ round }) => round)]).toEqual(['u1.1', ['u2.1']]);
  });

  test('ROUND-3: given a round kept open, then one of other ballots can be opened beside it, and is locked alone', () => {
    const scheme = aScheme();
    const [own] = scheme.ballots;
    if (own?.kind !== 'points') throw new Error('no ballot');
    const ballots = [
      { ...own, round: { kind: 'correctable-until-release' as const } },
      { ...own, id: 'other' },
    ];
    const definition = aDefinition({ seats: { A: 1, B: 1 }, scheme: { ...scheme, ballots } });
    const form = (id: string, unit: string) => ({ kind: 'OpenRound' as const, unit, forms: [id] });
    const both = given(
      definition,
      ...seats.map((seat) => pair(seat)),
      next,
      form('marks', 'u1'),
      form('other', 'u1'),
    );
    expect(Object.values(both.state.rounds).map(({ forms, state }) => `${forms} ${state}`)).toEqual([
      'marks open',
      'other open',
    ]);
    both.when(form('other', 'u2')).thenRefused('another-round-open', 'unit');
    both.when(form('marks', 'u2')).thenRefused('another-round-open', 'unit');
  });
});

describe('ballots cast together', () => {
  test('ROUND-24: given one stays open and the other doesn’t, when opened on one paper, then it is refused', () => {
    const scheme = aScheme();
    const [own] = scheme.ballots;
    if (own?.kind !== 'points') throw new Error('no ballot');
    const other: BallotType = { ...own, id: 'other', round: { kind: 'first-held', held: 2 } };
    const definition = aDefinition({ scheme: { ...scheme, ballots: [own, other] } });
    given(definition, next)
      .when({ kind: 'OpenRound', unit: 'u1', forms: ['marks', 'other'] })
      .thenRefused('forms-apart', 'forms.1');
  });
});

test('VIEW-7: given two histories that differ in what a seat changes on a unit still open, then nobody else is shown a difference', () => {
  const before = firstTwo.and(...spoken('u1'), next, ballot('A1', 'u2', ['40', '20']));
  const after = before.and(ballot('A1', 'u1', ['1', '1']), ballot('A1', 'u1', ['60', '40']));
  const shown = ({ state }: Scenario) =>
    JSON.stringify([
      buildPanelView(state),
      buildSeatView(state, seatId('B1')),
      buildProjectorView(state),
      buildPrompterView(state),
    ]);
  expect(shown(after)).toBe(shown(before));
  const own = ({ state }: Scenario) => JSON.stringify(buildSeatView(state, seatId('A1')));
  expect(own(after)).not.toBe(own(before));
});
