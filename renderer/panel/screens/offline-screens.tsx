import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatView, StoredBallotView } from '../../../shared/views/view-sections.ts';
import { isSecretPaper, type Paper } from '../../ballot-paper/paper.ts';
import type { KeptBallot } from '../../connection/device-storage.ts';
import type { Link } from '../../connection/page-state.ts';
import panel from '../panel.module.css';
import { usePaperText } from '../paper-text.ts';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';

function LostFor({ link }: { readonly link: Link }) {
  const { t } = useTranslation('panel');
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const redraw = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(redraw);
  }, []);
  if (link.kind !== 'lost') return null;
  return <>{t('lostFor', { count: Math.max(0, Math.floor((now - link.sinceMs) / 1000)) })}</>;
}

type UnsentProps = {
  readonly ballot: KeptBallot;
  readonly link: Link;
  readonly seat: SeatView['seat'];
  readonly isStorageLasting: boolean;
};

/** A signed ballot waits on this device for the line to come back. */
export function UnsentScreen({ ballot, link, seat, isStorageLasting }: UnsentProps) {
  const { t } = useTranslation('panel');
  const { value } = usePaperText();
  return (
    <>
      <Statement
        icon="offline"
        tone="attention"
        title={t('unsent', { total: value(ballot.paper, ballot.values) })}
        detail={
          <p className={panel.check}>
            {isStorageLasting ? t('unsentMore') : t('unsentUnkept')} · <LostFor link={link} />
          </p>
        }
      >
        <p className={panel.lead}>
          <b>{t('unsentAuto')}</b>
          <br />
          {t('unsentKeepOpen')}
        </p>
        <p className={panel.aside}>
          {t(isSecretPaper(ballot.paper) ? 'unsentSeenCard' : 'unsentSeen', { number: seat.number })}
          <br />
          {t('unsentPaper')}
        </p>
      </Statement>
      <RaiseHand />
    </>
  );
}

type OfflineProps = {
  readonly paper: Paper | null;
  readonly stored: StoredBallotView | null;
  readonly link: Link;
};

/** No line, and nothing that waits for it. */
export function OfflineScreen({ paper, stored, link }: OfflineProps) {
  const { t } = useTranslation('panel');
  const { value } = usePaperText();
  return (
    <>
      <Statement
        icon="offline"
        tone="attention"
        title={t('offline')}
        detail={
          <p className={panel.check}>
            <LostFor link={link} />
          </p>
        }
      >
        {stored && paper && (
          <p className={panel.lead}>
            <b>{t('offlineStored', { total: value(paper, stored.values), code: stored.code })}</b>
          </p>
        )}
        <p className={panel.lead}>
          {t('offlineMore')}
          <br />
          {t('offlineKeepOpen')}
        </p>
      </Statement>
      <RaiseHand />
    </>
  );
}
