import { useCallback, useEffect, useMemo } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { hostNow, type PageStore, usePage } from '../connection/page-store.ts';
import styles from './console.module.css';
import { ConsoleScreen } from './console-screen.tsx';
import { DeskProvider, stoppedBy } from './desk-context.tsx';
import type { DeskStore } from './desk-store.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import { useWords } from './use-words.ts';

/** Every section is there once the first view has come: the host sends it whole. */
const sections = [
  'event',
  'agenda',
  'stage',
  'timer',
  'wall',
  'next',
  'undo',
  'round',
  'rounds',
  'ballots',
  'beside',
  'seats',
  'screens',
  'requests',
  'result',
  'attachments',
  'recusals',
  'exits',
  'changes',
  'proposals',
  'whatIfs',
  'scheme',
  'message',
  'recent',
  'health',
  'network',
  'refusals',
] as const satisfies readonly (keyof ConsoleView)[];

function isWhole(view: Partial<ConsoleView>): view is ConsoleView {
  return sections.every((section) => view[section] !== undefined);
}

/** Sends the window's keys to the console; keeps Space from pressing whatever button was clicked last. */
function useWindowKeys(keyboard: Keyboard, desk: DeskStore): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (keyboard.press(event, desk.getState().drawer !== null)) event.preventDefault();
    };
    // A button is pressed by Space when the key comes up.
    const up = (event: KeyboardEvent) => {
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) event.preventDefault();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [keyboard, desk]);
}

type ConsoleAppProps = {
  readonly store: PageStore<'console'>;
  readonly desk: DeskStore;
  readonly token: string;
};

/** Joins the host's view with the operator's desk; draws nothing itself but the wait for the first view. */
export function ConsoleApp({ store, desk, token }: ConsoleAppProps) {
  const { t } = useWords();
  const view = usePage(store, (state) => state.view);
  const link = usePage(store, (state) => state.link);
  const eventId = usePage(store, (state) => state.eventId);
  const lastRefusal = usePage(store, (state) => state.lastRefusal);
  const keyboard = useMemo(() => createKeyboard(), []);
  const now = useCallback(() => hostNow(store.getState()), [store]);
  useWindowKeys(keyboard, desk);
  if (!isWhole(view)) {
    return (
      <main className={styles.startup}>
        <h1>
          {t(lastRefusal ? 'startup.refused' : link.kind === 'lost' ? 'startup.lost' : 'startup.connecting')}
        </h1>
        <p>{t(lastRefusal ? 'startup.refusedNote' : 'startup.note')}</p>
      </main>
    );
  }
  return (
    <DeskProvider
      desk={desk}
      keyboard={keyboard}
      stoppedBy={stoppedBy(view, link)}
      hostNow={now}
      token={token}
      eventId={eventId}
      names={view}
    >
      <ConsoleScreen view={view} link={link} />
    </DeskProvider>
  );
}
