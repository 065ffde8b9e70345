import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSecretPaper } from '../ballot-paper/paper.ts';
import { usePage } from '../connection/page-store.ts';
import { reportFault } from '../connection/report-fault.ts';
import styles from './panel.module.css';
import { PanelHeader } from './panel-header.tsx';
import { panelScreen } from './panel-screen.ts';
import { PanelScreenView } from './panel-screen-view.tsx';
import type { PanelState } from './panel-state.ts';
import type { PanelStore } from './panel-store.ts';

/** The panelist's page on its store. Which ballot is being changed is this page's own business. */
export function PanelPage({ store }: { readonly store: PanelStore }) {
  const { t } = useTranslation('panel');
  const state = usePage(store, (all: PanelState) => all);
  const { view } = state;
  // Names the opening, so that a lock or a re-opening ends the change.
  const opening = view.ballot ? `${view.ballot.round} ${view.ballot.opening}` : null;
  const [changing, setChanging] = useState<string | null>(null);
  const isChanging = changing !== null && changing === opening && view.ballot?.state === 'open';
  const screen = panelScreen(state, isChanging);

  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);

  const change = useCallback(() => setChanging(opening), [opening]);
  const keepStored = useCallback(() => {
    const { view, keepDraft } = store.getState();
    setChanging(null);
    if (view.mine) keepDraft(view.mine.round, view.mine.values);
  }, [store]);
  const submit = useCallback<PanelState['submit']>(
    async (form, values) => {
      await store.getState().submit(form, values);
      setChanging(null);
    },
    [store],
  );

  return (
    <div className={styles.page}>
      <PanelHeader
        seat={view.seat}
        event={view.event}
        isSecret={view.ballot ? isSecretPaper(view.ballot) : (view.seat?.isCard ?? false)}
        link={state.link}
      />
      <main className={styles.main}>
        <PanelScreenView
          screen={screen}
          state={state}
          change={change}
          keepStored={keepStored}
          submit={(form, values) => void submit(form, values).catch(reportFault)}
        />
      </main>
    </div>
  );
}
