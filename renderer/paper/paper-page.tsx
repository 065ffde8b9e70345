import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useLanguage } from '../i18n/language.ts';
import styles from './paper.module.css';
import type { PaperState, PaperStore } from './paper-store.ts';
import { SheetPages } from './sheet-pages.tsx';
import { Toolbar } from './toolbar.tsx';

function Notice({ sheet }: { readonly sheet: Exclude<PaperState['sheet'], { kind: 'loaded' }> }) {
  const { t } = useTranslation('paper');
  switch (sheet.kind) {
    case 'loading':
      return <p role="status">{t('loading')}</p>;
    case 'lost':
      return <p role="alert">{t('lost')}</p>;
    case 'not-the-console':
      return <p role="alert">{t('refused')}</p>;
    case 'refused':
      return <p role="alert">{t('unavailable', { reason: t(`refusal.${sheet.refusal}`) })}</p>;
  }
}

/** One document as it will be printed, under a bar that isn't. */
export function PaperPage({ store, token }: { readonly store: PaperStore; readonly token: string }) {
  const sheet = useStore(store, (state) => state.sheet);
  const { load, laidOut, refresh } = useStore(store);
  const { language } = useLanguage();
  useEffect(() => load(language), [load, language]);
  useEffect(() => {
    // Whoever comes back from the console may have counted meanwhile.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [refresh]);
  useEffect(() => {
    // What browser and shell propose as the name of a PDF.
    if (sheet.kind === 'loaded') document.title = sheet.value.fileName;
  }, [sheet]);
  return (
    <>
      <Toolbar store={store} token={token} />
      <main className={styles.desk}>
        {sheet.kind === 'loaded' ? (
          <SheetPages key={JSON.stringify(sheet.value)} sheet={sheet.value.sheet} laidOut={laidOut} />
        ) : (
          <div className={styles.notice}>
            <Notice sheet={sheet} />
          </div>
        )}
      </main>
    </>
  );
}
