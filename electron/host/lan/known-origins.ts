import { hostname } from 'node:os';

/**
 * The names and addresses under which this event may be reached. A page that came from anywhere else is refused,
 * so that no other site in a panelist's browser can talk to the host.
 */
export class KnownOrigins {
  readonly #names: () => readonly string[];
  readonly #former: ReadonlySet<string>;
  #port = 0;

  /** `addresses` are the machine's own; `names` those given at start; `former` are origins of earlier starts. */
  constructor(parts: {
    readonly addresses: () => readonly string[];
    readonly names: readonly string[];
    readonly former: readonly string[];
  }) {
    const fixed = ['127.0.0.1', 'localhost', '[::1]', hostname().toLowerCase(), ...parts.names];
    this.#names = () => [...fixed, ...parts.addresses()];
    this.#former = new Set(parts.former);
  }

  listening(port: number): void {
    this.#port = port;
  }

  isKnownHost(header: string): boolean {
    const { name, port } = splitHost(header.toLowerCase());
    return port === this.#port && this.#names().includes(name);
  }

  isKnownOrigin(origin: string): boolean {
    if (this.#former.has(origin)) return true;
    const match = /^https?:\/\/(.+)$/.exec(origin);
    return match?.[1] !== undefined && this.isKnownHost(match[1]);
  }
}

function splitHost(header: string): { readonly name: string; readonly port: number } {
  const match = /^(.*?)(?::(\d{1,5}))?$/.exec(header);
  return { name: match?.[1] ?? '', port: Number(match?.[2] ?? 80) };
}
