import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEventUnder } from '../../test/builders/any-event.ts';
import { timedRuns } from '../../test/builders/attempts.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { next } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { buildMonitorView } from '../views/build-monitor-view.ts';
import { buildPanelView, buildSeatView } from '../views/build-panel-view.ts';
import { buildProjectorView } from '../views/build-projector-view.ts';
import { buildPrompterView } from '../views/build-prompter-view.ts';
import type { Command } from './command.ts';
import type { RecordedEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { figuresOf } from './scoring/figures-of.ts';
import { calculator } from './scoring/rules/calculate.ts';
import type { Item, Measurement } from './scoring/rules/contest.ts';
import { hashOfScheme } from './scoring/scheme-hash.ts';
import type { EventState } from './state.ts';

const units = ['u1', 'u2', 'u3'] as const;
const attempts = ['a1', 'a2', 'a3'] as const;
const definition = anEventUnder(timedRuns, { units, seats: 2, attempts });
const started = given(definition).and(next);
const time = fc.integer({ min: 100, max: 999 }).map(String);
const value: fc.Arbitrary<Measurement | null> = fc.oneof(
  { weight: 6, arbitrary: time },
  { weight: 1, arbitrary: time.map((text) => ({ kind: 'unconfirmed', value: text }) as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'did-not-finish' } as const) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const record: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant('RecordMeasure'),
  unit: fc.constantFrom(...units),
  attempt: fc.record({ list: fc.constant('runs'), id: fc.constantFrom(...attempts, 'a9') }),
  measure: fc.constantFrom('seconds', 'seconds', 'seconds', 'wind'),
  value,
  reason: fc.constantFrom('misread', 'misread', ''),
});
const leave: fc.Arbitrary<Command> = fc.record({
  kind: fc.constant('WithdrawUnit'),
  unit: fc.constantFrom(...units),
  why: fc.constant('withdrew'),
  reason: fc.constant('ill'),
});

/** What is obeyed of it; every number that is still missing then, and the count. */
function play(orders: readonly Command[], filling: string) {
  const obeyed = orders.reduce(
    (history, order) => (history.when(order).decision.ok ? history.and(order) : history),
    started,
  );
  const { exits, attemptMeasures } = obeyed.state;
  const missing = units.flatMap((unit) =>
    attempts.flatMap((id): readonly Command[] => {
      const own = attemptMeasures[unit]?.[`runs/${id}`]?.seconds;
      const isThere = typeof own === 'string' || own?.kind === 'did-not-finish';
      if (isThere || exits.some((exit) => exit.unit === unit)) return [];
      const attempt = { list: 'runs', id };
      return [{ kind: 'RecordMeasure', unit, attempt, measure: 'seconds', value: filling, reason: 'late' }];
    }),
  );
  return obeyed.and(...missing);
}

/** The runs of each unit, and who left, read from the log alone. */
function inLog(entries: readonly RecordedEvent[]) {
  const runs = new Map<string, Map<string, Measurement>>(units.map((unit) => [unit, new Map()]));
  const left = new Set<string>();
  for (const { event } of entries) {
    if (event.kind === 'UnitExited') left.add(event.unit);
    if (event.kind !== 'MeasureRecorded' || event.unit === null || !event.attempt) continue;
    const own = runs.get(event.unit);
    if (event.value === null) own?.delete(event.attempt.id);
    else own?.set(event.attempt.id, event.value);
  }
  return { runs, left };
}

/** What the hall and the panel are shown. */
function shownOutside(state: EventState): string {
  return JSON.stringify([
    buildProjectorView(state),
    buildPanelView(state),
    buildPrompterView(state),
    ...definition.seats.map(({ id }) => buildSeatView(state, id)),
  ]);
}

describe('any history of timed runs', () => {
  test('ATTEMPT-2: replays to the same state, and its figures are the engine’s own of the runs in the log', () => {
    let counted = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 30, arbitrary: record }, leave), { maxLength: 40 }),
        time,
        (orders, filling) => {
          const history = play(orders, filling);
          const decision = history.when({ kind: 'CountRounds', notCalled: [] }).decision;
          const { state, entries } = decision.ok
            ? history.and({ kind: 'CountRounds', notCalled: [] })
            : history;
          const replayed = entries.reduce<EventState | null>((before, entry) => evolve(before, entry), null);
          expect(canonicalJson(replayed as unknown as Json)).toBe(canonicalJson(state as unknown as Json));
          buildConsoleView(state, aLiveInfo());
          buildMonitorView(state);
          const { runs, left } = inLog(entries);
          if (!decision.ok) expect(left.size).toBe(units.length);
          if (state.result.kind !== 'counted') return;
          counted += 1;
          const byHand = {
            seats: definition.seats.map(({ id, group }) => ({ seat: id, group })),
            units: units.map((unit) => ({
              unit,
              ...(left.has(unit) && { state: 'withdrew' as const }),
              items: {
                runs: attempts.map((id): Item => {
                  const seconds = runs.get(unit)?.get(id);
                  return { id, ...(seconds !== undefined && { measures: { seconds } }) };
                }),
              },
            })),
          };
          expect({ ok: true, value: state.result.figures }).toEqual(
            figuresOf(calculator(timedRuns)(byHand), hashOfScheme(timedRuns), []),
          );
        },
      ),
      { numRuns: 60, seed: 20_261_127 },
    );
    expect(counted).toBeGreaterThan(40);
  });

  test('ATTEMPT-2, VIEW-4: given two histories that differ only in the numbers, then until the release hall and panel are shown the same', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), time, time, (orders, one, other) => {
        const changed = orders.map((order) =>
          order.kind === 'RecordMeasure' && typeof order.value === 'string'
            ? { ...order, value: other }
            : order,
        );
        const [first, second] = [play(orders, one), play(changed, other)];
        expect(shownOutside(second.state)).toBe(shownOutside(first.state));
        const count: Command = { kind: 'CountRounds', notCalled: [] };
        expect(shownOutside(second.and(count).state)).toBe(shownOutside(first.and(count).state));
      }),
      { numRuns: 30, seed: 20_261_128 },
    );
  });
});
