import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PreventableEvent } from '../../test/electron/stand-in-emitter.ts';
import { ready, startMachine } from '../../test/electron/start-machine.ts';
import { claimFirstInstance } from './first-instance.ts';

const live = { kind: 'status', isLive: true, heldNumbers: false, coversHeld: false } as const;
const idle = { ...live, isLive: false };
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function liveMachine() {
  const machine = startMachine();
  machine.comeUp();
  machine.host().say(live);
  return machine;
}

describe('quitting', () => {
  test('given an event that is not live, then the host is stopped in order and the program exits without a question', async () => {
    const machine = startMachine();
    machine.comeUp();
    const quitting = new PreventableEvent();
    machine.app.emit('before-quit', quitting);
    await settle();
    expect(quitting.defaultPrevented).toBe(true);
    expect(machine.dialog.questions).toEqual([]);
    expect(machine.host().last('stop')).toEqual({ kind: 'stop' });
    expect(machine.host().isRunning).toBe(false);
    expect(machine.app.exitCode).toBe(0);
  });

  test('given a live event, when the answer is to stay, then the host runs on; the next try asks again', async () => {
    const machine = liveMachine();
    machine.app.quit();
    expect(machine.dialog.questions.map(({ message }) => message)).toEqual([
      'The event is live. Quit all the same?',
    ]);
    machine.dialog.questions[0]?.answer(0);
    await settle();
    expect(machine.host().isRunning).toBe(true);
    expect(machine.app.exitCode).toBeNull();
    machine.app.quit();
    expect(machine.dialog.questions).toHaveLength(2);
  });

  test('given a live event, when the answer is to quit, then the host is stopped first', async () => {
    const machine = liveMachine();
    machine.app.quit();
    machine.app.quit();
    expect(machine.dialog.questions).toHaveLength(1);
    machine.dialog.questions[0]?.answer(1);
    await settle();
    expect(machine.host().isRunning).toBe(false);
    expect(machine.app.exitCode).toBe(0);
  });

  test('closing the console is quitting: it asks, and the window stays', () => {
    const machine = liveMachine();
    const closing = new PreventableEvent();
    machine.console().emit('close', closing);
    expect(closing.defaultPrevented).toBe(true);
    expect(machine.dialog.questions).toHaveLength(1);
  });

  test('Ctrl-C and a system that shuts down stop in order without a question, also while one is open', async () => {
    for (const end of ['interrupt', 'shutdown'] as const) {
      const machine = liveMachine();
      machine.app.quit();
      if (end === 'interrupt') machine.interrupt();
      else machine.power.emit('shutdown');
      await settle();
      expect(machine.host().last('stop')).toEqual({ kind: 'stop' });
      expect(machine.app.exitCode).toBe(0);
    }
  });

  test('given a question that is still open, when Ctrl-C has decided, then its answer changes nothing', async () => {
    const machine = liveMachine();
    machine.host().isHung = true;
    machine.app.quit();
    machine.interrupt();
    machine.dialog.questions[0]?.answer(1);
    await settle();
    expect(machine.host().received.filter(({ kind }) => kind === 'stop')).toHaveLength(1);
  });

  test('an orderly quit leaves no note of a live event; a program that dies does', async () => {
    const machine = liveMachine();
    expect(machine.note.liveEvent).toBe('/venue/demo.leitai');
    machine.interrupt();
    await settle();
    expect(machine.note.liveEvent).toBeNull();
  });
});

describe('power', () => {
  test('displays are kept awake while the event is live, by one blocker, through a crash of the host', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.host().say(idle);
    expect(machine.blocker.active.size).toBe(0);
    machine.host().say(live);
    machine.host().say(live);
    expect(machine.blocker.kinds).toEqual(['prevent-display-sleep']);
    machine.host().end(1);
    expect(machine.blocker.active.size).toBe(1);
    machine.comeUp();
    machine.host().say(live);
    machine.host().say(idle);
    expect(machine.blocker.active.size).toBe(0);
    expect(machine.note.liveEvent).toBeNull();
  });

  test('the host hears of sleep and waking', () => {
    const machine = startMachine();
    machine.power.emit('suspend');
    machine.power.emit('resume');
    expect(machine.host().received.slice(-2)).toEqual([{ kind: 'suspend' }, { kind: 'resume' }]);
  });
});

describe('one instance', () => {
  test('given an instance that runs, when another starts, then that one hands over its arguments and exits', () => {
    const handedOver: unknown[] = [];
    const exits: unknown[] = [];
    const isFirst = claimFirstInstance(
      {
        requestSingleInstanceLock: (details) => {
          handedOver.push(details);
          return false;
        },
        exit: (code) => exits.push(code),
      },
      ['b.leitai'],
    );
    expect(isFirst).toBe(false);
    expect(handedOver).toEqual([{ argv: ['b.leitai'] }]);
    expect(exits).toEqual([0]);
  });

  test('the running instance brings its console forward and starts no second host', () => {
    const machine = startMachine();
    machine.comeUp();
    machine.console().hasFocus = false;
    machine.app.emit('second-instance', {}, ['--switch'], '/venue', { argv: [] });
    expect(machine.console().hasFocus).toBe(true);
    expect(machine.hosts).toHaveLength(1);
  });

  test('given an event that is not live, when another file is double-clicked, then the host is stopped and one is started with it', async () => {
    const machine = startMachine();
    machine.comeUp();
    machine.app.emit('second-instance', {}, ['reordered'], '/venue', { argv: ['b.leitai'] });
    await settle();
    expect(machine.hosts.map((host) => host.isRunning)).toEqual([false, true]);
    expect(machine.host().args).toContain('/venue/b.leitai');
  });

  test('given a live event, when another file is double-clicked, then it asks and by default stays', async () => {
    const machine = liveMachine();
    machine.app.emit('open-file', new PreventableEvent(), '/venue/b.leitai');
    machine.dialog.questions[0]?.answer(0);
    await settle();
    expect(machine.hosts).toHaveLength(1);
    expect(machine.host().isRunning).toBe(true);
  });

  test('when the file of the running event is double-clicked, then nothing is restarted', async () => {
    const machine = liveMachine();
    machine.app.emit('open-file', new PreventableEvent(), '/venue/demo.leitai');
    await settle();
    expect(machine.dialog.questions).toEqual([]);
    expect(machine.hosts).toHaveLength(1);
  });

  test('given a host that is not ready yet, when its file is double-clicked again, then nothing is restarted', async () => {
    const machine = startMachine({ openedFile: '/venue/b.leitai' });
    machine.app.emit('open-file', new PreventableEvent(), '/venue/b.leitai');
    await settle();
    expect(machine.hosts).toHaveLength(1);
  });

  test('given another file that cannot be opened, then the operator reads why and the former event comes back', async () => {
    const machine = startMachine();
    machine.comeUp();
    machine.app.emit('open-file', new PreventableEvent(), '/venue/damaged.leitai');
    await settle();
    machine.host().say({ kind: 'failed', code: 'damaged', message: 'Entry 12 is damaged.' });
    machine.host().end(1);
    expect(machine.dialog.errors).toEqual(['The event cannot be opened: Entry 12 is damaged.']);
    expect(machine.host().args).toContain('--demo');
    expect(machine.app.exitCode).toBeNull();
    machine.host().say(ready);
    machine.host().end(1);
    expect(machine.hosts).toHaveLength(4);
  });
});
