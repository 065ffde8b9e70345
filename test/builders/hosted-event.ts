import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { dataFolder } from '../../electron/host/data-folder.ts';
import { loadHostKey } from '../../electron/host/log/host-key.ts';
import { type HostError, type HostParts, type RunningHost, runHost } from '../../electron/host/run-host.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { aDefinition } from './definition.ts';
import { type HostPlace, placeOf } from './lan-pages.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type HostedEvent = {
  readonly host: RunningHost;
  readonly place: HostPlace;
  readonly folder: string;
  /** The event file. */
  readonly path: string;
  /** Faults of our own that the host reported, as `where: message`. */
  readonly faults: readonly string[];
};

type Options = Partial<Omit<HostParts, 'definition'>> & {
  readonly definition?: EventDefinition;
  /** An earlier host's folder, to go on with its event. */
  readonly folder?: string;
};

/** Starts a host in this process, on loopback and a free port; null port: the event's own. */
export async function tryToHost(options: Options = {}) {
  const { definition = aDefinition(), folder = temporaryFolder(), ...parts } = options;
  const path = parts.event ?? join(folder, 'event.leitai');
  const data = dataFolder(parts.data ?? join(folder, 'data'));
  const faults: string[] = [];
  const started = await runHost({
    event: path,
    definition: () => definition,
    data,
    key: loadHostKey(data),
    port: 0,
    address: '127.0.0.1',
    bind: null,
    names: [],
    isReadOnly: false,
    // Devices of the hall connect from loopback here, but stand for machines of their own.
    isThisMachine: () => false,
    report: (where, fault) => faults.push(`${where}: ${fault instanceof Error ? fault.message : fault}`),
    changed: () => undefined,
    ...parts,
  });
  if (started.ok) onTestFinished(() => started.value.stop());
  return { started, folder, path, faults };
}

/** The same, where anything but a running host fails the test. */
export async function hostedEvent(options: Options = {}): Promise<HostedEvent> {
  const { started, ...rest } = await tryToHost(options);
  if (!started.ok)
    throw new Error(`the host didn't start: ${JSON.stringify(started.error satisfies HostError)}`);
  return { host: started.value, place: placeOf(started.value.links.console), ...rest };
}
