import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { type Head, isRecord } from './entry.ts';

/** Kinds that the log itself understands; all others belong to the contest. */
export const CHECKPOINT_KIND = 'CheckpointSigned';
export const CLOSE_KIND = 'EventClosed';

/** A signed checkpoint is due at the latest after this many entries. */
export const ENTRIES_PER_CHECKPOINT = 100;

/** The host's signature over the head right before it. Key and signature are hex. */
export type Checkpoint = {
  readonly head: number;
  readonly hash: string;
  readonly publicKey: string;
  readonly signature: string;
};

/** The exact text that the host signs (Ed25519) for a checkpoint. */
export function checkpointMessage(event: string, head: Head): string {
  return canonicalJson({ event, hash: head.hash, head: head.n });
}

/** Body of the `CheckpointSigned` entry that follows `head`. */
export function checkpointBody(
  event: string,
  head: Head,
  publicKey: string,
  sign: (text: string) => string,
): Checkpoint {
  return { hash: head.hash, head: head.n, publicKey, signature: sign(checkpointMessage(event, head)) };
}

/** Reads the body of a `CheckpointSigned` entry. */
export function parseCheckpoint(body: Json): Result<Checkpoint, 'not-a-checkpoint'> {
  if (!isRecord(body)) return err('not-a-checkpoint');
  const { head, hash, publicKey, signature } = body;
  if (
    typeof head !== 'number' ||
    typeof hash !== 'string' ||
    typeof publicKey !== 'string' ||
    typeof signature !== 'string'
  ) {
    return err('not-a-checkpoint');
  }
  return ok({ hash, head, publicKey, signature });
}
