import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskActions, DeskStore } from './desk-store.ts';
import type { Keyboard } from './keyboard.ts';

type DeskSurroundings = {
  readonly desk: DeskStore;
  /** Commands can't be stored now: every control but freeze and blackout is dashed and does nothing. */
  readonly isStopped: boolean;
  /** The host doesn't answer at all. */
  readonly isLost: boolean;
  readonly keyboard: Keyboard;
  readonly hostNow: () => number;
  /** The start-up token for the console's own downloads. */
  readonly token: string;
};

const DeskContext = createContext<DeskSurroundings | null>(null);

export function DeskProvider({ children, ...surroundings }: DeskSurroundings & { children: ReactNode }) {
  const { desk, keyboard, isStopped, isLost, hostNow, token } = surroundings;
  const value = useMemo(
    () => ({ desk, keyboard, isStopped, isLost, hostNow, token }),
    [desk, keyboard, isStopped, isLost, hostNow, token],
  );
  return <DeskContext value={value}>{children}</DeskContext>;
}

export function useSurroundings(): DeskSurroundings {
  const surroundings = useContext(DeskContext);
  if (!surroundings) throw new Error('a console component outside of DeskProvider');
  return surroundings;
}

export function useDesk<Part>(select: (desk: Desk & DeskActions) => Part): Part {
  return useStore(useSurroundings().desk, select);
}
