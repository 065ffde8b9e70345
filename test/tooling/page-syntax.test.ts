import { describe, expect, test } from 'vitest';
import { builtFiles } from './built-pages.ts';
import { tooNewInScript, tooNewInStyle } from './old-browsers.ts';

describe('given the built pages, when Chromium 87 or Safari 14 opens them', () => {
  test('then every script parses and calls nothing that they lack', () => {
    const found = builtFiles('.js').map(({ name, text }) => [name, tooNewInScript(text)]);
    expect(found.filter(([, places]) => places?.length)).toEqual([]);
  });

  test('then every style sheet uses only what they know', () => {
    const found = builtFiles('.css').map(({ name, text }) => [name, tooNewInStyle(text)]);
    expect(found.filter(([, places]) => places?.length)).toEqual([]);
  });

  test('then no page holds an inline script, style or event handler', () => {
    const inline = /<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/i;
    expect(builtFiles('.html').filter(({ text }) => inline.test(text))).toEqual([]);
  });
});

describe('given something newer, then it is refused', () => {
  test.each([
    ['a class field', 'class A { x = 1 }'],
    ['a private method', 'class A { #x() {} }'],
    ['a static block', 'class A { static { f() } }'],
    ['top-level await', 'await f()'],
    ['a lookbehind', 'const x = /(?<=a)b/'],
    ['a negative lookbehind', 'const x = /(?<!a)b/'],
    ['the v flag', 'const x = /[a]/v'],
    ['Array.prototype.at', '[1].at(-1)'],
    ['toSorted', 'a?.toSorted()'],
    ['Object.hasOwn', 'Object.hasOwn(a, "b")'],
    ['structuredClone', 'const b = structuredClone(a)'],
    ['crypto.randomUUID, which a plain http page lacks', 'crypto.randomUUID()'],
  ])('%s', (_, script) => {
    expect(tooNewInScript(script)).toHaveLength(1);
  });

  test.each([
    ['a container query', '@container (width > 1px) { a { top: 0 } }'],
    ['a cascade layer', '@layer a { a { top: 0 } }'],
    [':has', 'a:has(b) { top: 0 }'],
    ['color-mix', 'a { color: color-mix(in srgb, red, blue) }'],
    ['aspect-ratio', 'a { aspect-ratio: 1 }'],
  ])('%s', (_, style) => {
    expect(tooNewInStyle(style)).toHaveLength(1);
  });

  test('while what they know is let through', () => {
    expect(tooNewInScript('let a = b?.c ?? 1_000; a ||= /(?<n>x)/u; import("./d.js")')).toEqual([]);
    expect(tooNewInStyle('a { display: grid; gap: 1px; --x: 1 }')).toEqual([]);
  });
});
