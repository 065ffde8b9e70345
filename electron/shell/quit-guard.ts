import type { AppPart, DialogPart } from './electron-parts.ts';
import type { ShellWords } from './shell-words.ts';

export type QuitGuardParts = {
  readonly app: Pick<AppPart, 'exit' | 'on'>;
  readonly dialog: Pick<DialogPart, 'showMessageBox'>;
  readonly words: ShellWords;
  readonly isLive: () => boolean;
  readonly stopHost: () => Promise<void>;
  readonly complain: (line: string) => void;
};

export type QuitGuard = {
  /** Asks first if the event is live; then stops the host in order and exits. */
  quit(): Promise<void>;
  /** For a system that shuts down and for Ctrl-C: stops in order without a question. */
  quitUnasked(): Promise<void>;
};

/** Every way out of the program leads through here: quitting asks while the event is live, and stops the host first. */
export function guardQuit(parts: QuitGuardParts): QuitGuard {
  let phase: 'running' | 'asking' | 'leaving' = 'running';

  async function leave(): Promise<void> {
    if (phase === 'leaving') return;
    phase = 'leaving';
    await parts.stopHost();
    // Not quit(): the windows refuse to close.
    parts.app.exit(0);
  }

  async function quit(): Promise<void> {
    if (phase !== 'running') return;
    if (parts.isLive()) {
      phase = 'asking';
      const { response } = await parts.dialog.showMessageBox({
        type: 'warning',
        message: parts.words.quitLive,
        detail: parts.words.quitLiveDetail,
        buttons: [parts.words.stay, parts.words.quitAnyway],
        defaultId: 0,
        cancelId: 0,
      });
      // Ctrl-C may have decided meanwhile.
      if (isLeaving()) return;
      phase = 'running';
      if (response !== 1) return;
    }
    await leave();
  }
  const isLeaving = () => phase === 'leaving';

  parts.app.on('before-quit', (event) => {
    event.preventDefault();
    quit().catch((fault: unknown) => parts.complain(`quit: ${String(fault)}`));
  });
  return { quit, quitUnasked: leave };
}
