import { describe, expect, test } from 'vitest';
import { aDefinition } from '../builders/definition.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import type { Said } from '../builders/lan-client.ts';
import {
  type ConsolePage,
  openConsole,
  openPanel,
  openProjector,
  openPrompter,
  type PanelPage,
} from '../builders/lan-pages.ts';

const sections = ({ sections }: Said<'view'>) => Object.keys(sections).sort();
const lastView = (client: { all: (kind: 'view') => readonly Said<'view'>[] }) => client.all('view').at(-1)!;

/** Both units are scored, with marks that stand nowhere else. */
async function scored(operator: ConsolePage, seats: readonly PanelPage[]): Promise<void> {
  await operator.next();
  for (const unit of ['u1', 'u2']) {
    await operator.next();
    for (const [index, seat] of seats.entries()) {
      await seat.client.seen((view) => view.ballot?.unit?.id === unit && view.ballot.state === 'open');
      await seat.submit({ c1: `${13 + index}.5`, c2: unit === 'u1' ? '19.5' : '18.5' });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: `${unit}.1` });
  }
}

describe('sections', () => {
  test('given every role, when each is let in, then it gets its own sections whole and no others', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const prompter = await openPrompter(place, operator);
    const seat = await openPanel(place, 'A1');
    expect(sections(hall.all('view')[0]!)).toEqual(['bell', 'counts', 'curtain', 'event', 'scene', 'timer']);
    expect(sections(prompter.client.all('view')[0]!)).toEqual(['event', 'message', 'stage', 'timer']);
    expect(sections(seat.client.all('view')[0]!)).toEqual([
      'awaySince',
      'ballot',
      'barred',
      'casts',
      'draft',
      'event',
      'keptOpen',
      'mine',
      'notOn',
      'ownKept',
      'seat',
      'stage',
      'timer',
    ]);
    expect(sections(operator.client.all('view')[0]!)).toEqual([
      'agenda',
      'attachments',
      'ballots',
      'beside',
      'changes',
      'event',
      'exits',
      'health',
      'message',
      'network',
      'next',
      'openRounds',
      'proposals',
      'recent',
      'recusals',
      'refusals',
      'requests',
      'result',
      'round',
      'rounds',
      'scheme',
      'screens',
      'seats',
      'stage',
      'timer',
      'undo',
      'version',
      'wall',
      'whatIfs',
    ]);
  });

  test('given screens that have everything, when one thing changes, then only its section goes out, with the next number of that role', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const seat = await openPanel(place, 'A1');
    const before = lastView(hall).version;
    const panelViews = seat.client.all('view').length;

    await operator.must({ kind: 'RingBell' });
    await hall.seen((view) => view.bell === 1);

    expect(sections(lastView(hall))).toEqual(['bell']);
    expect(lastView(hall).version).toEqual({ start: before.start, n: before.n + 1 });
    await operator.next();
    await seat.client.seen((view) => view.stage.stepName?.en === 'rules');
    expect(seat.client.all('view')).toHaveLength(panelViews + 1);
    expect(sections(lastView(seat.client))).toEqual(['stage', 'timer']);
  });

  test('given a screen that comes later, when it is let in, then it gets the same picture under the same number', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const early = await openProjector(place);
    await operator.next();
    await operator.next();
    await early.seen((view) => view.scene.kind === 'speaker');
    const late = await openProjector(place);
    expect(late.view).toEqual(early.view);
    expect(lastView(late).version).toEqual(lastView(early).version);
  });

  test('given a screen that has drawn the newest view, when it answers the ping, then the console learns that it is up to date', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    await openProjector(place);
    await operator.must({ kind: 'RingBell' });
    await operator.client.seen(({ screens }) => screens[0]?.isUpToDate === false);
    await operator.client.seen(({ screens }) => screens[0]?.isUpToDate === true);
  });

  test('given an admitted prompter that has gone, when the console looks, then it is listed as offline and can be dismissed', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const { client } = await openPrompter(place, operator);
    await operator.client.seen(({ screens }) => screens.some(({ isOnline }) => isOnline));
    await client.close();
    const { screens } = await operator.client.seen(({ screens }) =>
      screens.some(({ isOnline }) => !isOnline),
    );
    await operator.must({ kind: 'DismissScreen', screen: screens[0]?.id ?? '' });
    await operator.client.seen(({ screens }) => screens.length === 0);
  });
});

