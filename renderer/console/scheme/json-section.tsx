import { useState } from 'react';
import type { Draft } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './scheme.module.css';
import { readSchemeText, schemeText, type TextFault } from './scheme-text.ts';

function fresh(draft: Draft, scheme: unknown): string {
  return schemeText(draft, scheme ?? draft);
}

/** The file itself, so that whatever the format can say can be written here. */
export function JsonSection() {
  const { draft, file: typed, check, dispatch } = useForm();
  const { t } = useFormWords();
  const [fault, setFault] = useState<TextFault | null>(null);
  const shown = typed ?? fresh(draft, check.scheme);
  const take = () => {
    const read = readSchemeText(shown);
    if (!read.ok) return setFault(read.error);
    setFault(null);
    dispatch({ kind: 'replace', draft: read.value });
  };
  const reset = () => {
    setFault(null);
    dispatch({ kind: 'file', text: null });
  };
  return (
    <>
      <p className={styles.intro}>{t('hint.json')}</p>
      <textarea
        className={styles.file}
        aria-label={t('field.text')}
        spellCheck={false}
        wrap="off"
        value={shown}
        onChange={({ target }) => dispatch({ kind: 'file', text: target.value })}
      />
      {fault && (
        <p className={styles.problem} role="alert">
          {textFaultWords(t, fault)}
        </p>
      )}
      {typed !== null && (
        <div className={styles.buttons}>
          <button type="button" className={styles.button} onClick={take}>
            {t('hint.jsonTake')}
          </button>
          <button type="button" className={styles.plain} onClick={reset}>
            {t('hint.jsonReset')}
          </button>
        </div>
      )}
      <ProblemList />
    </>
  );
}

/** Why a text isn't a scheme, in words. */
export function textFaultWords(t: ReturnType<typeof useFormWords>['t'], fault: TextFault): string {
  if (fault.kind === 'not-a-scheme') return t('start.notAScheme');
  return t('start.notJson', { line: fault.line });
}
