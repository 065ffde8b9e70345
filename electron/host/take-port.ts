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

type Wish = {
  /** The event's own port, or the one asked for; null: the usual one. */
  readonly port: number | null;
  /** Cards are printed or devices paired: no other port will do. */
  readonly isBound: boolean;
};

function isTaken(fault: unknown): boolean {
  return (
    fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')
  );
}

/**
 * Starts a server on the wished port or, for an event that nothing is bound to yet, on the next free one.
 * `start` throws EADDRINUSE for a port that is taken. The note says which port was taken, and by whom.
 */
export async function takePort<Server>(
  wish: Wish,
  start: (port: number) => Promise<Server>,
): Promise<Result<{ readonly server: Server; readonly note: string | null }, PortTaken>> {
  const first = wish.port ?? usualPort;
  for (let port = first; port < first + portsToTry && port <= highestPort; port += 1) {
    try {
      const server = await start(port);
      return ok({ server, note: port === first ? null : takenNote(first) });
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
      if (wish.isBound) return err({ code: 'port-taken', port, holder: portHolder(port) });
    }
  }
  return err({ code: 'port-taken', port: first, holder: portHolder(first) });
}

function takenNote(port: number): string {
  const holder = portHolder(port);
  return holder ? `${port} (${holder.program}, ${holder.pid})` : String(port);
}
