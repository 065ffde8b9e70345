import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { links, ready, startMachine } from '../../test/electron/start-machine.ts';
import { pingEveryMs, stopLimitMs, unansweredPingLimit } from './host-process.ts';
import { crashWindowMs } from './host-supervisor.ts';
import { reloadAfterMs } from './page-window.ts';
import { hostFailedExitCode } from './shell.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the shell starts the host', () => {
  test('given no file, when it starts, then the host is forked with the demo and the user folder', () => {
    const machine = startMachine();
    expect(machine.hosts.map((host) => host.args)).toEqual([
      ['--demo', 'real', '--data', '/data', '--lang', 'en'],
    ]);
  });

  test('given an event, a port and an address on the command line, then the host gets them', () => {
    const machine = startMachine({
      argv: ['--event', 'a.leitai', '--port', '5000', '--address', '10.0.0.2'],
    });
    expect(machine.host().args).toEqual([
      ...['--event', '/venue/a.leitai', '--port', '5000', '--address', '10.0.0.2', '--data', '/data'],
      ...['--lang', 'en'],
    ]);
  });

  test.each([
    [[], 'zh-TW', 'zh-Hant'],
    [[], 'zh-CN', 'zh-Hans'],
    [[], 'de-DE', 'en'],
    [['--lang', 'zh-Hans'], 'en-US', 'zh-Hans'],
  ])('given %j on a system in %s, then the host speaks %s', (argv, locale, language) => {
    expect(startMachine({ argv, locale }).host().args.slice(-2)).toEqual(['--lang', language]);
  });

  test('given a file opened by double click, then the host is started with it', () => {
    const machine = startMachine({ openedFile: '/venue/b.leitai', argv: ['--demo'] });
    expect(machine.host().args).toContain('/venue/b.leitai');
  });

  test('given an event that was live when the program died, when it is relaunched, then it is reopened without a question', () => {
    const machine = startMachine({ liveEvent: '/venue/live.leitai' });
    expect(machine.host().args).toEqual([
      ...['--event', '/venue/live.leitai', '--data', '/data', '--lang', 'en'],
    ]);
    expect(machine.dialog.questions).toEqual([]);
  });

  test('given a host that is not ready, then no window is open; when it is, then each opens its page', () => {
    const machine = startMachine();
    expect(machine.windows).toEqual([]);
    machine.comeUp();
    expect(machine.console().loaded).toEqual([links.console]);
    expect(machine.projector()?.loaded).toEqual([links.projector]);
  });
});

