import path from 'node:path';

/** Which event the host is asked for: a file of the operator's, or the demo. */
export type EventChoice = { readonly kind: 'file'; readonly file: string } | { readonly kind: 'demo' };

export const eventExtension = '.leitai';

/** What the command line or a double click asks for. Options the host knows are handed on as they are. */
export type ShellArguments = { readonly event: EventChoice | null; readonly forHost: readonly string[] };

/** Reads `--event FILE`, `--demo`, `--port N`, `--address A`, or the bare path of an event file. Unknown switches are Chromium's. */
export function readShellArguments(argv: readonly string[], workingDirectory: string): ShellArguments {
  let event: EventChoice | null = null;
  const forHost: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    const value = argv[at + 1];
    if (argument === '--demo') event = { kind: 'demo' };
    else if (argument === '--event' && value !== undefined) {
      event = { kind: 'file', file: path.resolve(workingDirectory, value) };
      at += 1;
    } else if ((argument === '--port' || argument === '--address') && value !== undefined) {
      forHost.push(argument, value);
      at += 1;
    } else if (!argument.startsWith('-') && argument.endsWith(eventExtension)) {
      event = { kind: 'file', file: path.resolve(workingDirectory, argument) };
    }
  }
  return { event, forHost };
}

export function hostEventArguments(choice: EventChoice): string[] {
  return choice.kind === 'demo' ? ['--demo'] : ['--event', choice.file];
}

export function isSameEvent(a: EventChoice, b: EventChoice): boolean {
  return a.kind === 'file' ? b.kind === 'file' && a.file === b.file : b.kind === 'demo';
}
