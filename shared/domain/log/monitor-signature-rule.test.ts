import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../../electron/host/log/ed25519.ts';
import { sha256 } from '../../../electron/host/log/hashing.ts';
import { asStored, EVENT, LogWriter, newSigningKey } from '../../../test/builders/log-of-forty.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import {
  coSignText,
  declineText,
  objectText,
  secondText,
  withdrawText,
} from '../../protocol/monitor-signature.ts';
import { logOpenedBody } from './entry.ts';
import { signatureRules } from './signature-rules.ts';
import { verifyLog } from './verify.ts';

const host = newSigningKey();
const device = newSigningKey();
const screen = 'monitor-4071-0a1b2c3d';
const reason = '第 3 席打错';
const act = { kind: 'reopen', round: 'u1.1' };
const figures = { schemeHash: 'c0ffee', units: [{ unit: 'u1', total: '87.10' }] };
const other = { schemeHash: 'c0ffee', units: [{ unit: 'u1', total: '97.10' }] };

const hashOf = (content: Json) => sha256Hex(canonicalJson(content));
const signedBy = (text: string, key = device) => ({ signed: text, signature: key.sign(text) });
const coSigned = (count: number, of: Json, key = device) => ({
  count,
  screen,
  figures: hashOf(of),
  ...signedBy(coSignText({ event: EVENT, count, figures: hashOf(of), screen }), key),
});
const seconded = (of: Json = act, why = reason) => ({
  proposal: 1,
  screen,
  ...signedBy(secondText({ event: EVENT, proposal: 1, act: hashOf(of), reason: why, screen })),
});

type Line = readonly [kind: string, body: Json];

