import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import type { HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { aDeviceKey, type DeviceKey } from '../builders/device-key.ts';
import { pairMessage, proveMessage } from '../builders/device-messages.ts';
import { type Card, cardsOf } from '../builders/lan-pages.ts';
import { ConsolePage } from '../faults/console-page.ts';
import { consoleToken, type HostFolders, type HostProcess, startHost } from '../faults/host-process.ts';
import { until } from '../faults/lan-page.ts';
import { awaitFrames, kindOf, openWire, type Wire } from './wire.ts';

/** A host process with a console, the bare server beside it, and the devices of the panel. */
export type Hall = {
  readonly host: HostProcess;
  readonly folders: HostFolders;
  readonly barePort: number;
  readonly operator: ConsolePage;
  readonly devices: readonly BenchDevice[];
  readonly stop: () => Promise<void>;
};

export type BenchDevice = { readonly card: Card; readonly key: DeviceKey };

export function foldersIn(folder: string, definition: EventDefinition): HostFolders {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'definition.json');
  writeFileSync(path, JSON.stringify(definition));
  return { event: join(folder, 'event.leitai'), data: join(folder, 'data'), definition: path };
}

export async function startBareServer(): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, port: Number(String(line)) };
}

export async function openHall(folder: string, definition: EventDefinition, port: number): Promise<Hall> {
  const folders = foldersIn(folder, definition);
  const host = await startHost(folders, port);
  const bare = await startBareServer();
  const operator = new ConsolePage({ port: host.port, hostPort: host.port }, consoleToken);
  await until('the console is there', () => operator.page.version !== null);
  const cards = await cardsOf({ origin: `http://127.0.0.1:${host.port}`, token: consoleToken });
  return {
    host,
    folders,
    barePort: bare.port,
    operator,
    devices: cards.map((card) => ({ card, key: aDeviceKey() })),
    stop: async () => {
      operator.page.stop();
      bare.child.kill();
      await host.stop();
    },
  };
}

export async function order(
  operator: ConsolePage,
  command: Parameters<ConsolePage['command']>[0],
): Promise<void> {
  const outcome = await operator.command(command);
  if (outcome.kind === 'refused') throw new Error(`${command.kind}: ${JSON.stringify(outcome.refusal)}`);
}

/** Goes on to the first step with a countdown and an open round. */
export async function toFirstTalk({ operator }: Hall): Promise<void> {
  const isThere = ({ timer, round }: ViewOf['console']) =>
    timer.timer.kind === 'down' && round?.state === 'open';
  while (!isThere(operator.view)) await order(operator, { kind: 'NextStep', from: operator.view.stage.step });
}

function answerWelcome(wire: Wire, device: BenchDevice, welcome: Extract<HostMessage, { kind: 'welcome' }>) {
  const { card, key } = device;
  return {
    prove: () => wire.socket.send(JSON.stringify(proveMessage(key, welcome))),
    pair: () =>
      wire.socket.send(
        JSON.stringify(pairMessage({ kind: 'card', seat: card.seat, secret: card.secret }, key, welcome)),
      ),
  };
}

export type Joined = {
  readonly wires: readonly Wire[];
  readonly lastAt: number;
  /** Each device's first view, as text. */
  readonly views: readonly string[];
};

/** Every one of these devices connects at once, proves its key or pairs, and waits for its whole view. */
export async function joinPanel(port: number, devices: readonly BenchDevice[]): Promise<Joined> {
  const views: string[] = devices.map(() => '');
  const answers = new Map<Wire, ReturnType<typeof answerWelcome>>();
  const wires = devices.map(() => openWire(port));
  const places = new Map(wires.map((wire, index) => [wire, index]));
  for (const [index, wire] of wires.entries()) {
    const publicKey = devices[index]?.key.publicKey;
    wire.socket.on('open', () =>
      wire.socket.send(
        JSON.stringify({ kind: 'hello', protocol: protocolVersion, role: 'panel', publicKey }),
      ),
    );
  }
  const lastAt = await awaitFrames('views', wires, devices.length, (data, wire) => {
    const index = places.get(wire) ?? 0;
    switch (kindOf(data)) {
      case 'welcome': {
        const device = devices[index];
        if (device) answers.set(wire, answerWelcome(wire, device, JSON.parse(data.toString())));
        return false;
      }
      case 'admission': {
        const { state } = JSON.parse(data.toString()) as Extract<HostMessage, { kind: 'admission' }>;
        if (state === 'prove') answers.get(wire)?.prove();
        else answers.get(wire)?.pair();
        return false;
      }
      case 'view':
        if (views[index]) return false;
        views[index] = data.toString();
        return true;
      default:
        return false;
    }
  });
  return { wires, lastAt, views };
}

/** Resident memory in MB and processor time in ms of a process (Linux). */
export function usageOf(pid: number): { readonly residentMb: number; readonly cpuMs: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // utime and stime, in ticks of 10 ms
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * 10;
  return { residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024, cpuMs };
}
