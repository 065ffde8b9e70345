import { describe, expect, test } from 'vitest';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openProjector } from '../builders/lan-pages.ts';

describe('the curtain, when the log takes no more entries', () => {
  test('given a closed event, when the wall is covered, then it goes black and the log stays as it was', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    await operator.next();
    await operator.must({ kind: 'CloseEvent' });
    const { health } = await operator.client.seen((view) => view.stage.phase === 'closed');
    await operator.must({ kind: 'SetCurtain', curtain: 'black' });
    await hall.seen((view) => view.curtain === 'black');
    await operator.must({ kind: 'SetCurtain', curtain: 'open' });
    await hall.seen((view) => view.curtain === 'open');
    expect(operator.client.view.health?.lastEntry).toBe(health.lastEntry);
  });

  test('given a host that only shows, when the wall is frozen, then it is frozen and nothing else is accepted', async () => {
    const { host, folder } = await hostedEvent();
    await host.stop();
    const { place } = await hostedEvent({ folder, isReadOnly: true, port: null });
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    await operator.must({ kind: 'SetCurtain', curtain: 'frozen' });
    await hall.seen((view) => view.curtain === 'frozen');
    expect(await operator.order({ kind: 'NextStep', from: null })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'event-read-only' },
    });
  });
});
