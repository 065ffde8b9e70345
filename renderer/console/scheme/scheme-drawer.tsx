import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { addSchemeFormWords } from '../../i18n/scheme-form.ts';
import { timeOfDay } from '../../ui/time-of-day.ts';
import { useSurroundings } from '../desk-context.tsx';
import { Drawer } from '../drawer.tsx';
import { builtInSchemes } from './built-in-schemes.ts';
import type { Draft } from './draft.ts';
import { useFormWords } from './form-context.tsx';
import { createFormStore } from './form-store.ts';
import { noOrder } from './kept-order.ts';
import { leanDraft } from './lean-draft.ts';
import { blankDraft } from './new-parts.ts';
import styles from './scheme.module.css';
import { SchemeForm } from './scheme-form.tsx';
import { readSchemeText } from './scheme-text.ts';
import { UseButton, UseQuestion } from './use-scheme.tsx';

addSchemeFormWords();

const six = builtInSchemes.find(({ file }) => file.startsWith('S4'));
/** What stands in the form until the scheme in force is there: a copy, so that S4 chosen by hand stays. */
const atFirst: Draft = { ...(six?.draft ?? blankDraft) };

/** What is being written outlasts the drawer: closing it for the show must lose nothing. */
const kept = createFormStore(atFirst, () => localStorage, Date.now);

/** The scheme that the event is held under, fetched anew with each of its versions; null until it is there. */
function useCurrentScheme(hash: string): Draft | null {
  const { token } = useSurroundings();
  const [current, setCurrent] = useState<Draft | null>(null);
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const answer = await fetch(`/console/scheme?token=${encodeURIComponent(token)}&of=${hash}`);
      const read = answer.ok ? readSchemeText(await answer.text()) : null;
      if (isWanted && read?.ok) setCurrent(leanDraft(read.value));
    };
    // Without it the form works on: the built-in schemes and files are there all the same.
    load().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [token, hash]);
  return current;
}

/** Says that the draft is one from before the page was loaded. */
function RestoredNote({ at, onDiscard }: { readonly at: number; readonly onDiscard: () => void }) {
  const { t, language } = useFormWords();
  const day = new Date(at).toLocaleDateString(language, { month: 'numeric', day: 'numeric' });
  const isToday = day === new Date().toLocaleDateString(language, { month: 'numeric', day: 'numeric' });
  return (
    <p className={styles.restored} role="status">
      <span>{t('restored', { time: isToday ? timeOfDay(at) : `${day} ${timeOfDay(at)}` })}</span>
      <button type="button" className={styles.quiet} onClick={onDiscard}>
        {t('discard')}
      </button>
    </p>
  );
}

/** 评分规则: the scheme form, over agenda and stage. */
export default function SchemeDrawer({ view }: { readonly view: Pick<ConsoleView, 'scheme'> }) {
  const { t } = useFormWords();
  const { dispatch, keepFor, settle, taken, restored, order, writeOrder, ...state } = useStore(kept);
  const { eventId } = useSurroundings();
  const [isAsking, setAsking] = useState(false);
  const current = useCurrentScheme(view.scheme.hash);
  const { draft } = state;
  useEffect(() => {
    if (eventId) keepFor(eventId);
  }, [eventId, keepFor]);
  useEffect(() => {
    if (current) settle(current);
  }, [current, settle]);
  return (
    <Drawer title={t('title')} isFilled>
      <SchemeForm
        state={state}
        dispatch={dispatch}
        current={current}
        drawUse={(check) => (
          <UseButton check={check} isOpen={isAsking} onPress={() => setAsking(!isAsking)} />
        )}
        drawQuestion={(check) => (
          <>
            {restored?.draft === draft && (
              <RestoredNote
                at={restored.at}
                onDiscard={() => {
                  dispatch({ kind: 'open', draft: current ?? atFirst });
                  writeOrder(noOrder);
                }}
              />
            )}
            {isAsking && (
              <UseQuestion
                draft={draft}
                check={check}
                current={view.scheme}
                written={order}
                onWrite={writeOrder}
                onTaken={taken}
                onDone={() => setAsking(false)}
              />
            )}
          </>
        )}
      />
    </Drawer>
  );
}
