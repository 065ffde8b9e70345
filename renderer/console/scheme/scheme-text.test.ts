import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScoringScheme } from '../../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import { builtInNames } from '../../../test/cases/read-built-in.ts';
import type { Draft } from './draft.ts';
import { leanDraft } from './lean-draft.ts';
import { readSchemeText, schemeText } from './scheme-text.ts';

const folder = join(import.meta.dirname, '../../../resources/schemes/built-in');

function draftOf(name: string): Draft {
  const read = readSchemeText(readFileSync(join(folder, `${name}.json`), 'utf8'));
  if (!read.ok) throw new Error(`${name}: ${read.error.kind}`);
  return read.value;
}

function written(draft: Draft): string {
  const scheme = readScoringScheme(draft);
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return schemeText(draft, scheme.value);
}

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
}

describe.each(builtInNames)('given the built-in scheme %s', (name) => {
  const draft = draftOf(name);

  test('when it is exported and imported again, then it is the same scheme', () => {
    expect(readSchemeText(written(draft))).toEqual({ ok: true, value: draft });
  });

  test('when its members stand in another order, then the exported file is the same', () => {
    expect(written(shuffled(draft) as Draft)).toBe(written(draft));
  });

  test('when its defaults have been written out, then what the format says by itself is left out again', () => {
    const whole = readScoringScheme(draft);
    if (!whole.ok) throw new Error(name);
    const lean = leanDraft(JSON.parse(JSON.stringify(whole.value)));
    expect(readScoringScheme(lean)).toEqual(whole);
    expect(written(lean).length).toBeLessThanOrEqual(written(draft).length);
  });
});

describe('a file that isn’t a scheme', () => {
  test.each([
    ['text', 'no scheme', 'not-json'],
    ['a list', '[]', 'not-a-scheme'],
    ['another format', '{"format": "leitai-scheme/2"}', 'not-a-scheme'],
    ['nothing', '', 'not-json'],
  ])('given %s, then it is refused', (_, text, kind) => {
    expect(readSchemeText(text)).toMatchObject({ ok: false, error: { kind } });
  });

  test.each([
    ['a comma too many', '{\n  "format": "leitai-scheme/1",\n  "id": "x",,\n}', 3],
    ['a value that is missing', '{\n  "format": "leitai-scheme/1",\n  "version": ,\n  "id": "x"\n}', 3],
    ['a quote that isn’t closed', '{\n  "format": "leitai-scheme/1,\n  "id": "x"\n}', 2],
    ['an end that is missing', '{\n  "format": "leitai-scheme/1",\n  "groups": [{"id": "A"}\n', 4],
    ['more after the end', '{}\n{}', 2],
  ])('given %s, then its line is told', (_, text, line) => {
    expect(readSchemeText(text)).toEqual({ ok: false, error: { kind: 'not-json', line } });
  });

  test('given a mark of byte order before it, then it is read', () => {
    expect(readSchemeText('\uFEFF{"format": "leitai-scheme/1"}')).toMatchObject({ ok: true });
  });
});
