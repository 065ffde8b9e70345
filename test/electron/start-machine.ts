import type {
  AppPart,
  BlockerPart,
  ContentsPart,
  DialogPart,
  DisplayPart,
  PowerPart,
  ScreenPart,
  SessionPart,
  SheetWindowPart,
  UtilityPart,
  WindowPart,
} from '../../electron/shell/electron-parts.ts';
import type { LiveEventNote } from '../../electron/shell/live-event-note.ts';
import { runShell } from '../../electron/shell/shell.ts';
import type { HostMessage } from '../../electron/shell-link.ts';
import {
  StandInApp,
  StandInBlocker,
  StandInContents,
  StandInDialog,
  StandInDialogs,
  StandInMenu,
  StandInNote,
  StandInScreen,
  StandInSession,
} from './electron-stand-in.ts';
import { Emitter, PreventableEvent } from './stand-in-emitter.ts';
import { StandInHost } from './stand-in-host.ts';
import { StandInWindow } from './stand-in-window.ts';

/** A machine with displays but without Electron: what runShell is given in place of the real parts. */

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
  /** The system's. */
  readonly locale?: string;
  readonly platform?: NodeJS.Platform;
  readonly openedFile?: string;
  readonly liveEvent?: string;
  readonly userData?: string;
  readonly documentsFolder?: string;
  /** A part of the addresses at which print pages show no sheet. */
  readonly withoutSheet?: string;
  readonly readJson?: (url: string) => Promise<unknown>;
  /** In place of stand-in hosts. */
  readonly forkHost?: (args: string[]) => UtilityPart;
};

/** Starts the shell on a stand-in machine; its time is vitest's. */
export function startMachine(options: MachineOptions = {}) {
  const app = new StandInApp();
  app.locale = options.locale ?? app.locale;
  const screen = new StandInScreen(options.displays ?? [laptop, wall]);
  screen.primaryId = options.primaryId ?? screen.primaryId;
  const session = new StandInSession();
  const dialog = new StandInDialog();
  const dialogs = new StandInDialogs();
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
    dialogs,
    menu: {
      buildFromTemplate: (template) => menu.build(template),
      setApplicationMenu: () => undefined,
    },
    power: power satisfies PowerPart,
    blocker: blocker satisfies BlockerPart,
    createWindow: (windowOptions) => {
      const window = new StandInWindow(windowOptions);
      window.webContents.withoutSheet = options.withoutSheet ?? null;
      windows.push(window);
      return window satisfies WindowPart;
    },
    forkHost: (args) => {
      if (options.forkHost !== undefined) return options.forkHost(args);
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
    userData: options.userData ?? '/data',
    documentsFolder: options.documentsFolder ?? '/documents',
    readJson: options.readJson ?? (() => Promise.reject(new Error('no host to read from'))),
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
    dialogs,
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
    /** As when the console's page opens a print page, and the system brings it to the front. */
    openSheet: (url: string) => {
      const contents = new StandInContents();
      app.emit('web-contents-created', new PreventableEvent(), contents satisfies ContentsPart);
      const window = new StandInWindow({});
      window.webContents.url = url;
      window.focus();
      contents.emit('did-create-window', window satisfies SheetWindowPart);
      return window;
    },
    openContents: () => {
      const contents = new StandInContents();
      app.emit('web-contents-created', new PreventableEvent(), contents satisfies ContentsPart);
      return contents;
    },
  };
}
