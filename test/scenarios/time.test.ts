import { describe, expect, test } from 'vitest';
import { TimeWatch } from '../../electron/host/time-watch.ts';
import { elapsedMs } from '../../shared/domain/timer.ts';
import { instant } from '../../shared/kernel/brand.ts';
import { aFakeClock, type FakeClock } from '../builders/fake-clock.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import {
  type ConsolePage,
  openConsole,
  openPanel,
  openProjector,
  openPrompter,
} from '../builders/lan-pages.ts';

const boot = 'boot-1';

/** The step `rules`, whose 60 s count down, 10 s after it was entered. */
async function tenSecondsIn(): Promise<
  HostedEvent & { readonly operator: ConsolePage; readonly clock: FakeClock }
> {
  const clock = aFakeClock(boot);
  const hosted = await hostedEvent({ clock });
  const operator = await openConsole(hosted.place);
  await operator.next();
  for (let second = 0; second < 2; second += 1) {
    clock.pass(5_000);
    hosted.host.lookAtTime();
  }
  return { ...hosted, operator, clock };
}

/** What the clock of the step has run, in ms. */
function run({ host }: HostedEvent, clock: FakeClock): number {
  const { timer } = host.state().stage;
  return timer.kind === 'none' ? Number.NaN : elapsedMs(timer.clock, clock.now());
}

const isRunning = ({ host }: HostedEvent) => {
  const { timer } = host.state().stage;
  return timer.kind !== 'none' && timer.clock.kind === 'running';
};

/** The machine goes on for so long without a host, then the event is opened again. */
async function startedAgain(
  ms: number,
  before: HostedEvent & { readonly clock: FakeClock },
): Promise<HostedEvent> {
  await before.host.stop();
  before.clock.pass(ms);
  return hostedEvent({ folder: before.folder, clock: before.clock });
}

describe('the same boot', () => {
  test('given a running timer, when the host is gone for 7 s, then it goes on as if nothing had been', async () => {
    const before = await tenSecondsIn();
    const again = await startedAgain(7_000, before);
    expect(run(again, before.clock)).toBe(17_000);
    expect(isRunning(again)).toBe(true);
    expect(again.host.state().gap).toBeNull();
    expect(again.host.state().stage.step).toBe('rules');
  });

  test('given the machine’s own clocks, when the host is started again, then the time left is right', async () => {
    const first = await hostedEvent();
    const operator = await openConsole(first.place);
    const start = performance.now();
    await operator.next();
    await first.host.stop();
    const again = await hostedEvent({ folder: first.folder });
    const { timer } = again.host.state().stage;
    if (timer.kind === 'none') throw new Error('no timer');
    const now = instant(Number(process.hrtime.bigint() / 1_000_000n));
    const [told, passed] = [elapsedMs(timer.clock, now), performance.now() - start];
    expect(again.host.state().gap).toBeNull();
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThanOrEqual(passed + 2);
  });

  test('given a system without boot ids, when the monotonic clock has gone on and the wall clock with it, then it is the same boot', async () => {
    const clock = aFakeClock('');
    const first = await hostedEvent({ clock });
    await (await openConsole(first.place)).next();
    const again = await startedAgain(30_000, { ...first, clock });
    expect([again.host.state().gap, run(again, clock)]).toEqual([null, 30_000]);
  });

  test('given a paused timer, when the host is started again, then it stays where it was', async () => {
    const before = await tenSecondsIn();
    await before.operator.must({ kind: 'PauseTimer' });
    const again = await startedAgain(7_000, before);
    expect([run(again, before.clock), isRunning(again)]).toEqual([10_000, false]);
  });
});

describe('another boot', () => {
  /** The machine was switched off for 90 s: its monotonic clock starts anew. */
  async function rebooted() {
    const before = await tenSecondsIn();
    // The last entry is the step's own.
    await before.host.stop();
    const clock = aFakeClock('boot-2', 5_000);
    clock.setWall(before.clock.wall() + 90_000 - clock.wall());
    const again = await hostedEvent({ folder: before.folder, clock });
    return { again, clock, operator: await openConsole(again.place) };
  }

  test('given a running timer, when the machine was started anew, then it comes back paused at the last logged instant and asks', async () => {
    const { again, clock, operator } = await rebooted();
    expect([run(again, clock), isRunning(again)]).toEqual([0, false]);
    expect(operator.client.view.health?.gap).toEqual({ reason: 'other-boot', gapMs: 100_000 });
    expect(operator.client.view.next).toEqual({ kind: 'held', needs: 'clock-gap' });
    expect(await operator.order({ kind: 'ResumeTimer' })).toMatchObject({
      refusal: { code: 'clock-gap-open' },
    });
    clock.pass(1_000);
    expect(run(again, clock)).toBe(0);
  });

  test('given that question, when the gap is counted, then the timer runs on as if it had never stopped', async () => {
    const { again, clock, operator } = await rebooted();
    await operator.must({ kind: 'SettleClockGap', isCounted: true });
    expect([run(again, clock), isRunning(again)]).toEqual([100_000, true]);
    await operator.client.seen(({ health }) => health.gap === null);
  });

  test('given that question, when the gap isn’t counted, then the timer runs on from where it stopped', async () => {
    const { again, clock, operator } = await rebooted();
    await operator.must({ kind: 'SettleClockGap', isCounted: false });
    clock.pass(2_000);
    expect([run(again, clock), isRunning(again)]).toEqual([2_000, true]);
  });

  test('given a question that nobody has answered, when the machine is started anew again, then both gaps are asked about together', async () => {
    const { again } = await rebooted();
    const { wall } = again.host.session.lastEntry ?? { wall: 0 };
    await again.host.stop();
    const clock = aFakeClock('boot-3', 1_000);
    clock.setWall(wall + 110_000 - clock.wall());
    const third = await hostedEvent({ folder: again.folder, clock });
    expect(third.host.state().gap).toMatchObject({ reason: 'other-boot', gapMs: 110_000 });
  });

  test('given a system without boot ids, when the monotonic clock has gone back, then it is another boot', async () => {
    const first = await hostedEvent({ clock: aFakeClock('', 1_000_000) });
    await (await openConsole(first.place)).next();
    await first.host.stop();
    const again = await hostedEvent({ folder: first.folder, clock: aFakeClock('', 3_000) });
    expect(again.host.state().gap?.reason).toBe('other-boot');
  });

  test('given no clock that ran, when the machine was started anew, then there is nothing to ask', async () => {
    const first = await hostedEvent({ clock: aFakeClock(boot) });
    await first.host.stop();
    const again = await hostedEvent({ folder: first.folder, clock: aFakeClock('boot-2') });
    expect(again.host.state().gap).toBeNull();
    expect((await openConsole(again.place)).client.view.next?.kind).toBe('start');
  });
});

