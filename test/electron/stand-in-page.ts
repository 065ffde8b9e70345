import type { PrintToPDFOptions } from '../../electron/shell/electron-parts.ts';
import { sheetStands } from '../../electron/shell/sheet-pdf.ts';
import { Emitter } from './stand-in-emitter.ts';

/** What a window shows. As a print page it has a title once its sheet stands, and prints what it was told to hold. */
export class StandInPage extends Emitter {
  url = '';
  title: string | null = 'Result';
  /** Pages at addresses with this in them show none. */
  withoutSheet: string | null = null;
  /** Null: the renderer can't print. */
  pdf: string | null = '%PDF';
  readonly printed: PrintToPDFOptions[] = [];

  getURL(): string {
    return this.url;
  }
  executeJavaScript(code: string): Promise<unknown> {
    if (code !== sheetStands) throw new Error(`unknown to a print page: ${code}`);
    const isWithout = this.withoutSheet !== null && this.url.includes(this.withoutSheet);
    return Promise.resolve(isWithout ? null : this.title);
  }
  printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    this.printed.push(options);
    if (this.pdf === null) return Promise.reject(new Error('Failed to generate PDF'));
    return Promise.resolve(Buffer.from(`${this.pdf} ${this.url}`));
  }
}
