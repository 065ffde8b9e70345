import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../../electron/host/log/ed25519.ts';
import { sha256 } from '../../../electron/host/log/hashing.ts';
import { asStored, EVENT, LogWriter, newSigningKey } from '../../../test/builders/log-of-forty.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { coSignText, secondText } from '../../protocol/monitor-signature.ts';
import { closedAlone } from './close-rule.ts';
import { logOpenedBody } from './entry.ts';
import { signatureRules } from './signature-rules.ts';
import { verifyLog } from './verify.ts';

const host = newSigningKey();
const device = newSigningKey();
const screen = 'monitor-4071-0a1b2c3d';
const figures = { schemeHash: 'c0ffee', units: [{ unit: 'u1', total: '87.10' }] };
const hashOf = (content: Json) => sha256Hex(canonicalJson(content));

type Closed = {
  /** The result that stands at the close, or a count that was taken back again. */
  readonly count?: 'released' | 'taken-back';
  readonly isMonitorRequired?: boolean;
  /** What is changed about the act as it was proposed and signed. */
  readonly act?: (act: { head: { n: number; hash: string }; closing: object }) => Json;
  /** Null: nobody signs. */
  readonly key?: typeof device | null;
  readonly closed?: Json;
};

/** A log that ends in a close, written anew with every hash and the host's own signature right. */
function aClosedLog({
  count = 'released',
  isMonitorRequired = true,
  act = (own) => own as unknown as Json,
  key = device,
  closed,
}: Closed) {
  const log = new LogWriter();
  log.append('LogOpened', logOpenedBody(EVENT, '0.1.0', '1'));
  log.append('EventCreated', { definition: { scheme: { isMonitorRequired } } });
  log.append('ScreenAdmitted', { screen, role: 'monitor', publicKey: device.publicKey, name: '10.0.0.9' });
  log.append('RoundsCounted', { rounds: ['u1.1'], figures });
  const coSigned = coSignText({ event: EVENT, count: 1, figures: hashOf(figures), screen });
  log.append('CountCoSigned', {
    count: 1,
    screen,
    figures: hashOf(figures),
    signed: coSigned,
    signature: device.sign(coSigned),
  });
  if (count === 'released') log.append('ResultReleased', { figures, reveal: 'all' });
  else {
    const back: Json = { kind: 'take-back' };
    log.append('ActProposed', { proposal: 0, act: back, reason: 'a tie' });
    const signed = secondText({ event: EVENT, proposal: 0, act: hashOf(back), reason: 'a tie', screen });
    log.append('ActSeconded', { proposal: 0, screen, signed, signature: device.sign(signed) });
    log.append('CountTakenBack', { reason: 'a tie', proposal: 0 });
  }
  const before = log.linked.at(-1);
  if (!before) throw new Error('an empty log');
  const stands = count === 'released';
  const closing = {
    result: stands ? 'released' : 'none',
    figures: stands ? hashOf(figures) : null,
    rounds: 1,
    changes: 1,
    attachments: 0,
  };
  const proposed = act({ head: { n: before.entry.n, hash: before.hash }, closing }) as object;
  const whole = { kind: 'close', ...proposed } as unknown as Json;
  log.append('ActProposed', { proposal: 1, act: whole, reason: '' });
  if (key) {
    const signed = secondText({ event: EVENT, proposal: 1, act: hashOf(whole), reason: '', screen });
    log.append('ActSeconded', { proposal: 1, screen, signed, signature: key.sign(signed) });
  }
  log.append('EventClosed', closed ?? { proposal: 1 });
  log.appendCheckpoint(host);
  return asStored(log.linked);
}

function found(closed: Closed) {
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  const { findings, status } = verifyLog(aClosedLog(closed), expectations, verifySignature);
  expect(status.kind === 'sealed').toBe(findings.length === 0);
  return findings.map(({ n, code, detail }) => `${n} ${code} ${detail.kind}`);
}

describe('EVENT-8: the close in a log written anew', () => {
  test('given a close that a monitor’s device signed, then nothing is found', () => {
    expect(found({})).toEqual([]);
  });

  test('given the count was taken back before the close, when the close is signed without a result, then nothing is found', () => {
    expect(found({ count: 'taken-back' })).toEqual([]);
  });

  test('given a required monitor, when nobody signed or another proposal is named, then the close is named', () => {
    expect(found({ key: null })).toEqual(['7 not-co-signed close-not-co-signed']);
    expect(found({ closed: {} })).toEqual(['8 not-co-signed close-not-co-signed']);
    expect(found({ closed: { proposal: 2 } })).toEqual(['8 not-co-signed close-not-co-signed']);
    expect(found({ closed: { reason: '' } })).toEqual(['8 not-co-signed close-not-co-signed']);
  });

  test('given a signature of another key, then both are named', () => {
    expect(found({ key: newSigningKey() })).toEqual([
      '7 signature-bad signature-misfit',
      '8 not-co-signed close-not-co-signed',
    ]);
  });

  test('given a signed proposal that names another end of the log or other figures, then the close is named', () => {
    const { hash } = { hash: '0'.repeat(64) };
    expect(found({ act: (own) => ({ ...own, head: { ...own.head, hash } }) as unknown as Json })).toEqual([
      '8 not-co-signed close-names-other-end',
    ]);
    expect(
      found({ act: (own) => ({ ...own, head: { ...own.head, n: own.head.n - 1 } }) as unknown as Json }),
    ).toEqual(['8 not-co-signed close-names-other-end']);
    expect(
      found({ act: (own) => ({ ...own, closing: { ...own.closing, figures: hash } }) as unknown as Json }),
    ).toEqual(['8 not-co-signed close-names-other-figures']);
  });

  test('given no monitor is required, then a close needs nothing', () => {
    expect(found({ isMonitorRequired: false, key: null, closed: {} })).toEqual([]);
  });
});

describe('EVENT-9: closed without the monitor', () => {
  test('given a reason, then nothing is wrong, and the reason is reported with its entry', () => {
    const reason = '监督员设备联系不上';
    expect(found({ key: null, closed: { reason } })).toEqual([]);
    expect(closedAlone(aClosedLog({ key: null, closed: { reason } }))).toEqual({ n: 7, reason });
    expect(closedAlone(aClosedLog({}))).toBeNull();
    expect(closedAlone(aClosedLog({}).slice(0, 5))).toBeNull();
  });
});
