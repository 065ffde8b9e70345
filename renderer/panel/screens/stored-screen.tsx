import { useTranslation } from 'react-i18next';
import type {
  BallotFormView,
  PanelView,
  SeatView,
  StoredBallotView,
} from '../../../shared/views/view-sections.ts';
import { hasOneValue, isSecretPaper, type Paper } from '../../ballot-paper/paper.ts';
import { LockCountdown } from '../lock-countdown.tsx';
import panel from '../panel.module.css';
import { usePaperText } from '../paper-text.ts';
import { Statement } from '../statement.tsx';
import { CheckCode, StoredMarks, ValueTitle } from '../stored-value.tsx';

type StoredProps = {
  readonly paper: Paper;
  readonly stored: StoredBallotView;
  readonly seat: SeatView['seat'];
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  /** Another paper that this seat still has to fill in. */
  readonly next: BallotFormView | null;
  readonly change: () => void;
};

/** Tick, words, value and code together: the host has this ballot on its disk. */
export function StoredScreen({ paper, stored, seat, timer, clockOffsetMs, next, change }: StoredProps) {
  const { t } = useTranslation('panel');
  const { subject, ballotName } = usePaperText();
  const about = [
    t(isSecretPaper(paper) ? 'card' : 'seat', { number: seat.number }),
    paper.unit ? subject(paper) : paper.parts.map(ballotName).join(' · '),
    t('storedNumber', { number: stored.ballotNumber }),
  ];
  return (
    <>
      <Statement
        icon="tick"
        tone="done"
        title={<ValueTitle words={t('stored')} paper={paper} values={stored.values} />}
        detail={<CheckCode code={stored.code} />}
      >
        <p className={panel.muted}>{about.join(' · ')}</p>
        <StoredMarks paper={paper} values={stored.values} />
        <p className={panel.lead}>{next ? t('storedNext', { unit: subject(next) }) : t('storedMore')}</p>
      </Statement>
      <footer className={panel.foot}>
        <button type="button" className={panel.button} onClick={change}>
          {t(hasOneValue(paper) ? 'change' : 'changeBallot')}
        </button>
        <span className={panel.muted}>{t('changeNote')}</span>
        <LockCountdown timer={timer} clockOffsetMs={clockOffsetMs} />
      </footer>
    </>
  );
}
