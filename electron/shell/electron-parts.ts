import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  Display,
  Event,
  Menu,
  PowerSaveBlocker,
  PrintToPDFOptions,
  Rectangle,
  Session,
  UtilityProcess,
  WebContents,
} from 'electron';

/**
 * The parts of Electron that the shell uses, cut from Electron's own types. Everything but main.ts takes them
 * as arguments, so the shell's behaviour is tested without a runtime; main.ts passing the real ones is what
 * proves, at compile time, that these cuts fit. Events are restated because a cut overload would demand the
 * whole class as its return value.
 */
export type AppPart = Pick<App, 'exit' | 'quit' | 'requestSingleInstanceLock' | 'getLocale'> & {
  on(event: 'before-quit', listener: (event: Event) => void): unknown;
  on(event: 'window-all-closed' | 'activate', listener: () => void): unknown;
  on(event: 'open-file', listener: (event: Event, path: string) => void): unknown;
  on(
    event: 'second-instance',
    listener: (event: Event, argv: string[], workingDirectory: string, additionalData: unknown) => void,
  ): unknown;
  on(
    event: 'browser-window-focus',
    listener: (event: Event, window: Pick<SheetWindowPart, 'id'>) => void,
  ): unknown;
  on(event: 'web-contents-created', listener: (event: Event, contents: WebContents) => void): unknown;
};

export type DisplayPart = Pick<Display, 'id' | 'bounds' | 'workArea'>;

export type ScreenPart = {
  getAllDisplays(): DisplayPart[];
  getPrimaryDisplay(): DisplayPart;
  on(event: 'display-added' | 'display-removed' | 'display-metrics-changed', listener: () => void): unknown;
};

export type ContentsPart = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (details: NavigationPart) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown;
  on(event: 'did-create-window', listener: (window: SheetWindowPart) => void): unknown;
};

/** What a print page's window shows, and prints. */
export type SheetContentsPart = Pick<WebContents, 'getURL' | 'printToPDF'> & {
  executeJavaScript(code: string): Promise<unknown>;
};

export type SheetWindowPart = Pick<
  BrowserWindow,
  'id' | 'isDestroyed' | 'isFocused' | 'getTitle' | 'setTitle' | 'setProgressBar'
> & {
  readonly webContents: SheetContentsPart;
  once(event: 'closed', listener: () => void): unknown;
};

export type NavigationPart = Pick<Event, 'preventDefault'> & { readonly url: string };

export type LoadingPart = {
  on(event: 'render-process-gone', listener: () => void): unknown;
  on(
    event: 'did-fail-load',
    listener: (
      event: Event,
      errorCode: number,
      errorDescription: string,
      validatedURL: string,
      isMainFrame: boolean,
    ) => void,
  ): unknown;
};

export type WindowPart = Pick<
  BrowserWindow,
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'hide'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'removeMenu'
  | 'restore'
  | 'setBounds'
  | 'setFullScreen'
  | 'setSimpleFullScreen'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
> & {
  readonly webContents: LoadingPart & SheetContentsPart;
  on(event: 'close', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown;
  on(event: 'move', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
};

export type CreateWindow = (options: BrowserWindowConstructorOptions) => WindowPart;

export type SessionPart = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & {
  readonly webRequest: {
    onBeforeRequest(
      listener: (
        details: { readonly url: string },
        callback: (response: { cancel: boolean }) => void,
      ) => void,
    ): void;
  };
};

export type UtilityPart = Pick<UtilityProcess, 'postMessage' | 'pid'> & {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
};

export type DialogPart = {
  showErrorBox: Dialog['showErrorBox'];
  showMessageBox(options: {
    type: 'warning' | 'info';
    message: string;
    detail: string;
    buttons: string[];
    defaultId: number;
    cancelId: number;
  }): Promise<{ response: number }>;
};

export type BlockerPart = Pick<PowerSaveBlocker, 'start' | 'stop'>;

export type PowerPart = {
  on(event: 'suspend' | 'resume' | 'shutdown', listener: () => void): unknown;
};

export type MenuPart = {
  buildFromTemplate: (typeof Menu)['buildFromTemplate'];
  setApplicationMenu: (typeof Menu)['setApplicationMenu'];
};

export type { BrowserWindowConstructorOptions, PrintToPDFOptions, Rectangle };
