import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { parseEntry } from '../../shared/domain/log/entry.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type { Venue } from './venue.ts';

const paired = z.object({ seat: z.string(), device: z.int(), publicKey: z.string() });
const stored = z.object({
  round: z.string(),
  opening: z.int(),
  seat: z.string(),
  device: z.int(),
  ballotNumber: z.int(),
  values: z.record(z.string(), z.string()),
  signed: z.string(),
  signature: z.string(),
});

/** A ballot as the log has it, with the code and the proof that anyone can make from its signed text. */
export type LoggedBallot = z.infer<typeof stored> & {
  readonly code: string;
  readonly isSignatureValid: boolean;
};

/** Every entry of the log as the operator's copy of the event file has it now. */
async function entriesOf(venue: Venue) {
  const { origin, token } = venue.place;
  const response = await fetch(`${origin}/console/export/event.leitai?token=${token}`);
  if (!response.ok) throw new Error(`the copy of the event: ${response.status}`);
  const path = join(venue.folder, `${randomUUID()}.leitai`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(JSON.stringify(examined.error));
  return examined.value.rows.map(({ text }) => {
    const entry = parseEntry(text ?? '');
    if (!entry.ok) throw new Error(`${entry.error}: ${text}`);
    return entry.value;
  });
}

/** All ballots in the log so far, in order. */
export async function ballotsInLog(venue: Venue): Promise<readonly LoggedBallot[]> {
  const entries = await entriesOf(venue);
  const keys = entries.flatMap(({ kind, body }) => (kind === 'SeatPaired' ? [paired.parse(body)] : []));
  return entries
    .filter(({ kind }) => kind === 'BallotStored')
    .map(({ body }) => {
      const ballot = stored.parse(body);
      const key = keys.find(({ seat, device }) => seat === ballot.seat && device === ballot.device);
      return {
        ...ballot,
        code: ballotCheckCode(ballot.signed),
        isSignatureValid: verifySignature(key?.publicKey ?? '', ballot.signed, ballot.signature),
      };
    });
}
