import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  screen,
  session,
  utilityProcess,
} from 'electron';
import { consoleTokenVariable } from '../shell-link.ts';
import { claimFirstInstance } from './first-instance.ts';
import { liveEventNote } from './live-event-note.ts';
import { runShell } from './shell.ts';
import { windowDialogs } from './window-dialogs.ts';

const hostProgram = fileURLToPath(new URL('../host/main.js', import.meta.url));
const consoleToken = randomBytes(24).toString('base64url');

function complain(line: string): void {
  console.error(line);
}

function onSignal(stop: () => void): void {
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (fault) {
    // It ended between the decision and the call.
    complain(`host: ${String(fault)}`);
  }
}

// Electron's own handler opens a dialog, which might be on the wall. The host and its windows go on.
process.on('uncaughtException', (fault) => complain(`shell: ${fault.stack ?? String(fault)}`));

// Registered before `ready`: macOS reports the file that started the program during start-up.
let openedFile: string | null = null;
app.on('open-file', (event, file) => {
  event.preventDefault();
  openedFile ??= file;
});

async function main(): Promise<void> {
  const argv = process.argv.slice(1);
  if (!claimFirstInstance(app, argv)) return;
  app.enableSandbox();
  await app.whenReady();
  runShell({
    app,
    screen,
    session: session.defaultSession,
    dialog,
    dialogs: windowDialogs(dialog, (id) => BrowserWindow.fromId(id)),
    menu: Menu,
    power: powerMonitor,
    blocker: powerSaveBlocker,
    createWindow: (options) => new BrowserWindow(options),
    forkHost: (args) =>
      utilityProcess.fork(hostProgram, args, {
        serviceName: 'Leitai host',
        stdio: 'inherit',
        env: { ...process.env, [consoleTokenVariable]: consoleToken },
      }),
    killProcess,
    onSignal,
    note: liveEventNote(path.join(app.getPath('userData'), 'live-event')),
    now: () => performance.now(),
    platform: process.platform,
    argv,
    workingDirectory: process.cwd(),
    userData: app.getPath('userData'),
    documentsFolder: app.getPath('documents'),
    readJson: async (url) => (await fetch(url)).json(),
    openedFile,
    complain,
  });
}

main().catch((fault: unknown) => {
  complain(`shell: ${String(fault)}`);
  app.exit(1);
});
