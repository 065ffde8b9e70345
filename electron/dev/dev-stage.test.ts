import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { remainingMs } from '../../shared/domain/timer.ts';
import { instant } from '../../shared/kernel/brand.ts';
import { type HostProgram, startHostProgram } from '../../test/builders/host-program.ts';
import {
  cardOf,
  openConsole,
  openPanel,
  openProjector,
  placeOf,
  returnToSeat,
} from '../../test/builders/lan-pages.ts';
import { temporaryFolder } from '../../test/builders/temporary-folder.ts';
import { type DevStage, openDevStage } from './dev-stage.ts';

type State = {
  readonly network: { readonly seats: readonly string[] };
  readonly clock: { readonly hosts: number; readonly forwardMs: number };
};

const patience = { timeout: 15_000 };

/** A stage, a host on it, and how its page is pressed. */
async function aStage() {
  const stage: DevStage = await openDevStage({ address: '127.0.0.2', port: 0 });
  onTestFinished(() => stage.stop());
  const folder = temporaryFolder();
  const program: HostProgram = startHostProgram(
    [
      ...['--event', join(folder, 'a.leitai'), '--demo', 'fictional', '--data', join(folder, 'data')],
      ...stage.hostArguments,
    ],
    stage.environment(),
  );
  const { links } = await program.heard('ready');
  const desk = placeOf(links.console);
  const hall = { origin: new URL(links.panel).origin, token: desk.token };
  const state = async () => (await (await fetch(`${stage.panel}state`)).json()) as State;
  const press = async (act: string, ms: number, whose = 'all') => {
    const body = JSON.stringify({ act, whose, ms });
    expect((await fetch(`${stage.panel}act`, { method: 'POST', body })).status).toBe(204);
  };
  await expect.poll(async () => (await state()).clock.hosts, patience).toBe(1);
  return { stage, program, desk, hall, state, press };
}

describe('the developer’s hall network', () => {
  test('given two panelists, when one seat is cut, then that one is lost and kept away, and the other stays', async () => {
    const { desk, hall, state, press } = await aStage();
    expect(hall.origin).toContain('127.0.0.2');
    const operator = await openConsole(desk);
    const claim = async (seat: string) =>
      ({ kind: 'card', seat, secret: (await cardOf(desk, seat)).secret }) as const;
    const one = await openPanel(hall, 'S01', { claim: await claim('S01') });
    const two = await openPanel(hall, 'S02', { claim: await claim('S02') });
    expect((await state()).network.seats).toEqual(['S01', 'S02']);
    await press('cut', 60_000, 'S01');
    await expect.poll(() => one.client.closed, patience).not.toBeNull();
    await operator.client.seen(
      ({ seats }) => seats.find(({ seat }) => seat === 'S01')?.connection === 'offline',
    );
    await expect(returnToSeat(hall, one.key)).rejects.toThrow();
    expect(two.client.closed).toBeNull();
    await press('cut', 0, 'S01');
    const back = await returnToSeat(hall, one.key);
    for (const { client } of [operator, two, back]) await client.close();
  });

  test('given a wall in the hall, when everyone is cut, delayed or not heard, then so it is, and the console goes on', async () => {
    const { desk, hall, press } = await aStage();
    const operator = await openConsole(desk);
    await press('cut', 60_000);
    await expect(openProjector(hall)).rejects.toThrow();
    await press('cut', 0);
    await press('delay', 300);
    const startedAt = performance.now();
    const wall = await openProjector(hall);
    expect(performance.now() - startedAt).toBeGreaterThan(600);
    await press('delay', 0);
    await press('drop', 1_500);
    await operator.next();
    const heard = wall.messages.length;
    await expect.poll(() => wall.closed, patience).not.toBeNull();
    expect(wall.messages).toHaveLength(heard);
    const again = await openProjector(hall);
    expect(operator.client.closed).toBeNull();
    for (const client of [operator.client, again]) await client.close();
  });
});

