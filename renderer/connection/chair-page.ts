import type { ChairCommand } from '../../shared/protocol/chair-command.ts';
import { overrideText, releaseText } from '../../shared/protocol/chair-signature.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { ChairResult } from '../../shared/views/chair-view.ts';
import type { DeviceStorage } from './device-storage.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
import { type PinDesk, pinDesk } from './pin-desk.ts';
import { type PinMemory, pinsInLocalStorage } from './pin-memory.ts';
import { sendSigned, signingDevice } from './signing-device.ts';
import { waitingOrders } from './waiting-orders.ts';

type Shown = Pick<ChairResult, 'count' | 'figures'>;

/** What the chair can do. Each promise ends with the host's answer, however long the line is cut. */
export type ChairOrders = {
  /** Signs exactly the count and the figures given, which are those that the person was shown, and how the hall sees them. */
  readonly release: (
    shown: Shown,
    how: { readonly reveal: 'step' | 'all'; readonly isFewerThanThreeAccepted: boolean },
  ) => Promise<CommandOutcome>;
  /** Signs exactly the objection that the person was shown, and the reason against it. */
  readonly override: (shown: Shown, objection: string, reason: string) => Promise<CommandOutcome>;
};

export type ChairPage = {
  readonly store: PageStore<'chair'>;
  readonly orders: ChairOrders;
  /** Asks to be let in once more, after the operator said no. */
  readonly askAgain: () => void;
  /** Asks for the PIN on the host's own machine. */
  readonly pins: PinDesk;
  readonly close: () => void;
};

/** Opens the chair's page: it asks to be let in, shows its number, and later proves and signs with its key. */
export async function openChairPage(
  options: OpenOptions & { readonly storage?: DeviceStorage; readonly pinMemory?: PinMemory } = {},
): Promise<ChairPage> {
  const storage = options.storage ?? (await openDeviceStorage());
  const waiting = waitingOrders<ChairCommand>((page, n, command) => ({
    kind: 'chair-command',
    page,
    n,
    command,
  }));
  const memory = options.pinMemory ?? pinsInLocalStorage('chair');
  const pins = pinDesk(memory);
  const device = await signingDevice({
    storage,
    pins: { memory, desk: pins },
    admitted: waiting.admitted,
  });
  const { store, connection } = openPageConnection('chair', {
    ...options,
    behaviour: { ...device.behaviour, commandOutcome: waiting.answered },
  });

  const orders: ChairOrders = {
    release({ count, figures }, how) {
      const what = { count, figures, ...how };
      return sendSigned(
        device,
        (by) => releaseText({ ...by, ...what }),
        (signature) => waiting.send({ kind: 'ReleaseByChair', ...what, ...signature }),
      );
    },
    override({ count, figures }, objection, reason) {
      const what = { count, figures, objection, reason };
      return sendSigned(
        device,
        (by) => overrideText({ ...by, ...what }),
        (signature) => waiting.send({ kind: 'OverrideByChair', ...what, ...signature }),
      );
    },
  };
  return { store, pins, orders, askAgain: device.askAgain, close: connection.close };
}
