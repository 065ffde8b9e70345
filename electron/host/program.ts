import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { constants } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import type { Language } from '../../shared/kernel/language.ts';
import { connectToShell } from '../connect-to-shell.ts';
import { operatorLanguage } from '../operator-language.ts';
import { consoleTokenVariable, type DisplaysMessage } from '../shell-link.ts';
import { dataFolder } from './data-folder.ts';
import { demoDefinition } from './demo-event.ts';
import { networkCards } from './lan/network-cards.ts';
import { loadDefinition } from './load-definition.ts';
import { DiskFault } from './log/disk-fault.ts';
import { loadHostKey } from './log/host-key.ts';
import { type HostError, type HostParts, type RunningHost, runHost } from './run-host.ts';
import { parseStartOptions, type StartOptions } from './start-options.ts';
import { displaysKind, StatusReport } from './status-report.ts';
import { diskLines, noticeLine, openingLines, systemLines } from './words/opening-words.ts';
import { hostUsageLines } from './words/option-words.ts';
import { addressNotHereLines, bindNotHereLines, nextPortLine, portLines } from './words/place-words.ts';
import { runningWords } from './words/running-words.ts';

/** As the launcher knows it: the event or the port can't be had, and starting again won't help. */
const failedExitCode = 3;
const usageExitCode = 64;
/** One press of Ctrl-C may arrive as several signals, from the terminal and from npm. */
const samePressMs = 1_000;

const report = (where: string, fault: unknown): void => {
  const text = fault instanceof Error ? (fault.stack ?? fault.message) : JSON.stringify(fault);
  console.error(`${new Date().toISOString()} ${where}: ${text}`);
};

function demoPath(data: string, kind: 'real' | 'fictional'): string {
  const folder = join(data, 'events');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, kind === 'real' ? 'demo.leitai' : `demo-${kind}.leitai`);
}

function definitionFor(options: StartOptions, language: Language) {
  if (options.definition === null) return demoDefinition(options.demo ?? 'real');
  const loaded = loadDefinition(options.definition, language);
  if (loaded.ok) return loaded.value;
  throw new DefinitionRefused(loaded.error.lines);
}

/** Leaves by the way of a fault, since the file's own opening asks for the definition only when it makes a new one. */
class DefinitionRefused extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

function errorLines(path: string, error: HostError, language: Language): readonly string[] {
  return error.code === 'port-taken' || error.code === 'port-forbidden'
    ? portLines(error, language)
    : openingLines(path, error, language);
}

/** An address asked for that this machine hasn't got (now): the show may start before its network does. */
function isElsewhere(address: string): boolean {
  const isCards = isIPv4(address) && !address.startsWith('127.');
  return isCards && !networkCards().some((card) => card.address === address);
}

/** The links alone on their lines, the console's first, then what the operator should know. */
function printLinks(
  { links, portNote, session }: RunningHost,
  { address }: StartOptions,
  language: Language,
): void {
  for (const link of [links.console, links.projector, links.panel, links.prompter]) console.log(link);
  if (portNote) console.log(nextPortLine(portNote, language));
  if (address !== null && isElsewhere(address))
    for (const line of addressNotHereLines(address, networkCards(), language)) console.log(line);
  for (const notice of session.notices) console.log(noticeLine(notice, language));
  if (process.stdout.isTTY) console.log(renderUnicodeCompact(links.panel));
}

