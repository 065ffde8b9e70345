import type { MenuPart } from './electron-parts.ts';
import type { ShellWords } from './shell-words.ts';

export type ShellMenuActions = {
  readonly showConsole: () => void;
  readonly swapDisplays: () => void;
  readonly saveSheet: () => void;
  readonly saveAllSheets: () => void;
  readonly quit: () => void;
};

/** Items that do something only while a sheet is in front. */
const sheetItems = ['save-sheet', 'save-all-sheets'];

/**
 * A small menu in place of Electron's own, whose reload and close keys would blank the wall in mid-show.
 * The keys of the show belong to the console's page. Returns how to say whether a sheet is in front.
 */
export function setShellMenu(
  menu: MenuPart,
  words: ShellWords,
  actions: ShellMenuActions,
): (isSheetInFront: boolean) => void {
  const built = menu.buildFromTemplate([
    {
      label: words.menuApp,
      submenu: [{ label: words.menuQuit, accelerator: 'CommandOrControl+Q', click: actions.quit }],
    },
    {
      label: words.menuFile,
      submenu: [
        {
          id: 'save-sheet',
          label: words.menuSaveSheet,
          accelerator: 'CommandOrControl+S',
          enabled: false,
          click: actions.saveSheet,
        },
        {
          id: 'save-all-sheets',
          label: words.menuSaveAllSheets,
          accelerator: 'CommandOrControl+Shift+S',
          enabled: false,
          click: actions.saveAllSheets,
        },
      ],
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
  ]);
  menu.setApplicationMenu(built);
  return (isSheetInFront) => {
    for (const id of sheetItems) {
      const item = built.getMenuItemById(id);
      if (item !== null) item.enabled = isSheetInFront;
    }
  };
}
