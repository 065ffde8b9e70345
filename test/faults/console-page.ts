import { randomBytes } from 'node:crypto';
import type { CommandOutcome, HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { type Address, LanPage } from './lan-page.ts';

type Waiting = {
  readonly command: OperatorCommand;
  readonly settle: (outcome: CommandOutcome) => void;
};

/** The console as the host knows it: each command is repeated under its number until it is answered. */
export class ConsolePage {
  readonly page: LanPage;
  readonly id = randomBytes(8).toString('hex');
  readonly #waiting = new Map<number, Waiting>();
  #n = 0;

  constructor(address: Address, token: string, heard: (message: HostMessage) => void = () => undefined) {
    this.page = new LanPage(
      address,
      () => ({ role: 'console', token }),
      (message) => {
        this.#heard(message);
        heard(message);
      },
    );
  }

  /** The view as put together so far; complete once the page is online. */
  get view(): ViewOf['console'] {
    return Object.fromEntries(this.page.view) as ViewOf['console'];
  }

  /** How many commands have not been answered yet. */
  get unanswered(): number {
    return this.#waiting.size;
  }

  command(command: OperatorCommand): Promise<CommandOutcome> {
    this.#n += 1;
    const n = this.#n;
    return new Promise((settle) => {
      this.#waiting.set(n, { command, settle });
      if (this.page.isOnline) this.#transmit(n, command);
    });
  }

  #transmit(n: number, command: OperatorCommand): void {
    this.page.send({ kind: 'command', page: this.id, n, command });
  }

  #heard(message: HostMessage): void {
    if (message.kind === 'admitted') for (const [n, { command }] of this.#waiting) this.#transmit(n, command);
    if (message.kind !== 'command-outcome') return;
    const waiting = this.#waiting.get(message.n);
    this.#waiting.delete(message.n);
    waiting?.settle(message.outcome);
  }
}
