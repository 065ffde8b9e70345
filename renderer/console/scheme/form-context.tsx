import type { TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { useLanguage } from '../../i18n/language.ts';
import '../../i18n/scheme-form.ts';
import type { Draft, Path } from './draft.ts';
import type { DraftCheck, FormProblem } from './draft-check.ts';
import type { FormAction } from './form-state.ts';

type Form = {
  readonly draft: Draft;
  /** The file as it is being written by hand; null while nobody does. */
  readonly file: string | null;
  readonly check: DraftCheck;
  readonly dispatch: (action: FormAction) => void;
  readonly problemsAt: (path: Path) => readonly FormProblem[];
  readonly gapsAt: (path: Path) => DraftCheck['gaps'];
};

const FormContext = createContext<Form | null>(null);

export function FormProvider({
  draft,
  file,
  check,
  dispatch,
  children,
}: Pick<Form, 'draft' | 'file' | 'check' | 'dispatch'> & { readonly children: ReactNode }) {
  const form = useMemo<Form>(
    () => ({
      draft,
      file,
      check,
      dispatch,
      problemsAt: (path) => check.problems.filter((problem) => problem.path === path),
      gapsAt: (path) => check.gaps.filter((gap) => gap.path === path),
    }),
    [draft, file, check, dispatch],
  );
  return <FormContext.Provider value={form}>{children}</FormContext.Provider>;
}

/** The scheme being written, and how to change it. */
export function useForm(): Form & { readonly set: (path: Path, value: Json | undefined) => void } {
  const form = useContext(FormContext);
  if (!form) throw new Error('a field of the scheme form stands outside the form');
  const { dispatch } = form;
  return useMemo(
    () => ({ ...form, set: (path, value) => dispatch({ kind: 'set', path, value }) }),
    [form, dispatch],
  );
}

export type FormWords = TFunction<'schemeForm'>;

/** The form's texts, and the words for what is wrong. */
export function useFormWords() {
  const { t } = useTranslation('schemeForm');
  const { t: problemText } = useTranslation('schemeProblem');
  const { language, localise } = useLanguage();
  return { t, language, localise, problemWords: (problem: FormProblem) => wordsOf(problemText, problem) };
}

function wordsOf(t: TFunction<'schemeProblem'>, problem: FormProblem): string {
  if (problem.code !== 'bad-shape') return t(`code.${problem.code}`, { detail: problem.detail });
  const { fault } = problem;
  return t(`shape.${fault.kind}`, {
    limit: 'limit' in fault ? fault.limit : '',
    name: 'name' in fault ? fault.name : '',
  });
}
