import { expect, test } from 'vitest';
import { parseStartOptions } from './start-options.ts';

test('given every option, when they are read, then each is there', () => {
  expect(
    parseStartOptions([
      ...['--event', 'a.leitai', '--demo', 'fictional', '--definition', 'd.json', '--port', '4200'],
      ...['--address=leitai.local', '--bind', '0.0.0.0', '--name', 'Leitai.Test', '--name', 'b'],
      ...['--data', 'd', '--read-only', '--lang', 'zh-Hant'],
    ]),
  ).toEqual({
    ok: true,
    value: {
      event: 'a.leitai',
      demo: 'fictional',
      definition: 'd.json',
      port: 4200,
      address: 'leitai.local',
      bind: '0.0.0.0',
      names: ['leitai.test', 'b'],
      data: 'd',
      isReadOnly: true,
    },
  });
});

test('given --demo without a kind, at the end or before another option, then it is the real one', () => {
  for (const args of [['--demo'], ['--demo', '--port', '0']])
    expect(parseStartOptions(args)).toMatchObject({ ok: true, value: { demo: 'real' } });
});

test.each([
  [['--evnt', 'a'], { kind: 'unknown', option: '--evnt' }],
  [['-x'], { kind: 'unknown', option: '-x' }],
  [['--constructor'], { kind: 'unknown', option: '--constructor' }],
  [['--event'], { kind: 'needs-value', option: '--event' }],
  [['--event='], { kind: 'needs-value', option: '--event' }],
  [['--event', '--port', '0'], { kind: 'needs-value', option: '--event' }],
  [['--read-only=yes'], { kind: 'takes-no-value', option: '--read-only' }],
  [['a.leitai'], { kind: 'not-an-option', given: 'a.leitai' }],
  [['--', 'a.leitai'], { kind: 'not-an-option', given: 'a.leitai' }],
  [['--port', 'seven'], { kind: 'bad-value', option: '--port', given: 'seven' }],
  [['--port', '65536'], { kind: 'bad-value', option: '--port', given: '65536' }],
  [['--port=-1'], { kind: 'bad-value', option: '--port', given: '-1' }],
  [['--demo', 'big'], { kind: 'bad-value', option: '--demo', given: 'big' }],
  [['--address', '192.168.1.300'], { kind: 'bad-value', option: '--address', given: '192.168.1.300' }],
  [['--address', 'http://leitai'], { kind: 'bad-value', option: '--address', given: 'http://leitai' }],
  [['--address', '::1'], { kind: 'bad-value', option: '--address', given: '::1' }],
  [['--lang', 'fr'], { kind: 'bad-value', option: '--lang', given: 'fr' }],
])('given %j, then it says what is wrong', (args, error) => {
  expect(parseStartOptions(args)).toEqual({ ok: false, error });
});
