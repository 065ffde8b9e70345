import { EventEmitter } from 'node:events';
import type {
  AppPart,
  BlockerPart,
  BrowserWindowConstructorOptions,
  ContentsPart,
  DialogPart,
  DisplayPart,
  MenuPart,
  PowerPart,
  Rectangle,
  ScreenPart,
  SessionPart,
  UtilityPart,
  WindowPart,
} from '../../electron/shell/electron-parts.ts';
import type { LiveEventNote } from '../../electron/shell/live-event-note.ts';
import { runShell } from '../../electron/shell/shell.ts';
import type { HostMessage, ShellMessage } from '../../electron/shell-link.ts';
import { parseShellMessage } from '../../electron/shell-link.ts';

/** A machine with displays but without Electron: what runShell is given in place of the real parts. */

type Listener = (...values: never[]) => void;

class Emitter {
  readonly #events = new EventEmitter();
  on(event: string, listener: Listener): this {
    this.#events.on(event, listener as (...values: unknown[]) => void);
    return this;
  }
  once(event: string, listener: Listener): this {
    this.#events.once(event, listener as (...values: unknown[]) => void);
    return this;
  }
  emit(event: string, ...values: unknown[]): void {
    this.#events.emit(event, ...values);
  }
}

export class PreventableEvent {
  defaultPrevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export class StandInHost extends Emitter {
  readonly pid: number;
  readonly args: readonly string[];
  readonly received: ShellMessage[] = [];
  isRunning = true;
  /** A hung host takes messages and answers none. */
  isHung = false;

  constructor(pid: number, args: readonly string[]) {
    super();
    this.pid = pid;
    this.args = args;
  }
  postMessage(value: unknown): void {
    const message = parseShellMessage(value);
    if (!message.ok) throw new Error(`the shell sent a message that doesn't parse: ${message.error}`);
    this.received.push(message.value);
    if (this.isHung || !this.isRunning) return;
    if (message.value.kind === 'ping') this.say({ kind: 'pong' });
    if (message.value.kind === 'stop') {
      this.say({ kind: 'stopped' });
      this.end(0);
    }
  }
  say(message: HostMessage): void {
    this.emit('message', message);
  }
  end(code: number): void {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.emit('exit', code);
  }
  last(kind: ShellMessage['kind']): ShellMessage | undefined {
    return this.received.findLast((message) => message.kind === kind);
  }
}

export class StandInWindow extends Emitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new Emitter();
  readonly loaded: string[] = [];
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
    this.options = options;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
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

export class StandInScreen extends Emitter {
  displays: DisplayPart[];
  primaryId: number;

  constructor(displays: DisplayPart[]) {
    super();
    this.displays = displays;
    this.primaryId = displays[0]?.id ?? 0;
  }
  getAllDisplays(): DisplayPart[] {
    return this.displays;
  }
  getPrimaryDisplay(): DisplayPart {
    const display = this.displays.find(({ id }) => id === this.primaryId) ?? this.displays[0];
    if (display === undefined) throw new Error('no display');
    return display;
  }
  getDisplayMatching(bounds: Rectangle): DisplayPart {
    const area = ({ bounds: of }: DisplayPart) =>
      Math.max(0, Math.min(of.x + of.width, bounds.x + bounds.width) - Math.max(of.x, bounds.x)) *
      Math.max(0, Math.min(of.y + of.height, bounds.y + bounds.height) - Math.max(of.y, bounds.y));
    return this.displays.toSorted((a, b) => area(b) - area(a))[0] ?? this.getPrimaryDisplay();
  }
  plugIn(display: DisplayPart): void {
    this.displays = [...this.displays, display];
    this.emit('display-added');
  }
  unplug(display: DisplayPart): void {
    this.displays = this.displays.filter(({ id }) => id !== display.id);
    this.emit('display-removed');
  }
  change(displays: DisplayPart[]): void {
    this.displays = displays;
    this.emit('display-metrics-changed');
  }
}

class StandInApp extends Emitter {
  exitCode: number | null = null;
  exit(code = 0): void {
    this.exitCode ??= code;
  }
  quit(): void {
    this.emit('before-quit', new PreventableEvent());
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  getLocale(): string {
    return 'en-US';
  }
}

class StandInDialog {
  readonly errors: string[] = [];
  readonly questions: { message: string; answer: (response: number) => void }[] = [];
  showErrorBox(title: string, content: string): void {
    this.errors.push(`${title}: ${content}`);
  }
  showMessageBox(options: { message: string }): Promise<{ response: number }> {
    return new Promise((resolve) => {
      this.questions.push({ message: options.message, answer: (response) => resolve({ response }) });
    });
  }
}

class StandInBlocker {
  readonly active = new Set<number>();
  readonly kinds: string[] = [];
  #next = 1;
  start(kind: string): number {
    this.kinds.push(kind);
    this.active.add(this.#next);
    this.#next += 1;
    return this.#next - 1;
  }
  stop(id: number): boolean {
    return this.active.delete(id);
  }
}

type RequestListener = (details: { url: string }, callback: (response: { cancel: boolean }) => void) => void;

export class StandInSession {
  permissionRequest: Parameters<SessionPart['setPermissionRequestHandler']>[0] = null;
  permissionCheck: Parameters<SessionPart['setPermissionCheckHandler']>[0] = null;
  devicePermission: Parameters<SessionPart['setDevicePermissionHandler']>[0] = null;
  #request: RequestListener | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener) => {
      this.#request = listener;
    },
  };
  setPermissionRequestHandler(handler: Parameters<SessionPart['setPermissionRequestHandler']>[0]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Parameters<SessionPart['setPermissionCheckHandler']>[0]): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Parameters<SessionPart['setDevicePermissionHandler']>[0]): void {
    this.devicePermission = handler;
  }
  isCancelled(url: string): boolean {
    let isCancelled = false;
    this.#request?.({ url }, ({ cancel }) => {
      isCancelled = cancel;
    });
    return isCancelled;
  }
}

