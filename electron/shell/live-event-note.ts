import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

export type LiveEventNote = {
  /** The event that was live when the program ended without an orderly quit, if its file is still there. */
  read(): string | null;
  write(eventFile: string): void;
  clear(): void;
};

/** A one-line file that lets a relaunch after a crash reopen the live event without a question. */
export function liveEventNote(noteFile: string): LiveEventNote {
  return {
    read: () => {
      if (!existsSync(noteFile)) return null;
      const eventFile = readFileSync(noteFile, 'utf8').trim();
      return eventFile !== '' && existsSync(eventFile) ? eventFile : null;
    },
    write: (eventFile) => writeFileSync(noteFile, `${eventFile}\n`),
    clear: () => rmSync(noteFile, { force: true }),
  };
}
