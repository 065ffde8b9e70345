import { timingSafeEqual } from 'node:crypto';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { ClientMessage } from '../../../shared/protocol/client-message.ts';
import { proofText } from '../../../shared/protocol/device-proof.ts';
import type { HostMessage } from '../../../shared/protocol/host-message.ts';
import type { Role } from '../../../shared/protocol/roles.ts';
import { protocolVersion } from '../../../shared/protocol/version.ts';
import { verifySignature } from '../log/ed25519.ts';
import type { Desk } from './desk.ts';

type Message<Kind extends ClientMessage['kind']> = Extract<ClientMessage, { kind: Kind }>;
type Admission = Extract<HostMessage, { kind: 'admission' }>;

/**
 * Where the connection came from. `isLocal`: over loopback, as the console; `isSameMachine`: from the host's own
 * machine under any of its addresses.
 */
export type Peer = {
  readonly address: string;
  readonly isLocal: boolean;
  readonly isSameMachine: boolean;
};

/** Who an admitted connection is. */
export type Identity = {
  readonly role: Role;
  readonly seat: SeatId | null;
  readonly device: number | null;
  readonly screen: string | null;
};

type Parts = {
  readonly desk: Desk;
  readonly peer: Peer;
  /** Drawn for this connection alone, so that a proof overheard elsewhere is worth nothing. */
  readonly challenge: string;
  readonly say: (message: HostMessage) => void;
  readonly refuse: (code: string, path: string) => void;
  readonly admitted: (identity: Identity) => void;
  readonly cutOff: (reason: string) => void;
};

type Asking = { readonly role: Role; readonly publicKey: string | null; readonly request: string | null };

const nobody = { seat: null, device: null, screen: null };

/** What a page says and does until it is let in: hello, a proof of its key, a claim to a seat, a request. */
export class Introduction {
  readonly #parts: Parts;
  #asking: Asking | null = null;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** As whom the page has introduced itself; null before that. */
  get role(): Role | null {
    return this.#asking?.role ?? null;
  }