export class StandInContents extends Emitter {
  windowOpenHandler: Parameters<ContentsPart['setWindowOpenHandler']>[0] | null = null;
  setWindowOpenHandler(handler: Parameters<ContentsPart['setWindowOpenHandler']>[0]): void {
    this.windowOpenHandler = handler;
  }
}

class StandInMenu {
  template: Parameters<MenuPart['buildFromTemplate']>[0] = [];
  press(label: string): void {
    for (const { submenu } of this.template) {
      if (!Array.isArray(submenu)) continue;
      const item = submenu.find((candidate) => candidate.label === label);
      // The shell's items look at none of the arguments.
      if (item?.click) Reflect.apply(item.click, undefined, []);
    }
  }
}

class StandInNote {
  liveEvent: string | null = null;
  read(): string | null {
    return this.liveEvent;
  }
  write(eventFile: string): void {
    this.liveEvent = eventFile;
  }
  clear(): void {
    this.liveEvent = null;
  }
}

export function display(id: number, x: number, width = 1920, height = 1080): DisplayPart {
  return { id, bounds: { x, y: 0, width, height }, workArea: { x, y: 0, width, height: height - 40 } };
}

export const laptop = display(1, 0, 1440, 900);
export const wall = display(2, 1440);

export const links = {
  console: 'http://127.0.0.1:4180/console?token=t',
  projector: 'http://127.0.0.1:4180/projector',
  panel: 'http://192.168.1.5:4180/panel',
  prompter: 'http://192.168.1.5:4180/prompter',
};

export const ready: HostMessage = {
  kind: 'ready',
  links,
  eventTitle: 'Demo',
  eventFile: '/venue/demo.leitai',
};

export type MachineOptions = {
  readonly displays?: DisplayPart[];
  readonly primaryId?: number;
  readonly argv?: readonly string[];
  readonly platform?: NodeJS.Platform;
  readonly openedFile?: string;
  readonly liveEvent?: string;
};

/** Starts the shell on a stand-in machine; its time is vitest's. */
export function startMachine(options: MachineOptions = {}) {
  const app = new StandInApp();
  const screen = new StandInScreen(options.displays ?? [laptop, wall]);
  screen.primaryId = options.primaryId ?? screen.primaryId;
  const session = new StandInSession();
  const dialog = new StandInDialog();
  const menu = new StandInMenu();
  const power = new Emitter();
  const blocker = new StandInBlocker();
  const note = new StandInNote();
  note.liveEvent = options.liveEvent ?? null;
  const windows: StandInWindow[] = [];
  const hosts: StandInHost[] = [];
  const killed: number[] = [];
  const complaints: string[] = [];
  let interrupt: () => void = () => undefined;

  runShell({
    app: app satisfies AppPart,
    screen: screen satisfies ScreenPart,
    session: session satisfies SessionPart,
    dialog: dialog satisfies DialogPart,
    menu: {
      buildFromTemplate: (template) => {
        menu.template = template;
        // The shell only hands the built menu on.
        return {} as ReturnType<MenuPart['buildFromTemplate']>;
      },
      setApplicationMenu: () => undefined,
    },
    power: power satisfies PowerPart,
    blocker: blocker satisfies BlockerPart,
    createWindow: (windowOptions) => {
      const window = new StandInWindow(windowOptions);
      windows.push(window);
      return window satisfies WindowPart;
    },
    forkHost: (args) => {
      const host = new StandInHost(100 + hosts.length, args);
      hosts.push(host);
      return host satisfies UtilityPart;
    },
    killProcess: (pid) => {
      killed.push(pid);
      hosts.find((host) => host.pid === pid)?.end(137);
    },
    onSignal: (stop) => {
      interrupt = stop;
    },
    note: note satisfies LiveEventNote,
    now: () => performance.now(),
    platform: options.platform ?? 'linux',
    argv: options.argv ?? [],
    workingDirectory: '/venue',
    userData: '/data',
    openedFile: options.openedFile ?? null,
    complain: (line) => complaints.push(line),
  });

  const newest = <Item>(items: readonly Item[], what: string): Item => {
    const item = items.at(-1);
    if (item === undefined) throw new Error(`no ${what}`);
    return item;
  };
  const open = () => windows.filter((window) => !window.isDestroyed());
  return {
    app,
    screen,
    session,
    dialog,
    menu,
    power,
    blocker,
    note,
    hosts,
    killed,
    complaints,
    windows,
    interrupt: () => interrupt(),
    host: () => newest(hosts, 'host'),
    console: () =>
      newest(
        open().filter((window) => window.options.frame !== false),
        'console',
      ),
    /** The projector's window, or null while it has none. */
    projector: () => open().find((window) => window.options.frame === false) ?? null,
    /** As when the host has come up and the pages have drawn for the first time. */
    comeUp: () => {
      newest(hosts, 'host').say(ready);
      for (const window of open()) window.emit('ready-to-show');
    },
    openContents: () => {
      const contents = new StandInContents();
      app.emit('web-contents-created', new PreventableEvent(), contents satisfies ContentsPart);
      return contents;
    },
  };
}
