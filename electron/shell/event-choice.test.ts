import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readShellArguments } from './event-choice.ts';
import { liveEventNote } from './live-event-note.ts';

describe('what the command line asks for', () => {
  test.each([
    { argv: [], event: null, forHost: [] },
    { argv: ['/opt/leitai'], event: null, forHost: [] },
    { argv: ['--demo'], event: { file: null, demo: 'real' }, forHost: [] },
    { argv: ['a.leitai'], event: { file: '/venue/a.leitai', demo: null }, forHost: [] },
    {
      argv: ['.', '--event', 'b', '--port', '0'],
      event: { file: '/venue/b', demo: null },
      forHost: ['--port', '0'],
    },
    {
      argv: ['--demo', 'fictional', '--event', 'c'],
      event: { file: '/venue/c', demo: 'fictional' },
      forHost: [],
    },
    { argv: ['--event'], event: null, forHost: [] },
    { argv: ['--no-sandbox', '--inspect=1', '--data=x.leitai'], event: null, forHost: [] },
  ])('$argv', ({ argv, event, forHost }) => {
    expect(readShellArguments(argv, '/venue')).toEqual({ event, forHost, language: null });
  });
});

describe('the note of a live event', () => {
  test('is read back while the file is there, and not after it was cleared or the file has gone', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'leitai-note-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const note = liveEventNote(path.join(folder, 'live-event'));
    const eventFile = path.join(folder, '擂台 第一场.leitai');
    expect(note.read()).toBeNull();
    writeFileSync(eventFile, '');
    note.write(eventFile);
    expect(note.read()).toBe(eventFile);
    rmSync(eventFile);
    expect(note.read()).toBeNull();
    note.clear();
    note.clear();
    expect(note.read()).toBeNull();
  });
});

test('the language is the one asked for, in either form; Chromium’s own names for languages are not ours', () => {
  const asked = (...argv: string[]) => readShellArguments(argv, '/venue').language;
  expect(asked('.', '--lang', 'zh-Hant', 'a.leitai')).toBe('zh-Hant');
  expect(asked('--lang=en')).toBe('en');
  expect(asked('--lang=zh-TW')).toBeNull();
});