describe('a sleep', () => {
  test('given a running timer, when the machine sleeps for a minute, then the timer waits at the moment before and every screen shows that', async () => {
    const hosted = await tenSecondsIn();
    const { host, place, clock, operator } = hosted;
    const hall = await openProjector(place);
    clock.sleep(60_000);
    clock.pass(300);
    host.lookAtTime();
    const { health } = await operator.client.seen(({ health }) => health.gap !== null);
    expect(health.gap).toMatchObject({ reason: 'sleep', gapMs: 60_000 });
    expect([run(hosted, clock), isRunning(hosted)]).toEqual([10_000, false]);
    await hall.seen(({ timer }) => timer.timer.kind === 'down' && timer.timer.clock.kind === 'paused');
    await operator.must({ kind: 'SettleClockGap', isCounted: true });
    expect(run(hosted, clock)).toBe(70_000);
  });

  test('given a process that stood still for more than 10 s, when it goes on, then it asks as after a sleep', async () => {
    const hosted = await tenSecondsIn();
    hosted.clock.pass(10_500);
    hosted.host.lookAtTime();
    await hosted.operator.client.seen(({ health }) => health.gap?.reason === 'sleep');
    expect(run(hosted, hosted.clock)).toBe(10_000);
    await hosted.operator.must({ kind: 'SettleClockGap', isCounted: true });
    expect(run(hosted, hosted.clock)).toBe(20_500);
  });

  test('given pauses of the machine that are shorter, when they are noticed, then nothing is asked', async () => {
    const hosted = await tenSecondsIn();
    hosted.clock.sleep(1_900);
    hosted.host.lookAtTime();
    hosted.clock.pass(9_900);
    hosted.host.lookAtTime();
    await hosted.operator.must({ kind: 'RingBell' });
    expect([hosted.host.state().gap, run(hosted, hosted.clock)]).toEqual([null, 19_900]);
  });

  test('given a watch that looks by itself, when a second has passed, then it finds a sleep without being told', async () => {
    const clock = aFakeClock();
    const gaps: number[] = [];
    const watch = new TimeWatch(clock, {
      slept: ({ gapMs }) => gaps.push(gapMs),
      wallMoved: () => undefined,
    });
    watch.start();
    clock.sleep(30_000);
    const until = performance.now() + 10_000;
    while (gaps.length === 0 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    watch.stop();
    expect(gaps).toEqual([30_000]);
  });
});

describe('a wall clock that moves alone', () => {
  test.each([3_600_000, -3_600_000, 5_000])(
    'given a running timer, when the wall clock is set by %d ms, then that is noted and moves nothing',
    async (byMs) => {
      const hosted = await tenSecondsIn();
      const { host, clock, operator } = hosted;
      const { timer } = host.state().stage;
      clock.setWall(byMs);
      host.lookAtTime();
      const { recent } = await operator.client.seen(({ recent }) => recent[0]?.kind === 'WallClockMoved');
      expect(recent[0]?.params).toEqual({ seconds: byMs / 1000 });
      expect(host.state()).toMatchObject({ gap: null, stage: { timer } });
      expect([run(hosted, clock), isRunning(hosted)]).toEqual([10_000, true]);
    },
  );

  test('given another time zone, when the host is started in it, then the timer doesn’t notice', async () => {
    const before = await tenSecondsIn();
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      const again = await startedAgain(1_000, before);
      expect([run(again, before.clock), again.host.state().gap]).toEqual([11_000, null]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('given a wall clock set back while the host was away, when it is started again on the same boot, then the timer goes on', async () => {
    const before = await tenSecondsIn();
    before.clock.setWall(-86_400_000);
    const again = await startedAgain(1_000, before);
    expect([run(again, before.clock), again.host.state().gap]).toEqual([11_000, null]);
  });
});

test('given three roles, when a step is entered, then each gets the same anchor and not one tick follows', async () => {
  const { place, host, clock } = await tenSecondsIn();
  const operator = await openConsole(place);
  const clients = [
    await openProjector(place),
    (await openPrompter(place, operator)).client,
    (await openPanel(place, 'A1')).client,
  ];
  const anchors = clients.map(({ view }) => view.timer?.timer);
  expect(anchors).toEqual(clients.map(() => host.state().stage.timer));
  expect(anchors[0]).toMatchObject({
    limitMs: 60_000,
    clock: { kind: 'running', anchor: clock.now() - 10_000 },
  });
});
