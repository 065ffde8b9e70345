import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../../electron/host/log/ed25519.ts';
import { sha256 } from '../../../electron/host/log/hashing.ts';
import { asStored, EVENT, LogWriter, newSigningKey } from '../../../test/builders/log-of-forty.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { overrideText, releaseText } from '../../protocol/chair-signature.ts';
import { coSignText, objectText } from '../../protocol/monitor-signature.ts';
import { logOpenedBody } from './entry.ts';
import { releasesIn } from './releases-in.ts';
import { signatureRules } from './signature-rules.ts';
import { verifyLog } from './verify.ts';

const host = newSigningKey();
const [device, monitorsKey] = [newSigningKey(), newSigningKey()];
const screen = 'chair-4071-0a1b2c3d';
const monitor = 'monitor-4072-0a1b2c3d';
const objection = '第 3 席代投';
const reason = '已核对签到表';
const figures = { schemeHash: 'c0ffee', units: [{ unit: 'u1', total: '87.10' }] };
const other = { schemeHash: 'c0ffee', units: [{ unit: 'u1', total: '97.10' }] };

const hashOf = (content: Json) => sha256Hex(canonicalJson(content));
const signedBy = (text: string, key = device) => ({
  consent: 'chair-device',
  screen,
  signed: text,
  signature: key.sign(text),
});
const common = { event: EVENT, count: 1, figures: hashOf(figures), screen };
const releasing = { ...common, reveal: 'step', isFewerThanThreeAccepted: false } as const;
const overriding = { ...common, objection, reason };

type Line = readonly [kind: string, body: Json];

const admitted: Line = ['ScreenAdmitted', { screen, role: 'chair', publicKey: device.publicKey, name: '' }];
const dismissed: Line = ['ScreenDismissed', { screen, reason: '没电' }];
const released: Line = ['ResultReleased', { figures, reveal: 'step', ...signedBy(releaseText(releasing)) }];
const byOperator: Line = ['ResultReleased', { figures, reveal: 'step', consent: 'chair-by-operator' }];
const overridden: Line = ['ObjectionOverridden', { reason, ...signedBy(overrideText(overriding)) }];

const objecting = { event: EVENT, count: 1, figures: hashOf(figures), reason: objection, screen: monitor };
const objected: Line = [
  'CountObjected',
  {
    count: 1,
    screen: monitor,
    reason: objection,
    signed: objectText(objecting),
    signature: monitorsKey.sign(objectText(objecting)),
  },
];

/** A count to which the monitor objects; the chair overrides that and releases. */
const sound: readonly Line[] = [
  ['LogOpened', logOpenedBody(EVENT, '0.1.0', '1')],
  ['EventCreated', { definition: { scheme: { isMonitorRequired: true } } }],
  ['ScreenAdmitted', { screen: monitor, role: 'monitor', publicKey: monitorsKey.publicKey, name: '' }],
  admitted,
  ['RoundsCounted', { rounds: ['u1.1'], figures }],
  objected,
  overridden,
  released,
];

/** What is found in a log that somebody wrote anew, with every hash and the host's own signature right. */
function found(lines: readonly Line[]) {
  const log = new LogWriter();
  for (const [kind, body] of lines) log.append(kind, body);
  log.appendCheckpoint(host);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  const { findings } = verifyLog(asStored(log.linked), expectations, verifySignature);
  return findings.map(({ n, code, detail }) => `${n} ${code} ${detail.kind}`);
}

const changed = (n: number, body: object): readonly Line[] =>
  sound.map(([kind, own], index) => [kind, index === n ? { ...Object(own), ...body } : own]);
/** The same under an earlier program, whose logs don't say that a monitor signs its objections. */
const ofBefore = (lines: readonly Line[]): readonly Line[] =>
  lines.map(([kind, body]) => [kind, kind === 'LogOpened' ? { ...Object(body), monitorActs: null } : body]);
const instead = (n: number, line: Line): readonly Line[] =>
  sound.map((own, index) => (index === n ? line : own));

