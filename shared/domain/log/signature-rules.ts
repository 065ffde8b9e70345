import { chairSignatureRule } from './chair-signature-rule.ts';
import { closeRule } from './close-rule.ts';
import { lookRule } from './look-rule.ts';
import { monitorSignatureRule } from './monitor-signature-rule.ts';
import { releaseRule } from './release-rule.ts';
import { ballotSignatureRule, type SignatureRule } from './signature-rule.ts';

/** Every rule by which the log of an event is verified, for one reading of it. A release and the end are held
 * against what the rules before them found. */
export function signatureRules(event: string): readonly SignatureRule[] {
  return [
    ballotSignatureRule(event),
    monitorSignatureRule(event),
    chairSignatureRule(event),
    lookRule(),
    releaseRule(),
    closeRule(),
  ];
}
