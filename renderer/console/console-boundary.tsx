import { Component, type ReactNode } from 'react';
import styles from './console.module.css';
import { useWords } from './use-words.ts';

function FailedPage({ fault }: { readonly fault: Error }) {
  const { t } = useWords();
  return (
    <main className={styles.startup} role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.note')}</p>
      <p>{fault.message}</p>
      <button type="button" className={styles.reload} onClick={() => location.reload()}>
        {t('fault.reload')}
      </button>
    </main>
  );
}

/** A fault of the page is ours: it is shown with a way back, and React reports it to the shell's log. */
export class ConsoleBoundary extends Component<
  { readonly children: ReactNode },
  { readonly fault: Error | null }
> {
  override state: { readonly fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render() {
    const { fault } = this.state;
    return fault ? <FailedPage fault={fault} /> : this.props.children;
  }
}
