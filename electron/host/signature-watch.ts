import type { Finding } from '../../shared/domain/log/finding.ts';
import { findingInVersion, joinVersions } from '../../shared/domain/log/joined-versions.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { checkSignatures } from '../../shared/domain/log/signatures.ts';
import { verifySignature } from './log/ed25519.ts';
import type { OpenedEvent } from './log/open-event-file.ts';

const sliceMs = 5;
/** First the pages come back: a restart in mid-show must not wait for this. */
const startAfterMs = 3_000;

/** Checks the signatures of an opened log between the host's other duties. Returns how to stop it. */
export function watchSignatures(
  event: string,
  placed: OpenedEvent['placed'],
  found: (finding: Finding) => void,
  former: OpenedEvent['former'] = [],
): () => void {
  const expectations = { event, hostKeys: null, rules: signatureRules(event), doubtful: new Set<number>() };
  const checks = checkSignatures(joinVersions(former, placed), expectations, verifySignature);
  let next: NodeJS.Immediate | null = null;
  const slice = () => {
    const until = performance.now() + sliceMs;
    while (performance.now() < until) {
      const { done, value } = checks.next();
      if (done) return;
      if (value) found(findingInVersion(value, former));
    }
    next = setImmediate(slice);
  };
  const start = setTimeout(slice, startAfterMs);
  return () => {
    clearTimeout(start);
    if (next) clearImmediate(next);
  };
}
