import { useTranslation } from 'react-i18next';
import type {
  BallotFormView,
  PanelView,
  SeatView,
  StoredBallotView,
} from '../../../shared/views/view-sections.ts';
import { useLanguage } from '../../i18n/language.ts';
import { LockCountdown } from '../lock-countdown.tsx';
import panel from '../panel.module.css';
import { Statement } from '../statement.tsx';
import { CheckCode, StoredMarks, ValueTitle } from '../stored-value.tsx';
import { useValueText } from '../value-text.ts';

type StoredProps = {
  readonly form: BallotFormView;
  readonly stored: StoredBallotView;
  readonly seat: SeatView['seat'];
  readonly timer: PanelView['timer'] | undefined;
  readonly clockOffsetMs: number;
  readonly change: () => void;
};

/** Tick, words, value and code together: the host has this ballot on its disk. */
export function StoredScreen({ form, stored, seat, timer, clockOffsetMs, change }: StoredProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const valueText = useValueText();
  const about = [
    t('seat', { number: seat.number }),
    localise(form.unit.name),
    t('storedNumber', { number: stored.ballotNumber }),
  ];
  return (
    <>
      <Statement
        icon="tick"
        tone="done"
        title={<ValueTitle words={t('stored')} value={valueText(form, stored.values)} />}
        detail={<CheckCode code={stored.code} />}
      >
        <p className={panel.muted}>{about.join(' · ')}</p>
        <StoredMarks criteria={form.criteria} stored={stored} />
        <p className={panel.lead}>{t('storedMore')}</p>
      </Statement>
      <footer className={panel.foot}>
        <button type="button" className={panel.button} onClick={change}>
          {t('change')}
        </button>
        <span className={panel.muted}>{t('changeNote')}</span>
        <LockCountdown timer={timer} clockOffsetMs={clockOffsetMs} />
      </footer>
    </>
  );
}