describe('the host dies', () => {
  test('given open windows, when the host dies, then another is started and pages that stayed are left to reconnect', () => {
    const machine = startMachine();
    machine.comeUp();
    const [console, projector] = [machine.console(), machine.projector()];
    machine.host().end(139);
    expect(machine.hosts).toHaveLength(2);
    expect(machine.host().args).toEqual(machine.hosts[0]?.args);
    machine.comeUp();
    expect(machine.console()).toBe(console);
    expect(machine.projector()).toBe(projector);
    expect(console.loaded).toEqual([links.console]);
  });

  test('given a page that failed to load meanwhile, then it comes back to the same URL', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().end(139);
    machine.console().webContents.emit('did-fail-load', {}, -102, 'refused', links.console, true);
    vi.advanceTimersByTime(reloadAfterMs);
    expect(machine.console().loaded).toEqual([links.console, links.console]);
    machine.console().webContents.emit('did-fail-load', {}, -102, 'refused', links.console, true);
    machine.comeUp();
    expect(machine.console().loaded).toEqual([links.console, links.console, links.console]);
  });

  test('given a host that comes back at another address, then the windows go there', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().end(1);
    const moved = { ...links, projector: 'http://127.0.0.1:4181/projector' };
    machine.host().say({ kind: 'ready', links: moved, eventTitle: '', eventFile: '/venue/demo.leitai' });
    expect(machine.projector()?.loaded).toEqual([links.projector, moved.projector]);
  });

  test('given a host that went on with a corrected version, when it dies, then the next one opens that version', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say({ kind: 'ready', links, eventTitle: '', eventFile: '/venue/demo.v2.leitai' });
    expect(machine.projector()?.loaded).toEqual([links.projector]);
    machine.host().end(1);
    expect(machine.host().args).toEqual([
      ...['--event', '/venue/demo.v2.leitai', '--data', '/data', '--lang', 'en'],
    ]);
  });

  test('when a renderer dies, then its page is loaded again and the host runs on', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.projector()?.webContents.emit('render-process-gone');
    vi.advanceTimersByTime(reloadAfterMs);
    expect(machine.projector()?.loaded).toEqual([links.projector, links.projector]);
    expect(machine.hosts).toHaveLength(1);
  });

  test('the new host is told the displays before anything else', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().end(1);
    expect(machine.host().received[0]).toEqual({
      kind: 'displays',
      count: 2,
      mirrored: false,
      wall: 'second',
    });
  });

  test('three crashes within 60 s bring a read-only host and a word to the operator', () => {
    const machine = startMachine();
    for (let crash = 0; crash < 3; crash += 1) {
      expect(machine.host().args).not.toContain('--read-only');
      machine.host().end(1);
      vi.advanceTimersByTime(crashWindowMs / 3 - 1);
    }
    expect(machine.host().args).toContain('--read-only');
    expect(machine.hosts).toHaveLength(4);
    expect(machine.dialog.questions.map(({ message }) => message)).toEqual([
      'The host crashed three times within a minute and has been opened read-only.',
    ]);
  });

  test('three crashes spread over more than 60 s do not', () => {
    const machine = startMachine();
    for (let crash = 0; crash < 5; crash += 1) {
      machine.host().end(1);
      vi.advanceTimersByTime(crashWindowMs / 2);
    }
    expect(machine.host().args).not.toContain('--read-only');
    expect(machine.dialog.questions).toEqual([]);
  });

  test('a read-only host that dies too is the last one', () => {
    const machine = startMachine();
    for (let crash = 0; crash < 4; crash += 1) machine.host().end(1);
    expect(machine.hosts).toHaveLength(4);
    expect(machine.dialog.errors).toHaveLength(1);
    expect(machine.app.exitCode).toBe(hostFailedExitCode);
  });
});

describe('the host hangs', () => {
  test('given a host that answers no ping, then it is killed before another is started', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().isHung = true;
    vi.advanceTimersByTime(pingEveryMs * unansweredPingLimit);
    expect(machine.killed).toEqual([]);
    expect(machine.hosts).toHaveLength(1);
    vi.advanceTimersByTime(pingEveryMs);
    expect(machine.killed).toEqual([100]);
    expect(machine.hosts.map((host) => host.isRunning)).toEqual([false, true]);
  });

  test('given a host that answers, then it is left alone for an hour', () => {
    const machine = startMachine();
    machine.comeUp();
    vi.advanceTimersByTime(3_600_000);
    expect(machine.killed).toEqual([]);
    expect(machine.hosts).toHaveLength(1);
  });

  test('given a host that ignores the stop, when quitting, then it is killed after the limit and only then the program exits', async () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().isHung = true;
    machine.app.quit();
    await vi.advanceTimersByTimeAsync(stopLimitMs - 1);
    expect(machine.host().last('stop')).toEqual({ kind: 'stop' });
    expect(machine.app.exitCode).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(machine.killed).toEqual([100]);
    expect(machine.app.exitCode).toBe(0);
    expect(machine.hosts).toHaveLength(1);
  });
});

describe('the host ends of its own will', () => {
  test('when it says why it failed, then the operator reads it, nothing is restarted, and the exit code tells', () => {
    const machine = startMachine();
    machine.host().say({ kind: 'failed', code: 'port-taken', message: 'Port 4180 is held by process 7.' });
    machine.host().end(1);
    expect(machine.dialog.errors).toEqual(['The event cannot be opened: Port 4180 is held by process 7.']);
    expect(machine.hosts).toHaveLength(1);
    expect(machine.app.exitCode).toBe(hostFailedExitCode);
  });

  test('when it was stopped from outside, then the program ends too', async () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say({ kind: 'stopped' });
    machine.host().end(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(machine.hosts).toHaveLength(1);
    expect(machine.app.exitCode).toBe(0);
  });

  test('a message that does not parse is recorded and changes nothing', () => {
    const machine = startMachine();
    machine.host().emit('message', { kind: 'ready', links: { ...links, console: 'file:///etc/passwd' } });
    expect(machine.windows).toEqual([]);
    expect(machine.complaints).toEqual(['host: message refused at "links.console"']);
    machine.host().say(ready);
    expect(machine.windows).toHaveLength(2);
  });
});
