import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import { hasSecretBallot } from '../../../shared/domain/scoring/live-ballot.ts';
import { seatOf } from '../../../shared/domain/state.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { ClientMessage } from '../../../shared/protocol/client-message.ts';
import type { HostMessage, Refusal } from '../../../shared/protocol/host-message.ts';
import {
  largestFrameBytes,
  largestMessageBytes,
  messageRoles,
  messagesBeforeAdmission,
} from '../../../shared/protocol/registry.ts';
import { Channel } from './channel.ts';
import type { Desk } from './desk.ts';
import { Heartbeat } from './heartbeat.ts';
import { type Identity, Introduction, type Peer } from './introduction.ts';
import { parseMessage } from './parse-message.ts';

const badMessagesBeforeClose = 5;
/** Stands for the seat where naming it would tell of a secret ballot. */
const unnamed = '—';
const introductions: ReadonlySet<ClientMessage['kind']> = new Set(['prove', 'pair', 'ask-admission']);

type Message<Kind extends ClientMessage['kind']> = Extract<ClientMessage, { kind: Kind }>;

/** One connection: who it is, what it may say, and what it is told. */
export class Session {
  readonly #socket: WebSocket;
  readonly #peer: Peer;
  readonly #desk: Desk;
  readonly #channel: Channel;
  readonly #challenge = randomBytes(16).toString('hex');
  readonly #introduction: Introduction;
  #identity: Identity | null = null;
  #leave: () => void = () => undefined;
  #badMessages = 0;
  readonly #heartbeat: Heartbeat;

