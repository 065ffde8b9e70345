import { monitorSignatureRule } from './monitor-signature-rule.ts';
import { ballotSignatureRule, type SignatureRule } from './signature-rule.ts';

/** Every rule by which the log of an event is verified, for one reading of it. */
export function signatureRules(event: string): readonly SignatureRule[] {
  return [ballotSignatureRule(event), monitorSignatureRule(event)];
}
