import { CHECKPOINT_KIND, checkpointMessage, parseCheckpoint } from './checkpoint.ts';
import { type Finding, finding } from './finding.ts';
import type { PlacedEntry } from './placement.ts';
import type { SignatureRule, SignedClaim, VerifySignature } from './signature-rule.ts';

export type SignatureExpectations = {
  /** The event as entry 0 names it; checkpoints are signed over it. */
  readonly event: string;
  /** Public keys (hex) of hosts that may sign; null accepts any key, which then is unverified. */
  readonly hostKeys: readonly string[] | null;
  readonly rules: readonly SignatureRule[];
  /** Entries that the chain has found wanting: what can only be checked through them is `unproven`. */
  readonly doubtful: ReadonlySet<number>;
};

type KnownKey = { readonly publicKey: string | null; readonly introducedBy: number };

/**
 * Checks every signature of a placed log. A generator, so that a host can do it in slices between its
 * duties: it yields a finding for each fault and null after each sound entry that carried a signature.
 */
export function* checkSignatures(
  entries: readonly PlacedEntry[],
  expectations: SignatureExpectations,
  verifySignature: VerifySignature,
): Generator<Finding | null, void, undefined> {
  const keys = new Map<string, KnownKey>();
  const unsound = new Set<number>();
  for (const [index, placed] of entries.entries()) {
    const { entry, position } = placed;
    if (entry === null) continue;
    if (entry.kind === CHECKPOINT_KIND) {
      const found = checkCheckpoint(placed, entries[index - 1], expectations, verifySignature);
      yield found?.code === 'checkpoint-signature' ? doubtIf(expectations.doubtful.has(0), found) : found;
    }
    for (const rule of expectations.rules) {
      for (const claim of rule.claims(entry)) {
        const key = keys.get(claim.owner);
        const found = checkClaim(position, claim, key, verifySignature);
        const isKeyInDoubt =
          key === undefined ? expectations.doubtful.size > 0 : expectations.doubtful.has(key.introducedBy);
        const isEarlierInDoubt = claim.restsOnEarlier === true && expectations.doubtful.size > 0;
        const isInDoubt = isKeyInDoubt || isEarlierInDoubt || expectations.doubtful.has(0);
        if (found?.n === position) unsound.add(position);
        yield found === null ? null : doubtIf(isInDoubt, found);
      }
      for (const { code, detail } of rule.breaches?.(entry, unsound) ?? []) {
        yield doubtIf(expectations.doubtful.size > 0, finding(code, position, detail));
      }
      for (const { owner, publicKey } of rule.introduces(entry)) {
        keys.set(owner, { publicKey, introducedBy: position });
      }
    }
  }
}

function doubtIf(isInDoubt: boolean, found: Finding): Finding {
  return isInDoubt ? { ...found, code: 'unproven' } : found;
}

function checkClaim(
  position: number,
  claim: SignedClaim,
  key: KnownKey | undefined,
  verifySignature: VerifySignature,
): Finding | null {
  if (key === undefined || key.publicKey === null) {
    return finding('signature-key', position, { kind: 'key-never-introduced', owner: claim.owner });
  }
  if (!verifySignature(key.publicKey, claim.signed, claim.signature)) {
    return finding('signature-bad', position, { kind: 'signature-misfit', owner: claim.owner });
  }
  const { contradiction, blames } = claim;
  if (contradiction === null) return null;
  return blames === undefined
    ? finding('signed-differs', position, contradiction)
    : finding('altered', blames, contradiction);
}

function checkCheckpoint(
  placed: PlacedEntry,
  before: PlacedEntry | undefined,
  expectations: SignatureExpectations,
  verifySignature: VerifySignature,
): Finding | null {
  const { position, entry } = placed;
  const parsed = parseCheckpoint(entry?.body ?? null);
  if (!parsed.ok) return finding('checkpoint-wrong', position, { kind: 'not-a-checkpoint' });
  const { head, hash, publicKey, signature } = parsed.value;
  const signed = (placed.base ?? 0) + head;
  if (signed !== position - 1)
    return finding('checkpoint-wrong', position, { kind: 'signs-other-entry', signed: head });
  if (!verifySignature(publicKey, checkpointMessage(expectations.event, { n: head, hash }), signature)) {
    return finding('checkpoint-signature', position, { kind: 'host-signature-misfit' });
  }
  if (expectations.hostKeys !== null && !expectations.hostKeys.includes(publicKey)) {
    return finding('checkpoint-key', position, { kind: 'host-key-unknown', publicKey });
  }
  if (before !== undefined && before.position === signed && before.hash !== hash) {
    return finding('altered', signed, { kind: 'signed-hash-differs', checkpoint: position });
  }
  return null;
}
