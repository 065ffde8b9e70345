import type { BrowserWindowConstructorOptions, Rectangle } from '../../electron/shell/electron-parts.ts';
import { Emitter } from './stand-in-emitter.ts';
import { StandInPage } from './stand-in-page.ts';

let lastId = 0;

export class StandInWindow extends Emitter {
  readonly id: number;
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new StandInPage();
  readonly loaded: string[] = [];
  title = 'Leitai';
  /** Whatever the window has shown of work in progress: its title, and the share at its icon; -1 is no bar. */
  readonly progress: { readonly title: string; readonly share: number }[] = [];
  isFullScreen = false;
  isSimpleFullScreen = false;
  hasFocus = false;
  hasMenu = true;
  maximized = false;
  #bounds: Rectangle;
  #visible = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    this.webContents.url = url;
    return Promise.resolve();
  }
  getBounds(): Rectangle {
    return this.#bounds;
  }
  setBounds(bounds: Partial<Rectangle>): void {
    if (this.maximized) return;
    this.#bounds = { ...this.#bounds, ...bounds };
  }
  /** As when the system or a hand moves it. */
  moveTo(bounds: Rectangle): void {
    this.#bounds = bounds;
    this.emit('move');
  }
  show(): void {
    this.#visible = true;
    this.hasFocus = true;
  }
  showInactive(): void {
    this.#visible = true;
  }
  hide(): void {
    this.#visible = false;
  }
  isVisible(): boolean {
    return this.#visible;
  }
  destroy(): void {
    this.#destroyed = true;
    this.#visible = false;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  focus(): void {
    this.hasFocus = true;
  }
  isFocused(): boolean {
    return this.hasFocus;
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    this.#demandThere();
    this.title = title;
  }
  setProgressBar(share: number): void {
    this.#demandThere();
    this.progress.push({ title: this.title, share });
  }
  /** As Electron does: what is asked of a window that is gone throws. */
  #demandThere(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  unmaximize(): void {
    this.maximized = false;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.#visible = true;
  }
  removeMenu(): void {
    this.hasMenu = false;
  }
  setFullScreen(flag: boolean): void {
    this.isFullScreen = flag;
  }
  setSimpleFullScreen(flag: boolean): void {
    this.isSimpleFullScreen = flag;
  }
}
