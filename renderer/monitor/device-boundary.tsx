import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './monitor.module.css';

function FaultNotice() {
  const { t } = useTranslation();
  return (
    <main className={styles.notice} role="alert">
      <h1>{t('fault')}</h1>
      <p>{t('faultHint')}</p>
      <button type="button" className={styles.button} onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </main>
  );
}

/** Our own bug while drawing: whoever signs here gets a way out, and the browser's console gets the fault. */
export class DeviceBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isFaulty: boolean }
> {
  override state = { isFaulty: false };

  static getDerivedStateFromError() {
    return { isFaulty: true };
  }

  override render() {
    return this.state.isFaulty ? <FaultNotice /> : this.props.children;
  }
}
