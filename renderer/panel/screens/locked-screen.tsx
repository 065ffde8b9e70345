import { useTranslation } from 'react-i18next';
import type { BallotFormView, StoredBallotView } from '../../../shared/views/view-sections.ts';
import { useLanguage } from '../../i18n/language.ts';
import panel from '../panel.module.css';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';
import { CheckCode, StoredMarks, ValueTitle } from '../stored-value.tsx';
import { useValueText } from '../value-text.ts';

type LockedProps = {
  readonly form: BallotFormView;
  readonly stored: StoredBallotView | null;
  readonly isLastRefused: boolean;
};

/** After the lock: what counts for this seat, or that nothing does. */
export function LockedScreen({ form, stored, isLastRefused }: LockedProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const valueText = useValueText();
  const unit = localise(form.unit.name);
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
      title={<ValueTitle words={t('locked')} value={valueText(form, stored.values)} />}
      detail={<CheckCode code={stored.code} />}
    >
      {isLastRefused && <p className={panel.aside}>{t('lockedLate')}</p>}
      <StoredMarks criteria={form.criteria} stored={stored} />
      <p className={panel.lead}>
        {t('lockedMore', { unit })}
        <br />
        {t('lockedCorrect')}
      </p>
    </Statement>
  );
}
