import { useTranslation } from 'react-i18next';
import type { PanelView, SeatView } from '../../shared/views/view-sections.ts';
import type { Link } from '../connection/page-state.ts';
import { useLanguage } from '../i18n/language.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import styles from './panel-header.module.css';

type HeaderProps = {
  readonly seat: SeatView['seat'] | undefined;
  readonly event: PanelView['event'] | undefined;
  /** By a card whose holder nobody knows. */
  readonly isSecret: boolean;
  readonly link: Link;
};

function LinkMark({ link }: { readonly link: Link }) {
  const { t: common } = useTranslation();
  const { t } = useTranslation('panel');
  if (link.kind === 'connecting') return <span className={styles.link}>{common('connecting')}</span>;
  const isOnline = link.kind === 'online';
  return (
    <span className={`${styles.link} ${isOnline ? '' : styles.lost}`} role="status">
      <Icon name={isOnline ? 'tick' : 'offline'} />
      <span className={styles.long}>{common(isOnline ? 'online' : 'lost')}</span>
      <span className={styles.short}>{t(isOnline ? 'onlineShort' : 'lostShort')}</span>
    </span>
  );
}

/** Whose page this is and whether the host hears it; always in the same place. */
export function PanelHeader({ seat, event, isSecret, link }: HeaderProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  return (
    <header className={styles.header}>
      <span className={styles.who}>
        <span className={styles.seat}>
          {seat ? t(isSecret ? 'card' : 'seat', { number: seat.number }) : t('title')}
        </span>
        {seat && <span className={styles.group}>{localise(seat.group)}</span>}
      </span>
      {event?.isDemo && <DemoMark />}
      <span className={styles.space} />
      <LanguageSwitch />
      <LinkMark link={link} />
    </header>
  );
}