  /** `connection` is what the socket writes to. */
  constructor(socket: WebSocket, connection: Socket, peer: Peer, desk: Desk) {
    this.#socket = socket;
    this.#peer = peer;
    this.#desk = desk;
    this.#channel = new Channel(socket, connection);
    this.#heartbeat = new Heartbeat({
      clock: desk.clock,
      ping: (ping) => this.#say(ping),
      silent: () => socket.terminate(),
    });
    this.#introduction = new Introduction({
      desk,
      peer,
      challenge: this.#challenge,
      say: (message) => this.#say(message),
      refuse: (code, path) => this.#refuse(code, path),
      admitted: (identity) => this.#admit(identity),
      cutOff: (reason) => socket.close(1008, reason),
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
    return this.#identity?.seat ?? null;
  }

  get device(): number | null {
    return this.#identity?.device ?? null;
  }

  get screen(): string | null {
    return this.#identity?.screen ?? null;
  }

  /** Another device holds the seat now, or the operator dismissed the screen. */
  dismiss(code: string): void {
    this.#say({
      kind: 'admission',
      state: 'refused',
      number: null,
      retryAfterMs: null,
      refusal: { code, path: '', params: {} },
    });
    this.#socket.close(4001, code);
  }

  end(): void {
    this.#socket.close(1001, 'the host stops');
  }

  #say(message: HostMessage): void {
    this.#channel.send(JSON.stringify(message));
  }

  #closed(): void {
    this.#heartbeat.stop();
    this.#channel.stop();
    this.#leave();
    const wall = this.#desk.clock.wall();
    if (this.seat) this.#desk.roster.seatLeft(this.seat, this, wall);
    this.#desk.roster.screenLeft(this);
    this.#introduction.stop();
    this.#desk.sessionEnded(this);
  }

  #refuse(code: string, path: string): void {
    const refusal: Refusal = { code, path, params: {} };
    this.#desk.countRefusal(code, path, this.#name());
    this.#say({ kind: 'refused', refusal });
    this.#badMessages += 1;
    if (this.#badMessages >= badMessagesBeforeClose) this.#socket.close(1008, 'bad messages');
  }

  /** Whose message it was, for the console. */
  #name(): string {
    const state = this.#desk.state();
    const seat = this.seat && seatOf(state, this.seat);
    if (!seat) return this.#peer.address;
    // SECRET-4: a ballot that was refused says which card voted, and in part how.
    return hasSecretBallot(state.definition.scheme) ? unnamed : `#${seat.number}`;
  }

  #received(data: RawData, isBinary: boolean): void {
    // What still comes from a connection that is being closed counts no more.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#heartbeat.heard();
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer);
    const largest = this.#identity?.role === 'console' ? largestFrameBytes : largestMessageBytes;
    if (bytes.length > largest) return this.#refuse('too-big', '');
    if (isBinary) return this.#refuse('not-json', '');
    const parsed = parseMessage(bytes.toString('utf8'));
    if ('refusal' in parsed) return this.#refuse(parsed.refusal.code, parsed.refusal.path);
    this.#dispatch(parsed.message);
  }

  /** Why a message of this kind may not come now; it then changes nothing. */
  #problemWith(kind: ClientMessage['kind']): string | null {
    const role = this.#identity?.role ?? this.#introduction.role;
    if (role === null) return kind === 'hello' || kind === 'pong' ? null : 'hello-first';
    if (kind === 'hello') return 'already-introduced';
    if (!messageRoles[kind].includes(role)) return 'wrong-role';
    if (this.#identity) return introductions.has(kind) ? 'already-introduced' : null;
    return messagesBeforeAdmission.has(kind) ? null : 'not-admitted';
  }

  #dispatch(message: ClientMessage): void {
    const problem = this.#problemWith(message.kind);
    if (problem) return this.#refuse(problem, 'kind');
    switch (message.kind) {
      case 'hello':
        return this.#introduction.hello(message);
      case 'prove':
        return this.#introduction.prove(message);
      case 'pair':
        return this.#run(this.#introduction.pair(message));
      case 'ask-admission':
        return this.#introduction.askAdmission(message);
      case 'ballot':
        return this.#run(this.#ballot(message));
      case 'command':
        return this.#run(this.#command(message));
      case 'acknowledge-prompt':
        return this.#run(this.#acknowledge(message));
      case 'monitor-command':
        return this.#run(this.#monitorCommand(message));
      case 'chair-command':
        return this.#run(this.#chairCommand(message));
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

  #admit(identity: Identity): void {
    const { role, seat, device, screen } = identity;
    this.#identity = identity;
    this.#say({ kind: 'admitted', role, seat, device, screen });
    if (role === 'panel' && seat) {
      this.#leave = this.#desk.publisher.join(this.#channel, { seat });
      this.#desk.roster.seatCame(seat, this);
    } else if (role !== 'panel') {
      const audience = role === 'monitor' ? { monitor: screen ?? '' } : role;
      this.#leave = this.#desk.publisher.join(this.#channel, audience);
      if (role !== 'console')
        this.#desk.roster.screenCame(this, {
          id: screen ?? this.#challenge.slice(0, 8),
          role,
          name: this.#peer.address,
        });
    }
  }

  async #ballot(message: Message<'ballot'>): Promise<void> {
    const { seat, device } = this;
    if (!seat || device === null) return;
    const from = this.#name();
    const outcome = await this.#desk.ballots.submit(message, { seat, device });
    if (outcome.kind === 'refused') {
      const { code, path } = outcome.refusal;
      this.#desk.countRefusal(code, from === unnamed ? '' : path, from);
    }
    this.#say({ kind: 'ballot-outcome', n: message.n, outcome });
  }

  async #command({ page, n, command }: Message<'command'>): Promise<void> {
    const outcome = await this.#desk.orders.take(command, { device: `console ${page}`, n });
    // What the rules forbid is the operator's daily bread; what doesn't exist can only come of a faulty page.
    if (outcome.kind === 'refused' && outcome.refusal.code.startsWith('unknown-'))
      this.#desk.countRefusal(outcome.refusal.code, outcome.refusal.path, this.#name());
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  async #chairCommand({ page, n, command }: Message<'chair-command'>): Promise<void> {
    if (!this.screen) return;
    const ref = { device: `${this.screen} ${page}`, n };
    const outcome = await this.#desk.chairs.take(command, this.screen, ref);
    if (outcome.kind === 'refused')
      this.#desk.countRefusal(outcome.refusal.code, outcome.refusal.path, this.#name());
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  async #monitorCommand({ page, n, command }: Message<'monitor-command'>): Promise<void> {
    if (!this.screen) return;
    const ref = { device: `${this.screen} ${page}`, n };
    const outcome = await this.#desk.monitors.take(command, this.screen, ref);
    if (outcome.kind === 'refused')
      this.#desk.countRefusal(outcome.refusal.code, outcome.refusal.path, this.#name());
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  async #acknowledge({ n, message }: Message<'acknowledge-prompt'>): Promise<void> {
    if (!this.screen) return;
    const outcome = await this.#desk.orders.acknowledge(message, this.screen);
    this.#say({ kind: 'command-outcome', n, outcome });
  }

  #pong({ id, version }: Message<'pong'>): void {
    const roundTripMs = this.#heartbeat.answered(id);
    if (roundTripMs !== null) this.#desk.roster.answered(this, this.seat, roundTripMs, version);
  }
}
