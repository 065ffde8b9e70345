import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import panel from './panel.module.css';

/** Help comes by a raised hand: it needs no line. */
export function RaiseHand() {
  const { t } = useTranslation('panel');
  return (
    <footer className={panel.foot}>
      <span className={panel.hand}>
        <Icon name="hand" /> {t('raiseHand')}
      </span>
    </footer>
  );
}
