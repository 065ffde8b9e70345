import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { safeFileName } from '../../shared/documents/file-name.ts';
import type { CreateWindow, SheetWindowPart } from './electron-parts.ts';
import { sheetPdf } from './sheet-pdf.ts';
import { sheetListUrl, sheetSetUrls } from './sheet-set.ts';
import type { ShellWords } from './shell-words.ts';
import { type Progress, showProgress } from './show-progress.ts';
import type { WindowDialogs } from './window-dialogs.ts';
import { unseenSheetOptions } from './window-options.ts';
import { hasCode, writeFileDurably } from './write-file-durably.ts';

export type SaveSheetsParts = {
  readonly dialogs: WindowDialogs;
  readonly createWindow: CreateWindow;
  readonly words: ShellWords;
  /** Where a file is first proposed. */
  readonly documentsFolder: string;
  readonly readJson: (url: string) => Promise<unknown>;
  readonly complain: (line: string) => void;
};

export type SaveSheets = {
  /** Saves the sheet of one window where the operator says. */
  one(window: SheetWindowPart): Promise<void>;
  /** Saves every document that can be had now into a new folder. */
  all(window: SheetWindowPart): Promise<void>;
};

/** Sheets as PDF files. What goes wrong is told over the sheet's window; no file is replaced unasked. */
export function saveSheets(parts: SaveSheetsParts): SaveSheets {
  const { dialogs, words } = parts;
  let folder = parts.documentsFolder;
  let isBusy = false;

  function tell(over: number, type: 'info' | 'warning', message: string, detail: string): Promise<void> {
    return dialogs.tell(over, {
      type,
      message,
      detail,
      buttons: [words.understood],
      defaultId: 0,
      cancelId: 0,
    });
  }

  function told(over: number, fault: unknown): Promise<void> {
    parts.complain(`pdf: ${String(fault)}`);
    return tell(over, 'warning', words.pdfNotSaved, reasonOf(fault, words));
  }

  /** One at a time: a second press while the first is at work would ask the same twice. */
  async function alone(over: number, work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await work();
    } catch (fault) {
      await told(over, fault);
    } finally {
      isBusy = false;
    }
  }

  async function askFile(over: number, proposed: string): Promise<string | null> {
    const answer = await dialogs.askFile(over, {
      defaultPath: proposed,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    if (answer === null || path.extname(answer).toLowerCase() === '.pdf') return answer;
    const named = `${answer}.pdf`;
    // The system asked about the name without the ending.
    return existsSync(named) ? askFile(over, named) : named;
  }

  async function saveOne({ id, webContents }: SheetWindowPart): Promise<void> {
    // Before the question: what is saved is what was in sight when it was asked for.
    const pdf = await sheetPdf(webContents);
    if (pdf === null) return tell(id, 'warning', words.pdfNoSheet, words.pdfNoSheetDetail);
    const file = await askFile(id, path.join(folder, safeFileName([pdf.title], 'pdf')));
    if (file === null) return;
    folder = path.dirname(file);
    await writeFileDurably(file, pdf.bytes);
  }

  async function saveAll(sheet: SheetWindowPart): Promise<void> {
    const { id, webContents } = sheet;
    const pageUrl = webContents.getURL();
    const chosen = await dialogs.askFolder(id, {
      defaultPath: folder,
      properties: ['openDirectory', 'createDirectory'],
    });
    if (chosen === null) return;
    folder = chosen;
    const urls = sheetSetUrls(pageUrl, await parts.readJson(sheetListUrl(pageUrl)));
    const into = await newFolder(chosen, words.pdfSetFolder);
    const progress = showProgress(sheet);
    try {
      await saveEach(urls, into, progress);
    } finally {
      progress.end();
    }
    await tell(id, 'info', words.pdfSetSaved(urls.length), words.pdfSetSavedDetail(into));
  }

  /** In a window that nobody sees, one after the other. The number before a name keeps the order of the day. */
  async function saveEach(urls: readonly string[], into: string, progress: Progress): Promise<void> {
    const window = parts.createWindow(unseenSheetOptions);
    try {
      for (const [index, url] of urls.entries()) {
        progress.at(index, urls.length, words.pdfSetSaving(index + 1, urls.length));
        await window.loadURL(url);
        const pdf = await sheetPdf(window.webContents);
        if (pdf === null) throw new Error(`no document at ${new URL(url).searchParams.get('kind')}`);
        const number = String(index + 1).padStart(String(urls.length).length, '0');
        await writeFileDurably(path.join(into, `${number} ${safeFileName([pdf.title], 'pdf')}`), pdf.bytes);
      }
    } catch (fault) {
      // Half a set would later pass for a whole one.
      await rm(into, { recursive: true, force: true });
      throw fault;
    } finally {
      window.destroy();
    }
  }

  return {
    one: (window) => alone(window.id, () => saveOne(window)),
    all: (window) => alone(window.id, () => saveAll(window)),
  };
}

/** A folder that wasn't there before, so that nothing in it is replaced. */
async function newFolder(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = path.join(parent, number === 1 ? name : `${name} ${number}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (fault) {
      if (!hasCode(fault, ['EEXIST'])) throw fault;
    }
  }
}

function reasonOf(fault: unknown, words: ShellWords): string {
  if (hasCode(fault, ['ENOSPC', 'EDQUOT'])) return words.pdfNoRoom;
  if (hasCode(fault, ['EACCES', 'EPERM', 'EROFS'])) return words.pdfNotAllowed;
  if (hasCode(fault, ['EBUSY', 'ETXTBSY'])) return words.pdfInUse;
  if (hasCode(fault, ['ENOENT', 'ENOTDIR', 'ENODEV', 'EIO'])) return words.pdfPlaceGone;
  return words.pdfPrintInstead;
}
