import { z } from 'zod';
import { ballotMarks } from '../domain/ballot.ts';
import type { SignedBallot } from './signed-ballot.ts';

const name = z.string().min(1).max(64);

/** Parses the text a device signed, at the host only: pages needn't carry the parser. */
export const signedBallotSchema = z.strictObject({
  protocol: z.literal('leitai-ballot-1'),
  event: name,
  round: name,
  opening: z.int().min(1).max(1_000_000),
  scheme: z.string().regex(/^[0-9a-f]{64}$/),
  seat: name,
  device: z.int().min(1).max(1_000_000),
  n: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  mark: z.enum(ballotMarks),
  values: z.record(name, z.string().max(20)),
}) satisfies z.ZodType<SignedBallot>;
