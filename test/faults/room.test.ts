import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../electron/host/contest-log.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { instant, seatId, wallTime } from '../../shared/kernel/brand.ts';
import type { ViewOf } from '../../shared/protocol/host-message.ts';
import { type OperatorCommand, operatorCommandSchema } from '../../shared/protocol/operator-command.ts';
import { buildConsoleView } from '../../shared/views/build-console-view.ts';
import { buildPanelView, buildSeatView } from '../../shared/views/build-panel-view.ts';
import { buildProjectorView } from '../../shared/views/build-projector-view.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import type { LanClient } from '../builders/lan-client.ts';
import {
  type ConsolePage,
  openConsole,
  openPanel,
  openProjector,
  type PanelPage,
} from '../builders/lan-pages.ts';
import { commandOf } from '../builders/orders.ts';
import { anyCommand, sensible } from '../builders/random-orders.ts';
import { type Dice, dice } from './seeded.ts';

const SEEDS = Number(process.env.LEITAI_ROOMS ?? 12);
const FIRST_SEED = Number(process.env.LEITAI_SEED ?? 1);
const STEPS = 150;
const SEATS = ['A1', 'A2', 'B1'];

type Room = {
  readonly event: HostedEvent;
  readonly operator: ConsolePage;
  readonly projector: LanClient<'projector'>;
  readonly panel: readonly PanelPage[];
  readonly chances: Dice;
  readonly noise: readonly OperatorCommand[];
  /** A closed log takes no entries, but its wall may still be covered: that is shown and not recorded. */
  unrecordedCurtain: 'open' | 'frozen' | 'black' | null;
  /** How many orders were accepted, stored, refused. */
  readonly outcomes: Map<string, number>;
};

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
  'given a room of console, panel and projector, when random orders of seed %i come, then replay equals live and what is refused changes nothing',
  async (seed) => {
    const outcomes = await playRoom(await hostedEvent(), seed);
    expect(outcomes.get('refused')).toBeGreaterThan(5);
    expect((outcomes.get('accepted') ?? 0) + (outcomes.get('stored') ?? 0)).toBeGreaterThan(5);
  },
);

test('given the sabotaged twin whose file forgets one batch, when random orders come, then replay no longer equals live', async () => {
  const event = await hostedEvent();
  const { file } = event.host.session;
  const append = file.appendBatch.bind(file);
  let batches = 0;
  file.appendBatch = (entries) => {
    batches += 1;
    if (batches !== 12) append(entries);
  };
  await expect(playRoom(event, FIRST_SEED)).rejects.toThrow(/toStrictEqual|strictly equal/);
});

async function playRoom(event: HostedEvent, seed: number): Promise<ReadonlyMap<string, number>> {
  const room = await aRoom(event, seed);
  for (let step = 0; step < STEPS; step += 1) {
    await (room.chances.isTrue(0.2) ? allAtOnce(room, step) : oneAlone(room, step));
    if (step % 30 === 0) expect(replayed(event)).toStrictEqual(event.host.state());
  }
  const state = replayed(event);
  expect(state).toStrictEqual(event.host.state());
  await compareScreens(room, shown(room, state));
  expect(event.faults).toStrictEqual([]);

  await event.host.stop();
  const again = await hostedEvent({ folder: event.folder });
  expect(again.host.state()).toStrictEqual(state);
  return room.outcomes;
}

async function aRoom(event: HostedEvent, seed: number): Promise<Room> {
  const operator = await openConsole(event.place);
  const projector = await openProjector(event.place);
  const panel: PanelPage[] = [];
  for (const seat of SEATS) panel.push(await openPanel(event.place, seat));
  const noise = fc
    .sample(anyCommand, { seed, numRuns: STEPS * 2 })
    .flatMap((command) => operatorCommandSchema.safeParse(command).data ?? [])
    // An event that is closed early has nothing more to tell.
    .filter(({ kind }, index) => kind !== 'CloseEvent' || index > STEPS * 0.8);
  return {
    event,
    operator,
    projector,
    panel,
    chances: dice(seed),
    noise,
    unrecordedCurtain: null,
    outcomes: new Map(),
  };
}

