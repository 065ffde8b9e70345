import path from 'node:path';
import type { Language } from '../../shared/kernel/language.ts';
import { askedLanguage } from '../operator-language.ts';

/** Which event the host is asked for: a file, the demo, or a file that is made as the demo if it isn't there. */
export type EventChoice = { readonly file: string | null; readonly demo: 'real' | 'fictional' | null };

export const eventExtension = '.leitai';

/** What the command line or a double click asks for. Options the host knows are handed on as they are. */
export type ShellArguments = {
  readonly event: EventChoice | null;
  readonly forHost: readonly string[];
  /** Null: the system's. */
  readonly language: Language | null;
};

/**
 * Reads `--event FILE`, `--demo [fictional]`, `--port N`, `--address A`, `--lang L`, or the bare path of an event file. All
 * other switches are Chromium's.
 */
export function readShellArguments(argv: readonly string[], workingDirectory: string): ShellArguments {
  let file: string | null = null;
  let demo: EventChoice['demo'] = null;
  const forHost: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const value = argv[at + 1];
    if (argument === '--demo') demo = value === 'fictional' ? value : 'real';
    else if (argument === '--event' && value !== undefined) {
      file = path.resolve(workingDirectory, value);
      at += 1;
    } else if ((argument === '--port' || argument === '--address') && value !== undefined) {
      forHost.push(argument, value);
      at += 1;
    } else if (!argument.startsWith('-') && argument.endsWith(eventExtension)) {
      file = path.resolve(workingDirectory, argument);
    }
  }
  return {
    event: file === null && demo === null ? null : { file, demo },
    forHost,
    language: askedLanguage(argv),
  };
}

export function hostEventArguments({ file, demo }: EventChoice): string[] {
  return [...(file === null ? [] : ['--event', file]), ...(demo === null ? [] : ['--demo', demo])];
}

export function isSameEvent(a: EventChoice, b: EventChoice): boolean {
  return a.file === b.file && (a.file !== null || a.demo === b.demo);
}
