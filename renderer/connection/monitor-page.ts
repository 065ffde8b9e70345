import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { MonitorCommand } from '../../shared/protocol/monitor-command.ts';
import { coSignText, secondText } from '../../shared/protocol/monitor-signature.ts';
import type { MonitorResult, ProposalView } from '../../shared/views/monitor-view.ts';
import { admissionByNumber } from './admission-by-number.ts';
import type { DeviceStorage } from './device-storage.ts';
import { openDeviceStorage } from './indexed-db-storage.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
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
  readonly close: () => void;
};

/** Who signs: the key of this device's admission, under the id that the host gave it. */
type Signer = { readonly event: string; readonly screen: string; readonly sign: (text: string) => string };

/** Opens the monitor's page: it asks to be let in, shows its number, and later proves and signs with its key. */
export async function openMonitorPage(
  options: OpenOptions & { readonly storage?: DeviceStorage } = {},
): Promise<MonitorPage> {
  const storage = options.storage ?? (await openDeviceStorage());
  const waiting = waitingOrders<MonitorCommand>((page, n, command) => ({
    kind: 'monitor-command',
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
  const { store, connection } = openPageConnection('monitor', {
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

  const orders: MonitorOrders = {
    coSign: ({ count, figures }) =>
      waiting.send({
        kind: 'CoSignCount',
        count,
        figures,
        ...signed((by) => coSignText({ ...by, count, figures })),
      }),
    object: (count, reason) => waiting.send({ kind: 'ObjectToCount', count, reason }),
    withdrawObjection: (reason) => waiting.send({ kind: 'WithdrawObjection', reason }),
    second: ({ id: proposal, actHash: act, reason }) =>
      waiting.send({
        kind: 'SecondAct',
        proposal,
        ...signed((by) => secondText({ ...by, proposal, act, reason })),
      }),
    decline: (proposal) => waiting.send({ kind: 'DropAct', proposal }),
    seeFigures: () => waiting.send({ kind: 'LookAtResult', what: 'result', unit: null }),
  };
  return { store, orders, askAgain, close: connection.close };
}
