import { monitorSignatureRule } from './monitor-signature-rule.ts';
import { releaseRule } from './release-rule.ts';
import { ballotSignatureRule, type SignatureRule } from './signature-rule.ts';

/** Every rule by which the log of an event is verified, for one reading of it. A release is held against what the
 * rules before it found. */
export function signatureRules(event: string): readonly SignatureRule[] {
  return [ballotSignatureRule(event), monitorSignatureRule(event), releaseRule()];
}
