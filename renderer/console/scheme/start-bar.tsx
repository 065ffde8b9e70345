import { type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { builtInSchemes } from './built-in-schemes.ts';
import { type Draft, textAt } from './draft.ts';
import { useForm, useFormWords } from './form-context.tsx';
import { textFaultWords } from './json-section.tsx';
import { nameText } from './name-field.tsx';
import { blankDraft } from './new-parts.ts';
import styles from './scheme.module.css';
import { readSchemeText, schemeText, type TextFault } from './scheme-text.ts';

type ImportFault = TextFault | { readonly kind: 'unreadable' };

/** A file, or text pasted from one. */
function ImportForm({ onDone }: { readonly onDone: () => void }) {
  const { dispatch } = useForm();
  const { t } = useFormWords();
  const [pasted, setPasted] = useState('');
  const [fault, setFault] = useState<ImportFault | null>(null);
  const take = (text: string) => {
    const read = readSchemeText(text);
    if (!read.ok) return setFault(read.error);
    dispatch({ kind: 'open', draft: read.value });
    onDone();
  };
  const takeFile = (file: File | undefined) => {
    file?.text().then(take, () => setFault({ kind: 'unreadable' }));
  };
  return (
    <section className={styles.import} aria-label={t('start.importTitle')}>
      <h3>{t('start.importTitle')}</h3>
      <label className={styles.button}>
        {t('start.file')}
        <input
          type="file"
          accept=".json,application/json"
          className={styles.hiddenFile}
          onChange={({ target }) => takeFile(target.files?.[0])}
        />
      </label>
      <textarea
        className={styles.paste}
        aria-label={t('start.paste')}
        placeholder={t('start.paste')}
        spellCheck={false}
        value={pasted}
        onChange={({ target }) => setPasted(target.value)}
      />
      {fault && (
        <p className={styles.problem} role="alert">
          <Icon name="warning" />{' '}
          {fault.kind === 'unreadable' ? t('start.unreadable') : textFaultWords(t, fault)}
        </p>
      )}
      <div className={styles.buttons}>
        <button
          type="button"
          className={classes(styles.button, pasted === '' && styles.off)}
          aria-disabled={pasted === ''}
          onClick={() => pasted !== '' && take(pasted)}
        >
          {t('start.take')}
        </button>
        <button type="button" className={styles.plain} onClick={onDone}>
          {t('start.cancel')}
        </button>
      </div>
    </section>
  );
}

function fileName(draft: Draft): string {
  const [id, version] = [textAt(draft, 'id'), textAt(draft, 'version')];
  return `${id}-v${version}.json`;
}

/** Hands the file to the browser, which asks or keeps it among its downloads. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Where to start from, the way back, and the file in and out. */
export function StartBar({
  canUndo,
  canRedo,
  current,
  children,
}: {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The scheme that the event is held under, where the page knows it. */
  readonly current: Draft | null;
  readonly children?: ReactNode;
}) {
  const { draft, check, dispatch } = useForm();
  const { t, language } = useFormWords();
  const [isImporting, setImporting] = useState(false);
  const startFrom = (file: string) => {
    const known =
      file === 'blank'
        ? blankDraft
        : file === 'current'
          ? current
          : builtInSchemes.find((each) => each.file === file)?.draft;
    if (known) dispatch({ kind: 'open', draft: known });
  };
  const isWhole = check.scheme !== null;
  return (
    <>
      <div className={styles.bar}>
        <label className={styles.startFrom}>
          <span className={styles.fieldLabel}>{t('start.label')}</span>
          <select className={styles.input} value="" onChange={({ target }) => startFrom(target.value)}>
            <option value="">{t('choose')}</option>
            {current && <option value="current">{t('start.current')}</option>}
            <option value="blank">{t('start.blank')}</option>
            {builtInSchemes.map(({ file, draft: each }) => (
              <option key={file} value={file}>
                {file.split('-')[0]} · {nameText(each, 'name', language)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={classes(styles.button, !canUndo && styles.off)}
          aria-disabled={!canUndo}
          onClick={() => dispatch({ kind: 'undo' })}
        >
          {t('undo')}
        </button>
        <button
          type="button"
          className={classes(styles.button, !canRedo && styles.off)}
          aria-disabled={!canRedo}
          onClick={() => dispatch({ kind: 'redo' })}
        >
          {t('redo')}
        </button>
        <span className={styles.spacer} />
        <button
          type="button"
          className={styles.button}
          aria-expanded={isImporting}
          onClick={() => setImporting(!isImporting)}
        >
          {t('start.import')}
        </button>
        <button
          type="button"
          className={classes(styles.button, !isWhole && styles.off)}
          aria-disabled={!isWhole}
          title={isWhole ? undefined : t('start.exportBlocked')}
          onClick={() => check.scheme && download(fileName(draft), schemeText(draft, check.scheme))}
        >
          {t('start.export')}
        </button>
        {children}
      </div>
      {isImporting && <ImportForm onDone={() => setImporting(false)} />}
    </>
  );
}