/** A count, co-signed, taken back by two persons, made anew, co-signed and released. */
const sound: readonly Line[] = [
  ['LogOpened', logOpenedBody(EVENT, '0.1.0', '1')],
  ['EventCreated', { definition: { scheme: { isMonitorRequired: true } } }],
  ['ScreenAdmitted', { screen, role: 'monitor', publicKey: device.publicKey, name: '10.0.0.9' }],
  ['RoundsCounted', { rounds: ['u1.1'], figures: other }],
  ['CountCoSigned', coSigned(1, other)],
  ['ActProposed', { proposal: 1, act, reason }],
  ['ActSeconded', seconded()],
  ['RoundsCounted', { rounds: ['u1.1'], figures }],
  ['CountCoSigned', coSigned(2, figures)],
  ['ResultReleased', { figures, reveal: 'step' }],
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

/** The same lines as an earlier program wrote them, which had no device sign an objection. */
const asBefore = ([first, ...rest]: readonly Line[]): readonly Line[] => {
  const { monitorActs: _, ...body } = logOpenedBody(EVENT, '0.1.0', '1');
  return first ? [['LogOpened', body], ...rest] : [];
};

const changed = (n: number, body: object): readonly Line[] =>
  sound.map(([kind, own], index) => [kind, index === n ? { ...Object(own), ...body } : own]);
const without = (n: number) => sound.filter((_, index) => index !== n);

describe('LOG: the monitor’s signatures in a log written anew', () => {
  test('given everything is as it was signed, then nothing is found', () => {
    expect(found(sound)).toEqual([]);
  });

  test.each<readonly [string, readonly Line[], readonly string[]]>([
    ['a counted figure', changed(7, { figures: other }), ['7 altered monitor-signed-other']],
    ['a released figure', changed(9, { figures: other }), ['9 altered monitor-signed-other']],
    [
      'the act that was let happen',
      changed(5, { act: { kind: 'reopen', round: 'u2.1' } }),
      ['5 altered monitor-signed-other'],
    ],
    ['the reason of the act', changed(5, { reason: '别的' }), ['5 altered monitor-signed-other']],
    [
      'the hash beside a co-signature',
      changed(8, { figures: hashOf(other) }),
      ['8 signed-differs signed-member-differs', '9 not-co-signed not-co-signed'],
    ],
    ['the number of the count', changed(4, { count: 2 }), ['4 signed-differs signed-member-differs']],
    ['the number of the proposal', changed(6, { proposal: 2 }), ['6 signed-differs signed-member-differs']],
    [
      'a co-signature by another key',
      changed(4, coSigned(1, other, newSigningKey())),
      ['4 signature-bad signature-misfit'],
    ],
    [
      'a co-signature of an older count',
      changed(8, coSigned(1, other)),
      ['8 signed-differs signed-member-differs', '9 not-co-signed not-co-signed'],
    ],
    [
      'a signature of nobody where a monitor is required',
      changed(6, { screen: null, signed: '', signature: '' }),
      ['6 signature-key key-never-introduced'],
    ],
    ['a signature that is none', changed(6, { signed: 1 }), ['6 signature-bad signature-misfit']],
    [
      'the admission as a prompter',
      changed(2, { role: 'prompter' }),
      [
        '4 signature-key key-never-introduced',
        '6 signature-key key-never-introduced',
        '8 signature-key key-never-introduced',
        '9 not-co-signed not-co-signed',
      ],
    ],
    [
      'a count that is left out',
      without(3),
      [
        '3 signed-differs signed-member-differs',
        '7 signed-differs signed-member-differs',
        '8 not-co-signed not-co-signed',
      ],
    ],
  ])('given %s is changed, then the entry is named', (_, lines, findings) => {
    expect(found(lines)).toEqual(findings);
  });

  test('given the device was dismissed, when it signs after that, then its key is unknown', () => {
    const dismissed: readonly Line[] = [
      ...sound.slice(0, 8),
      ['ScreenDismissed', { screen }],
      ...sound.slice(8),
    ];
    expect(found(dismissed)).toEqual([
      '9 signature-key key-never-introduced',
      '10 not-co-signed not-co-signed',
    ]);
  });

  test('RESULT-7, given no co-signature, when the result is released, then the release is named', () => {
    expect(found(without(8))).toEqual(['8 not-co-signed not-co-signed']);
    const oldCountOnly = sound.filter(([kind], index) => kind !== 'CountCoSigned' || index === 4);
    expect(found(oldCountOnly)).toEqual(['8 not-co-signed not-co-signed']);
  });

  test('RESULT-7, given a co-signature of another key, when the result is released, then both are named', () => {
    expect(found(changed(8, coSigned(2, figures, newSigningKey())))).toEqual([
      '8 signature-bad signature-misfit',
      '9 not-co-signed not-co-signed',
    ]);
  });

  test('RESULT-9, given a co-signed count is taken back, when it is released without another, then the release is named', () => {
    const takenBack: readonly Line[] = [
      ...sound.slice(0, 9),
      ['RoundReopened', { round: 'u1.1', opening: 2, reason }],
      ...sound.slice(9),
    ];
    expect(found(takenBack)).toEqual(['10 not-co-signed not-co-signed']);
    const stepUndone: readonly Line[] = [
      ...sound.slice(0, 9),
      ['RoundVoided', { round: 'u2.1', why: 'undone', toUnit: null }],
      ...sound.slice(9),
    ];
    expect(found(stepUndone)).toEqual([]);
  });

  test('RESULT-8, given an objection in a log of before, then only one that was overridden stands in for the signature', () => {
    const objecting = (...after: readonly Line[]): readonly Line[] => [
      ...asBefore(sound.slice(0, 8)),
      ['CountObjected', { count: 2, screen, reason }],
      ...after,
      ...sound.slice(9),
    ];
    const anybodys: Line = ['CountObjected', { count: 2, screen: 'monitor-nobody', reason }];
    const overridden: Line = ['ObjectionOverridden', { reason, consent: 'chair-by-operator' }];
    const withdrawn: Line = ['ObjectionWithdrawn', { screen }];
    expect(found(objecting(overridden))).toEqual([]);
    expect(found(objecting())).toEqual(['9 not-co-signed objection-standing']);
    expect(found(objecting(withdrawn))).toEqual(['10 not-co-signed not-co-signed']);
    expect(found(objecting(withdrawn, sound[8] ?? overridden))).toEqual([]);
    expect(found([...asBefore(sound.slice(0, 8)), anybodys, overridden, ...sound.slice(9)])).toEqual([
      '10 not-co-signed not-co-signed',
    ]);
  });

  test('RESULT-8, given an objection to a count that was taken back, when the next is co-signed, then nothing is found', () => {
    const takenBack: readonly Line[] = [
      ...asBefore(sound.slice(0, 4)),
      ['CountObjected', { count: 1, screen, reason }],
      ...sound.slice(5),
    ];
    expect(found(takenBack)).toEqual([]);
  });

  describe('RESULT-15: what else the monitor signs', () => {
    const by = { event: EVENT, screen };
    const what = { count: 2, figures: hashOf(figures), reason };
    const objected = { count: 2, screen, reason, ...signedBy(objectText({ ...by, ...what })) };
    const why = '已核对';
    const withdrawn = {
      screen,
      reason: why,
      ...signedBy(withdrawText({ ...by, count: 2, objection: reason, reason: why })),
    };
    const declined = {
      proposal: 2,
      by: 'monitor',
      screen,
      ...signedBy(declineText({ ...by, proposal: 2, act: hashOf(act), reason })),
    };
    const unsigned = { signed: undefined, signature: undefined };
    const overridden: Line = ['ObjectionOverridden', { reason: why, consent: 'chair-by-operator' }];
    /** Objected to, withdrawn, a correction declined; then released on the co-signature of before. */
    const history = (
      own: {
        readonly objection?: object;
        readonly withdrawal?: object;
        readonly proposal?: object;
        readonly decline?: object;
      } = {},
    ): readonly Line[] =>
      JSON.parse(
        JSON.stringify([
          ...sound.slice(0, 9),
          ['CountObjected', { ...objected, ...own.objection }],
          ['ObjectionWithdrawn', { ...withdrawn, ...own.withdrawal }],
          ['ActProposed', { proposal: 2, act, reason, ...own.proposal }],
          ['ActDropped', { ...declined, ...own.decline }],
          ...sound.slice(9),
        ]),
      );

    test('given everything is as it was signed, then nothing is found', () => {
      expect(found(history())).toEqual([]);
      const taken = { by: 'operator', screen: undefined, ...unsigned };
      expect(found(history({ decline: taken }))).toEqual([]);
    });

    test.each<readonly [string, Parameters<typeof history>[0], readonly string[]]>([
      [
        'the reason of an objection',
        { objection: { reason: '别的' } },
        ['9 signed-differs signed-member-differs'],
      ],
      [
        'the figures that are objected to',
        { objection: signedBy(objectText({ ...by, ...what, figures: hashOf(other) })) },
        ['7 altered monitor-signed-other'],
      ],
      [
        'why it is withdrawn',
        { withdrawal: { reason: '别的' } },
        ['10 signed-differs signed-member-differs', '13 not-co-signed objection-standing'],
      ],
      [
        'a withdrawal without a signature',
        { withdrawal: unsigned },
        ['10 signature-bad signature-misfit', '13 not-co-signed objection-standing'],
      ],
      ['an objection without a signature', { objection: unsigned }, ['9 signature-bad signature-misfit']],
      ['the act that is declined', { proposal: { reason: '别的' } }, ['11 altered monitor-signed-other']],
      ['a decline without a signature', { decline: unsigned }, ['12 signature-bad signature-misfit']],
      [
        'a decline as another device’s',
        { decline: { screen: 'monitor-nobody' } },
        ['12 signature-key key-never-introduced'],
      ],
    ])('given %s is changed, then the entry is named', (_, own, findings) => {
      expect(found(history(own))).toEqual(findings);
    });

    test('given a log of before, then none of it needs a signature, and one that is there is checked', () => {
      const none = { objection: unsigned, withdrawal: unsigned, decline: { screen: undefined, ...unsigned } };
      expect(found(asBefore(history(none)))).toEqual([]);
      expect(found(asBefore(history({ withdrawal: { reason: '别的' } })))).toEqual([
        '10 signed-differs signed-member-differs',
        '13 not-co-signed objection-standing',
      ]);
    });

    test('given an objection that no monitor signed, when it is overridden, then it doesn’t stand in for a co-signature', () => {
      const forged: readonly Line[] = [
        ...sound.slice(0, 8),
        ['CountObjected', { count: 2, screen, reason }],
        overridden,
        ...sound.slice(9),
      ];
      expect(found(forged)).toEqual(['8 signature-bad signature-misfit', '10 not-co-signed not-co-signed']);
      expect(found(asBefore(forged))).toEqual([]);
      const signed: readonly Line[] = [
        ...sound.slice(0, 8),
        ['CountObjected', objected],
        overridden,
        ...sound.slice(9),
      ];
      expect(found(signed)).toEqual([]);
    });
  });

  test('SCHEME-3, given rules that drop the monitor, then the change is named once a round was opened, and so is a release that uses it', () => {
    const scheme = (isMonitorRequired: boolean) => ({ scheme: { isMonitorRequired }, orderedBy: '', reason });
    const opened: Line = ['RoundOpened', { round: 'u1.1', unit: 'u1' }];
    const dropped: Line = ['SchemeChanged', scheme(false)];
    const [first, created, admitted, ...rest] = sound;
    if (!first || !created || !admitted) throw new Error('a shorter log');
    const unsigned = rest.filter(([kind]) => kind === 'RoundsCounted' || kind === 'ResultReleased').slice(1);
    expect(found([first, created, admitted, opened, dropped, ...rest])).toEqual([
      '4 monitor-dropped monitor-dropped',
    ]);
    expect(found([first, created, admitted, opened, dropped, ...unsigned])).toEqual([
      '4 monitor-dropped monitor-dropped',
      '6 not-co-signed not-co-signed',
    ]);
    expect(found([first, created, admitted, dropped, opened, ...unsigned])).toEqual([]);
    expect(
      found([first, created, admitted, dropped, opened, ['SchemeChanged', scheme(true)], ...unsigned]),
    ).toEqual(['7 not-co-signed not-co-signed']);
  });

  test('given a byte of a co-signature is flipped where the chain still stands, then the release is only unproven', () => {
    const log = new LogWriter();
    for (const [kind, body] of sound) log.append(kind, body);
    const rows = asStored(log.linked).map((row) =>
      row.n === 8 ? { ...row, text: String(row.text).replace('"count":2', '"count":3') } : row,
    );
    const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
    const { findings } = verifyLog(rows, expectations, verifySignature);
    expect(findings.map(({ n, code }) => `${n} ${code}`)).toEqual([
      '8 altered',
      '8 signed-differs',
      '9 unproven',
    ]);
  });

  test('given no monitor is required, then the operator’s second press carries no signature', () => {
    const alone: readonly Line[] = [
      ...sound.slice(0, 1),
      ['EventCreated', { definition: { scheme: { isMonitorRequired: false } } }],
      ['ActProposed', { proposal: 1, act, reason }],
      ['ActSeconded', { proposal: 1, screen: null, signed: '', signature: '' }],
    ];
    expect(found(alone)).toEqual([]);
  });

  test('given a byte of a co-signed count is flipped where the chain still stands, then only that entry is named', () => {
    const log = new LogWriter();
    for (const [kind, body] of sound) log.append(kind, body);
    const rows = asStored(log.linked).map((row) =>
      row.n === 7 ? { ...row, text: String(row.text).replace('87.10', '97.10') } : row,
    );
    const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
    expect(verifyLog(rows, expectations, verifySignature).findings).toMatchObject([
      { n: 7, code: 'altered' },
    ]);
  });
});