describe('CHAIR-3: the chair’s signatures in a log written anew', () => {
  test('given everything is as it was signed, then nothing is found', () => {
    expect(found(sound)).toEqual([]);
  });

  test.each<readonly [string, readonly Line[], readonly string[]]>([
    ['a released figure', changed(7, { figures: other }), ['7 signed-differs signed-member-differs']],
    ['how they are shown', changed(7, { reveal: 'all' }), ['7 signed-differs signed-member-differs']],
    [
      'the number of the count',
      changed(7, signedBy(releaseText({ ...releasing, count: 2 }))),
      ['7 signed-differs signed-member-differs'],
    ],
    [
      'another event',
      changed(7, signedBy(releaseText({ ...releasing, event: 'another' }))),
      ['7 signed-differs signed-member-differs'],
    ],
    [
      'an override for a release',
      changed(7, signedBy(overrideText(overriding))),
      ['7 signed-differs signed-member-differs'],
    ],
    [
      'a release by another key',
      changed(7, signedBy(releaseText(releasing), newSigningKey())),
      ['7 signature-bad signature-misfit'],
    ],
    ['a signature that is none', changed(7, { signature: 1 }), ['7 signature-bad signature-misfit']],
    [
      'the reason of the override',
      changed(6, { reason: '别的' }),
      ['6 signed-differs signed-member-differs', '7 not-co-signed objection-standing'],
    ],
    [
      'the objection',
      changed(5, { reason: '别的' }),
      ['5 signed-differs signed-member-differs', '7 not-co-signed not-co-signed'],
    ],
    [
      'the objection, which nobody signed in a log of before,',
      ofBefore(changed(5, { reason: '别的', signed: null, signature: null })),
      ['5 altered chair-signed-other'],
    ],
    [
      'the counted figures, which no monitor signed in a log of before,',
      ofBefore(
        changed(4, { figures: other }).map(
          ([kind, body]): Line => [
            kind,
            kind === 'CountObjected' ? { ...Object(body), signed: null, signature: null } : body,
          ],
        ),
      ),
      ['4 altered chair-signed-other'],
    ],
    ['the counted figures', changed(4, { figures: other }), ['4 altered monitor-signed-other']],
    [
      'the admission as a prompter',
      changed(3, { role: 'prompter' }),
      [
        '6 signature-key key-never-introduced',
        '7 signature-key key-never-introduced',
        '7 not-co-signed objection-standing',
      ],
    ],
  ])('given %s is changed, then the entry is named', (_, lines, findings) => {
    expect(found(lines)).toEqual(findings);
  });

  test('CHAIR-2, given the chair’s device is admitted, when the operator releases or overrides, then that is named, and after its dismissal it isn’t', () => {
    const override: Line = ['ObjectionOverridden', { reason, consent: 'chair-by-operator' }];
    expect(found(instead(7, byOperator))).toEqual(['7 not-by-chair release-not-by-chair']);
    expect(found(instead(6, override))).toEqual(['6 not-by-chair override-not-by-chair']);
    expect(found([...sound.slice(0, 6), dismissed, override, byOperator])).toEqual([]);
    expect(found([...sound.slice(0, 7), dismissed, released])).toEqual([
      '8 signature-key key-never-introduced',
    ]);
  });

  test('CHAIR-5, given the chair’s key under a co-signature, then it is no monitor’s', () => {
    const text = coSignText(common);
    const coSigned: Line = [
      'CountCoSigned',
      { count: 1, screen, figures: hashOf(figures), signed: text, signature: device.sign(text) },
    ];
    expect(found([...sound.slice(0, 5), coSigned, released])).toEqual([
      '5 signature-key key-never-introduced',
      '6 not-co-signed not-co-signed',
    ]);
  });
});

test('CHAIR-7: given logs of several versions, then each release is told with who the log says released it', () => {
  const rowsOf = (lines: readonly Line[]) => {
    const log = new LogWriter();
    for (const [kind, body] of lines) log.append(kind, body);
    return asStored(log.linked);
  };
  expect(releasesIn([rowsOf([...sound, byOperator]), rowsOf([admitted, released])])).toEqual([
    { log: 0, n: 7, chair: screen },
    { log: 0, n: 8, chair: null },
    { log: 1, n: 1, chair: screen },
  ]);
});
