import { languageOfLocale } from '../operator-language.ts';
import type { HostMessage } from '../shell-link.ts';
import type {
  AppPart,
  BlockerPart,
  CreateWindow,
  DialogPart,
  MenuPart,
  PowerPart,
  ScreenPart,
  SessionPart,
  SheetWindowPart,
  UtilityPart,
} from './electron-parts.ts';
import type { EventChoice } from './event-choice.ts';
import { hostEventArguments, isSameEvent, readShellArguments } from './event-choice.ts';
import type { HostEnd } from './host-process.ts';
import { startHostProcess } from './host-process.ts';
import { superviseHost } from './host-supervisor.ts';
import { keepAwake } from './keep-awake.ts';
import type { LiveEventNote } from './live-event-note.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import { guardQuit } from './quit-guard.ts';
import { saveSheets } from './save-sheets.ts';
import { trackSheetWindows } from './sheet-windows.ts';
import { setShellMenu } from './shell-menu.ts';
import { shellWords } from './shell-words.ts';
import { openStageWindows } from './stage-windows.ts';
import type { WindowDialogs } from './window-dialogs.ts';

export type ShellParts = {
  readonly app: AppPart;
  readonly screen: ScreenPart;
  readonly session: SessionPart;
  readonly dialog: DialogPart;
  readonly dialogs: WindowDialogs;
  readonly menu: MenuPart;
  readonly power: PowerPart;
  readonly blocker: BlockerPart;
  readonly createWindow: CreateWindow;
  readonly forkHost: (args: string[]) => UtilityPart;
  readonly killProcess: (pid: number) => void;
  readonly onSignal: (stop: () => void) => void;
  readonly note: LiveEventNote;
  readonly now: () => number;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  /** Where the host keeps what isn't in an event's file. */
  readonly userData: string;
  /** Where the person keeps documents. */
  readonly documentsFolder: string;
  /** Reads JSON from the host. */
  readonly readJson: (url: string) => Promise<unknown>;
  /** A file that was double-clicked before the program was ready. */
  readonly openedFile: string | null;
  readonly complain: (line: string) => void;
};

/** The exit code of a program whose event could not be opened, told apart from an Electron that can't run. */
export const hostFailedExitCode = 3;

