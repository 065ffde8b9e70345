import { useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

/**
 * Takes the count back, so that ties can be voted on or values corrected; the ballots stay. The monitor has to agree on
 * the own device, or, without one, a second press.
 */
export function TakeBackCount({ view }: { readonly view: Pick<ConsoleView, 'result' | 'scheme'> }) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const { result, scheme } = view;
  // Names the count: another one isn't what was asked about.
  const [asked, setAsked] = useState<number | null>(null);
  if (!result) return null;
  const { count } = result;
  const about = `take back ${count}`;
  const isProposed = scheme.isMonitorRequired;
  const question = result.phase === 'released' ? 'rounds.takeBackAskReleased' : 'rounds.takeBackAsk';
  return (
    <>
      <ConsoleButton isSmall label={t('rounds.takeBack')} onPress={() => setAsked(count)} />
      {asked === count && (
        <div className={styles.act}>
          {isProposed && <p className={styles.attention}>{t('round.secondDevice')}</p>}
          <ReasonForm
            key={about}
            label={t('rounds.takeBackReason')}
            presets={[t('rounds.takeBackTie'), t('rounds.takeBackValue')]}
            submitLabel={isProposed ? t('round.askMonitor') : t('rounds.takeBackSubmit')}
            onCancel={() => setAsked(null)}
            onSubmit={(reason) => {
              if (!isProposed) arm('count', about, { kind: 'TakeBackCount', reason, isSecondPress: true });
              else
                void order('act', { kind: 'ProposeAct', act: { kind: 'take-back' }, reason }).then(
                  (outcome) => outcome === 'accepted' && setAsked(null),
                );
            }}
          />
          <ConfirmBar
            control="count"
            about={about}
            question={t(question, { count })}
            confirmLabel={t('confirm')}
            cancelLabel={t('cancel')}
          />
        </div>
      )}
      <RefusalNote control="count" />
    </>
  );
}
