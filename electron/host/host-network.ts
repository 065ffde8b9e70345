import type { ConsoleNetwork } from '../../shared/views/console-view.ts';
import { type NetworkCard, networkCards } from './lan/network-cards.ts';
import type { EventFile } from './log/event-file.ts';

const lookEveryMs = 5_000;

type Parts = {
  /** The address the server listens on; `0.0.0.0` is every card of the machine. */
  readonly listensOn: string;
  /** The address asked for at this start; null: none. */
  readonly asked: string | null;
  /** The address told to devices at earlier starts. */
  readonly remembered: string | null;
  /** Where it is remembered for the next start; null: read-only. */
  readonly store: Pick<EventFile, 'settings' | 'changeSettings'> | null;
  readonly report: (where: string, fault: unknown) => void;
  /** Whether cards or devices hold that address, so that losing it is trouble, as it is with one asked for. */
  readonly isBound: () => boolean;
  readonly changed: () => void;
  readonly cards?: () => readonly NetworkCard[];
};

/** Under which address devices reach this host, and whether the machine still has it. */
export class HostNetwork {
  readonly #parts: Parts;
  #cards: readonly NetworkCard[];
  #chosen: string | null;
  #port = 0;
  #portNote: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#cards = this.#readCards();
    this.#chosen = parts.asked ?? this.#stillGood(parts.remembered);
  }

  /** Another network's address is of no use to an event that nobody has been told of. */
  #stillGood(remembered: string | null): string | null {
    if (remembered === null || this.#parts.isBound()) return remembered;
    const isHere = !isCardAddress(remembered) || this.#cards.some(({ address }) => address === remembered);
    return isHere ? remembered : null;
  }

  start(port: number, portNote: string | null): void {
    this.#port = port;
    this.#portNote = portNote;
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  get addresses(): readonly string[] {
    const addresses = this.#cards.map(({ address }) => address);
    return this.#chosen === null ? addresses : [...new Set([this.#chosen.toLowerCase(), ...addresses])];
  }

  /** The name or address that devices are told. */
  get address(): string {
    return this.#chosen ?? this.#cards[0]?.address ?? '127.0.0.1';
  }

  get origin(): string {
    return `http://${this.address}:${this.#port}`;
  }

  /** Every origin under which devices may find the host, the chosen one first. */
  get origins(): readonly string[] {
    return [...new Set([this.origin, ...this.addresses.map((address) => `http://${address}:${this.#port}`)])];
  }

  /** False if no network card has this address. */
  choose(address: string): boolean {
    if (!this.#cards.some((card) => card.address === address)) return false;
    this.#chosen = address;
    this.#parts.changed();
    return true;
  }

  /** Keeps port, address and every origin ever told, for the next start. A disk that fails shows at the next commit. */
  remember(): void {
    const { store, report } = this.#parts;
    if (!store) return;
    try {
      const origins = [...new Set([...store.settings().origins, ...this.origins])];
      store.changeSettings({ port: this.#port, address: this.address, origins });
    } catch (fault) {
      report('address', fault);
    }
  }

  view(): ConsoleNetwork {
    return {
      port: this.#port,
      portNote: this.#portNote,
      chosen: this.address,
      cards: this.#cards,
      links: {
        projector: `${this.origin}/projector`,
        panel: `${this.origin}/panel`,
        prompter: `${this.origin}/prompter`,
        monitor: `${this.origin}/monitor`,
        chair: `${this.origin}/chair`,
      },
      lostAddress: this.#lostAddress(),
    };
  }

  /** The cards that the server listens on: an origin that doesn't answer only keeps pages waiting. */
  #readCards(): readonly NetworkCard[] {
    const { listensOn, cards = networkCards } = this.#parts;
    return cards().filter(({ address }) => listensOn === '0.0.0.0' || listensOn === address);
  }

  #lostAddress(): string | null {
    const chosen = this.#chosen;
    const matters = chosen === this.#parts.asked || this.#parts.isBound();
    if (chosen === null || !isCardAddress(chosen) || !matters) return null;
    return this.#cards.some(({ address }) => address === chosen) ? null : chosen;
  }

  #look(): void {
    const cards = this.#readCards();
    if (JSON.stringify(cards) === JSON.stringify(this.#cards)) return;
    this.#cards = cards;
    this.#parts.changed();
  }
}

/** The address to listen on: loopback stays loopback; otherwise it is every card, of which one is told. */
export function listenAddress(asked: {
  readonly bind: string | null;
  readonly address: string | null;
}): string {
  const isLoopback = asked.address === 'localhost' || asked.address?.startsWith('127.');
  return asked.bind ?? (isLoopback ? '127.0.0.1' : '0.0.0.0');
}

/** Whether it names a network card; a name or loopback doesn't come and go with one. */
function isCardAddress(address: string): boolean {
  return /^[\d.]+$/.test(address) && !address.startsWith('127.');
}
