import type { Result } from '../shared/kernel/result.ts';
import { err, ok } from '../shared/kernel/result.ts';

/** The pages of one event, as absolute http URLs; the console's carries the start-up token. */
export type HostLinks = {
  readonly console: string;
  readonly projector: string;
  readonly panel: string;
  readonly prompter: string;
};

/**
 * What the host tells whoever started it.
 *
 * - `ready`: the pages answer. `eventFile` is the absolute path of the open event. Told once more when the host has
 *   gone on with a closed event's corrected version.
 * - `status`: after `ready`, at every change of a member, and once after each `displays` message, when the
 *   console's view has been published under the new displays. `heldNumbers`: figures exist that the hall may
 *   not see yet. `coversHeld`: the console's view, as last published, keeps them covered.
 * - `failed`: the event can't be opened or the port can't be had; the host exits by itself afterwards and is
 *   not restarted.
 * - `stopped`: all is on disk and closed; the host exits by itself afterwards and is not restarted.
 * - `pong`: sent by `connectToShell` itself.
 */
export type HostMessage =
  | {
      readonly kind: 'ready';
      readonly links: HostLinks;
      readonly eventTitle: string;
      readonly eventFile: string;
    }
  | HostStatus
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'pong' };

export type HostStatus = {
  readonly kind: 'status';
  readonly isLive: boolean;
  readonly heldNumbers: boolean;
  readonly coversHeld: boolean;
};

/** `wall`: whether a projector window has a display of its own. `mirrored`: another display shows the console's. */
export type DisplaysMessage = {
  readonly kind: 'displays';
  readonly count: number;
  readonly mirrored: boolean;
  readonly wall: 'second' | 'none';
};

/** What the shell tells the host. `ping` is answered by `connectToShell` and never reaches a listener. */
export type ShellMessage =
  | { readonly kind: 'stop' }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' }
  | DisplaysMessage
  | { readonly kind: 'ping' };

/** The name of the variable by which a restarted host keeps its start-up token, so that open pages stay valid. */
export const consoleTokenVariable = 'LEITAI_CONSOLE_TOKEN';

/** True if the hall may see what the console shows: held numbers must then be covered on it. */
export function isConsoleExposed(displays: DisplaysMessage): boolean {
  return displays.mirrored || displays.wall === 'none';
}

type Fields = { readonly [name: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** Reads a message of the host. The error is the path of the first field that is wrong. */
export function parseHostMessage(value: unknown): Result<HostMessage, string> {
  if (!isFields(value)) return err('');
  switch (value.kind) {
    case 'ready':
      return parseReady(value);
    case 'status': {
      const { isLive, heldNumbers, coversHeld } = value;
      if (typeof isLive !== 'boolean') return err('isLive');
      if (typeof heldNumbers !== 'boolean') return err('heldNumbers');
      if (typeof coversHeld !== 'boolean') return err('coversHeld');
      return ok({ kind: 'status', isLive, heldNumbers, coversHeld });
    }
    case 'failed': {
      const { code, message } = value;
      if (typeof code !== 'string') return err('code');
      if (typeof message !== 'string') return err('message');
      return ok({ kind: 'failed', code, message });
    }
    case 'stopped':
      return ok({ kind: 'stopped' });
    case 'pong':
      return ok({ kind: 'pong' });
    default:
      return err('kind');
  }
}

function parseReady(value: Fields): Result<HostMessage, string> {
  const { links, eventTitle, eventFile } = value;
  if (!isFields(links)) return err('links');
  const { console, projector, panel, prompter } = links;
  if (!isHttpUrl(console)) return err('links.console');
  if (!isHttpUrl(projector)) return err('links.projector');
  if (!isHttpUrl(panel)) return err('links.panel');
  if (!isHttpUrl(prompter)) return err('links.prompter');
  if (typeof eventTitle !== 'string') return err('eventTitle');
  if (typeof eventFile !== 'string') return err('eventFile');
  return ok({ kind: 'ready', links: { console, projector, panel, prompter }, eventTitle, eventFile });
}

/** Reads a message of the shell. The error is the path of the first field that is wrong. */
export function parseShellMessage(value: unknown): Result<ShellMessage, string> {
  if (!isFields(value)) return err('');
  switch (value.kind) {
    case 'stop':
    case 'suspend':
    case 'resume':
    case 'ping':
      return ok({ kind: value.kind });
    case 'displays': {
      const { count, mirrored, wall } = value;
      if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return err('count');
      if (typeof mirrored !== 'boolean') return err('mirrored');
      if (wall !== 'second' && wall !== 'none') return err('wall');
      return ok({ kind: 'displays', count, mirrored, wall });
    }
    default:
      return err('kind');
  }
}
