import { useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

/** Whether the end waits for the monitor: then it stands where it is seen first. */
export function isCloseAsked({ proposals }: Pick<ConsoleView, 'proposals'>): boolean {
  return proposals.some(({ act }) => act.kind === 'close');
}

/** While the monitor is asked: the request can be taken back, or the event closed without, with a reason. */
function Asked({ proposal }: { readonly proposal: number }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const [isAlone, setAlone] = useState(false);
  return (
    <div>
      <p className={styles.attention}>
        <Icon name="hourglass" /> {t('close.waits')}
      </p>
      <div className={styles.cards}>
        <ConsoleButton
          isSmall
          label={t('acts.drop')}
          onPress={() => void order('close', { kind: 'DropAct', proposal })}
        />
        <ConsoleButton isSmall label={t('close.alone')} onPress={() => setAlone(true)} />
      </div>
      {isAlone && (
        <ReasonedAct
          control="close"
          about={`close alone ${proposal}`}
          label={t('close.aloneReason')}
          presets={[t('close.noDevice'), t('countState.chairDecided')]}
          submitLabel={t('close.aloneSubmit')}
          question={t('close.aloneAsk')}
          command={(reason) => ({ kind: 'CloseEvent', reason })}
          onCancel={() => setAlone(false)}
        />
      )}
    </div>
  );
}

/** The end of the event: at once with a second press, or by the monitor's signature where the rules require one. */
export function CloseEvent({ view }: { readonly view: Pick<ConsoleView, 'stage' | 'scheme' | 'proposals'> }) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const { phase } = view.stage;
  const asked = view.proposals.find(({ act }) => act.kind === 'close');
  const isAsking = view.scheme.isMonitorRequired;
  return (
    <div className={styles.closing}>
      {asked ? (
        <Asked proposal={asked.id} />
      ) : (
        <ConsoleButton
          isSmall
          label={t(isAsking ? 'close.askButton' : 'close.button')}
          blockedBy={phase === 'live' ? null : t(phase === 'closed' ? 'close.isClosed' : 'close.notStarted')}
          onPress={() => arm('close', 'close', { kind: 'CloseEvent' })}
        />
      )}
      <ConfirmBar
        control="close"
        about="close"
        question={t(isAsking ? 'go.closeAskArmed' : 'go.closeArmed')}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="close" />
    </div>
  );
}
