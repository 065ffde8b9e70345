import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { seatOf } from '../../../shared/domain/state.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { ClientMessage } from '../../../shared/protocol/client-message.ts';
import { proofText } from '../../../shared/protocol/device-proof.ts';
import type { HostMessage, Refusal } from '../../../shared/protocol/host-message.ts';
import {
  largestFrameBytes,
  largestMessageBytes,
  messageRoles,
  messagesBeforeAdmission,
} from '../../../shared/protocol/registry.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { verifySignature } from '../log/ed25519.ts';
import { Channel } from './channel.ts';
import type { Desk } from './desk.ts';
import { Heartbeat } from './heartbeat.ts';
import { parseMessage } from './parse-message.ts';

const badMessagesBeforeClose = 5;

type Message<Kind extends ClientMessage['kind']> = Extract<ClientMessage, { kind: Kind }>;

/** Where the connection came from. `isLocal`: the peer is this machine. */
export type Peer = { readonly address: string; readonly isLocal: boolean };

type Phase =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'asking';
      readonly role: Role;
      readonly publicKey: string | null;
      readonly request: string | null;
    }
  | {
      readonly kind: 'admitted';
      readonly role: Role;
      readonly seat: SeatId | null;
      readonly device: number | null;
      readonly screen: string | null;
    };

/** One connection: who it is, what it may say, and what it is told. */
export class Session {
  readonly #socket: WebSocket;
  readonly #peer: Peer;
  readonly #desk: Desk;
  readonly #channel: Channel;
  readonly #challenge = randomBytes(16).toString('hex');
  #phase: Phase = { kind: 'new' };
  #leave: () => void = () => undefined;
  #badMessages = 0;
  readonly #heartbeat: Heartbeat;