/** Runs the shell on a ready Electron: one host, its windows, and every way they can end. */
export function runShell(parts: ShellParts): void {
  const { app, dialog, complain } = parts;
  const started = readShellArguments(parts.argv, parts.workingDirectory);
  const language = started.language ?? languageOfLocale(app.getLocale());
  const words = shellWords[language];
  let event = firstEvent();
  let previousEvent: EventChoice | null = null;
  let addresses: readonly string[] = [];
  let isLive = false;
  let eventFile: string | null = null;
  const stayAwake = keepAwake(parts.blocker);

  function firstEvent(): EventChoice {
    if (parts.openedFile !== null) return { file: parts.openedFile, demo: null };
    if (started.event !== null) return started.event;
    const live = parts.note.read();
    return live === null ? { file: null, demo: 'real' } : { file: live, demo: null };
  }
  /** Runs what nobody waits for; a fault in it is recorded and ends nothing else. */
  function background(work: Promise<unknown>): void {
    work.catch((fault: unknown) => complain(`shell: ${String(fault)}`));
  }

  const supervisor = superviseHost({
    start: (mode, handlers) =>
      startHostProcess({
        ...handlers,
        fork: () =>
          parts.forkHost([
            ...hostEventArguments(event),
            ...started.forHost,
            '--data',
            parts.userData,
            '--lang',
            language,
            ...(mode === 'read-only' ? ['--read-only'] : []),
          ]),
        killProcess: parts.killProcess,
        complain,
      }),
    now: parts.now,
    onMessage: hostSaid,
    onTrouble: hostInTrouble,
    onEnded: hostEnded,
  });

  const windows = openStageWindows({
    screen: parts.screen,
    createWindow: parts.createWindow,
    platform: parts.platform,
    onDisplays: supervisor.postDisplays,
    onConsoleClose: () => background(quitGuard.quit()),
    complain,
  });

  const quitGuard = guardQuit({ app, dialog, words, isLive: () => isLive, stopHost: stopInOrder, complain });

  async function stopInOrder(): Promise<void> {
    await supervisor.stop();
    parts.note.clear();
  }

  function hostSaid(message: HostMessage): void {
    if (message.kind === 'ready') {
      // The host itself has gone on with a closed event's corrected version: that is what a later host opens.
      if (previousEvent === null && eventFile !== null && eventFile !== message.eventFile)
        event = { file: message.eventFile, demo: null };
      previousEvent = null;
      eventFile = message.eventFile;
      addresses = [new URL(message.links.console).host, new URL(message.links.projector).host];
      windows.showEvent(message.links);
    }
    if (message.kind === 'status') {
      noteLive(message.isLive);
      windows.hostReported(message);
    }
  }

  function noteLive(next: boolean): void {
    if (next && eventFile !== null && !isLive) parts.note.write(eventFile);
    if (!next && isLive) parts.note.clear();
    isLive = next;
    stayAwake(next);
  }

  function hostInTrouble(trouble: 'read-only' | 'gave-up'): void {
    if (trouble === 'gave-up') {
      dialog.showErrorBox(words.gaveUp, words.gaveUpDetail);
      app.exit(hostFailedExitCode);
      return;
    }
    background(
      dialog.showMessageBox({
        type: 'warning',
        message: words.readOnly,
        detail: words.readOnlyDetail,
        buttons: [words.understood],
        defaultId: 0,
        cancelId: 0,
      }),
    );
  }

  function hostEnded(end: Extract<HostEnd, { kind: 'stopped' | 'failed' }>): void {
    if (end.kind === 'stopped') {
      // Stopped from outside, as by Ctrl-C, which reaches the host's process too.
      background(quitGuard.quitUnasked());
      return;
    }
    complain(`host: ${end.code}: ${end.message}`);
    // In the operator's language already: the host was started with it.
    dialog.showErrorBox(words.failed, end.message);
    if (previousEvent === null) {
      app.exit(hostFailedExitCode);
      return;
    }
    event = previousEvent;
    previousEvent = null;
    supervisor.start();
  }

  async function openEvent(next: EventChoice): Promise<void> {
    if (isSameEvent(next, event) || (next.file !== null && next.file === eventFile)) return;
    if (isLive) {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        message: words.openOtherLive,
        detail: words.openOtherLiveDetail,
        buttons: [words.stay, words.openOther],
        defaultId: 0,
        cancelId: 0,
      });
      if (response !== 1) return;
    }
    await supervisor.stop();
    noteLive(false);
    previousEvent = event;
    event = next;
    supervisor.start();
  }

  lockDownSession(parts.session, () => addresses);
  const save = saveSheets({ ...parts, words });
  const sheetInFront = setShellMenu(parts.menu, words, {
    showConsole: windows.showConsole,
    swapDisplays: windows.swapDisplays,
    saveSheet: () => ofSheetInFront(save.one),
    saveAllSheets: () => ofSheetInFront(save.all),
    quit: () => background(quitGuard.quit()),
  });
  const sheets = trackSheetWindows(sheetInFront);
  function ofSheetInFront(work: (window: SheetWindowPart) => Promise<void>): void {
    const window = sheets.inFront();
    if (window !== null) background(work(window));
  }
  app.on('web-contents-created', (_event, contents) => {
    lockDownContents(contents, () => addresses);
    sheets.watch(contents);
  });
  app.on('browser-window-focus', (_event, window) => sheets.focused(window));
  // The projector's window comes and goes; only quitting ends the program.
  app.on('window-all-closed', () => undefined);
  app.on('activate', windows.showConsole);
  app.on('open-file', (opening, file) => {
    opening.preventDefault();
    background(openEvent({ file, demo: null }));
  });
  app.on('second-instance', (_event, argv, workingDirectory, handedOver) => {
    windows.showConsole();
    // Chromium reorders the switches in `argv`; the second instance hands over its own.
    const asked = readShellArguments(handedOverArguments(handedOver) ?? argv, workingDirectory).event;
    if (asked !== null) background(openEvent(asked));
  });
  parts.power.on('suspend', () => supervisor.post({ kind: 'suspend' }));
  parts.power.on('resume', () => supervisor.post({ kind: 'resume' }));
  parts.power.on('shutdown', () => background(quitGuard.quitUnasked()));
  parts.onSignal(() => background(quitGuard.quitUnasked()));
  supervisor.start();
}

function handedOverArguments(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || !('argv' in value)) return null;
  const { argv } = value;
  return Array.isArray(argv) && argv.every((item) => typeof item === 'string') ? argv : null;
}
