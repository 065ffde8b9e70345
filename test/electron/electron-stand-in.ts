import type {
  ContentsPart,
  DisplayPart,
  MenuPart,
  SessionPart,
} from '../../electron/shell/electron-parts.ts';
import type { WindowDialogs } from '../../electron/shell/window-dialogs.ts';
import { Emitter, PreventableEvent } from './stand-in-emitter.ts';

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

export class StandInApp extends Emitter {
  exitCode: number | null = null;
  locale = 'en-US';
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
    return this.locale;
  }
}

export class StandInDialog {
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

/** The dialogs over a window: gives the answers that it was told to, and keeps what it was asked. */
export class StandInDialogs implements WindowDialogs {
  readonly answers: (string | null)[] = [];
  readonly asked: { over: number; proposed: string | undefined }[] = [];
  readonly told: { over: number; message: string; detail: string | undefined }[] = [];
  askFile(over: number, { defaultPath }: { defaultPath?: string }): Promise<string | null> {
    this.asked.push({ over, proposed: defaultPath });
    return Promise.resolve(this.answers.shift() ?? null);
  }
  askFolder(over: number, options: { defaultPath?: string }): Promise<string | null> {
    return this.askFile(over, options);
  }
  tell(over: number, { message, detail }: { message: string; detail?: string }): Promise<void> {
    this.told.push({ over, message, detail });
    return Promise.resolve();
  }
}

export class StandInBlocker {
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

export class StandInMenu {
  template: Parameters<MenuPart['buildFromTemplate']>[0] = [];
  readonly #items = new Map<string, { enabled: boolean }>();
  build(template: Parameters<MenuPart['buildFromTemplate']>[0]) {
    this.template = template;
    for (const { submenu } of template)
      for (const { id, enabled } of Array.isArray(submenu) ? submenu : [])
        if (id !== undefined) this.#items.set(id, { enabled: enabled ?? true });
    const getMenuItemById = (id: string) => this.#items.get(id) ?? null;
    // The shell only hands the built menu on, and enables items in it.
    return { getMenuItemById } as ReturnType<MenuPart['buildFromTemplate']>;
  }
  isEnabled(id: string): boolean {
    return this.#items.get(id)?.enabled ?? false;
  }
  press(label: string): void {
    for (const { submenu } of this.template) {
      if (!Array.isArray(submenu)) continue;
      const item = submenu.find((candidate) => candidate.label === label);
      // The shell's items look at none of the arguments.
      if (item?.click && (item.id === undefined || this.isEnabled(item.id)))
        Reflect.apply(item.click, undefined, []);
    }
  }
}

export class StandInNote {
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