/**
 * Runs the host as its command line says, until it is told to stop. Resolves with the exit code; faults of our own
 * are thrown.
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  // Whoever read these lines may be gone (a closed terminal, `| head`): the show goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const language = operatorLanguage(args, process.env);
  const options = parseStartOptions(args);
  const shell = connectToShell(process, (path) => report('shell message', path));
  const fail = (code: string, lines: readonly string[], exitCode: number): number => {
    for (const line of lines) console.error(line);
    shell.send({ kind: 'failed', code, message: lines.join('\n') });
    shell.close();
    return exitCode;
  };
  if (!options.ok) return fail('usage', hostUsageLines(options.error, language), usageExitCode);
  const { demo, event } = options.value;
  if (event === null && demo === null) return fail('usage', hostUsageLines(null, language), usageExitCode);

  let turn = Promise.withResolvers<Turn>();
  let stopAskedAt: number | null = null;
  const stop = () => {
    stopAskedAt ??= performance.now();
    turn.resolve({ kind: 'stop' });
  };
  const status = new StatusReport((message) => shell.send(message));
  let host: RunningHost | null = null;
  let displays: DisplaysMessage | null = null;
  const told = {
    changed: () => host && status.tell(host.state()),
    goOnWith: (path: string) => turn.resolve({ kind: 'other-file', path }),
    // Open consoles stay admitted when the host goes on with another file.
    consoleToken: process.env[consoleTokenVariable] || randomBytes(16).toString('hex'),
  };
  let started = await start(options.value, null, language, told);
  if (!started.ok) return fail(started.code, started.lines, failedExitCode);
  let running = started.host;
  host = running;

  shell.listen((message) => {
    switch (message.kind) {
      case 'stop':
        return stop();
      case 'suspend':
      case 'resume':
        return running.lookAtTime();
      case 'displays':
        displays = message;
        running.showDisplays(displaysKind(message));
        return status.displaysShown(message, running.state());
      default:
        return;
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stopAskedAt === null || performance.now() - stopAskedAt < samePressMs) return stop();
      console.error(runningWords[language].endedAtOnce);
      return process.exit(128 + constants.signals[signal]);
    });

  printLinks(running, options.value, language);
  const tellReady = (path: string) => {
    const { title } = running.state().definition;
    shell.send({ kind: 'ready', links: running.links, eventTitle: title['zh-Hans'], eventFile: path });
    status.tell(running.state());
  };
  tellReady(started.path);
  for (;;) {
    const next = await turn.promise;
    host = null;
    await running.stop();
    if (next.kind === 'stop') break;
    turn = Promise.withResolvers();
    // Devices know this port, though no card may be printed yet.
    const samePlace = { ...options.value, port: running.port };
    started = await startOther(next.path, started.path, (path) => start(samePlace, path, language, told));
    if (!started.ok) return fail(started.code, started.lines, failedExitCode);
    running = started.host;
    host = running;
    if (displays) running.showDisplays(displaysKind(displays));
    if (started.path === next.path) console.log(runningWords[language].goesOnWith(basename(started.path)));
    printLinks(running, options.value, language);
    tellReady(started.path);
    // Asked meanwhile, when there was nothing to stop.
    if (stopAskedAt !== null) stop();
  }
  console.log(runningWords[language].closed(basename(started.path)));
  shell.send({ kind: 'stopped' });
  shell.close();
  return 0;
}

/** What ends the run of one event file. */
type Turn = { readonly kind: 'stop' } | { readonly kind: 'other-file'; readonly path: string };

type Started =
  | { readonly ok: true; readonly host: RunningHost; readonly path: string }
  | { readonly ok: false; readonly code: string; readonly lines: readonly string[] };

/** Where the other file can't be opened, the closed event is shown again: its console says which file that is. */
async function startOther(
  path: string,
  before: string,
  startWith: (path: string) => Promise<Started>,
): Promise<Started> {
  const other = await startWith(path);
  if (other.ok) return other;
  for (const line of other.lines) console.error(line);
  return startWith(before);
}

/** `file` is the event's, where it isn't the one that the command line names. */
async function start(
  options: StartOptions,
  file: string | null,
  language: Language,
  told: Pick<HostParts, 'changed'> & Required<Pick<HostParts, 'goOnWith' | 'consoleToken'>>,
): Promise<Started> {
  const { demo, event, port, address, bind, names, isReadOnly } = options;
  let path = event ?? '';
  try {
    const data = dataFolder(options.data);
    path = file !== null ? file : event === null ? demoPath(data, demo ?? 'real') : resolve(event);
    const result = await runHost({
      event: path,
      definition: () => definitionFor(options, language),
      data,
      key: loadHostKey(data),
      port,
      address,
      bind,
      names,
      isReadOnly,
      report,
      ...told,
    });
    return result.ok
      ? { ok: true, host: result.value, path }
      : { ok: false, code: result.error.code, lines: errorLines(path, result.error, language) };
  } catch (fault) {
    return { ok: false, ...startFault(path, options, fault, language) };
  }
}

/** What a person can mend, in lines for a terminal; anything else is our bug and is thrown on. */
function startFault(
  path: string,
  { bind }: StartOptions,
  fault: unknown,
  language: Language,
): { readonly code: string; readonly lines: readonly string[] } {
  if (fault instanceof DefinitionRefused) return { code: 'definition', lines: fault.lines };
  if (fault instanceof DiskFault) return { code: 'disk', lines: diskLines(path, fault.code, language) };
  if (isSystemRefusal(fault)) {
    const isElsewhere = fault.code === 'EADDRNOTAVAIL' && bind !== null;
    return {
      code: 'system',
      lines: isElsewhere
        ? bindNotHereLines(bind, networkCards(), language)
        : systemLines(fault.message, language),
    };
  }
  throw fault;
}

/** The system refused a file, a folder or an address that was named on the command line. */
function isSystemRefusal(fault: unknown): fault is NodeJS.ErrnoException {
  return fault instanceof Error && 'syscall' in fault && 'code' in fault;
}
