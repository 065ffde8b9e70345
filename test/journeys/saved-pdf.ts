import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { sheetPdfOptions, sheetStands } from '../../electron/shell/sheet-pdf.ts';

/** What the shell would save of a print page: the same question to the page, the same options to the same printer. */
export async function savedPdf(page: Page): Promise<{ readonly title: unknown; readonly pdf: Buffer }> {
  const title = await page.evaluate(sheetStands);
  const session = await page.context().newCDPSession(page);
  const { margins, printBackground, preferCSSPageSize, generateTaggedPDF } = sheetPdfOptions;
  const { data } = await session.send('Page.printToPDF', {
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
    printBackground,
    preferCSSPageSize,
    generateTaggedPDF,
  });
  await session.detach();
  return { title, pdf: Buffer.from(data, 'base64') };
}

/** Leaves of the page tree in a PDF; the word for the tree itself has an s more. */
export function pdfPages(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

/** Width and height of each kind of page, in whole points. */
export function pdfSizes(pdf: Buffer): readonly (readonly number[])[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g);
  return [...boxes].map(([, ...size]) => size.map((points) => Math.round(Number(points))));
}

function* streams(pdf: Buffer): Generator<string> {
  for (const { 0: head, index } of pdf.toString('latin1').matchAll(/<<[\s\S]*?>>\s*stream\r?\n/g)) {
    const length = /\/Length (\d+)(?! \d+ R)/.exec(head)?.[1];
    if (length === undefined) continue;
    const from = index + head.length;
    const bytes = pdf.subarray(from, from + Number(length));
    yield (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  }
}

/** Of how many fonts the outlines are missing: a reader without them would draw others, or boxes. */
export function fontsLeftOut(pdf: Buffer): number {
  const count = (pattern: RegExp) => [...pdf.toString('latin1').matchAll(pattern)].length;
  // A font of Type 3 is nothing but its outlines.
  return count(/\/Subtype\s*\/(CIDFontType[02]|TrueType|Type1)\b/g) - count(/\/FontFile[23]?\b/g);
}

/** The characters that the embedded glyphs stand for, by which the text is searched and copied. */
export function charactersOf(pdf: Buffer): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (code: number) => found.add(String.fromCodePoint(code));
  const read = (hex = '') => Number.parseInt(hex, 16);
  for (const text of streams(pdf)) {
    for (const [list] of text.matchAll(/beginbfchar[\s\S]*?endbfchar/g))
      for (const [, to] of list.matchAll(/<[\dA-F]+> <([\dA-F]{4})>/g)) add(read(to));
    for (const [list] of text.matchAll(/beginbfrange[\s\S]*?endbfrange/g))
      for (const [, from, last, to] of list.matchAll(/<([\dA-F]+)> <([\dA-F]+)> <([\dA-F]{4})>/g))
        for (let at = 0; at <= read(last) - read(from); at += 1) add(read(to) + at);
  }
  return found;
}
