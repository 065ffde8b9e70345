import { existsSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type PortHolder, portHolder } from './lan/port-holder.ts';

export const usualPort = 4180;
const portsToTry = 20;
const highestPort = 65_535;

export type PortTaken = {
  readonly code: 'port-taken';
  readonly port: number;
  readonly holder: PortHolder | null;
};

/** The system keeps the port for itself or for its administrator. Below `firstAllowed` it does so with all of them. */
export type PortForbidden = {
  readonly code: 'port-forbidden';
  readonly port: number;
  readonly firstAllowed: number;
};

export type PortRefused = PortTaken | PortForbidden;

type Wish = {
  /** The event's own port, or the one asked for; null: the usual one. */
  readonly port: number | null;
  /** Cards are printed or devices paired: no other port will do. */
  readonly isBound: boolean;
};

function hasCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === code;
}

const unprivilegedStart = '/proc/sys/net/ipv4/ip_unprivileged_port_start';

function firstPortForEverybody(): number {
  return existsSync(unprivilegedStart) ? Number(readFileSync(unprivilegedStart, 'utf8')) : 1024;
}

/**
 * Starts a server on the wished port or, for an event that nothing is bound to yet, on the next free one.
 * `start` throws EADDRINUSE for a port that is taken and EACCES for one that the system forbids. The note says
 * which port was taken, and by whom.
 */
export async function takePort<Server>(
  wish: Wish,
  start: (port: number) => Promise<Server>,
): Promise<Result<{ readonly server: Server; readonly note: string | null }, PortRefused>> {
  const first = wish.port ?? usualPort;
  const firstAllowed = firstPortForEverybody();
  for (let port = first; port < first + portsToTry && port <= highestPort; port += 1) {
    try {
      const server = await start(port);
      return ok({ server, note: port === first ? null : takenNote(first) });
    } catch (fault) {
      const isForbidden = hasCode(fault, 'EACCES');
      if (!isForbidden && !hasCode(fault, 'EADDRINUSE')) throw fault;
      // Windows also reserves single ports further up: the next one may be free.
      if (isForbidden && (wish.isBound || port < firstAllowed))
        return err({ code: 'port-forbidden', port, firstAllowed });
      if (wish.isBound) return err({ code: 'port-taken', port, holder: portHolder(port) });
    }
  }
  return err({ code: 'port-taken', port: first, holder: portHolder(first) });
}

function takenNote(port: number): string {
  const holder = portHolder(port);
  return holder ? `${port} (${holder.program}, ${holder.pid})` : String(port);
}
