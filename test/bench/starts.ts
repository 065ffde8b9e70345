import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Authority } from '../../electron/host/authority.ts';
import { machineClock } from '../../electron/host/clock.ts';
import { dataFolder } from '../../electron/host/data-folder.ts';
import { openSession } from '../../electron/host/event-session.ts';
import { loadHostKey } from '../../electron/host/log/host-key.ts';
import type { Command } from '../../shared/domain/command.ts';
import { ballotMark } from '../../shared/domain/event-definition.ts';
import { currentRound, type EventState } from '../../shared/domain/state.ts';
import { seatId } from '../../shared/kernel/brand.ts';
import { signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { pointsOf } from '../builders/definition.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { ConsolePage } from '../faults/console-page.ts';
import { demoWithSeats } from '../faults/contest.ts';
import { consoleToken, freePort, type HostFolders, spawnHost, startHost } from '../faults/host-process.ts';
import { until } from '../faults/lan-page.ts';
import { median, ms, percentile, type Row } from './figures.ts';
import { foldersIn, usageOf } from './hall.ts';

const COLD_STARTS = 5;
const RESTARTS = 7;
const ENTRIES = 20_000;
const AT_ONCE = 200;
const COLD_BAR_MS = 600;
const RESTART_BAR_MS = 1_000;

/** From the start of the process, with a new event, to the whole of the console's page. */
export async function measureColdStart(folder: string): Promise<Row> {
  const [times, cpu]: [number[], number[]] = [[], []];
  for (let start = 0; start < COLD_STARTS; start += 1) {
    const port = await freePort();
    const from = performance.now();
    const child = spawnHost(foldersIn(join(folder, String(start)), demoWithSeats(20)), port);
    await firstPage(port);
    times.push(performance.now() - from);
    cpu.push(usageOf(child.pid ?? 0).cpuMs);
    child.kill();
    await once(child, 'exit');
  }
  return {
    what: `cold start, new event → console page, median / max of ${COLD_STARTS}`,
    measured: `${ms(median(times))} / ${ms(percentile(times, 1))}, ${ms(median(cpu))} of processor time`,
    bare: '',
    ratio: null,
    bar: `< ${COLD_BAR_MS} ms`,
    isMet: median(times) < COLD_BAR_MS,
  };
}

async function firstPage(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/console?token=${consoleToken}`).catch(() => null);
    if (answer?.ok) {
      await answer.text();
      return;
    }
    if (answer && answer.status !== 421) throw new Error(`the console's page: ${answer.status}`);
    await sleep(5);
  }
}

/** From the start of the process to the console's view of the same step, for an event of 20,000 entries. */
export async function measureRestart(folder: string): Promise<Row> {
  const folders = foldersIn(folder, demoWithSeats(20));
  const step = await longEvent(folders);
  const port = await freePort();
  // A host ran this event before: what Node keeps of the program between its starts is there.
  await (await startHost(folders, port)).stop();
  const [times, cpu]: [number[], number[]] = [[], []];
  for (let start = 0; start < RESTARTS; start += 1) {
    const from = performance.now();
    const host = await startHost(folders, port);
    const operator = new ConsolePage({ port: host.port, hostPort: host.port }, consoleToken);
    await until('the console is there', () => operator.page.version !== null);
    times.push(performance.now() - from);
    cpu.push(usageOf(host.child.pid ?? 0).cpuMs);
    if (operator.view.stage.step !== step) throw new Error('another step than before');
    operator.page.stop();
    await host.kill();
  }
  return {
    what: `restart to the same step with ${ENTRIES} entries, median / max of ${RESTARTS}`,
    measured: `${ms(median(times))} / ${ms(percentile(times, 1))}, ${ms(median(cpu))} of processor time`,
    bare: '',
    ratio: null,
    bar: `< ${RESTART_BAR_MS} ms`,
    isMet: median(times) < RESTART_BAR_MS,
  };
}

/** Makes an event of that many entries, most of them ballots, through the authority itself. Returns its step. */
async function longEvent(folders: HostFolders): Promise<string | null> {
  const data = dataFolder(folders.data);
  const clock = machineClock();
  const opened = openSession({ path: folders.event, address: '', data, key: loadHostKey(data), clock }, () =>
    demoWithSeats(20),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const { state, file, writer, accepted } = opened.value;
  const authority = new Authority({
    state,
    file,
    writer,
    clock,
    accepted,
    isReadOnly: false,
    screens: { prepare: () => null, publish: () => undefined },
    diskChanged: () => undefined,
    report: (where, fault) => console.error(where, fault),
  });
  const order = (command: Command) => authority.submit({ command, by: { role: 'operator' }, ref: null });
  const keys = state.definition.seats.map(({ id }) => ({ seat: id, key: aDeviceKey() }));
  for (const { seat, key } of keys) await order({ kind: 'PairSeat', seat, publicKey: key.publicKey });
  while (authority.state.roundOrder.length === 0)
    await order({ kind: 'NextStep', from: authority.state.stage.step });
  for (let n = 1; authority.head.n < ENTRIES; n += AT_ONCE / keys.length) {
    const orders = Array.from({ length: AT_ONCE }, (_, index) => {
      const { seat, key } = keys[index % keys.length] ?? { seat: '', key: aDeviceKey() };
      const number = n + Math.floor(index / keys.length);
      const command = ballot(authority.state, seat, number, key.sign);
      const by = { role: 'panelist', seat: command.seat, device: 1 } as const;
      return authority.submit({ command, by, ref: { device: `${seat} 1`, n: number } });
    });
    const refused = (await Promise.all(orders)).find(({ kind }) => kind !== 'accepted');
    if (refused) throw new Error(JSON.stringify(refused));
  }
  const { step } = authority.state.stage;
  file.close();
  return step;
}

function ballot(state: EventState, seat: string, n: number, sign: (text: string) => string) {
  const unit = state.definition.units[0]?.id ?? null;
  const round = currentRound(state, unit);
  if (!round) throw new Error('no round');
  const what = {
    event: state.definition.id,
    round: round.id,
    opening: round.opening,
    scheme: round.schemeHash,
    seat: seatId(seat),
    device: 1,
    n,
    mark: ballotMark(state.definition),
    values: Object.fromEntries(pointsOf(state.definition.scheme).map(({ id }) => [id, String(n % 15)])),
  };
  const signed = signedBallotText({ protocol: 'leitai-ballot-1', ...what });
  return { kind: 'SubmitBallot', ...what, signed, signature: sign(signed) } as const;
}
