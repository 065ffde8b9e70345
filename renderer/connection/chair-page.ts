import type { ChairCommand } from '../../shared/protocol/chair-command.ts';
import { overrideText, releaseText } from '../../shared/protocol/chair-signature.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { ChairResult } from '../../shared/views/chair-view.ts';
import { admissionByNumber } from './admission-by-number.ts';
import type { DeviceStorage } from './device-storage.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
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
  readonly close: () => void;
};

/** Who signs: the key of this device's admission, under the id that the host gave it. */
type Signer = { readonly event: string; readonly screen: string; readonly sign: (text: string) => string };

/** Opens the chair's page: it asks to be let in, shows its number, and later proves and signs with its key. */
export async function openChairPage(
  options: OpenOptions & { readonly storage?: DeviceStorage } = {},
): Promise<ChairPage> {
  const storage = options.storage ?? (await openDeviceStorage());
  const waiting = waitingOrders<ChairCommand>((page, n, command) => ({
    kind: 'chair-command',
    page,
    n,
    command,
  }));
  let signer: Signer | null = null;

  const { behaviour, askAgain } = admissionByNumber({
    storage,
    latest: await storage.readLatest(),
    admitted: ({ screen }, { session, eventId, key }) => {
      signer = { event: eventId, screen: screen ?? '', sign: key.sign };
      waiting.admitted(session);
    },
  });
  const { store, connection } = openPageConnection('chair', {
    ...options,
    behaviour: { ...behaviour, commandOutcome: waiting.answered },
  });

  const signed = (textBy: (by: Pick<Signer, 'event' | 'screen'>) => string) => {
    // What there is to sign is shown to an admitted device only.
    if (!signer) throw new Error('this device has not been admitted');
    const { event, screen, sign } = signer;
    const text = textBy({ event, screen });
    return { signed: text, signature: sign(text) };
  };

  const orders: ChairOrders = {
    release({ count, figures }, how) {
      const what = { count, figures, ...how };
      return waiting.send({
        kind: 'ReleaseByChair',
        ...what,
        ...signed((by) => releaseText({ ...by, ...what })),
      });
    },
    override({ count, figures }, objection, reason) {
      const what = { count, figures, objection, reason };
      return waiting.send({
        kind: 'OverrideByChair',
        ...what,
        ...signed((by) => overrideText({ ...by, ...what })),
      });
    },
  };
  return { store, orders, askAgain, close: connection.close };
}
