import { useTranslation } from 'react-i18next';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import type { MarksByCriterion } from '../connection/device-storage.ts';
import type { IconName } from '../ui/icon.tsx';
import panel from './panel.module.css';
import type { PanelScreen } from './panel-screen.ts';
import type { PanelState } from './panel-state.ts';
import { RaiseHand } from './raise-hand.tsx';
import { BarredScreen } from './screens/barred-screen.tsx';
import { ChoiceScreen } from './screens/choice-screen.tsx';
import { JoinScreen } from './screens/join-screen.tsx';
import { LockedScreen } from './screens/locked-screen.tsx';
import { OfflineScreen, UnsentScreen } from './screens/offline-screens.tsx';
import { ScoringScreen } from './screens/scoring-screen.tsx';
import { StoredScreen } from './screens/stored-screen.tsx';
import { WaitingScreen } from './screens/waiting-screen.tsx';
import { Statement } from './statement.tsx';
import { CheckCode, ValueTitle } from './stored-value.tsx';
import { useValueText } from './value-text.ts';

type ScreenProps = {
  readonly screen: PanelScreen;
  readonly state: PanelState;
  readonly change: () => void;
  readonly keepStored: () => void;
  readonly submit: (form: BallotFormView, values: MarksByCriterion) => void;
};

function PendingScreen({
  icon,
  title,
  more,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly more: string;
}) {
  return (
    <Statement icon={icon} tone="pending" title={title}>
      {more !== '' && <p className={panel.lead}>{more}</p>}
    </Statement>
  );
}

/** Draws the one screen that `panelScreen` chose. */
export function PanelScreenView({ screen, state, change, keepStored, submit }: ScreenProps) {
  const { t } = useTranslation('panel');
  const valueText = useValueText();
  const { view, link, clockOffsetMs } = state;
  switch (screen.kind) {
    case 'connecting':
      return <PendingScreen icon="hourglass" title={t('connecting')} more={t('connectingMore')} />;
    case 'join':
      return <JoinScreen pairing={state.pairing} claim={state.claimSeat} />;
    case 'joining':
      return <PendingScreen icon="hourglass" title={t('joining')} more="" />;
    case 'wait-for-operator':
      return <PendingScreen icon="hourglass" title={t('operatorTitle')} more={t('operatorMore')} />;
    case 'waiting':
      return <WaitingScreen stage={view.stage} event={view.event} isLastRefused={screen.isLastRefused} />;
    case 'scoring': {
      const { form, stored, draft, refusal } = screen;
      if (form.choice)
        return (
          <ChoiceScreen
            form={form}
            choice={form.choice}
            timer={view.timer}
            clockOffsetMs={clockOffsetMs}
            chosen={stored?.values[form.choice.id] ?? null}
            draft={draft}
            refusal={refusal}
            isOffline={link.kind === 'lost'}
            submit={(values) => submit(form, values)}
          />
        );
      return (
        <ScoringScreen
          key={`${form.round} ${form.opening}`}
          form={form}
          stage={view.stage}
          timer={view.timer}
          clockOffsetMs={clockOffsetMs}
          startFrom={state.drafts[form.round] ?? stored?.values ?? draft?.values ?? {}}
          stored={stored}
          draft={draft}
          refusal={refusal}
          isOffline={link.kind === 'lost'}
          changed={(values) => state.keepDraft(form.round, values)}
          submit={(values) => submit(form, values)}
          keepStored={keepStored}
        />
      );
    }
    case 'sending':
      return (
        <Statement
          icon="hourglass"
          tone="pending"
          title={
            <ValueTitle words={t('sending')} value={valueText(screen.ballot.fields, screen.ballot.values)} />
          }
        >
          <p className={panel.lead}>{t('sendingMore')}</p>
        </Statement>
      );
    case 'unsent':
      return view.seat ? (
        <UnsentScreen
          ballot={screen.ballot}
          link={link}
          seat={view.seat}
          isStorageLasting={state.isStorageLasting}
        />
      ) : null;
    case 'offline':
      return <OfflineScreen form={view.ballot ?? null} stored={screen.stored} link={link} />;
    case 'stored':
      return view.seat ? (
        <StoredScreen
          form={screen.form}
          stored={screen.stored}
          seat={view.seat}
          timer={view.timer}
          clockOffsetMs={clockOffsetMs}
          change={change}
        />
      ) : null;
    case 'barred':
      return <BarredScreen form={screen.form} barred={screen.barred} />;
    case 'stored-wrong':
      return (
        <>
          <Statement
            icon="warning"
            tone="attention"
            title={t('wrong')}
            detail={<CheckCode code={screen.code} />}
          >
            <p className={panel.lead}>{t('wrongMore')}</p>
          </Statement>
          <RaiseHand />
        </>
      );
    case 'locked':
      return <LockedScreen form={screen.form} stored={screen.stored} isLastRefused={screen.isLastRefused} />;
    case 'ended':
      return <PendingScreen icon="tick" title={t('ended')} more={t('endedMore')} />;
    default:
      return unreachable(screen);
  }
}
