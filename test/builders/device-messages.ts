import type { BallotValues } from '../../shared/domain/ballot.ts';
import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import { pairingText, proofText } from '../../shared/protocol/device-proof.ts';
import type { ViewOf } from '../../shared/protocol/host-message.ts';
import { type SignedBallot, signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { type DeviceKey, macOf } from './device-key.ts';

type Said<Kind extends ClientMessage['kind']> = Extract<ClientMessage, { kind: Kind }>;

/** How a device claims a seat. */
export type Claim =
  | { readonly kind: 'card'; readonly seat: string; readonly secret: string }
  | { readonly kind: 'code'; readonly code: string };

/** What the host told when a connection was welcomed; proofs hold for that connection alone. */
export type Welcomed = { readonly challenge: string; readonly eventId: string };

/** The message with which a device claims a seat on the connection of this welcome. */
export function pairMessage(claim: Claim, key: DeviceKey, { challenge, eventId }: Welcomed): Said<'pair'> {
  const { publicKey } = key;
  const text = pairingText(challenge, eventId, publicKey, claim.kind === 'card' ? claim.seat : 'code');
  return {
    kind: 'pair',
    by: claim.kind === 'card' ? { kind: 'card', seat: claim.seat } : { kind: 'code' },
    publicKey,
    mac: macOf(claim.kind === 'card' ? claim.secret : claim.code, text),
    signature: key.sign(proofText(challenge, eventId, publicKey)),
  };
}

/** The message with which a device that the host knows proves its key. */
export function proveMessage(key: DeviceKey, { challenge, eventId }: Welcomed): Said<'prove'> {
  return { kind: 'prove', signature: key.sign(proofText(challenge, eventId, key.publicKey)) };
}

/** A signed ballot for the round on the page; where it shows none, one that no host can take. */
export function ballotMessage(
  key: DeviceKey,
  page: { readonly event: string } & Partial<Pick<ViewOf['panel'], 'ballot' | 'seat'>>,
  n: number,
  values: BallotValues,
  changes: Partial<SignedBallot> = {},
): Said<'ballot'> {
  const { event, ballot: form, seat } = page;
  const signed = signedBallotText({
    protocol: 'leitai-ballot-1',
    event,
    round: form?.round ?? 'no-round',
    opening: form?.opening ?? 1,
    scheme: form?.schemeHash ?? '0'.repeat(64),
    seat: seat?.id ?? 'no-seat',
    device: seat?.device ?? 1,
    n,
    mark: form?.mark ?? 'demo',
    values,
    ...changes,
  });
  return { kind: 'ballot', n, signed, signature: key.sign(signed) };
}
