import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { MonitorCommand } from '../../shared/protocol/monitor-command.ts';
import { coSignText, secondText } from '../../shared/protocol/monitor-signature.ts';
import type { MonitorResult, ProposalView } from '../../shared/views/monitor-view.ts';
import type { DeviceStorage } from './device-storage.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
import { type PinDesk, pinDesk } from './pin-desk.ts';
import { type PinMemory, pinsInLocalStorage } from './pin-memory.ts';
import { sendByPerson, sendSigned, signingDevice } from './signing-device.ts';
import { waitingOrders } from './waiting-orders.ts';

/** What a monitor can do. Each promise ends with the host's answer, however long the line is cut. */
export type MonitorOrders = {
  /** Signs exactly the count and the figures given, which are those that the person was shown. */
  readonly coSign: (shown: Pick<MonitorResult, 'count' | 'figures'>) => Promise<CommandOutcome>;
  readonly object: (count: number, reason: string) => Promise<CommandOutcome>;
  readonly withdrawObjection: (reason: string) => Promise<CommandOutcome>;
  /** Signs exactly the act and the reason given. */
  readonly second: (shown: Pick<ProposalView, 'id' | 'actHash' | 'reason'>) => Promise<CommandOutcome>;
  readonly decline: (proposal: number) => Promise<CommandOutcome>;
  readonly seeFigures: () => Promise<CommandOutcome>;
};

export type MonitorPage = {
  readonly store: PageStore<'monitor'>;
  readonly orders: MonitorOrders;
  /** Asks to be let in once more, after the operator said no. */
  readonly askAgain: () => void;
  /** Asks for the PIN on the host's own machine. */
  readonly pins: PinDesk;
  readonly close: () => void;
};

/** Opens the monitor's page: it asks to be let in, shows its number, and later proves and signs with its key. */
export async function openMonitorPage(
  options: OpenOptions & { readonly storage?: DeviceStorage; readonly pinMemory?: PinMemory } = {},
): Promise<MonitorPage> {
  const storage = options.storage ?? (await openDeviceStorage());
  const waiting = waitingOrders<MonitorCommand>((page, n, command) => ({
    kind: 'monitor-command',
    page,
    n,
    command,
  }));
  const memory = options.pinMemory ?? pinsInLocalStorage('monitor');
  const pins = pinDesk(memory);
  const device = await signingDevice({
    storage,
    pins: { memory, desk: pins },
    admitted: waiting.admitted,
  });
  const { store, connection } = openPageConnection('monitor', {
    ...options,
    behaviour: { ...device.behaviour, commandOutcome: waiting.answered },
  });

  const orders: MonitorOrders = {
    coSign: ({ count, figures }) =>
      sendSigned(
        device,
        (by) => coSignText({ ...by, count, figures }),
        (signature) => waiting.send({ kind: 'CoSignCount', count, figures, ...signature }),
      ),
    object: (count, reason) =>
      sendByPerson(device, () => waiting.send({ kind: 'ObjectToCount', count, reason })),
    withdrawObjection: (reason) =>
      sendByPerson(device, () => waiting.send({ kind: 'WithdrawObjection', reason })),
    second: ({ id: proposal, actHash: act, reason }) =>
      sendSigned(
        device,
        (by) => secondText({ ...by, proposal, act, reason }),
        (signature) => waiting.send({ kind: 'SecondAct', proposal, ...signature }),
      ),
    decline: (proposal) => waiting.send({ kind: 'DropAct', proposal }),
    seeFigures: () => waiting.send({ kind: 'LookAtResult', what: 'result', unit: null }),
  };
  return { store, pins, orders, askAgain: device.askAgain, close: connection.close };
}
