import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectToShell } from './connect-to-shell.ts';

const childProgram = path.join(import.meta.dirname, '..', 'test', 'electron', 'linked-child.ts');

function startChild(withChannel: boolean) {
  const child: ChildProcess = spawn(process.execPath, [childProgram], {
    stdio: withChannel ? ['ignore', 'pipe', 'inherit', 'ipc'] : ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const heard: unknown[] = [];
  child.on('message', (message) => heard.push(message));
  return { child, heard, output: () => output.trim().split('\n') };
}

describe('a host under a Node launcher', () => {
  test('hears what was sent before it listened, answers pings by itself, refuses what does not parse, and ends after close', async () => {
    const { child, heard, output } = startChild(true);
    child.send({ kind: 'ping' });
    child.send({ kind: 'suspend' });
    child.send({ kind: 'displays', count: -1, mirrored: false, wall: 'none' });
    child.send({ kind: 'stop' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(heard).toEqual([
      { kind: 'pong' },
      { kind: 'failed', code: 'refused', message: 'count' },
      { kind: 'failed', code: 'heard', message: 'suspend' },
      { kind: 'failed', code: 'heard', message: 'stop' },
    ]);
    expect(output()).toEqual(['node', 'suspend', 'stop']);
  });

  test('takes a launcher that is gone for a stop', async () => {
    const { child, output } = startChild(true);
    await once(child, 'spawn');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(output()).toEqual(['node', 'stop']);
  });
});

test('a host started by hand has no link, and nothing keeps it from ending', async () => {
  const { child, output } = startChild(false);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toEqual(['none']);
});

test('under Electron the link is the parent port', () => {
  const sent: unknown[] = [];
  const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => sent.push(message) });
  const link = connectToShell(Object.assign(Object.create(process), { parentPort: port }));
  const heard: unknown[] = [];
  link.listen((message) => heard.push(message));
  port.emit('message', { data: { kind: 'ping' } });
  port.emit('message', { data: { kind: 'resume' } });
  link.send({ kind: 'stopped' });
  expect(link.kind).toBe('electron');
  expect(heard).toEqual([{ kind: 'resume' }]);
  expect(sent).toEqual([{ kind: 'pong' }, { kind: 'stopped' }]);
});
