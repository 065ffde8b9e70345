import { expect, test } from 'vitest';
import { revealOrder } from '../../shared/domain/reveal-order.ts';
import { buildConsoleView } from '../../shared/views/build-console-view.ts';
import { scoredInDivisions } from '../../test/builders/divisions.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { count, jump, release, revealStep } from '../../test/builders/orders.ts';
import { placesOf } from './reveal-step.ts';

test('DIVISION-4: given each step of a reveal in divisions, then the console’s next place is the one that the host shows next', () => {
  let event = scoredInDivisions().and(count(), jump('release'), release());
  const { result } = event.state;
  if (result.kind !== 'released') throw new Error('nothing was released');
  const order = revealOrder(result.figures);
  expect(order.length).toBeGreaterThan(3);
  for (const [revealed, { unit }] of order.entries()) {
    const { result: shown, next } = buildConsoleView(event.state, aLiveInfo());
    const places = placesOf(shown?.rows ?? [], revealed);
    expect([places.next?.unit.id, places.hiddenInAll]).toEqual([unit, order.length - revealed - 1]);
    expect(next).toMatchObject({ kind: 'reveal', row: { unit: places.next?.unit.name } });
    event = event.and(revealStep);
  }
});
