import { useTranslation } from 'react-i18next';
import type { Paper } from '../../ballot-paper/paper.ts';
import panel from '../panel.module.css';
import type { Barred } from '../panel-screen.ts';
import { usePaperText } from '../paper-text.ts';
import { RaiseHand } from '../raise-hand.tsx';
import { Statement } from '../statement.tsx';

type BarredProps = { readonly paper: Paper; readonly barred: Barred };

/** A round in which this seat casts no ballot from its device: why, and what to do if that is wrong. */
export function BarredScreen({ paper, barred }: BarredProps) {
  const { t } = useTranslation('panel');
  const unit = usePaperText().subject(paper);
  const needsNobody = barred === 'recused' || barred === 'not-asked';
  return (
    <>
      <Statement
        icon={needsNobody ? 'lock' : 'warning'}
        tone={needsNobody || barred === 'paper' ? 'locked' : 'attention'}
        title={t(`barred_${barred}`, { unit })}
      >
        <p className={panel.lead}>{t(`barredMore_${barred}`, { unit })}</p>
      </Statement>
      {!needsNobody && <RaiseHand />}
    </>
  );
}
