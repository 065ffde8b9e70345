import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';
import { Statement } from './statement.tsx';

function FaultScreen() {
  const { t } = useTranslation('panel');
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <Statement icon="warning" tone="attention" title={t('fault')}>
          <p className={styles.lead}>{t('faultMore')}</p>
        </Statement>
        <footer className={styles.foot}>
          <button type="button" className={styles.button} onClick={() => location.reload()}>
            {t('reload')}
          </button>
        </footer>
      </main>
    </div>
  );
}

/** Our own bug while drawing: the panelist gets a way out, and the browser's console gets the fault. */
export class FaultBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isFaulty: boolean }
> {
  override state = { isFaulty: false };

  static getDerivedStateFromError() {
    return { isFaulty: true };
  }

  override render() {
    return this.state.isFaulty ? <FaultScreen /> : this.props.children;
  }
}
