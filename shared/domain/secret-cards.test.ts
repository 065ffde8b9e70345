import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach } from '../../test/builders/any-event.ts';
import { aRuleScheme } from '../../test/builders/contest.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { away, back, count, next, type Order, pair, recuse } from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import { seatId } from '../kernel/brand.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorOwnView, buildMonitorView } from '../views/build-monitor-view.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { recentEntry } from '../views/recent-entry.ts';
import type { BallotValues } from './ballot.ts';
import type { ScoringScheme } from './scoring/rules/scoring-scheme.ts';

const units = ['u1', 'u2', 'u3'];
const seats = ['ALL1', 'ALL2', 'ALL3', 'ALL4'];
const election = anEventUnder(builtIn('O12-election'), { units, seats: 4 });
const named = (...yes: readonly string[]) =>
  onEach('vote', Object.fromEntries(units.map((unit) => [unit, yes.includes(unit) ? 'yes' : 'no'])));
const voting = given(election, ...seats.map((seat) => pair(seat))).and(next, next);

describe('a card and its device', () => {
  test('SECRET-4: given a card has voted, when another device takes its place, then that one can’t read the vote back', () => {
    const voted = voting.and(cast('ALL1', named('u1')));
    expect(buildSeatView(voted.state, seatId('ALL1'))?.mine?.values).toEqual(named('u1'));
    const replaced = voted.and(pair('ALL1', 'key of another device'));
    expect(buildSeatView(replaced.state, seatId('ALL1'))).toMatchObject({ mine: null, draft: null });
    const again = replaced.and(cast('ALL1', named('u2')));
    expect(buildSeatView(again.state, seatId('ALL1'))?.mine?.values).toEqual(named('u2'));
  });

  test('SECRET-4: given ballots that are all secret, or one that names its seat, then a seat is a card only under the first', () => {
    const isCard = (scheme: ScoringScheme) => {
      const definition = anEventUnder(scheme, { units, seats: 4 });
      const [first] = definition.seats;
      if (!first) throw new Error('no seat');
      return buildSeatView(given(definition, pair(first.id)).state, first.id)?.seat.isCard;
    };
    const secret = builtIn('O12-election');
    const named = secret.ballots.map((ballot) => ({ ...ballot, id: 'named', secrecy: 'named' as const }));
    expect(isCard(secret)).toBe(true);
    expect(isCard({ ...secret, ballots: [...secret.ballots, ...named] })).toBe(false);
  });

  test('SECRET-1: given a seat recused, when rules with a secret ballot are to apply, then its recusal has to be withdrawn first', () => {
    const open = aRuleScheme({ ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '1' }] });
    const secret = aRuleScheme({
      ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '1', secrecy: 'anonymous' }],
    });
    const definition = anEventUnder(open, { units, seats: 2 });
    const seat = definition.seats[0]?.id ?? '';
    const change = {
      kind: 'ChangeScheme',
      scheme: secret,
      schemeHash: 'c'.repeat(64),
      orderedBy: 'jury',
      reason: 'by cards',
    } as const;
    const recused = given(definition).and(recuse(seat, 'u1'));
    recused.when(change).thenRefused('scheme-recusals', 'scheme.ballots');
    const free = recused.and({ kind: 'WithdrawRecusal', seat, unit: 'u1', reason: 'by cards now' });
    expect(free.and(change).state.schemeHash).toBe('c'.repeat(64));
  });

  test('AWAY-5: given a group that votes in secret, then nobody of it is marked away, and who is away keeps it from doing so', () => {
    voting.when(away('ALL1')).thenRefused('ballot-secret', 'seat');
    const total = { kind: 'total', id: 'vote', maximum: '100', step: '1' } as const;
    const open = aRuleScheme({ ballots: [total] });
    const definition = anEventUnder(open, { units, seats: 2 });
    const seat = definition.seats[0]?.id ?? '';
    const change = {
      kind: 'ChangeScheme',
      scheme: aRuleScheme({ ballots: [{ ...total, secrecy: 'anonymous' }] }),
      schemeHash: 'c'.repeat(64),
      orderedBy: 'jury',
      reason: 'by cards',
    } as const;
    const left = given(definition).and(away(seat));
    left.when(change).thenRefused('scheme-absences', 'scheme.ballots');
    expect(left.and(back(seat), change).state.schemeHash).toBe('c'.repeat(64));
  });
});

