import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  admitChair,
  ballot,
  count,
  curtain,
  decideSeats,
  jump,
  lock,
  next,
  pair,
  pause,
  release,
  releaseByChair,
  revealAll,
  revealStep,
  turn,
} from '../../test/builders/orders.ts';
import { at, given } from '../../test/builders/scenario.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import type { EventState } from '../domain/state.ts';
import { seatId } from '../kernel/brand.ts';
import { buildChairView } from './build-chair-view.ts';
import { buildConsoleView } from './build-console-view.ts';
import { buildPanelView, buildSeatView } from './build-panel-view.ts';
import { buildProjectorView } from './build-projector-view.ts';
import { buildPrompterView } from './build-prompter-view.ts';

const definition = aDefinition();
const seats = ['A1', 'A2', 'B1'];
const ready = given(definition, next, ...seats.map((seat) => pair(seat)));
const voting = ready.and(next);

const nothingLive = aLiveInfo();

/** All that the hall, the prompter and the seats but A1 receive. */
function publicText(state: EventState): string {
  const others = ['A2', 'B1'].map((seat) => buildSeatView(state, seatId(seat)));
  return JSON.stringify([buildProjectorView(state), buildPrompterView(state), buildPanelView(state), others]);
}

describe('what is hidden', () => {
  const mark = (maximum: number) => fc.integer({ min: 0, max: maximum * 2 }).map((half) => String(half / 2));
  const marks = fc.tuple(mark(60), mark(40));

  test('VIEW-1: given two histories that differ in the marks and re-submissions of A1, then everyone else receives the same', () => {
    const seenBy = (ballots: readonly (readonly [string, string])[]) => {
      const start = voting.and(at(60_000, ballot('A2', 'u1', ['1', '1'])));
      const cast = start.and(...ballots.map((values) => at(61_000, ballot('A1', 'u1', values))));
      const states = [cast, cast.and(at(70_000, ballot('B1', 'u1', ['2', '2'])))];
      const locked = states[1]?.and(
        at(80_000, next),
        lock('u1'),
        at(90_000, count('u2')),
        at(95_000, jump('release')),
      );
      return [...states, locked].map((scenario) => scenario && publicText(scenario.state));
    };
    fc.assert(
      fc.property(marks, fc.array(marks, { minLength: 1, maxLength: 4 }), (once, often) => {
        expect(seenBy(often)).toEqual(seenBy([once]));
      }),
      { numRuns: 40, seed: 20_190_726 },
    );
  });

  test('CHAIR-6: given two histories that differ in every mark, then the chair receives the same but the hash, until the hall has seen the places', () => {
    const seenBy = (values: readonly (readonly [string, string])[]) => {
      const [first = ['1', '1'], second = ['1', '1']] = values;
      const cast = ready.and(admitChair, ...turn('u1', seats, first), ...turn('u2', seats, second));
      const counted = cast.and(count());
      const released = counted.and(jump('release'), releaseByChair());
      return [cast, counted, counted.and(jump('release')), released].map(({ state }) =>
        JSON.stringify(buildChairView(state)).replace(/"figures":"[0-9a-f]{64}"/, ''),
      );
    };
    fc.assert(
      fc.property(fc.array(marks, { minLength: 2, maxLength: 2 }), (values) => {
        expect(seenBy(values)).toEqual(seenBy([]));
      }),
      { numRuns: 40, seed: 20_190_726 },
    );
  });

  test('VIEW-1: given a stored ballot, then its seat alone receives it', () => {
    const { state } = voting.and(ballot('A1', 'u1', ['59.5', '38.5']));
    expect(buildSeatView(state, seatId('A1'))?.mine).toMatchObject({ values: { c1: '59.5' }, total: '98' });
    expect(buildSeatView(state, seatId('A2'))?.mine).toBeNull();
    expect(publicText(state)).not.toContain('59.5');
  });

  test('VIEW-2: given ballots by different seats of a group, then the wall shows how many, and the same for both', () => {
    const wall = (seat: string) => buildProjectorView(voting.and(next, ballot(seat, 'u1', ['1', '1'])).state);
    expect(wall('A1').counts).toMatchObject({
      submitted: 1,
      expected: 3,
      groups: [
        { submitted: 1, expected: 2 },
        { submitted: 0, expected: 1 },
      ],
    });
    expect(wall('A2')).toEqual(wall('A1'));
    const fewer = voting.and(next, decideSeats('u1', ['A1']));
    expect(buildProjectorView(fewer.state).counts).toMatchObject({ submitted: 0, expected: 2 });
  });

  test('VIEW-3: given a frozen wall, when the show goes on and is released, then the wall stays, and its clock runs', () => {
    const before = voting.and(next, ballot('A1', 'u1', ['1', '1']));
    const frozen = before.and(curtain('frozen'));
    const later = frozen.and(pause, decideSeats('u1', ['A2', 'B1']), ballot('A1', 'u1', ['2', '2']));
    const wall = buildProjectorView(later.state);
    expect(wall).toEqual({ ...buildProjectorView(before.state), curtain: 'frozen' });
    expect(wall.timer.timer).toMatchObject({ clock: { kind: 'running' } });

    const scored = ready.and(
      ...turn('u1', seats, ['59.5', '38.5']),
      curtain('frozen'),
      count('u2'),
      jump('release'),
    );
    const released = scored.and(release(), revealAll);
    expect(buildProjectorView(released.state)).toEqual(buildProjectorView(scored.state));
    expect(JSON.stringify(buildProjectorView(released.state))).not.toContain('98.00');
    expect(JSON.stringify(buildProjectorView(released.and(curtain('open')).state))).toContain('98.00');
  });

  test('VIEW-4: given a release row by row, then the wall has the last places revealed and nothing of the rest', () => {
    const held = ready.and(
      ...turn('u1', seats, ['59.5', '38.5']),
      ...turn('u2', seats, ['47', '29.5']),
      count(),
      jump('release'),
    );
    const walls = [
      held,
      held.and(release()),
      held.and(release(), revealStep),
      held.and(release(), revealAll),
    ];
    const texts = walls.map(({ state }) => publicText(state));
    expect(texts.map((text) => text.includes('98.00'))).toEqual([false, false, false, true]);
    expect(texts.map((text) => text.includes('76.50'))).toEqual([false, false, true, true]);
  });

  test('VIEW-5: given ballots but no count, or a count that nobody has looked at, then no mark and no figure reaches the console', () => {
    const uncounted = ready.and(...turn('u1', seats, ['59.5', '38.5']));
    const view = buildConsoleView(uncounted.state, nothingLive);
    expect(view.result).toBeNull();
    const text = JSON.stringify(view);
    for (const secret of ['59.5', '38.5', '98']) expect(text).not.toContain(`"${secret}`);
    const counted = uncounted.and(count('u2'));
    expect(JSON.stringify(buildConsoleView(counted.state, nothingLive))).not.toContain('98.00');
    const seen = counted.and({ kind: 'LookAtResult', what: 'result', unit: null });
    expect(JSON.stringify(buildConsoleView(seen.state, nothingLive))).toContain('98.00');
  });
});

describe('RULE-27: what the scheme lets the hall see', () => {
  test('given totals or group means are not published, when the result is released, then no row of the wall has them', () => {
    const scheme = aScheme();
    const shownUnder = (publish: Partial<ScoringScheme['publish']>) => {
      const quiet = aDefinition({ scheme: { ...scheme, publish: { ...scheme.publish, ...publish } } });
      const released = given(quiet, ...seats.map((seat) => pair(seat)), next).and(
        ...['u1', 'u2'].flatMap((unit) => [
          next,
          ...seats.map((seat) => ballot(seat, unit, ['40', '20'])),
          next,
          lock(unit),
        ]),
        count(),
        jump('release'),
        release('all'),
      );
      const { scene } = buildProjectorView(released.state);
      return scene.kind === 'ranking'
        ? scene.rows.map(({ total, groupMeans }) => [total, groupMeans.length])
        : [];
    };
    expect(shownUnder({ groupMeans: false })).toEqual([
      ['60.00', 0],
      ['60.00', 0],
    ]);
    expect(shownUnder({ totals: false })).toEqual([
      ['', 2],
      ['', 2],
    ]);
  });
});