describe('secrets', () => {
  test('given ballots with marks that stand nowhere else, when nothing is counted yet, then nobody but the seat itself was sent one', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const prompter = await openPrompter(place, operator);
    const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(place, seat)));
    await scored(operator, seats);
    await operator.next();
    await hall.seen((view) => view.scene.kind === 'title');

    const marks = ['13.5', '14.5', '15.5', '19.5', '18.5'];
    const sent = (client: { readonly raw: readonly string[] }, mark: string) =>
      client.raw.some((text) => text.includes(`"${mark}"`) || text.includes('leitai-ballot'));
    for (const client of [operator.client, hall, prompter.client])
      for (const mark of marks) expect([mark, sent(client, mark)]).toEqual([mark, false]);
    const own = seats.map(({ client }) =>
      ['13.5', '14.5', '15.5'].filter((mark) => client.raw.some((text) => text.includes(`"${mark}"`))),
    );
    expect(own).toEqual([['13.5'], ['14.5'], ['15.5']]);
    expect(operator.client.view.result).toBeNull();
  });

  test('given a released result, when its rows are revealed one by one, then the hall was sent nothing of a row before its press', async () => {
    const { place, host } = await hostedEvent();
    const operator = await openConsole(place);
    const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(place, seat)));
    await scored(operator, seats);
    await operator.next();
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    await operator.next();
    // Comes only now, so that nothing it was told before names a unit.
    const hall = await openProjector(place);
    await operator.must({ kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: true });
    await hall.seen((view) => view.scene.kind === 'ranking');

    const { result, definition } = host.state();
    if (result.kind !== 'released') throw new Error('not released');
    const rows = result.figures.units.map((figure) => {
      const unit = definition.units.find(({ id }) => id === figure.unit);
      return [
        unit?.name['zh-Hans'] ?? '',
        figure.total ?? '',
        ...figure.groups.map(({ mean }) => mean ?? ''),
      ];
    });
    expect(rows).toHaveLength(2);
    const known = (row: readonly string[] | undefined) =>
      (row ?? []).filter((fact) => hall.raw.some((text) => text.includes(`"${fact}"`)));
    expect(rows.map(known)).toEqual([[], []]);
    await operator.must({ kind: 'TakeRevealStep', revealed: 0 });
    await hall.seen((view) => view.scene.kind === 'ranking' && view.scene.rows.length === 1);
    expect([known(rows[0]), known(rows[1]).length > 2]).toEqual([[], true]);
    await operator.must({ kind: 'TakeRevealStep', revealed: 1 });
    await hall.seen((view) => view.scene.kind === 'ranking' && view.scene.rows.length === 2);
    expect(known(rows[0]).length).toBeGreaterThan(2);
    for (const { client } of seats)
      for (const total of rows.map((row) => row[1])) expect(client.raw.join()).not.toContain(`"${total}"`);
  });

  test('given a prompter, when it confirms a message after any number of ballots, then it isn’t told a log position', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const { client } = await openPrompter(place, operator);
    await operator.must({ kind: 'SendPrompt', text: '请收尾' });
    await client.seen((view) => view.message !== null);
    client.say({ kind: 'acknowledge-prompt', n: 1, message: 1 });
    expect((await client.next('command-outcome')).outcome).toEqual({ kind: 'accepted', entry: null });
    await operator.client.seen((view) => view.message?.acknowledgedWall !== null);
  });
});

describe('quiet', () => {
  test('given a running timer, when nothing changes for some seconds, then nothing but heartbeats is sent', {
    timeout: 60_000,
  }, async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const prompter = await openPrompter(place, operator);
    const seat = await openPanel(place, 'A1');
    await operator.next();
    await seat.client.seen((view) => view.timer.timer.kind === 'down');
    // Until every screen has confirmed what it has drawn.
    await operator.client.seen(
      ({ screens, recent }) => recent.length > 0 && screens.every(({ isUpToDate }) => isUpToDate),
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    const clients = [operator.client, hall, prompter.client, seat.client];
    const before = clients.map(({ messages }) => messages.length);
    const start = performance.now();

    await new Promise((resolve) => setTimeout(resolve, 5_000));

    const kinds = clients.map(
      ({ messages }, index) => new Set(messages.slice(before[index]).map(({ kind }) => kind)),
    );
    expect(kinds).toEqual(clients.map(() => new Set(['ping'])));
    // A ping every 2 s, and one that waited on a loaded machine.
    const atMost = Math.ceil((performance.now() - start) / 2_000) + 1;
    for (const [index, { messages }] of clients.entries())
      expect(messages.length - before[index]!).toBeLessThanOrEqual(atMost);
  });

  test('given a ballot on the wall, when many seats vote within a moment, then the hall’s counts go out at most five times a second and end complete', async () => {
    const seatCount = 24;
    const { place } = await hostedEvent({ definition: aDefinition({ seats: { A: seatCount - 1, B: 1 } }) });
    const operator = await openConsole(place);
    const hall = await openProjector(place);
    const names = operator.client.view.seats!.map(({ seat }) => seat);
    const seats = await Promise.all(names.map((seat) => openPanel(place, seat)));
    await operator.next();
    await operator.next();
    await operator.next();
    await Promise.all(seats.map(({ client }) => client.seen((view) => view.ballot?.state === 'open')));
    await hall.seen((view) => view.scene.kind === 'ballot');
    const before = hall.all('view').length;
    const start = performance.now();

    for (const seat of seats)
      expect(await seat.submit({ c1: '50', c2: '30' })).toMatchObject({ kind: 'stored' });
    await hall.seen((view) => view.counts?.submitted === seatCount);

    const elapsedMs = performance.now() - start;
    const counts = hall
      .all('view')
      .slice(before)
      .filter((view) => 'counts' in view.sections);
    expect(counts.length).toBeLessThanOrEqual(Math.ceil(elapsedMs / 200) + 1);
    expect(hall.view.counts?.groups.map(({ submitted }) => submitted)).toEqual([seatCount - 1, 1]);
  });
});