async function compareScreens({ operator, projector, panel }: Room, state: EventState): Promise<void> {
  await sameOnScreen('projector', projector, buildProjectorView(state));
  for (const [index, seat] of SEATS.entries())
    await sameOnScreen(seat, panel[index]?.client, {
      ...buildPanelView(state),
      ...buildSeatView(state, seatId(seat)),
    });
  await sameOnScreen('console', operator.client, fromTheLog(state, operator));
}

/** The state under a curtain that no log holds. */
function shown({ unrecordedCurtain }: Room, state: EventState): EventState {
  if (unrecordedCurtain === null) return state;
  const event = { kind: 'CurtainChanged', curtain: unrecordedCurtain } as const;
  return evolve(state, { n: state.lastEntry, at: instant(0), wall: wallTime(0), event });
}

function replayed({ host }: HostedEvent): EventState {
  const state = replay(host.session.file.readEntries());
  if (!state.ok) throw new Error(JSON.stringify(state.error));
  return state.value;
}

/** The sections of the console that follow from the log; the others tell of connections and disks. */
function fromTheLog(state: EventState, { client }: ConsolePage): Partial<ViewOf['console']> {
  const { seats, screens, requests, recent, health, network, refusals, version } =
    client.view as ViewOf['console'];
  const { seats: _, ...view } = buildConsoleView(state, {
    seats: Object.fromEntries(
      seats.map(({ seat, offlineSinceWall, roundTripMs }) => [
        seat,
        { isOnline: true, offlineSinceWall, roundTripMs },
      ]),
    ),
    screens,
    requests,
    recent,
    health,
    network,
    refusals,
    ...(version.next && { nextVersion: version.next }),
  });
  return view;
}

async function sameOnScreen(
  who: string,
  screen: { readonly view: object } | undefined,
  due: object,
): Promise<void> {
  // Counts reach the hall at most five times a second.
  await expect
    .poll(() => pick(screen?.view ?? {}, due), { message: who, timeout: 20_000 })
    .toStrictEqual(plain(due));
}

function pick(shown: object, due: object): unknown {
  const all = new Map(Object.entries(shown));
  return Object.fromEntries(Object.keys(due).map((name) => [name, all.get(name)]));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** What somebody orders next: half sense, half noise, ballots by their panelists. */
function order(room: Room, step: number): () => Promise<{ readonly kind: string }> {
  const { event, operator, panel, chances, noise } = room;
  const state = event.host.state();
  const command = chances.isTrue(0.6) ? commandOf(sensible, state) : (noise[step] ?? { kind: 'RingBell' });
  if (command.kind === 'SubmitBallot') {
    const page = panel[SEATS.indexOf(command.seat)];
    const values = chances.isTrue(0.2) ? { c1: '60.5', c2: 'x' } : command.values;
    return async () => (await page?.submit(values)) ?? { kind: 'refused' };
  }
  const parsed = operatorCommandSchema.safeParse(command);
  const sent: OperatorCommand = parsed.success ? parsed.data : { kind: 'RingBell' };
  if (sent.kind === 'SetCurtain' && state.phase === 'closed') room.unrecordedCurtain = sent.curtain;
  return () => operator.order(sent);
}

async function oneAlone(room: Room, step: number): Promise<void> {
  const { host } = room.event;
  const [state, head] = [host.state(), host.session.file.head];
  const outcome = await order(room, step)();
  note(room, outcome);
  if (outcome.kind !== 'refused') return;
  expect(host.state()).toBe(state);
  expect(host.session.file.head).toBe(head);
}

async function allAtOnce(room: Room, step: number): Promise<void> {
  const ballots = room.panel.map((page) => () => page.submit({ c1: String(step % 60), c2: '12.5' }));
  const outcomes = await Promise.all([...ballots, order(room, step)].map((send) => send()));
  for (const outcome of outcomes) note(room, outcome);
}

function note({ outcomes }: Room, { kind }: { readonly kind: string }): void {
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
}
