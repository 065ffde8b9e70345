import { useTranslation } from 'react-i18next';
import type { EventView } from '../../shared/views/view-sections.ts';
import type { Link } from '../connection/page-state.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import styles from './monitor.module.css';

function LinkMark({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  if (link.kind === 'connecting') return <span className={styles.link}>{t('connecting')}</span>;
  const isOnline = link.kind === 'online';
  return (
    <span className={`${styles.link} ${isOnline ? '' : styles.lost}`} role="status">
      <Icon name={isOnline ? 'tick' : 'offline'} />
      <span>{t(isOnline ? 'online' : 'lost')}</span>
    </span>
  );
}

/** Whose page this is, of which event, and whether the host hears it. */
export function DeviceHeader({
  title,
  event,
  link,
  note = '',
  isSameMachine = false,
}: {
  readonly title: string;
  readonly event: EventView | null;
  readonly link: Link;
  readonly note?: string;
  /** The page runs on the host's own machine, and says so. */
  readonly isSameMachine?: boolean;
}) {
  const { localise, language } = useLanguage();
  return (
    <header className={styles.header}>
      <span className={styles.who}>
        <b>{title}</b>
        {event && (
          <span className={styles.event}>{[event.title, event.sitting].map(localise).join(' · ')}</span>
        )}
        {note !== '' && <span className={styles.event}>{note}</span>}
      </span>
      <span className={styles.tools}>
        {isSameMachine && <span className={styles.sameMachine}>{pinWords[language].mark}</span>}
        {event?.isDemo && <DemoMark />}
        <LanguageSwitch />
        <LinkMark link={link} />
      </span>
    </header>
  );
}
