import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage, ViewOf } from '../../shared/protocol/host-message.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';

export type Said<Kind extends HostMessage['kind']> = Extract<HostMessage, { kind: Kind }>;

export type ClientOptions = {
  /** False: pings stay unanswered, as from a device that hangs. */
  readonly answersPings?: boolean;
  readonly headers?: { readonly [name: string]: string };
};

type Waiter = { readonly check: () => void; readonly fail: (fault: Error) => void };

const patienceMs = 20_000;

/**
 * One WebSocket to a host, as a page holds it: keeps every message in the order of arrival, applies views,
 * answers pings. Everything that waits fails after 20 s, or at once if the connection closes.
 */
export class LanClient<R extends Role = Role> {
  readonly socket: WebSocket;
  /** Every text frame as it came, pings too. */
  readonly raw: string[] = [];
  readonly messages: HostMessage[] = [];
  /** Sections as last told, merged. */
  view: Partial<ViewOf[R]> = {};
  /** Close code, once closed. */
  closed: { readonly code: number; readonly reason: string } | null = null;
  #viewNumber = 0;
  readonly #taken = new Map<string, number>();
  readonly #waiters = new Set<Waiter>();

  constructor(socket: WebSocket, answersPings: boolean) {
    this.socket = socket;
    socket.on('message', (data) => this.#received(String(data), answersPings));
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) };
      for (const { check } of this.#waiters) check();
      for (const { fail } of this.#waiters) fail(new Error(`closed with ${code} ${String(reason)}`));
    });
    socket.on('error', () => undefined);
  }

  say(message: ClientMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  sayRaw(text: string | Buffer): void {
    this.socket.send(text);
  }

  /** Introduces itself and returns the host's welcome. */
  hello(
    role: Role,
    fields: { readonly token?: string; readonly publicKey?: string; readonly protocol?: number } = {},
  ): Promise<Said<'welcome'>> {
    this.say({ kind: 'hello', protocol: protocolVersion, role, ...fields });
    return this.next('welcome');
  }

  /** The next message of this kind that nobody has taken yet, in order of arrival. */
  async next<Kind extends HostMessage['kind']>(kind: Kind): Promise<Said<Kind>> {
    const place = this.#taken.get(kind) ?? 0;
    this.#taken.set(kind, place + 1);
    return this.until(() => this.all(kind)[place], `${kind} number ${place + 1}`);
  }

  /** Every message of a kind so far. */
  all<Kind extends HostMessage['kind']>(kind: Kind): readonly Said<Kind>[] {
    return this.messages.filter((message): message is Said<Kind> => message.kind === kind);
  }

  /** Waits until the view, as merged so far, is as asked, and returns it. */
  async seen(isAsked: (view: ViewOf[R]) => boolean, what = 'the view'): Promise<ViewOf[R]> {
    return this.until(() => {
      const whole = this.view as ViewOf[R];
      return this.#viewNumber > 0 && isAsked(whole) ? whole : undefined;
    }, what);
  }

  /** Waits until `look` finds something; it is asked again after every message and at the close. */
  until<Found>(look: () => Found | undefined, what = 'a message'): Promise<Found> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | null = null;
      const waiter: Waiter = {
        check: () => {
          const found = look();
          if (found === undefined) return;
          done();
          resolve(found);
        },
        fail: (fault) => {
          done();
          reject(
            new Error(`waited for ${what}: ${fault.message}; last heard: ${this.raw.slice(-3).join(' ')}`),
          );
        },
      };
      const done = () => {
        if (timer) clearTimeout(timer);
        this.#waiters.delete(waiter);
      };
      this.#waiters.add(waiter);
      timer = setTimeout(() => waiter.fail(new Error(`nothing within ${patienceMs} ms`)), patienceMs);
      waiter.check();
      if (this.closed && this.#waiters.has(waiter)) waiter.fail(new Error(`closed with ${this.closed.code}`));
    });
  }

  /** Frames so far without what differs between any two connections: pings, the challenge, page numbers. */
  traffic(): readonly string[] {
    return this.raw
      .filter((text) => !text.startsWith('{"kind":"ping"'))
      .map((text) => text.replace(/"challenge":"[0-9a-f]+"/, '"challenge":"…"'));
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  #received(text: string, answersPings: boolean): void {
    this.raw.push(text);
    // Written by the host under test.
    const message = JSON.parse(text) as HostMessage;
    this.messages.push(message);
    if (message.kind === 'view') {
      this.view = { ...this.view, ...(message.sections as Partial<ViewOf[R]>) };
      this.#viewNumber = message.version.n;
    }
    if (message.kind === 'ping' && answersPings)
      this.say({ kind: 'pong', id: message.id, version: this.#viewNumber });
    for (const { check } of [...this.#waiters]) check();
  }
}

/** Connects to a host's socket without saying anything. `origin` is like `http://127.0.0.1:4180`. */
export async function connect<R extends Role = Role>(
  origin: string,
  options: ClientOptions = {},
): Promise<LanClient<R>> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket`, {
    perMessageDeflate: false,
    headers: { ...options.headers },
  });
  const client = new LanClient<R>(socket, options.answersPings ?? true);
  await once(socket, 'open');
  return client;
}
