import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { projectorWords } from '../i18n/projector.ts';
import { prompterWords } from '../i18n/prompter.ts';

const root = join(import.meta.dirname, '../..');
const familyFolder = (name: string) => join(root, 'node_modules/@fontsource-variable', name);

/** A face of a family's stylesheet: its file, and the characters for which browsers load it. */
type Face = { readonly file: string; readonly ranges: readonly (readonly [number, number])[] };

function readFaces(family: string): readonly Face[] {
  const css = readFileSync(join(familyFolder(family), 'wght.css'), 'utf8');
  return [...css.matchAll(/url\(([^)]+\.woff2)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)].map(
    ([, url = '', ranges = '']) => ({
      file: join(familyFolder(family), url),
      ranges: ranges.split(',').map((range) => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    }),
  );
}

/** The `cmap` table of a WOFF2 file (W3C WOFF 2.0, section 4.1). */
function readCmapTable(file: string): Buffer {
  const bytes = readFileSync(file);
  let at = 48;
  const variableLength = () => {
    let value = 0;
    for (;;) {
      const byte = bytes.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  };
  let offset = 0;
  let found: { start: number; length: number } | null = null;
  for (let table = 0; table < bytes.readUInt16BE(12); table += 1) {
    const flags = bytes.readUInt8(at++);
    const tag = flags & 0x3f;
    if (tag === 0x3f) at += 4;
    const version = flags >> 6;
    const original = variableLength();
    const isTransformed = tag === 10 || tag === 11 ? version === 0 : version !== 0;
    const length = isTransformed ? variableLength() : original;
    if (tag === 0) found = { start: offset, length };
    offset += length;
  }
  if (!found) throw new Error(`${file} has no cmap`);
  const tables = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)));
  return tables.subarray(found.start, found.start + found.length);
}

/** Whether a font has a glyph for a character: cmap formats 4 and 12. */
function hasGlyph(cmap: Buffer, code: number): boolean {
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const sub = cmap.readUInt32BE(4 + table * 8 + 4);
    const format = cmap.readUInt16BE(sub);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(sub + 12); group += 1) {
        const start = sub + 16 + group * 12;
        if (code >= cmap.readUInt32BE(start) && code <= cmap.readUInt32BE(start + 4)) return true;
      }
    } else if (format === 4 && code <= 0xffff) {
      const doubled = cmap.readUInt16BE(sub + 6);
      for (let segment = 0; segment < doubled; segment += 2) {
        const end = cmap.readUInt16BE(sub + 14 + segment);
        const start = cmap.readUInt16BE(sub + 16 + doubled + segment);
        if (code < start || code > end) continue;
        const delta = cmap.readUInt16BE(sub + 16 + doubled * 2 + segment);
        const rangeAt = sub + 16 + doubled * 3 + segment;
        const range = cmap.readUInt16BE(rangeAt);
        const glyph = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - start) * 2);
        if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) return true;
      }
    }
  }
  return false;
}

const cmaps = new Map<string, Buffer>();
const faces = new Map<string, readonly Face[]>();

/** Whether a family draws a character: a face claims it, and that face's file has the glyph. */
function draws(family: string, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const all = faces.get(family) ?? readFaces(family);
  faces.set(family, all);
  return all.some(({ file, ranges }) => {
    if (!ranges.some(([from, to]) => code >= from && code <= to)) return false;
    const cmap = cmaps.get(file) ?? readCmapTable(file);
    cmaps.set(file, cmap);
    return hasGlyph(cmap, code);
  });
}

const missingFrom = (families: readonly string[], text: string) =>
  [...new Set(text)].filter(
    (character) => character.trim() !== '' && !families.some((family) => draws(family, character)),
  );

/** Texts of one language anywhere in a JSON file of the demo event and the templates. */
function textsIn(folder: string, language: string): string {
  const texts: string[] = [];
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue;
    JSON.parse(readFileSync(join(folder, name), 'utf8'), (key, value: unknown) => {
      if (key === language && typeof value === 'string') texts.push(value);
      return value;
    });
  }
  return texts.join('');
}

const digitsAndSigns = '0123456789:+–/%×=.,·※○第一二三四五六七八九十名';

const stacks = {
  'zh-Hans': { sans: ['noto-sans-sc', 'noto-sans-tc'], serif: ['noto-serif-sc', 'noto-serif-tc'] },
  'zh-Hant': { sans: ['noto-sans-tc', 'noto-sans-sc'], serif: ['noto-serif-tc', 'noto-serif-sc'] },
  en: { sans: ['noto-sans-sc'], serif: ['noto-serif-sc'] },
} as const;

describe.each(['zh-Hans', 'zh-Hant', 'en'] as const)('the bundled fonts in %s', (language) => {
  const texts = [
    digitsAndSigns,
    Object.values(projectorWords[language]).join(''),
    Object.values(prompterWords[language]).join(''),
    textsIn(join(root, 'resources/demo'), language),
    textsIn(join(root, 'resources/templates'), language),
    textsIn(join(root, 'resources/schemes'), language),
  ].join('');

  test.each(['sans', 'serif'] as const)(
    'have every character of the wall, the prompter and the demo event: %s',
    (style) => {
      expect(texts.length).toBeGreaterThan(500);
      expect(missingFrom(stacks[language][style], texts)).toEqual([]);
    },
  );
});

test.each(['sans', 'serif'] as const)(
  'rare characters of names in %s: 㼎 comes from the other region, 𠅤 from the machine',
  (style) => {
    const [own] = stacks['zh-Hans'][style];
    expect(missingFrom([own], '瓯擂台㼎𠅤')).toEqual(['㼎', '𠅤']);
    expect(missingFrom(stacks['zh-Hans'][style], '瓯擂台㼎𠅤')).toEqual(['𠅤']);
  },
);

test('the stylesheet names the families that the packages define', () => {
  const css =
    readFileSync(join(import.meta.dirname, 'fonts.css'), 'utf8') +
    readFileSync(join(import.meta.dirname, 'fonts-sans.css'), 'utf8');
  for (const [, path = ''] of css.matchAll(/@import "(@fontsource-variable\/[^"]+)"/g)) {
    const defined = readFileSync(join(root, 'node_modules', path), 'utf8').match(
      /font-family: '([^']+)'/,
    )?.[1];
    expect(css, dirname(path)).toContain(`"${defined}"`);
  }
});
