import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { Session } from './host-link.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';

export type SendCommand = (command: OperatorCommand) => Promise<CommandOutcome>;

type Waiting = { readonly command: OperatorCommand; readonly settle: (outcome: CommandOutcome) => void };

const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/**
 * The console's store and its way to order something. A command waits for its outcome as long as it takes:
 * after a reconnect the same (page, n) is sent again, and the host answers a repeat with the first outcome.
 */
export function openConsolePage(options: OpenOptions & { readonly token: string }): {
  readonly store: PageStore<'console'>;
  readonly sendCommand: SendCommand;
  readonly close: () => void;
} {
  const page = randomId();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  // Not the page's state: that still says `admitted` while a new connection is being let in.
  let admitted: Session | null = null;

  const { store, connection } = openPageConnection('console', {
    ...options,
    behaviour: {
      admission(message, session) {
        if (message.kind !== 'admitted') return;
        admitted = session;
        for (const [n, { command }] of waiting) session.send({ kind: 'command', page, n, command });
      },
      commandOutcome({ n, outcome }) {
        waiting.get(n)?.settle(outcome);
        waiting.delete(n);
      },
    },
  });

  const sendCommand: SendCommand = (command) =>
    new Promise((settle) => {
      last += 1;
      waiting.set(last, { command, settle });
      // Without an admitted connection it waits; the next admission sends what waits.
      admitted?.send({ kind: 'command', page, n: last, command });
    });

  return { store, sendCommand, close: connection.close };
}
