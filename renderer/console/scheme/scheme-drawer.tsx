import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { addSchemeFormWords } from '../../i18n/scheme-form.ts';
import { Drawer } from '../drawer.tsx';
import { builtInSchemes } from './built-in-schemes.ts';
import type { Draft } from './draft.ts';
import { useFormWords } from './form-context.tsx';
import { changeForm, type FormAction, type FormState, opened } from './form-state.ts';
import { blankDraft } from './new-parts.ts';
import { SchemeForm } from './scheme-form.tsx';

addSchemeFormWords();

export type FormStore = StoreApi<FormState & { readonly dispatch: (action: FormAction) => void }>;

export function createFormStore(draft: Draft): FormStore {
  return createStore((set) => ({
    ...opened(draft),
    dispatch: (action) => set((state) => changeForm(state, action)),
  }));
}

const six = builtInSchemes.find(({ file }) => file.startsWith('S4'));

/** What is being written outlasts the drawer: closing it for the show must lose nothing. */
const kept = createFormStore(six?.draft ?? blankDraft);

/** 评分规则: the scheme form, over agenda and stage. */
export default function SchemeDrawer() {
  const { t } = useFormWords();
  const { dispatch, ...state } = useStore(kept);
  return (
    <Drawer title={t('title')} isFilled>
      <SchemeForm state={state} dispatch={dispatch} />
    </Drawer>
  );
}
