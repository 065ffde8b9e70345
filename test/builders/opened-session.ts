import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Authority, type AuthorityParts } from '../../electron/host/authority.ts';
import { dataFolder } from '../../electron/host/data-folder.ts';
import { type EventSession, openSession } from '../../electron/host/event-session.ts';
import { loadHostKey } from '../../electron/host/log/host-key.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { aDefinition } from './definition.ts';
import { aFakeClock } from './fake-clock.ts';
import { actorOf } from './scenario.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** An event file of its own, held open by this process. */
export function openedSession(folder = temporaryFolder(), clock = aFakeClock()): EventSession {
  const data = dataFolder(join(folder, 'data'));
  const opened = openSession(
    { path: join(folder, 'event.leitai'), address: '', data, key: loadHostKey(data), clock },
    () => aDefinition(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  onTestFinished(() => opened.value.file.close());
  return opened.value;
}

/** The authority over a session, with everything that a test may want to look at. */
export function authorityOver(session: EventSession, parts: Partial<AuthorityParts<EventState>> = {}) {
  const shown: EventState[] = [];
  const faults: string[] = [];
  const clock = parts.clock ?? aFakeClock();
  const authority = new Authority<EventState>({
    state: session.state,
    file: session.file,
    writer: session.writer,
    accepted: session.accepted,
    clock,
    isReadOnly: false,
    diskChanged: () => undefined,
    report: (where) => faults.push(where),
    screens: { prepare: (state) => state, publish: (state) => shown.push(state) },
    ...parts,
  });
  return {
    authority,
    /** States in the order in which the screens were shown them. */
    shown,
    faults,
    order: (command: Command, ref: { readonly device: string; readonly n: number } | null = null) =>
      authority.submit({ command, by: actorOf(command), ref }),
  };
}
