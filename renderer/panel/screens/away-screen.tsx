import { useTranslation } from 'react-i18next';
import type { StoredBallotView } from '../../../shared/views/view-sections.ts';
import type { Paper } from '../../ballot-paper/paper.ts';
import { timeOfDay } from '../../ui/time-of-day.ts';
import panel from '../panel.module.css';
import { usePaperText } from '../paper-text.ts';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';

type AwayProps = {
  readonly sinceWall: number | null;
  readonly paper: Paper | null;
  readonly stored: StoredBallotView | null;
};

/** The panelist is marked out of the hall: since when, and how that ends. */
export function AwayScreen({ sinceWall, paper, stored }: AwayProps) {
  const { t } = useTranslation('panel');
  const { value } = usePaperText();
  return (
    <>
      <Statement icon="away" tone="attention" title={t('away')}>
        <p className={panel.lead}>
          {sinceWall !== null && t('awaySince', { time: timeOfDay(sinceWall) })}
          {t('awayMore')}
          <br />
          {t('awayBack')}
        </p>
        {stored && paper && (
          <p className={panel.aside}>{t('awayStored', { value: value(paper, stored.values) })}</p>
        )}
      </Statement>
      <RaiseHand />
    </>
  );
}
