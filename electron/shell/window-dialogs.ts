import type { BaseWindow, Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';

/** What is asked over one of the windows, named by its id: the question then stands where the window does, not on the wall. */
export type WindowDialogs = {
  /** Null: the person thought better of it. */
  askFile(over: number, options: SaveDialogOptions): Promise<string | null>;
  askFolder(over: number, options: OpenDialogOptions): Promise<string | null>;
  tell(over: number, options: MessageBoxOptions): Promise<void>;
};

/** The system's dialogs. A window that was closed meanwhile is asked for no more. */
export function windowDialogs(
  dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>,
  windowOf: (id: number) => BaseWindow | null,
): WindowDialogs {
  return {
    askFile: async (over, options) => {
      const window = windowOf(over);
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      return canceled || filePath === '' ? null : filePath;
    },
    askFolder: async (over, options) => {
      const window = windowOf(over);
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    tell: async (over, options) => {
      const window = windowOf(over);
      await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
    },
  };
}
