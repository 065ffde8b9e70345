import type { PrintToPDFOptions, SheetContentsPart } from './electron-parts.ts';

/** A page lays itself out on A4 with margins of its own; nothing is added and nothing is scaled. */
export const sheetPdfOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
  printBackground: true,
  generateTaggedPDF: true,
} as const satisfies PrintToPDFOptions;

/**
 * Run in a print page: resolves to the document's title once it stands on its pages, to null where the page says why
 * there is none. The page has no bridge to the shell and needs none: this only looks at what is drawn.
 */
export const sheetStands = `new Promise((tell) => {
  const look = () => {
    if (document.querySelector('[data-pages]')) tell(document.title);
    else if (document.querySelector('[role="alert"]')) tell(null);
    else setTimeout(look, 50);
  };
  look();
})`;

/** For a page that hangs, or whose host has gone. */
const waitMs = 30_000;

export type SheetPdf = { readonly title: string; readonly bytes: Uint8Array };

/** The sheet that a print page shows, as it shows it; null where it shows none. Rejects where it can't be printed. */
export async function sheetPdf(contents: SheetContentsPart): Promise<SheetPdf | null> {
  const title = await within(waitMs, contents.executeJavaScript(sheetStands));
  if (typeof title !== 'string') return null;
  return { title, bytes: await within(waitMs, contents.printToPDF(sheetPdfOptions)) };
}

function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`no sheet within ${ms} ms`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
