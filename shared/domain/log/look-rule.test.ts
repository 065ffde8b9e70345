import { describe, expect, test } from 'vitest';
import { asStored, EVENT, LogWriter } from '../../../test/builders/log-of-forty.ts';
import type { Json } from '../../kernel/canonical-json.ts';
import { logOpenedBody } from './entry.ts';
import { coSignedUnlooked, lookRule } from './look-rule.ts';

type Line = readonly [kind: string, body: Json];

const screen = 'monitor-4071-0a1b2c3d';
const counted: Line = ['RoundsCounted', { rounds: ['u1.1'], figures: {} }];
const coSigned: Line = ['CountCoSigned', { count: 1, screen }];
const looked = (body: object = {}): Line => [
  'ResultLooked',
  { by: 'monitor', screen, what: 'result', unit: null, ...body },
];
const opened = (rules: string): Line => [
  'LogOpened',
  logOpenedBody(EVENT, '0.1.0', rules) as unknown as Json,
];

function written(lines: readonly Line[]) {
  const log = new LogWriter();
  for (const [kind, body] of lines) log.append(kind, body);
  return log.linked;
}

/** The entries named in a log under today's rules, after its opening and its first count. */
function named(...after: readonly Line[]): readonly string[] {
  const { breaches } = lookRule();
  return written([opened('leitai-3'), counted, ...after]).flatMap(({ entry }) =>
    (breaches?.(entry, new Set()) ?? []).map(({ code }) => `${entry.n} ${code}`),
  );
}

describe('RESULT-14: a look before each co-signature', () => {
  test('given the device has looked at this count, whoever else has, then nothing is found', () => {
    expect(named(looked(), coSigned)).toEqual([]);
    expect(named(looked({ screen: 'monitor-2' }), looked(), looked({ by: 'operator' }), coSigned)).toEqual(
      [],
    );
  });

  test.each<readonly [string, readonly Line[], string]>([
    ['nobody has looked', [coSigned], '2 not-looked'],
    ['another device has looked', [looked({ screen: 'monitor-2' }), coSigned], '3 not-looked'],
    ['the operator has looked', [looked({ by: 'operator' }), coSigned], '3 not-looked'],
    ['it has looked at one unit', [looked({ what: 'unit', unit: 'u1' }), coSigned], '3 not-looked'],
    ['it has looked at an older count', [looked(), counted, coSigned], '4 not-looked'],
    ['it has looked, but later', [coSigned, looked()], '2 not-looked'],
    ['the count was taken back', [looked(), ['RoundReopened', { round: 'u1.1' }], coSigned], '4 not-looked'],
  ])('given %s, when it co-signs, then the co-signature is named', (_, lines, finding) => {
    expect(named(...lines)).toEqual([finding]);
  });

  test('given a step was taken back after the look, then the count and the look stand', () => {
    expect(named(looked(), ['RoundVoided', { round: 'u2.1', why: 'undone' }], coSigned)).toEqual([]);
  });

  test.each(['1', 'leitai-2'])(
    'given the rules %s of before, then no co-signature is wrong, but told of',
    (rules) => {
      const lines = [opened(rules), counted, looked({ screen: undefined }), coSigned];
      const log = written(JSON.parse(JSON.stringify(lines)));
      const { breaches } = lookRule();
      expect(log.flatMap(({ entry }) => breaches?.(entry, new Set()) ?? [])).toEqual([]);
      expect(coSignedUnlooked([asStored(log)])).toEqual([{ log: 0, n: 3 }]);
    },
  );

  test('given a version of today on a log of before, then each is held to its own rules', () => {
    const before = asStored(written([opened('leitai-2'), counted, coSigned]));
    const today = asStored(written([opened('leitai-3'), counted, coSigned]));
    expect(coSignedUnlooked([before, today])).toEqual([{ log: 0, n: 2 }]);
  });
});
