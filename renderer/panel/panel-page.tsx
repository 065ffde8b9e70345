import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSecretPaper } from '../ballot-paper/paper.ts';
import { usePage } from '../connection/page-store.ts';
import { reportFault } from '../connection/report-fault.ts';
import { LostNote } from './lost-note.tsx';
import { openPapers, viewOfPaper } from './open-papers.ts';
import { OpenPapersBar } from './open-papers-bar.tsx';
import styles from './panel.module.css';
import { PanelHeader } from './panel-header.tsx';
import { panelScreen } from './panel-screen.ts';
import { PanelScreenView } from './panel-screen-view.tsx';
import type { PanelState } from './panel-state.ts';
import type { PanelStore } from './panel-store.ts';

/** The panelist's page on its store. Which paper is looked at or changed is this page's own business. */
export function PanelPage({ store }: { readonly store: PanelStore }) {
  const { t } = useTranslation('panel');
  const all = usePage(store, (held: PanelState) => held);
  const open = openPapers(all.view, all.ballots);
  const inHand = all.view.ballot?.round ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  // Another paper than the one in hand is looked at as long as it is open to this seat.
  const lookedAt = open.some(({ form }) => form.round === chosen) && chosen !== inHand ? chosen : null;
  const state = useMemo(() => ({ ...all, view: viewOfPaper(all.view, lookedAt) }), [all, lookedAt]);
  const { view } = state;
  // Names the opening, so that a lock or a re-opening ends the change.
  const opening = view.ballot ? `${view.ballot.round} ${view.ballot.opening}` : null;
  const [changing, setChanging] = useState<string | null>(null);
  const isChanging = changing !== null && changing === opening && view.ballot?.state === 'open';
  const screen = panelScreen(state, isChanging);
  const toGive = open.find(({ standing }) => standing === 'to-give');

  useEffect(() => {
    if (lookedAt === null) setChosen(null);
  }, [lookedAt]);
  // A new unit's paper comes to the front; what was typed for another is kept as its draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paper in hand is what asks this
  useEffect(() => setChosen(null), [inHand]);

  const title = t('title');
  useEffect(() => {
    document.title = title;
  }, [title]);

  const change = useCallback(() => setChanging(opening), [opening]);
  const keepStored = useCallback(() => {
    setChanging(null);
    if (view.mine) store.getState().keepDraft(view.mine.round, view.mine.values);
  }, [store, view.mine]);
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
      <OpenPapersBar state={all} lookedAt={view.ballot?.round ?? null} look={setChosen} />
      <main className={styles.main}>
        <LostNote state={state} screen={screen} />
        <PanelScreenView
          screen={screen}
          state={state}
          next={toGive?.form ?? null}
          change={change}
          keepStored={keepStored}
          submit={(form, values) => void submit(form, values).catch(reportFault)}
        />
      </main>
    </div>
  );
}
