import type { RecordedEvent } from '../../../shared/domain/events.ts';
import type { SeatId } from '../../../shared/kernel/brand.ts';
import { parseCanonical } from '../../../shared/kernel/canonical-json.ts';
import type { BallotOutcome } from '../../../shared/protocol/host-message.ts';
import type { SignedBallot } from '../../../shared/protocol/signed-ballot.ts';
import { signedBallotSchema } from '../../../shared/protocol/signed-ballot-schema.ts';
import { ballotCheckCode } from '../../../shared/views/ballot-check-code.ts';
import { verifySignatureAside } from '../log/ed25519.ts';
import { sha256 } from '../log/hashing.ts';
import type { OrderLine } from '../order-line.ts';
import { refusalOf } from './refusal-of.ts';

type Sender = { readonly seat: SeatId; readonly device: number };
type Sent = { readonly n: number; readonly signed: string; readonly signature: string };

/** Takes signed ballots of admitted devices: a `stored` answer means that the ballot is on disk. */
export class BallotBox {
  readonly #orders: OrderLine;

  constructor(orders: OrderLine) {
    this.#orders = orders;
  }

  async submit({ n, signed, signature }: Sent, sender: Sender): Promise<BallotOutcome> {
    const parsed = parseSigned(signed);
    if ('kind' in parsed) return parsed;
    const { ballot } = parsed;
    if (ballot.n !== n) return refused('bad-message', 'n');
    const device = this.#orders.state.seatDevices[sender.seat];
    if (device?.device !== sender.device) return refused('wrong-device', 'device');
    const { protocol: _, ...what } = ballot;
    // The seat may get another device meanwhile: BALLOT-1 is asked again when the ballot's turn comes.
    const outcome = await this.#orders.submitIf(verifySignatureAside(device.publicKey, signed, signature), {
      command: { kind: 'SubmitBallot', ...what, signed, signature },
      by: { role: 'panelist', ...sender },
      ref: { device: `${sender.seat} ${sender.device}`, n },
    });
    if (!outcome) return refused('bad-signature', 'signature');
    if (outcome.kind !== 'accepted') return { kind: 'refused', refusal: refusalOf(outcome) };
    return storedOutcome(outcome.recorded);
  }
}

function storedOutcome(recorded: readonly RecordedEvent[]): BallotOutcome {
  const event = recorded[0]?.event;
  // BALLOT-9: it is on record, but the seat's paper ballot counts.
  if (event?.kind === 'LateBallotVoided') return refused('seat-has-paper', 'seat');
  if (event?.kind !== 'BallotStored') throw new Error('an accepted ballot left no entry');
  const { round, opening, ballotNumber, values, signed } = event;
  return { kind: 'stored', round, opening, ballotNumber, values, code: ballotCheckCode(signed, sha256) };
}

function parseSigned(text: string): { readonly ballot: SignedBallot } | BallotOutcome {
  const read = parseCanonical(text);
  if (!read.ok) return refused(read.error === 'bad-json' ? 'bad-message' : read.error, 'signed');
  const parsed = signedBallotSchema.safeParse(read.value);
  if (parsed.success) return { ballot: parsed.data };
  return refused('bad-message', ['signed', ...(parsed.error.issues[0]?.path ?? [])].join('.'));
}

function refused(code: string, path: string): BallotOutcome {
  return { kind: 'refused', refusal: { code, path, params: {} } };
}
