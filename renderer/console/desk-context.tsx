import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { Link } from '../connection/page-state.ts';
import type { Desk, DeskActions, DeskStore } from './desk-store.ts';
import type { Keyboard } from './keyboard.ts';

/** The host doesn't answer, its disk has failed, it has opened the event read-only, or the event is closed. */
export type StoppedBy = 'lost' | 'disk' | 'read-only' | 'closed';

export function stoppedBy(
  { health, stage }: Pick<ConsoleView, 'health' | 'stage'>,
  link: Link,
): StoppedBy | null {
  if (link.kind === 'lost') return 'lost';
  if (health.disk.kind === 'failed') return 'disk';
  if (health.isReadOnly) return 'read-only';
  return stage.phase === 'closed' ? 'closed' : null;
}

/** The units and groups of the event, and the attempts that are voted on or measured. */
export type NamesView = Pick<ConsoleView, 'event' | 'scheme' | 'beside'>;

type DeskSurroundings = {
  readonly desk: DeskStore;
  /** Why commands can't be stored now: every control but freeze and blackout is dashed and does nothing. */
  readonly stoppedBy: StoppedBy | null;
  readonly keyboard: Keyboard;
  readonly hostNow: () => number;
  /** The start-up token for the console's own downloads. */
  readonly token: string;
  /** Null before the host has said which event it is, and where there is no host. */
  readonly eventId?: string | null;
  /** What a refusal's ids are named from; without it they stay unnamed. */
  readonly names?: NamesView | null;
};

const DeskContext = createContext<DeskSurroundings | null>(null);

export function DeskProvider({ children, ...surroundings }: DeskSurroundings & { children: ReactNode }) {
  const { desk, keyboard, stoppedBy, hostNow, token, eventId = null, names = null } = surroundings;
  const value = useMemo(
    () => ({ desk, keyboard, stoppedBy, hostNow, token, eventId, names }),
    [desk, keyboard, stoppedBy, hostNow, token, eventId, names],
  );
  return <DeskContext value={value}>{children}</DeskContext>;
}

export function useSurroundings(): DeskSurroundings & {
  readonly isStopped: boolean;
  readonly isLost: boolean;
} {
  const surroundings = useContext(DeskContext);
  if (!surroundings) throw new Error('a console component outside of DeskProvider');
  const { stoppedBy } = surroundings;
  return { ...surroundings, isStopped: stoppedBy !== null, isLost: stoppedBy === 'lost' };
}

export function useDesk<Part>(select: (desk: Desk & DeskActions) => Part): Part {
  return useStore(useSurroundings().desk, select);
}