  constructor(socket: WebSocket, peer: Peer, desk: Desk) {
    this.#socket = socket;
    this.#peer = peer;
    this.#desk = desk;
    this.#channel = new Channel(socket);
    this.#heartbeat = new Heartbeat({
      clock: desk.clock,
      ping: (ping) => this.#say(ping),
      silent: () => socket.terminate(),
    });
    socket.on('message', (data, isBinary) => this.#received(data, isBinary));
    socket.on('close', () => this.#closed());
    // The socket reports a message above the size limit as an error and closes by itself.
    socket.on('error', (fault) => {
      const isTooBig = 'code' in fault && fault.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
      this.#desk.countRefusal(isTooBig ? 'too-big' : 'broken-frame', '', this.#peer.address);
    });
  }

  /** The seat whose device this is; null for other roles and before admission. */
  get seat(): SeatId | null {
    return this.#phase.kind === 'admitted' ? this.#phase.seat : null;
  }

  get device(): number | null {
    return this.#phase.kind === 'admitted' ? this.#phase.device : null;
  }

  get screen(): string | null {
    return this.#phase.kind === 'admitted' ? this.#phase.screen : null;
  }

  /** Another device holds the seat now, or the operator dismissed the screen. */
  dismiss(code: string): void {
    this.#admission('refused', { refusal: { code, path: '', params: {} } });
    this.#socket.close(4001, code);
  }

  end(): void {
    this.#socket.close(1001, 'the host stops');
  }

  #say(message: HostMessage): void {
    this.#channel.send(JSON.stringify(message));
  }

  #admission(
    state: Extract<HostMessage, { kind: 'admission' }>['state'],
    extra: Partial<Extract<HostMessage, { kind: 'admission' }>> = {},
  ): void {
    this.#say({ kind: 'admission', state, number: null, retryAfterMs: null, refusal: null, ...extra });
  }

  #closed(): void {
    this.#heartbeat.stop();
    this.#channel.stop();
    this.#leave();
    const wall = this.#desk.clock.wall();
    if (this.seat) this.#desk.roster.seatLeft(this.seat, this, wall);
    this.#desk.roster.screenLeft(this);
    this.#withdrawRequest();
    this.#desk.sessionEnded(this);
  }

  #refuse(code: string, path: string): void {
    const refusal: Refusal = { code, path, params: {} };
    this.#desk.countRefusal(code, path, this.#name());
    this.#say({ kind: 'refused', refusal });
    this.#badMessages += 1;
    if (this.#badMessages >= badMessagesBeforeClose) this.#socket.close(1008, 'bad messages');
  }

  #name(): string {
    const seat = this.seat && seatOf(this.#desk.state(), this.seat);
    return seat ? `#${seat.number}` : this.#peer.address;
  }

  #received(data: RawData, isBinary: boolean): void {
    this.#heartbeat.heard();
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
    const largest =
      this.#phase.kind === 'admitted' && this.#phase.role === 'console'
        ? largestFrameBytes
        : largestMessageBytes;
    if (bytes.length > largest) return this.#refuse('too-big', '');
    if (isBinary) return this.#refuse('not-json', '');
    const parsed = parseMessage(bytes.toString('utf8'));
    if ('refusal' in parsed) return this.#refuse(parsed.refusal.code, parsed.refusal.path);
    this.#dispatch(parsed.message);
  }

  #dispatch(message: ClientMessage): void {
    if (this.#phase.kind === 'new' && message.kind !== 'hello' && message.kind !== 'pong')
      return this.#refuse('hello-first', 'kind');
    if (this.#phase.kind !== 'new') {
      // Repeated introductions and messages of another role change nothing.
      if (message.kind === 'hello') return this.#refuse('already-introduced', 'kind');
      if (!messageRoles[message.kind].includes(this.#phase.role)) return this.#refuse('wrong-role', 'kind');
      if (this.#phase.kind === 'asking' && !messagesBeforeAdmission.has(message.kind))
        return this.#refuse('not-admitted', 'kind');
    }
    switch (message.kind) {
      case 'hello':
        return this.#hello(message);
      case 'prove':
        return this.#prove(message);
      case 'pair':
        return this.#run(this.#pair(message));
      case 'ask-admission':
        return this.#askAdmission(message);
      case 'ballot':
        return this.#run(this.#ballot(message));
      case 'command':
        return this.#run(this.#command(message));
      case 'acknowledge-prompt':
        return this.#run(this.#acknowledge(message));
      case 'pong':
        return this.#pong(message);
      default:
        return unreachable(message);
    }
  }

  #run(work: Promise<void>): void {
    work.catch((fault) => {
      this.#desk.report('session', fault);
      this.#refuse('host-fault', '');
    });
  }

  #hello(message: Message<'hello'>): void {
    const desk = this.#desk;
    this.#say({
      kind: 'welcome',
      protocol: protocolVersion,
      challenge: this.#challenge,
      eventId: desk.state().definition.id,
      origins: desk.origins(),
      at: desk.clock.now(),
    });
    if (message.protocol !== protocolVersion) return this.#refuse('wrong-protocol', 'protocol');
    const { role, publicKey = null } = message;
    this.#phase = { kind: 'asking', role, publicKey, request: null };
    switch (role) {
      case 'console':
        return this.#helloConsole(message.token ?? '');
      case 'projector':
        return this.#admit({ role, seat: null, device: null, screen: null });
      case 'panel':
        return this.#admission(publicKey && desk.seatOfKey(publicKey) ? 'prove' : 'pair');
      case 'prompter':
        return this.#admission(publicKey && desk.screenOfKey(publicKey) ? 'prove' : 'pair');
      default:
        return unreachable(role);
    }
  }

  #helloConsole(token: string): void {
    const [given, expected] = [Buffer.from(token), Buffer.from(this.#desk.consoleToken)];
    if (this.#peer.isLocal && given.length === expected.length && timingSafeEqual(given, expected)) {
      return this.#admit({ role: 'console', seat: null, device: null, screen: null });
    }
    this.#refuse('not-the-console', 'token');
    this.#socket.close(1008, 'not the console');
  }

  #admit(as: Omit<Extract<Phase, { kind: 'admitted' }>, 'kind'>): void {
    const { role, seat, device, screen } = as;
    this.#phase = { kind: 'admitted', ...as };
    this.#say({ kind: 'admitted', role, seat, device });
    if (role === 'panel' && seat) {
      this.#leave = this.#desk.publisher.join(this.#channel, { seat });
      this.#desk.roster.seatCame(seat, this);
    } else if (role !== 'panel') {
      this.#leave = this.#desk.publisher.join(this.#channel, role);
      if (role !== 'console')
        this.#desk.roster.screenCame(this, {
          id: screen ?? this.#challenge.slice(0, 8),
          role,
          name: this.#peer.address,
        });
    }
  }

  #isOwnKey(publicKey: string, signature: string): boolean {
    const text = proofText(this.#challenge, this.#desk.state().definition.id, publicKey);
    return verifySignature(publicKey, text, signature);
  }

  #prove({ signature }: Message<'prove'>): void {
    if (this.#phase.kind !== 'asking' || !this.#phase.publicKey) return this.#refuse('not-expected', 'kind');
    const { publicKey } = this.#phase;
    if (!this.#isOwnKey(publicKey, signature)) return this.#refuse('bad-signature', 'signature');
    this.#admitKey(publicKey);
  }

  /** Lets a device in whose key is registered now. */
  #admitKey(publicKey: string): void {
    const seat = this.#desk.seatOfKey(publicKey);
    const screen = this.#desk.screenOfKey(publicKey);
    if (seat) this.#admit({ role: 'panel', seat: seat.seat, device: seat.device, screen: null });
    else if (screen) this.#admit({ role: screen.role, seat: null, device: null, screen: screen.id });
    else this.#admission('pair');
  }

  async #pair(message: Message<'pair'>): Promise<void> {
    if (this.#phase.kind !== 'asking') return this.#refuse('already-introduced', 'kind');
    const { publicKey } = message;
    if (!this.#isOwnKey(publicKey, message.signature)) return this.#refuse('bad-signature', 'signature');
    const answer = await this.#desk.pairing.claim(message, this.#challenge, this.#peer.address);
    if (this.#phase.kind !== 'asking') return;
    switch (answer.kind) {
      case 'paired':
        return this.#admitKey(publicKey);
      case 'ask-operator': {
        this.#withdrawRequest();
        const request = this.#desk.roster.askForSeat(answer.seat, answer.seatNumber, this.#peer.address, {
          publicKey,
          admitted: () => this.#admitKey(publicKey),
          refused: () => this.#refusedByOperator(),
        });
        this.#phase = { ...this.#phase, publicKey, request };
        return this.#admission('wait-for-operator');
      }
      case 'refused':
        this.#desk.countRefusal(answer.refusal.code, answer.refusal.path, this.#peer.address);
        return this.#admission('refused', { refusal: answer.refusal, retryAfterMs: answer.retryAfterMs });
      default:
        return unreachable(answer);
    }
  }

  #askAdmission({ publicKey, signature }: Message<'ask-admission'>): void {
    if (this.#phase.kind !== 'asking' || this.#phase.request)
      return this.#refuse('already-introduced', 'kind');
    if (!this.#isOwnKey(publicKey, signature)) return this.#refuse('bad-signature', 'signature');
    const { id, number } = this.#desk.roster.askForScreen(this.#peer.address, {
      publicKey,
      admitted: () => this.#admitKey(publicKey),
      refused: () => this.#refusedByOperator(),
    });
    this.#phase = { ...this.#phase, publicKey, request: id };
    this.#admission('asked', { number });
  }

  #withdrawRequest(): void {
    if (this.#phase.kind === 'asking' && this.#phase.request) this.#desk.roster.withdraw(this.#phase.request);
  }

  /** The device may ask again: the operator may have pressed the wrong one. */
  #refusedByOperator(): void {
    if (this.#phase.kind === 'asking') this.#phase = { ...this.#phase, request: null };
    this.#admission('refused', { refusal: { code: 'refused-by-operator', path: '', params: {} } });
  }

  async #ballot(message: Message<'ballot'>): Promise<void> {
    if (this.#phase.kind !== 'admitted' || !this.#phase.seat || this.#phase.device === null) return;
    const from = this.#name();
    const outcome = await this.#desk.ballots.submit(message, {
      seat: this.#phase.seat,
      device: this.#phase.device,
    });
    if (outcome.kind === 'refused') this.#desk.countRefusal(outcome.refusal.code, outcome.refusal.path, from);
    this.#say({ kind: 'ballot-outcome', n: message.n, outcome });
  }

  async #command({ page, n, command }: Message<'command'>): Promise<void> {
    const outcome = await this.#desk.orders.take(command, { device: `console ${page}`, n });
    // What the rules forbid is the operator's daily bread; what doesn't exist can only come of a faulty page.
    if (outcome.kind === 'refused' && outcome.refusal.code.startsWith('unknown-'))
      this.#desk.countRefusal(outcome.refusal.code, outcome.refusal.path, this.#name());
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  async #acknowledge({ n, message }: Message<'acknowledge-prompt'>): Promise<void> {
    if (this.#phase.kind !== 'admitted' || !this.#phase.screen) return;
    const outcome = await this.#desk.orders.acknowledge(message, this.#phase.screen);
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  #pong({ id, version }: Message<'pong'>): void {
    const roundTripMs = this.#heartbeat.answered(id);
    if (roundTripMs !== null) this.#desk.roster.answered(this, this.seat, roundTripMs, version);
  }
}
