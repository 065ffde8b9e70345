import { useTranslation } from 'react-i18next';
import { asksReasons } from '../../shared/domain/ballot-paper.ts';
import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import { askedOf, type Paper, type PaperValues, paperOf } from '../ballot-paper/paper.ts';
import type { IconName } from '../ui/icon.tsx';
import panel from './panel.module.css';
import type { PanelScreen } from './panel-screen.ts';
import type { PanelState } from './panel-state.ts';
import { RaiseHand } from './raise-hand.tsx';
import { AwayScreen } from './screens/away-screen.tsx';
import { BarredScreen } from './screens/barred-screen.tsx';
import { ChoiceScreen } from './screens/choice-screen.tsx';
import { JoinScreen } from './screens/join-screen.tsx';
import { LockedScreen } from './screens/locked-screen.tsx';
import { OfflineScreen, UnsentScreen } from './screens/offline-screens.tsx';
import { PaperScreen } from './screens/paper-screen.tsx';
import { StoredScreen } from './screens/stored-screen.tsx';
import { WaitingScreen } from './screens/waiting-screen.tsx';
import { Statement } from './statement.tsx';
import { CheckCode, ValueTitle } from './stored-value.tsx';

type ScreenProps = {
  readonly screen: PanelScreen;
  readonly state: PanelState;
  /** Another paper that this seat still has to fill in. */
  readonly next: BallotFormView | null;
  readonly change: () => void;
  readonly keepStored: () => void;
  readonly submit: (form: BallotFormView, values: PaperValues) => void;
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

/** One choice on one unit is cast by its tap, unless a reason may have to be written. */
function tappedChoice({ parts, unit }: Paper) {
  const [ballot, ...others] = parts;
  if (!ballot || others.length > 0 || !unit || asksReasons(ballot)) return null;
  const asked = askedOf(ballot);
  return asked.kind === 'choice' ? { ballot, unit, choice: asked.choice } : null;
}

/** Draws the one screen that `panelScreen` chose. */
export function PanelScreenView({ screen, state, next, change, keepStored, submit }: ScreenProps) {
  const { t } = useTranslation('panel');
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
      const paper = paperOf(form, view);
      const shared = {
        paper,
        timer: view.timer,
        clockOffsetMs,
        draft,
        refusal,
        isOffline: link.kind === 'lost',
        submit: (values: PaperValues) => submit(form, values),
      };
      const tapped = tappedChoice(paper);
      if (tapped) return <ChoiceScreen {...shared} {...tapped} stored={stored?.values ?? {}} />;
      return (
        <PaperScreen
          key={`${form.round} ${form.opening}`}
          {...shared}
          stage={view.stage}
          startFrom={state.drafts[form.round] ?? stored?.values ?? draft?.values ?? {}}
          stored={stored}
          changed={(values) => state.keepDraft(form.round, values)}
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
            <ValueTitle words={t('sending')} paper={screen.ballot.paper} values={screen.ballot.values} />
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
      return (
        <OfflineScreen
          paper={view.ballot ? paperOf(view.ballot, view) : null}
          stored={screen.stored}
          link={link}
        />
      );
    case 'stored':
      return view.seat ? (
        <StoredScreen
          paper={paperOf(screen.form, view)}
          stored={screen.stored}
          seat={view.seat}
          timer={view.timer}
          clockOffsetMs={clockOffsetMs}
          next={next}
          change={change}
        />
      ) : null;
    case 'barred':
      return <BarredScreen paper={paperOf(screen.form, view)} barred={screen.barred} />;
    case 'away':
      return (
        <AwayScreen
          sinceWall={screen.sinceWall}
          paper={view.ballot ? paperOf(view.ballot, view) : null}
          stored={screen.stored}
        />
      );
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
      return (
        <LockedScreen
          paper={paperOf(screen.form, view)}
          stored={screen.stored}
          isLastRefused={screen.isLastRefused}
        />
      );
    case 'ended':
      return <PendingScreen icon="tick" title={t('ended')} more={t('endedMore')} />;
    default:
      return unreachable(screen);
  }
}
