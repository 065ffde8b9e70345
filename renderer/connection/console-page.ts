import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { type OpenOptions, openPageConnection, type PageStore } from './page-store.ts';
import { waitingOrders } from './waiting-orders.ts';

export type SendCommand = (command: OperatorCommand) => Promise<CommandOutcome>;

/** The console's store and its way to order something. */
export function openConsolePage(options: OpenOptions & { readonly token: string }): {
  readonly store: PageStore<'console'>;
  readonly sendCommand: SendCommand;
  readonly close: () => void;
} {
  const orders = waitingOrders<OperatorCommand>((page, n, command) => ({
    kind: 'command',
    page,
    n,
    command,
  }));
  const { store, connection } = openPageConnection('console', {
    ...options,
    behaviour: {
      admission(message, session) {
        if (message.kind === 'admitted') orders.admitted(session);
      },
      commandOutcome: orders.answered,
    },
  });
  return { store, sendCommand: orders.send, close: connection.close };
}
