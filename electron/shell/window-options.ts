import type { BrowserWindowConstructorOptions, DisplayPart } from './electron-parts.ts';

/** No preload script, no Node, no bridge: a page of the shell is exactly the page any browser gets. */
const lockedDown = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

export function consoleWindowOptions(display: DisplayPart): BrowserWindowConstructorOptions {
  return {
    ...display.workArea,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    // Timers of a console behind another window must run on: it rings at zero.
    webPreferences: { ...lockedDown, backgroundThrottling: false },
  };
}

/** A page of A4 at its own size, with the bar above it. Its menu stands open to view: that is where it is saved as PDF. */
export const paperWindowOptions: BrowserWindowConstructorOptions = {
  width: 900,
  height: 1000,
  backgroundColor: '#ffffff',
  autoHideMenuBar: false,
  webPreferences: lockedDown,
};

/** Where sheets are laid out one after the other to be saved; its timers run although nobody sees it. */
export const unseenSheetOptions: BrowserWindowConstructorOptions = {
  ...paperWindowOptions,
  show: false,
  skipTaskbar: true,
  webPreferences: { ...lockedDown, backgroundThrottling: false },
};

export function projectorWindowOptions(display: DisplayPart): BrowserWindowConstructorOptions {
  return {
    ...display.bounds,
    show: false,
    frame: false,
    skipTaskbar: true,
    minimizable: false,
    backgroundColor: '#000000',
    // Alt+F4 on the wall must not leave the desktop showing; the shell itself destroys the window.
    closable: false,
    // Bells ring on a screen that nobody ever clicks.
    webPreferences: {
      ...lockedDown,
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  };
}
