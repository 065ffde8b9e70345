import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoDefinition } from './demo-event.ts';
import { loadDefinition } from './load-definition.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-definition-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function fileWith(content: string | Uint8Array): string {
  const file = join(folder, '赛事.json');
  writeFileSync(file, content);
  return file;
}

function linesOf(file: string): readonly string[] {
  const loaded = loadDefinition(file, 'en');
  return loaded.ok ? [] : loaded.error.lines;
}

function codeOf(file: string): string {
  const loaded = loadDefinition(file, 'en');
  return loaded.ok ? 'loaded' : loaded.error.code;
}

describe('an event definition given as a file', () => {
  test('given a definition as JSON, with or without a byte order mark, then it is loaded as it stands', () => {
    const definition = demoDefinition('fictional');
    const json = JSON.stringify(definition, null, 2);
    expect(loadDefinition(fileWith(json), 'en')).toEqual({ ok: true, value: definition });
    expect(loadDefinition(fileWith(`\uFEFF${json}`), 'en')).toEqual({ ok: true, value: definition });
  });

  test('given a path to nothing or to a folder, then the lines name it and what to check', () => {
    const file = join(folder, 'nothing.json');
    expect(codeOf(file)).toBe('file-not-readable');
    expect(linesOf(file)[0]).toContain(file);
    expect(linesOf(file)[1]).toContain('--definition');
    expect(codeOf(folder)).toBe('file-not-readable');
  });

  test('given text that is not UTF-8, then it says so instead of showing wrong characters', () => {
    expect(codeOf(fileWith(Uint8Array.of(0x7b, 0xc9, 0xfa, 0x7d)))).toBe('not-utf8');
  });

  test('given JSON with a missing comma, then the place is named', () => {
    const file = fileWith('{\n  "id": "a"\n  "title": 1\n}');
    expect(codeOf(file)).toBe('not-json');
    expect(linesOf(file)[0]).toMatch(/line 3|position 1[0-9]/);
  });

  test('given a definition with mistakes, then each line names the path and what is wrong, ten at most', () => {
    const { units, ...rest } = demoDefinition('fictional');
    const misspelt = fileWith(JSON.stringify({ ...rest, units: units.slice(1) }));
    expect(codeOf(misspelt)).toBe('not-a-definition');
    const lines = linesOf(misspelt);
    expect(lines[1]).toBe('  at indicators.0.values.0.unit: There is no unit “E01”.');
    expect(linesOf(fileWith('{}')).at(-1)).toBe('Correct these places and start again; nothing was created.');
    expect(linesOf(fileWith('{}'))).toContainEqual(expect.stringMatching(/^ {2}and [1-9]\d* more$/));
    expect(linesOf(fileWith('[]'))[1]).toMatch(/^ {2}at the top: /);
  });

  test('given a file far larger than a definition, then it is not read', () => {
    expect(codeOf(fileWith(new Uint8Array(8 * 1024 * 1024 + 1)))).toBe('file-too-large');
  });
});
