import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { CommandOutcome, HostMessage } from '../../shared/protocol/host-message.ts';
import type { Session } from './host-link.ts';

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

type Waiting = { readonly message: ClientMessage; readonly settle: (outcome: CommandOutcome) => void };

/**
 * Orders under way, each named by this page and a number. One waits for its outcome as long as it takes: after a
 * reconnect the same (page, n) is sent again, and the host answers a repeat with the first outcome.
 */
export function waitingOrders<Order>(message: (page: string, n: number, order: Order) => ClientMessage): {
  readonly send: (order: Order) => Promise<CommandOutcome>;
  /** A connection was let in: what waits is sent over it. */
  readonly admitted: (session: Session) => void;
  readonly answered: (answer: Extract<HostMessage, { kind: 'command-outcome' }>) => void;
} {
  const page = randomId();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  // Not the page's state: that still says `admitted` while a new connection is being let in.
  let admitted: Session | null = null;

  return {
    send: (order) =>
      new Promise((settle) => {
        last += 1;
        const own = message(page, last, order);
        waiting.set(last, { message: own, settle });
        // Without an admitted connection it waits; the next admission sends what waits.
        admitted?.send(own);
      }),
    admitted(session) {
      admitted = session;
      for (const [, { message: own }] of waiting) session.send(own);
    },
    answered({ n, outcome }) {
      waiting.get(n)?.settle(outcome);
      waiting.delete(n);
    },
  };
}
