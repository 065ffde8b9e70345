import type { MenuPart } from './electron-parts.ts';
import type { ShellWords } from './shell-words.ts';

export type ShellMenuActions = {
  readonly showConsole: () => void;
  readonly swapDisplays: () => void;
  readonly quit: () => void;
};

/**
 * A small menu in place of Electron's own, whose reload and close keys would blank the wall in mid-show.
 * The keys of the show belong to the console's page.
 */
export function setShellMenu(menu: MenuPart, words: ShellWords, actions: ShellMenuActions): void {
  menu.setApplicationMenu(
    menu.buildFromTemplate([
      {
        label: words.menuApp,
        submenu: [{ label: words.menuQuit, accelerator: 'CommandOrControl+Q', click: actions.quit }],
      },
      {
        label: words.menuEdit,
        submenu: [
          { role: 'undo' },
          { role: 'redo' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: words.menuDisplays,
        submenu: [
          { label: words.menuShowConsole, click: actions.showConsole },
          { label: words.menuSwapDisplays, click: actions.swapDisplays },
        ],
      },
    ]),
  );
}
