import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { MonitorCommand } from '../../shared/protocol/monitor-command.ts';
import {
  coSignText,
  declineText,
  objectText,
  secondText,
  withdrawText,
} from '../../shared/protocol/monitor-signature.ts';
import type { MonitorResult, ProposalView } from '../../shared/views/monitor-view.ts';
import type { DeviceStorage } from './device-storage.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
import { type PinDesk, pinDesk } from './pin-desk.ts';
import { type PinMemory, pinsInLocalStorage } from './pin-memory.ts';
import { sendSigned, signingDevice } from './signing-device.ts';
import { waitingOrders } from './waiting-orders.ts';

/** What a monitor can do. Each promise ends with the host's answer, however long the line is cut. */
export type MonitorOrders = {
  /** Signs exactly the count and the figures given, which are those that the person was shown. */
  readonly coSign: (shown: Pick<MonitorResult, 'count' | 'figures'>) => Promise<CommandOutcome>;
  readonly object: (
    shown: Pick<MonitorResult, 'count' | 'figures'>,
    reason: string,
  ) => Promise<CommandOutcome>;
  /** Takes back exactly the objection to that count. */
  readonly withdrawObjection: (count: number, objection: string, reason: string) => Promise<CommandOutcome>;
  /** Signs exactly the act and the reason given. */
  readonly second: (shown: Pick<ProposalView, 'id' | 'actHash' | 'reason'>) => Promise<CommandOutcome>;
  readonly decline: (shown: Pick<ProposalView, 'id' | 'actHash' | 'reason'>) => Promise<CommandOutcome>;
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
    object({ count, figures }, reason) {
      const what = { count, figures, reason };
      return sendSigned(
        device,
        (by) => objectText({ ...by, ...what }),
        (signature) => waiting.send({ kind: 'ObjectToCount', ...what, ...signature }),
      );
    },
    withdrawObjection(count, objection, reason) {
      const what = { count, objection, reason };
      return sendSigned(
        device,
        (by) => withdrawText({ ...by, ...what }),
        (signature) => waiting.send({ kind: 'WithdrawObjection', ...what, ...signature }),
      );
    },
    second: ({ id: proposal, actHash: act, reason }) =>
      sendSigned(
        device,
        (by) => secondText({ ...by, proposal, act, reason }),
        (signature) => waiting.send({ kind: 'SecondAct', proposal, ...signature }),
      ),
    decline: ({ id: proposal, actHash: act, reason }) =>
      sendSigned(
        device,
        (by) => declineText({ ...by, proposal, act, reason }),
        (signature) => waiting.send({ kind: 'DeclineAct', proposal, ...signature }),
      ),
    seeFigures: () => waiting.send({ kind: 'LookAtResult', what: 'result', unit: null }),
  };
  return { store, pins, orders, askAgain: device.askAgain, close: connection.close };
}
