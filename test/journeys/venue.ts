import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, ViewportSize } from 'playwright-core';
import { hallName, launchBrowser } from '../browser/chromium.ts';
import { type HostPlace, placeOf } from '../builders/lan-pages.ts';
import { HostOnStage, type HostOptions } from './host-on-stage.ts';

/** A page in the venue with everything that went over its wires. */
export type VenuePage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of all requests, sockets too. */
  readonly urls: readonly string[];
  /** Text frames of its WebSockets. */
  readonly sent: readonly string[];
  readonly heard: readonly string[];
};

type DeviceOptions = {
  readonly size?: ViewportSize;
  /** The language the device is set to; a page follows it unless told otherwise. */
  readonly locale?: string;
};

/** For a host whose hall has devices of their own: to it, whoever comes by the hall's name is another machine. */
export const devicesOfTheirOwn = ['--import', join(import.meta.dirname, 'hall-devices.ts')];

const laptop: ViewportSize = { width: 1280, height: 720 };
const phone: ViewportSize = { width: 390, height: 844 };

/** Chromium's own complaint about a host that is away; only the tests that take the host away allow it. */
const aboutLostHost = /WebSocket connection to .* failed|net::ERR_(CONNECTION|INTERNET|NETWORK|EMPTY)/;

/**
 * One contest on one machine: the built host, a browser with the console on loopback and everyone else's pages
 * at a plain-HTTP name, each on a device of its own. Whatever a page complains about is kept in `faults`.
 */
export class Venue {
  readonly faults: string[] = [];
  readonly host: HostOnStage;
  readonly folder: string;
  readonly browser: Browser;
  /** While true, pages may say that they don't reach the host. */
  isHostMissed = false;
  readonly #contexts: BrowserContext[] = [];
  /** Of the first failure only: what fails after it follows from it. */
  #picturesIn: string | null = null;

  private constructor(folder: string, host: HostOnStage, browser: Browser) {
    this.folder = folder;
    this.host = host;
    this.browser = browser;
  }

  static async open(options: HostOptions = {}): Promise<Venue> {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-venue-'));
    const host = new HostOnStage(folder, options);
    const [browser] = await Promise.all([launchBrowser(), host.start()]);
    return new Venue(folder, host, browser);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The console's side of the host, for people whose page isn't what a test is about. */
  get place(): HostPlace {
    return placeOf(this.host.links.console);
  }

  /** Where devices of the hall open their pages. */
  get origin(): string {
    return `http://${hallName}:${this.host.port}`;
  }

  /** The operator opens the printed link. */
  async openConsole({ size = { width: 1440, height: 900 }, locale }: DeviceOptions = {}): Promise<VenuePage> {
    const device = await this.#device({ size, ...(locale ? { locale } : {}) });
    await device.page.goto(this.host.links.console);
    await device.page.locator('header').first().waitFor();
    return device;
  }

  openProjector(size: ViewportSize = laptop, query = ''): Promise<VenuePage> {
    return this.openInHall(`/projector${query}`, { size });
  }

  openPrompter(options: DeviceOptions = {}): Promise<VenuePage> {
    return this.openInHall('/prompter', options);
  }

  openMonitor(options: DeviceOptions = {}): Promise<VenuePage> {
    return this.openInHall('/monitor', options);
  }

  openChair(options: DeviceOptions = {}): Promise<VenuePage> {
    return this.openInHall('/chair', options);
  }

  openPanel(pathAndFragment = '/panel', { size = phone, ...rest }: DeviceOptions = {}): Promise<VenuePage> {
    return this.openInHall(pathAndFragment, { size, ...rest });
  }

  /** Opens an address of the host on a new device of the hall, and makes sure that it is no secure context. */
  async openInHall(path: string, options: DeviceOptions = {}): Promise<VenuePage> {
    const device = await this.#device(options);
    await device.page.goto(`${this.origin}${path}`);
    if (await device.page.evaluate(() => window.isSecureContext))
      this.faults.push(`${path} is a secure context here, which it never is in a hall`);
    return device;
  }

  /** After each test: fails if any page complained; after a failed test leaves pictures of all pages behind. */
  async look(hasFailed: boolean): Promise<void> {
    const pages = this.#contexts.flatMap((context) => context.pages());
    if (hasFailed && this.#picturesIn === null) {
      this.#picturesIn = mkdtempSync(join(tmpdir(), 'leitai-failed-journey-'));
      for (const [index, page] of pages.entries())
        await page
          .screenshot({
            path: join(this.#picturesIn, `${index}${new URL(page.url()).pathname.replace('/', '-')}.png`),
          })
          .catch((error: unknown) => console.log(`no picture of ${page.url()}: ${String(error)}`));
      console.log(`pictures of the venue: ${this.#picturesIn}\n${this.host.complaints}`);
    }
    const faults = this.faults.splice(0);
    if (faults.length > 0) throw new Error(`pages complained:\n${faults.join('\n')}`);
  }

  /** Waits, so that a press isn't taken for a double press or for an impatient second one. */
  static settle(ms = 850): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  async #device({ size = laptop, locale = 'zh-CN' }: DeviceOptions): Promise<VenuePage> {
    const context = await this.browser.newContext({ viewport: size, locale, acceptDownloads: true });
    this.#contexts.push(context);
    context.setDefaultTimeout(10_000);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    const urls: string[] = [];
    const sent: string[] = [];
    const heard: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    page.on('websocket', (socket) => {
      urls.push(socket.url());
      socket.on('framesent', ({ payload }) => sent.push(String(payload)));
      socket.on('framereceived', ({ payload }) => heard.push(String(payload)));
    });
    page.on('pageerror', (error) => this.#complain(page, error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.#complain(page, `${message.text()} ${message.location().url}`);
    });
    return { page, context, urls, sent, heard };
  }

  #complain(page: Page, text: string): void {
    if (this.isHostMissed && aboutLostHost.test(text)) return;
    this.faults.push(`${new URL(page.url()).pathname}: ${text}`);
  }
}
