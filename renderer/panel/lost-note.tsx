import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import panel from './panel.module.css';
import { lossOf, type PanelScreen } from './panel-screen.ts';
import type { PanelState } from './panel-state.ts';
import { usePaperText } from './paper-text.ts';
import { refusalText } from './refusal-text.ts';

type LostProps = { readonly state: PanelState; readonly screen: PanelScreen };

/** Screens that look at a round, and tell by themselves what became of its last ballot. */
const ofRound: readonly PanelScreen['kind'][] = ['scoring', 'stored', 'locked', 'barred'];

/** The last ballot wasn't stored, and the page looks at another round. */
export function LostNote({ state: { ballots, view }, screen }: LostProps) {
  const { t } = useTranslation('panel');
  const { subject, value } = usePaperText();
  const last = ballots[ballots.length - 1];
  const loss = lossOf(last);
  if (!last || !loss || last.round === view.ballot?.round || !ofRound.includes(screen.kind)) return null;
  // Refused for another reason, what was stored before may count no more.
  const isLate = loss.code === 'round-closed';
  const before = ballots.filter(({ round, fate }) => round === last.round && fate.kind === 'stored').pop();
  return (
    <p className={panel.above} role="alert">
      <Icon name="warning" />
      <span>
        <b>{t('lostOther', { unit: subject(last.paper) })}</b> {refusalText(t, loss)}
        {isLate && before && (
          <span className={panel.next}>
            {t('lostOtherKept', { total: value(before.paper, before.values) })}
          </span>
        )}
      </span>
    </p>
  );
}
