import { describe, expect, test } from 'vitest';
import { machineClock } from '../../electron/host/clock.ts';
import { milliseconds } from '../../shared/kernel/brand.ts';
import { aDefinition, anAgenda } from '../builders/definition.ts';
import { aFakeClock, type FakeClock } from '../builders/fake-clock.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel, type PanelPage } from '../builders/lan-pages.ts';

const good = { c1: '50', c2: '30' };

type Hosted = Awaited<ReturnType<typeof voting>>;

/** The step `u1.vote`, which locks the round after its countdown, and a page of every seat. */
async function voting(options: Parameters<typeof hostedEvent>[0] = {}) {
  const clock = aFakeClock();
  const hosted = await hostedEvent({ clock, definition: aDefinition({ locksAtZero: true }), ...options });
  const operator = await openConsole(hosted.place);
  const seats: PanelPage[] = [];
  for (const seat of ['A1', 'A2', 'B1']) seats.push(await openPanel(hosted.place, seat));
  for (let step = 0; step < 3; step += 1) await operator.next();
  for (const { client } of seats) await client.seen(({ ballot }) => ballot?.state === 'open');
  const vote = async (count = seats.length) => {
    for (const seat of seats.slice(0, count))
      expect(await seat.submit(good)).toMatchObject({ kind: 'stored' });
  };
  return { ...hosted, clock, operator, seats, vote };
}

const stateOf = ({ host }: HostedEvent) => host.state().rounds['u1.1']?.state;

/** In small steps: a host that is late by ten seconds thinks that it stood still. */
function pass({ host, clock }: HostedEvent & { readonly clock: FakeClock }, ms: number): void {
  for (let left = ms; left > 0; left -= 5_000) {
    clock.pass(Math.min(left, 5_000));
    host.lookAtTime();
  }
}

/** Whatever the host has ordered by now has been decided when this is answered. */
const settled = ({ operator }: Hosted) => operator.must({ kind: 'RingBell' });

async function locksBy(hosted: HostedEvent) {
  await expect.poll(() => stateOf(hosted), { timeout: 10_000 }).toBe('locked');
  const entries = [...hosted.host.session.file.readEntries()].filter(({ kind }) => kind === 'RoundLocked');
  return entries.map(({ by }) => by);
}

describe('ROUND-16: a round that locks at zero', () => {
  test('given every ballot in, when the countdown has run out, then the host locks, not a moment before, and the log says who', async () => {
    const hosted = await voting();
    await hosted.vote();
    pass(hosted, 89_999);
    await settled(hosted);
    expect(stateOf(hosted)).toBe('open');
    pass(hosted, 1);
    expect(await locksBy(hosted)).toEqual([{ role: 'host' }]);
    await hosted.seats[0]?.client.seen(({ ballot }) => ballot?.state !== 'open');
    expect(hosted.faults).toEqual([]);
  });

  test('given a seat missing at zero, then nothing is locked; added time puts zero off; with the last ballot after zero it locks', async () => {
    const hosted = await voting();
    await hosted.vote(2);
    pass(hosted, 95_000);
    await settled(hosted);
    expect(stateOf(hosted)).toBe('open');
    await hosted.operator.must({ kind: 'AddTime', ms: 15_000 });
    await hosted.seats[2]?.submit(good);
    expect(stateOf(hosted)).toBe('open');
    pass(hosted, 10_000);
    expect(await locksBy(hosted)).toEqual([{ role: 'host' }]);
  });

  test('given a missing seat that is decided after zero, then it locks at once; opened again, it stays open', async () => {
    const hosted = await voting();
    await hosted.vote(2);
    pass(hosted, 95_000);
    await hosted.operator.must({
      kind: 'DecideMissing',
      round: 'u1.1',
      seats: ['B1'],
      decision: 'absent',
      reason: 'left the hall',
    });
    await locksBy(hosted);
    await hosted.operator.must({ kind: 'ReopenRound', round: 'u1.1', reason: 'a mark was mistyped' });
    pass(hosted, 5_000);
    await settled(hosted);
    expect(stateOf(hosted)).toBe('open');
  });

  test('given a definition that leaves it out, when the time is over, then nothing is locked', async () => {
    const hosted = await voting({ definition: aDefinition() });
    await hosted.vote();
    pass(hosted, 120_000);
    await settled(hosted);
    expect(stateOf(hosted)).toBe('open');
  });

  test('given a host that is away at zero, when it is started again on the same boot, then it locks', async () => {
    const before = await voting();
    await before.vote();
    pass(before, 80_000);
    await before.host.stop();
    before.clock.pass(20_000);
    const again = await hostedEvent({ folder: before.folder, clock: before.clock });
    expect(await locksBy(again)).toEqual([{ role: 'host' }]);
  });

  test('given a host that stood still over zero, when it goes on, then it asks about the time and locks nothing', async () => {
    const hosted = await voting();
    await hosted.vote();
    hosted.clock.pass(95_000);
    hosted.host.lookAtTime();
    await settled(hosted);
    expect(hosted.host.state().gap).not.toBeNull();
    expect(stateOf(hosted)).toBe('open');
  });

  test('given the machine’s own clock, when the countdown has run out, then it locks by itself', async () => {
    const agenda = anAgenda('u1', 'u2').map((step) =>
      step.round === 'locks' ? { ...step, timer: { ...step.timer, plannedMs: milliseconds(1_500) } } : step,
    );
    const definition = aDefinition({ locksAtZero: true, agenda });
    const hosted = await voting({ clock: machineClock(), definition });
    await hosted.vote();
    expect(await locksBy(hosted)).toEqual([{ role: 'host' }]);
    const entries = [...hosted.host.session.file.readEntries()];
    const monoOf = (kind: string) => entries.findLast((entry) => entry.kind === kind)?.mono ?? 0;
    expect(monoOf('RoundLocked') - monoOf('StepEntered')).toBeGreaterThanOrEqual(1_500);
  });
});
