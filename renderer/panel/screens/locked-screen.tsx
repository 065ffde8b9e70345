import { useTranslation } from 'react-i18next';
import type { StoredBallotView } from '../../../shared/views/view-sections.ts';
import type { Paper } from '../../ballot-paper/paper.ts';
import panel from '../panel.module.css';
import { usePaperText } from '../paper-text.ts';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';
import { CheckCode, StoredMarks, ValueTitle } from '../stored-value.tsx';

type LockedProps = {
  readonly paper: Paper;
  readonly stored: StoredBallotView | null;
  readonly isLastRefused: boolean;
};

/** After the lock: what counts for this seat, or that nothing does. */
export function LockedScreen({ paper, stored, isLastRefused }: LockedProps) {
  const { t } = useTranslation('panel');
  const { subject } = usePaperText();
  const unit = subject(paper);
  if (!stored) {
    return (
      <>
        <Statement icon="warning" tone="attention" title={t('lockedNone')}>
          <p className={panel.lead}>{isLastRefused ? t('lockedLate') : t('lockedNoneMore', { unit })}</p>
        </Statement>
        <RaiseHand />
      </>
    );
  }
  return (
    <Statement
      icon="lock"
      tone="locked"
      title={<ValueTitle words={t('locked')} paper={paper} values={stored.values} />}
      detail={<CheckCode code={stored.code} />}
    >
      {isLastRefused && <p className={panel.aside}>{t('lockedLate')}</p>}
      <StoredMarks paper={paper} values={stored.values} />
      <p className={panel.lead}>
        {t('lockedMore', { unit })}
        <br />
        {t('lockedCorrect')}
      </p>
    </Statement>
  );
}