  hello({ protocol, role, token = '', ...rest }: Message<'hello'>): void {
    const publicKey = rest.publicKey ?? null;
    const { desk, challenge, say, refuse } = this.#parts;
    say({
      kind: 'welcome',
      protocol: protocolVersion,
      challenge,
      eventId: desk.state().definition.id,
      origins: desk.origins(),
      at: desk.clock.now(),
      ...(this.#isSigner(role) && this.#parts.peer.isSameMachine && { isSameMachine: true }),
    });
    if (protocol !== protocolVersion) return refuse('wrong-protocol', 'protocol');
    this.#asking = { role, publicKey, request: null };
    switch (role) {
      case 'console':
        return this.#helloConsole(token);
      case 'projector':
        return this.#enter({ ...nobody, role });
      case 'panel':
        return this.#tell(publicKey && desk.seatOfKey(publicKey) ? 'prove' : 'pair');
      case 'prompter':
      case 'monitor':
      case 'chair':
        if (publicKey && this.#isFromElsewhere(publicKey)) return this.#refuseElsewhere();
        return this.#tell(publicKey && desk.screenOfKey(publicKey)?.role === role ? 'prove' : 'pair');
      default:
        return unreachable(role);
    }
  }

  prove({ signature }: Message<'prove'>): void {
    const publicKey = this.#asking?.publicKey;
    if (!publicKey) return this.#parts.refuse('not-expected', 'kind');
    if (this.#isOwnKey(publicKey, signature)) this.#admitKey(publicKey);
    else this.#parts.refuse('bad-signature', 'signature');
  }

  async pair(claim: Message<'pair'>): Promise<void> {
    const { desk, challenge, peer, refuse } = this.#parts;
    const { publicKey } = claim;
    if (!this.#isOwnKey(publicKey, claim.signature)) return refuse('bad-signature', 'signature');
    const answer = await desk.pairing.claim(claim, challenge, peer.address);
    if (this.#isOver) return;
    switch (answer.kind) {
      case 'paired':
        return this.#admitKey(publicKey);
      case 'ask-operator':
        this.#withdrawRequest();
        this.#waitFor(
          desk.roster.askForSeat(answer.seat, answer.seatNumber, peer.address, this.#applicant(publicKey)),
        );
        return this.#tell('wait-for-operator');
      case 'refused': {
        const { refusal, retryAfterMs } = answer;
        desk.countRefusal(refusal.code, refusal.path, peer.address);
        return this.#tell('refused', { refusal, retryAfterMs });
      }
      default:
        return unreachable(answer);
    }
  }

  askAdmission({ publicKey, signature }: Message<'ask-admission'>): void {
    const { desk, peer, refuse } = this.#parts;
    if (this.#asking?.request) return refuse('already-introduced', 'kind');
    if (!this.#isOwnKey(publicKey, signature)) return refuse('bad-signature', 'signature');
    if (this.#isFromElsewhere(publicKey)) return this.#refuseElsewhere();
    // A panelist's own device may not watch over its own ballots, and a device has one role.
    if (desk.seatOfKey(publicKey) || desk.screenOfKey(publicKey))
      return refuse('already-paired', 'publicKey');
    const role = this.role === 'monitor' || this.role === 'chair' ? this.role : 'prompter';
    // SAME-1
    const from = { address: peer.address, isSameMachine: role !== 'prompter' && peer.isSameMachine };
    const { id, number } = desk.roster.askForScreen(role, from, this.#applicant(publicKey));
    this.#waitFor(id);
    this.#tell('asked', { number });
  }

  /** The connection has closed: nobody waits any more. */
  stop(): void {
    this.#isOver = true;
    this.#withdrawRequest();
  }

  #helloConsole(token: string): void {
    const { desk, peer, refuse, cutOff } = this.#parts;
    const [given, expected] = [Buffer.from(token), Buffer.from(desk.consoleToken)];
    if (peer.isLocal && given.length === expected.length && timingSafeEqual(given, expected))
      return this.#enter({ ...nobody, role: 'console' });
    refuse('not-the-console', 'token');
    cutOff('not the console');
  }

  #isOwnKey(publicKey: string, signature: string): boolean {
    const { desk, challenge } = this.#parts;
    return verifySignature(publicKey, proofText(challenge, desk.state().definition.id, publicKey), signature);
  }

  /** Lets a device in whose key is registered now for what it introduced itself as. */
  #admitKey(publicKey: string): void {
    const { desk } = this.#parts;
    const seat = desk.seatOfKey(publicKey);
    const screen = desk.screenOfKey(publicKey);
    if (seat && this.role === 'panel') this.#enter({ ...nobody, ...seat, role: 'panel' });
    else if (screen && this.#isFromElsewhere(publicKey)) this.#refuseElsewhere();
    else if (screen?.role === this.role) this.#enter({ ...nobody, role: screen.role, screen: screen.id });
    else this.#tell('pair');
  }

  #isSigner(role: Role): boolean {
    return role === 'monitor' || role === 'chair';
  }

  // SAME-2
  /** Whether a signing device's key was admitted on this machine and comes from another one, or the reverse. */
  #isFromElsewhere(publicKey: string): boolean {
    const { desk, peer } = this.#parts;
    const screen = desk.screenOfKey(publicKey);
    return (
      screen !== null && this.#isSigner(screen.role) && (screen.isSameMachine ?? false) !== peer.isSameMachine
    );
  }

  #refuseElsewhere(): void {
    const { desk, peer } = this.#parts;
    const code = peer.isSameMachine ? 'admitted-elsewhere' : 'admitted-on-host';
    desk.countRefusal(code, 'publicKey', peer.address);
    this.#tell('refused', { refusal: { code, path: 'publicKey', params: {} } });
  }

  #enter(identity: Identity): void {
    this.#isOver = true;
    this.#parts.admitted(identity);
  }

  #applicant(publicKey: string) {
    return {
      publicKey,
      admitted: () => this.#admitKey(publicKey),
      // The device may ask again: the operator may have pressed the wrong one.
      refused: () => {
        this.#waitFor(null);
        this.#tell('refused', { refusal: { code: 'refused-by-operator', path: '', params: {} } });
      },
    };
  }

  #waitFor(request: string | null): void {
    if (this.#asking) this.#asking = { ...this.#asking, request };
  }

  #withdrawRequest(): void {
    if (this.#asking?.request) this.#parts.desk.roster.withdraw(this.#asking.request);
  }

  #tell(state: Admission['state'], extra: Partial<Admission> = {}): void {
    this.#parts.say({
      kind: 'admission',
      state,
      number: null,
      retryAfterMs: null,
      refusal: null,
      ...extra,
    });
  }
}
