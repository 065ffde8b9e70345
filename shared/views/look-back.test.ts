import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme, aWeight } from '../../test/builders/definition.ts';
import { groupsApart } from '../../test/builders/groups-apart.ts';
import { admitMonitor, attach, look, monitor, next, pair } from '../../test/builders/orders.ts';
import { asMonitor, given } from '../../test/builders/scenario.ts';
import { lookBackSteps } from './build-look-back.ts';
import { buildMonitorOwnView, buildMonitorView } from './build-monitor-view.ts';

/** Leaders prefer the second unit, citizens the first. */
const scheme = aScheme({ weights: [aWeight('A', 60), aWeight('B', 40)], isMonitorRequired: true });
const counted = given(
  aDefinition({ scheme }),
  admitMonitor,
  ...['A1', 'A2', 'B1'].map((seat) => pair(seat)),
  next,
).and(...groupsApart);

const looked = counted.and(asMonitor(look));

/** What the monitor's device is shown once the host has worked it out. */
function lookBackShown() {
  const steps = [...lookBackSteps(looked.state)].length;
  return { steps, lookBack: buildMonitorOwnView(looked.state, monitor).lookBack };
}

describe('the look back on the monitor’s page', () => {
  test('VIEW-6, RESULT-10: given a count, then it comes with this device’s own look and not before', () => {
    expect(buildMonitorOwnView(counted.state, monitor).lookBack).toBeNull();
    const other = counted.and(look);
    expect(buildMonitorOwnView(other.state, monitor).lookBack).toBeNull();
    // Not at once either: it costs several counts, and is worked out a step at a time.
    expect(buildMonitorOwnView(looked.state, monitor).lookBack).toBeNull();
    const { steps, lookBack } = lookBackShown();
    expect(steps).toBeGreaterThan(4);
    expect(lookBack).not.toBeNull();
    expect(lookBackShown()).toEqual({ steps: 0, lookBack });
  });

  test('RULE-28, RULE-29: given two groups that disagree, then it says which units would stand elsewhere without each', () => {
    const { lookBack } = lookBackShown();
    const placesOf = (index: number) =>
      lookBack?.order[index]?.moved?.map(({ unit, place, otherwise }) => [unit.en, place, otherwise]);
    expect(lookBack?.order.map(({ supposed }) => supposed.kind)).toEqual([
      'without-group',
      'without-group',
      'ranked-on',
    ]);
    expect(placesOf(0)).toEqual([]);
    expect(placesOf(1)).toEqual(
      [
        ['示例 u2', '2', '1'],
        ['示例 u1', '1', '2'],
      ].sort(),
    );
  });

  test('RULE-31: given the panel, then it says how far each group agrees, and seat by seat by number', () => {
    const { lookBack } = lookBackShown();
    expect(lookBack?.panels).toMatchObject([
      {
        group: { en: 'A' },
        ballot: null,
        judges: 2,
        units: 2,
        of: 2,
        concordance: { w: '1.000' },
        seats: [
          { seat: 1, correlation: '1.000', distance: '0.00' },
          { seat: 2, correlation: '1.000' },
        ],
      },
      {
        group: { en: 'B' },
        judges: 1,
        concordance: { none: 'seats' },
        seats: [{ seat: 3, correlation: null }],
      },
    ]);
  });

  test('RESULT-13: given a photo of the signed protocol, then every monitor sees its name, size and hash', () => {
    const attached = counted.and(attach());
    expect(buildMonitorView(attached.state).attachments).toMatchObject([
      { name: 'protocol.jpg', bytes: 300_000, hash: 'c'.repeat(64), count: 1 },
    ]);
  });
});