/** Marks of two groups by card; a card that may not vote on a unit is waited for, so the count can't be had. */
const blocking = aRuleScheme({
  groups: [
    { id: 'A', weight: 60 },
    { id: 'B', weight: 40 },
  ],
  ballots: [
    {
      kind: 'total',
      id: 'marks',
      maximum: '100',
      step: '1',
      secrecy: 'anonymous',
      round: { kind: 'all-units' },
      missing: { recused: 'block' },
    },
  ],
  nodes: [{ kind: 'groups', id: 'total', ballot: 'marks' }],
});

test('SECRET-4: given a card that a result waits for, when the count is refused, then its group is named and no card', () => {
  const definition = anEventUnder(blocking, { units, seats: 2 });
  const all = definition.seats.map(({ id }) => id);
  const ready = given(definition, ...all.map((seat) => pair(seat))).and(next, next);
  const refusedWhere = (recusedCard: string) => {
    const cards = all.map((seat) =>
      cast(
        seat,
        seat === recusedCard
          ? { 'u1/@recused': 'yes', 'u2/total': '80', 'u3/total': '70' }
          : onEach('total', { u1: '90', u2: '80', u3: '70' }),
      ),
    );
    const { decision } = ready.and(...cards, lockOpen).when(count());
    return decision;
  };
  expect(refusedWhere('B1')).toMatchObject({ ok: false, error: { code: 'result-waits' } });
  expect(refusedWhere('B1')).toEqual(refusedWhere('B2'));
  expect(refusedWhere('A1')).not.toEqual(refusedWhere('B2'));
  expect(JSON.stringify(refusedWhere('B1'))).not.toMatch(/[AB][12]"/);
});

/** All that anybody but a seat itself is shown, and the lines of what happened. */
function shown({ state, entries }: Scenario) {
  const recent = entries.flatMap((entry) => recentEntry(state, entry) ?? []);
  return JSON.stringify({
    console: buildConsoleView(state, aLiveInfo({ recent })),
    monitor: buildMonitorView(state),
    own: buildMonitorOwnView(state, 'monitor'),
    wall: buildProjectorView(state),
    panel: buildPanelView(state),
  });
}

/** What the cards of a panel hand in, in the order of handing in. */
type Handed = readonly { readonly card: number; readonly paper: BallotValues }[];

const paper = fc.oneof(
  fc.subarray(units, { minLength: 1, maxLength: 1 }).map((yes) => named(...yes)),
  fc
    .constantFrom(...units)
    .map(
      (out): BallotValues =>
        Object.fromEntries([
          ...Object.entries(named()).filter(([field]) => !field.startsWith(`${out}/`)),
          [`${out}/@recused`, 'yes'],
        ]),
    ),
);

const handed: fc.Arbitrary<Handed> = fc.array(fc.record({ card: fc.nat({ max: seats.length - 1 }), paper }), {
  maxLength: 8,
});

test('SECRET-4: given two histories that differ only in which card cast which paper, then console, monitor, wall and panel are the same at every point', () => {
  fc.assert(
    fc.property(
      handed,
      fc.shuffledSubarray([...seats], { minLength: seats.length, maxLength: seats.length }),
      (papers, otherwise) => {
        const run = (cards: readonly string[]) => {
          const points: string[] = [];
          let now = voting;
          const go = (order: Order) => {
            now = now.and(order);
            points.push(shown(now));
          };
          for (const { card, paper: values } of papers) go(cast(cards[card] ?? '', values));
          const voted = new Set(papers.map(({ card }) => card)).size;
          if (voted < seats.length)
            go({
              kind: 'LowerExpected',
              round: '*.1',
              group: 'ALL',
              by: seats.length - voted,
              reason: 'cards not collected',
            });
          go(next);
          go(lockOpen);
          const counted = now.when(count());
          points.push(JSON.stringify(counted.decision));
          if (counted.decision.ok) {
            go(count());
            go({ kind: 'LookAtResult', what: 'result', unit: null });
            go({ kind: 'ProposeAct', act: { kind: 'take-back' }, reason: 'again' });
          }
          return points;
        };
        expect(run(otherwise)).toEqual(run(seats));
      },
    ),
    { numRuns: 40, seed: 20_261_127 },
  );
});
