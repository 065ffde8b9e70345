import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { addSchemeFormWords } from '../../i18n/scheme-form.ts';
import { useSurroundings } from '../desk-context.tsx';
import { Drawer } from '../drawer.tsx';
import { builtInSchemes } from './built-in-schemes.ts';
import type { Draft } from './draft.ts';
import { useFormWords } from './form-context.tsx';
import { changeForm, type FormAction, type FormState, opened } from './form-state.ts';
import { leanDraft } from './lean-draft.ts';
import { blankDraft } from './new-parts.ts';
import { SchemeForm } from './scheme-form.tsx';
import { readSchemeText } from './scheme-text.ts';
import { UseButton, UseQuestion } from './use-scheme.tsx';

addSchemeFormWords();

type FormStore = StoreApi<FormState & { readonly dispatch: (action: FormAction) => void }>;

function createFormStore(draft: Draft): FormStore {
  return createStore((set) => ({
    ...opened(draft),
    dispatch: (action) => set((state) => changeForm(state, action)),
  }));
}

const six = builtInSchemes.find(({ file }) => file.startsWith('S4'));
/** What stands in the form until the scheme in force is there: a copy, so that S4 chosen by hand stays. */
const atFirst: Draft = { ...(six?.draft ?? blankDraft) };

/** What is being written outlasts the drawer: closing it for the show must lose nothing. */
const kept = createFormStore(atFirst);

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

/** 评分规则: the scheme form, over agenda and stage. */
export default function SchemeDrawer({ view }: { readonly view: Pick<ConsoleView, 'scheme'> }) {
  const { t } = useFormWords();
  const { dispatch, ...state } = useStore(kept);
  const [isAsking, setAsking] = useState(false);
  const current = useCurrentScheme(view.scheme.hash);
  const { draft } = state;
  useEffect(() => {
    // The first thing to edit is what is in force, unless something is being written already.
    if (current && draft === atFirst) dispatch({ kind: 'open', draft: current });
  }, [current, draft, dispatch]);
  return (
    <Drawer title={t('title')} isFilled>
      <SchemeForm
        state={state}
        dispatch={dispatch}
        current={current}
        drawUse={(check) => (
          <UseButton check={check} isOpen={isAsking} onPress={() => setAsking(!isAsking)} />
        )}
        drawQuestion={(check) =>
          isAsking && (
            <UseQuestion draft={draft} check={check} current={view.scheme} onDone={() => setAsking(false)} />
          )
        }
      />
    </Drawer>
  );
}
