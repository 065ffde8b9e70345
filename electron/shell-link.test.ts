import { describe, expect, test } from 'vitest';
import type { HostMessage, ShellMessage } from './shell-link.ts';
import { isConsoleExposed, parseHostMessage, parseShellMessage } from './shell-link.ts';

const links = {
  console: 'http://127.0.0.1:4180/console?token=t',
  projector: 'http://127.0.0.1:4180/projector',
  panel: 'http://10.0.0.2:4180/panel',
  prompter: 'http://10.0.0.2:4180/prompter',
};
const ready = { kind: 'ready', links, eventTitle: '擂台', eventFile: '/venue/a.leitai' } as const;

describe('messages of the host', () => {
  const valid: HostMessage[] = [
    ready,
    { kind: 'status', isLive: true, heldNumbers: false, coversHeld: true },
    { kind: 'failed', code: 'port-taken', message: 'Port 4180 is taken.' },
    { kind: 'stopped' },
    { kind: 'pong' },
  ];
  test.each(valid)('$kind is read as it was sent, without what does not belong to it', (message) => {
    expect(parseHostMessage({ ...message, extra: 1 })).toEqual({ ok: true, value: message });
  });

  test.each([
    [null, ''],
    [[], ''],
    ['stopped', ''],
    [{}, 'kind'],
    [{ kind: 'stop' }, 'kind'],
    [{ ...ready, links: null }, 'links'],
    [{ ...ready, links: { ...links, projector: 'javascript:alert(1)' } }, 'links.projector'],
    [{ ...ready, links: { ...links, panel: 'http://' } }, 'links.panel'],
    [{ ...ready, eventFile: undefined }, 'eventFile'],
    [{ kind: 'status', isLive: 1, heldNumbers: false, coversHeld: false }, 'isLive'],
    [{ kind: 'status', isLive: true, heldNumbers: false }, 'coversHeld'],
    [{ kind: 'failed', code: 'x' }, 'message'],
  ])('%j is refused at "%s"', (value, path) => {
    expect(parseHostMessage(value)).toEqual({ ok: false, error: path });
  });
});

describe('messages of the shell', () => {
  const valid: ShellMessage[] = [
    { kind: 'stop' },
    { kind: 'suspend' },
    { kind: 'resume' },
    { kind: 'ping' },
    { kind: 'displays', count: 2, mirrored: false, wall: 'second' },
  ];
  test.each(valid)('$kind is read as it was sent', (message) => {
    expect(parseShellMessage({ ...message, extra: 1 })).toEqual({ ok: true, value: message });
  });

  test.each([
    [undefined, ''],
    [{ kind: 'ready' }, 'kind'],
    [{ kind: 'displays', count: 1.5, mirrored: false, wall: 'none' }, 'count'],
    [{ kind: 'displays', count: 1, mirrored: 'no', wall: 'none' }, 'mirrored'],
    [{ kind: 'displays', count: 1, mirrored: false, wall: 'first' }, 'wall'],
  ])('%j is refused at "%s"', (value, path) => {
    expect(parseShellMessage(value)).toEqual({ ok: false, error: path });
  });
});

test.each([
  [{ mirrored: false, wall: 'second' }, false],
  [{ mirrored: false, wall: 'none' }, true],
  [{ mirrored: true, wall: 'second' }, true],
] as const)('with %j the hall sees the console: %s', (displays, isExposed) => {
  expect(isConsoleExposed({ kind: 'displays', count: 2, ...displays })).toBe(isExposed);
});
