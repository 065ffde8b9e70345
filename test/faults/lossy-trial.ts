import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordedEventOf, replay } from '../../electron/host/contest-log.ts';
import type { DomainEvent } from '../../shared/domain/events.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { seatId } from '../../shared/kernel/brand.ts';
import { buildPanelView, buildSeatView } from '../../shared/views/build-panel-view.ts';
import { buildProjectorView } from '../../shared/views/build-projector-view.ts';
import { cardsOf } from '../builders/lan-pages.ts';
import { BadNetwork, type BadNetworkTally } from './bad-network.ts';
import { ConsolePage } from './console-page.ts';
import { demoWithSeats, operatorCommand, randomMarks } from './contest.ts';
import { consoleToken, freePort, startHost } from './host-process.ts';
import { LanPage, until } from './lan-page.ts';
import { compareBallots, readLog } from './left-log.ts';
import { PanelDevice, type Repeats } from './panel-device.ts';
import { type Dice, dice } from './seeded.ts';

const BALLOTS_WAITING = 3;
const WALLS = 2;
/** Longer than the longest stall and than the silence after which a page comes back. */
const SETTLE_MS = 120_000;

export type LossyOptions = {
  readonly folder: string;
  readonly seed: number;
  readonly seats: number;
  readonly lossyForMs: number;
  readonly repeats?: Repeats;
};

export type LossyReport = {
  readonly made: number;
  readonly stored: number;
  readonly refused: number;
  /** Made, and neither in the log nor answered. */
  readonly lost: number;
  /** Further entries with the same marks by the same seat for the same opening of a round. */
  readonly doubled: number;
  readonly connections: number;
  readonly network: BadNetworkTally;
  /** Empty if every ballot counts once and every screen shows what the log says. */
  readonly faults: readonly string[];
};

/** Devices that score through a bad network for a while; then it heals, and everything is compared with the log. */
export async function runLossyNetwork(options: LossyOptions): Promise<LossyReport> {
  const { folder, seed, seats, lossyForMs, repeats = 'same-number' } = options;
  mkdirSync(folder, { recursive: true });
  const folders = {
    event: join(folder, 'event.leitai'),
    data: join(folder, 'data'),
    definition: join(folder, 'definition.json'),
  };
  writeFileSync(folders.definition, JSON.stringify(demoWithSeats(seats)));
  const hostPort = await freePort();
  const host = await startHost(folders, hostPort);
  const chances = dice(seed);
  const network = new BadNetwork(hostPort, chances);
  const address = { port: await network.start(), hostPort };
  const operator = new ConsolePage({ port: hostPort, hostPort }, consoleToken);
  const cards = await cardsOf({ origin: `http://127.0.0.1:${hostPort}`, token: consoleToken });
  const devices = cards.map((card) => new PanelDevice(address, card, repeats));
  const walls = Array.from({ length: WALLS }, () => new LanPage(address, () => ({ role: 'projector' })));
  try {
    await until('the console is there', () => operator.page.version !== null);
    let isOver = false;
    const traffic = [
      operate(operator, chances, () => isOver),
      ...devices.map((device) => vote(device, chances, () => isOver)),
    ];
    await sleep(lossyForMs);
    network.heal();
    isOver = true;
    await Promise.all(traffic);
    await until('everything is answered', () => devices.every(({ outbox }) => outbox.size === 0), SETTLE_MS);
    const faults = await compareScreens(folders.event, devices, walls);
    return report(folders.event, devices, walls, network.tally, faults, repeats);
  } finally {
    operator.page.stop();
    for (const { page } of devices) page.stop();
    for (const wall of walls) wall.stop();
    await network.stop();
    await host.stop();
  }
}

async function vote(device: PanelDevice, { whole, ...rest }: Dice, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await sleep(whole(20, 250));
    const form = device.openForm;
    if (form && device.outbox.size < BALLOTS_WAITING) device.submit(randomMarks(form, { whole, ...rest }));
  }
}

async function operate(operator: ConsolePage, chances: Dice, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await sleep(chances.whole(50, 600));
    if (operator.unanswered === 0) await operator.command(operatorCommand(operator.view, chances));
  }
}

/** What each screen shows in the end against the views of the state that the log leads to. */
async function compareScreens(
  event: string,
  devices: readonly PanelDevice[],
  walls: readonly LanPage[],
): Promise<readonly string[]> {
  const log = readLog(event);
  const state = log.ok ? replay(log.value.entries) : log;
  if (!state.ok) return [`the log can't be replayed: ${state.error.code}`];
  const differences = () => [
    ...devices.flatMap(({ page, seat }) => differing(seat, page, dueAtSeat(state.value, seat))),
    ...walls.flatMap((wall) => differing('projector', wall, buildProjectorView(state.value))),
  ];
  await until('all screens agree', () => differences().length === 0, SETTLE_MS).catch(() => undefined);
  return differences();
}

function dueAtSeat(state: EventState, seat: string) {
  return { ...buildPanelView(state), ...buildSeatView(state, seatId(seat)) };
}

function differing(
  who: string,
  page: LanPage,
  due: { readonly [section: string]: unknown },
): readonly string[] {
  return Object.entries(due)
    .filter(([name, section]) => JSON.stringify(page.section(name)) !== JSON.stringify(section))
    .map(([name]) => `${who} shows another ${name} than the log`);
}

function report(
  event: string,
  devices: readonly PanelDevice[],
  walls: readonly LanPage[],
  network: BadNetworkTally,
  screenFaults: readonly string[],
  repeats: Repeats,
): LossyReport {
  const log = readLog(event);
  if (!log.ok) throw new Error(`the log can't be read: ${log.error.code}`);
  const { entries } = log.value;
  const ballots = entries.filter(({ kind }) => kind === 'BallotStored');
  const refs = new Set(ballots.map(({ cmd }) => `${cmd?.device} ${cmd?.n}`));
  // The marks are random: the same ones twice from one seat are one ballot sent under two numbers.
  const contents = new Set(ballots.map((entry) => contentOf(recordedEventOf(entry)?.event)));
  const all = devices.flatMap(({ seat, made, answers }) =>
    [...made.keys()].map((n) => ({ ref: `${seat} 1 ${n}`, answer: answers.get(n) })),
  );
  const pages = [...devices.map(({ page }) => page), ...walls];
  return {
    made: all.length,
    stored: ballots.length,
    refused: all.filter(({ answer }) => answer?.kind === 'refused').length,
    lost: all.filter(({ ref, answer }) => !answer && !refs.has(ref)).length,
    doubled: ballots.length - contents.size,
    connections: pages.reduce((sum, { connections }) => sum + connections, 0),
    network,
    faults: [
      ...compareBallots(entries, devices, repeats === 'same-number').faults,
      ...screenFaults,
      ...pages.flatMap(({ faults }) => faults),
    ],
  };
}

function contentOf(event: DomainEvent | undefined): string {
  if (event?.kind !== 'BallotStored') throw new Error('not a ballot');
  const { seat, round, opening, values } = event;
  return JSON.stringify([seat, round, opening, values]);
}