describe('the developer’s clock', () => {
  test('given a running timer, when 20 s are let pass faster, then it is 20 s further and no gap is noted', async () => {
    const { desk, state, press } = await aStage();
    const operator = await openConsole(desk);
    while (operator.client.view.timer?.timer.kind !== 'down') await operator.next();
    const left = () => {
      const { timer } = operator.client.view.timer ?? {};
      const ping = operator.client.all('ping').at(-1);
      if (timer?.kind !== 'down' || !ping) throw new Error('no countdown or no ping');
      return remainingMs(timer, instant(ping.at));
    };
    await operator.client.next('ping');
    const [before, startedAt] = [left(), performance.now()];
    await press('forward', 20_000);
    await expect.poll(async () => (await state()).clock.forwardMs, patience).toBe(0);
    await expect
      .poll(() => before - left() - (performance.now() - startedAt), patience)
      .toBeGreaterThan(17_000);
    expect(operator.client.view.timer?.timer).toMatchObject({ clock: { kind: 'running' } });
    await operator.client.close();
  });

  test('given a running timer, when the machine slept, then it stands and the console asks; a set wall clock is only told', async () => {
    const { desk, press } = await aStage();
    const operator = await openConsole(desk);
    while (operator.client.view.timer?.timer.kind !== 'down') await operator.next();
    await press('wall', -3_600_000);
    await operator.client.seen(({ recent }) => JSON.stringify(recent).includes('WallClock'));
    expect(operator.client.view.timer.timer).toMatchObject({ clock: { kind: 'running' } });
    await press('sleep', 90_000);
    await operator.client.seen(
      ({ timer }) => timer.timer.kind === 'down' && timer.timer.clock.kind === 'paused',
    );
    await operator.client.close();
  });
});

describe('the developer’s panel', () => {
  let stage: DevStage;
  beforeAll(async () => {
    stage = await openDevStage({ address: '127.0.0.2', port: 0 });
  });
  afterAll(() => stage.stop());

  test('shows its page, and refuses orders of another site and orders it can’t read', async () => {
    expect(await (await fetch(stage.panel)).text()).toContain('/panel.js');
    const act = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${stage.panel}act`, { method: 'POST', body, headers }).then(({ status }) => status);
    const order = JSON.stringify({ act: 'delay', whose: 'all', ms: 5 });
    expect(await act(order)).toBe(204);
    expect(await act(order, { origin: 'http://elsewhere.test' })).toBe(400);
    expect(await act('{"act":"explode","whose":"all","ms":5}')).toBe(400);
    expect(await act('{')).toBe(400);
  });

  test('is no part of what ships: neither in the built programs nor on a host that runs without it', async () => {
    const built = join(import.meta.dirname, '../../dist');
    const programs = ['host', 'shell', 'chunks'].flatMap((folder) =>
      existsSync(join(built, folder))
        ? readdirSync(join(built, folder)).map((file) => readFileSync(join(built, folder, file), 'utf8'))
        : [],
    );
    expect(programs.length).toBeGreaterThan(3);
    for (const text of programs) expect(text).not.toMatch(/LEITAI_DEV|electron\/dev\/|moved-clock|dev-stage/);

    const folder = temporaryFolder();
    const program = startHostProgram(
      [
        ...['--event', join(folder, 'a.leitai'), '--demo', 'fictional', '--data', join(folder, 'data')],
        ...['--address', '127.0.0.1', '--port', '0'],
      ],
      { LEITAI_DEV_CLOCK: '1 3600000 3600000 3600000' },
    );
    const { links } = await program.heard('ready');
    const { origin } = new URL(links.console);
    for (const path of ['/state', '/panel.js', '/dev']) expect((await fetch(origin + path)).status).toBe(404);
    expect((await fetch(`${origin}/act`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect(program.errors()).toBe('');
  });
});
