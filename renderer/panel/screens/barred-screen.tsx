import { useTranslation } from 'react-i18next';
import type { BallotFormView, SeatView } from '../../../shared/views/view-sections.ts';
import { useLanguage } from '../../i18n/language.ts';
import panel from '../panel.module.css';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';

type BarredProps = {
  readonly form: BallotFormView;
  readonly barred: NonNullable<SeatView['barred']>;
};

/** A round in which this seat casts no ballot from its device: why, and what to do if that is wrong. */
export function BarredScreen({ form, barred }: BarredProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const unit = localise(form.unit.name);
  const isExpected = barred === 'recused' || barred === 'paper';
  return (
    <>
      <Statement
        icon={barred === 'recused' ? 'lock' : 'warning'}
        tone={isExpected ? 'locked' : 'attention'}
        title={t(`barred_${barred}`, { unit })}
      >
        <p className={panel.lead}>{t(`barredMore_${barred}`, { unit })}</p>
      </Statement>
      {barred !== 'recused' && <RaiseHand />}
    </>
  );
}
