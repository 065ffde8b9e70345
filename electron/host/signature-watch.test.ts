import { expect, onTestFinished, test, vi } from 'vitest';
import { checkChain } from '../../shared/domain/log/chain.ts';
import { logOpenedBody } from '../../shared/domain/log/entry.ts';
import type { Finding } from '../../shared/domain/log/finding.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { coSignText } from '../../shared/protocol/monitor-signature.ts';
import { asStored, EVENT, LogWriter, newSigningKey } from '../../test/builders/log-of-forty.ts';
import { sha256 } from './log/hashing.ts';
import { watchSignatures } from './signature-watch.ts';

/** A co-signed count, in a log whose every hash is right. */
function coSignedLog(total: string, signedTotal: string) {
  const device = newSigningKey();
  const screen = 'monitor-4071-0a1b2c3d';
  const figures = sha256(canonicalJson({ units: [{ total: signedTotal }] }));
  const signed = coSignText({ event: EVENT, count: 1, figures, screen });
  const log = new LogWriter();
  log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
  log.append('ScreenAdmitted', { screen, role: 'monitor', publicKey: device.publicKey, name: '' });
  log.append('RoundsCounted', { figures: { units: [{ total }] } });
  log.append('CountCoSigned', { count: 1, screen, figures, signed, signature: device.sign(signed) });
  return checkChain(asStored(log.linked), [], sha256).entries;
}

/** What the host finds beside its other duties in an opened log. */
function watched(total: string, signedTotal: string): readonly Finding[] {
  const findings: Finding[] = [];
  const stop = watchSignatures(EVENT, coSignedLog(total, signedTotal), (found) => findings.push(found));
  onTestFinished(stop);
  return findings;
}

test('given an opened log whose counted figures are not those that were co-signed, when the host has checked it, then it names the count', async () => {
  const sound = watched('87.10', '87.10');
  const changed = watched('97.10', '87.10');
  await vi.waitFor(() => expect(changed).toHaveLength(1), { timeout: 10_000 });
  expect(changed).toMatchObject([
    { n: 2, code: 'altered', detail: { kind: 'monitor-signed-other', signed: 3 } },
  ]);
  expect(sound).toEqual([]);
});
