import { useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { ReasonForm } from './reason-form.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { useWords } from './use-words.ts';

type Result = NonNullable<ConsoleView['result']>;

function TakeBackForm({
  result,
  isProposed,
  onDone,
}: {
  result: Result;
  isProposed: boolean;
  onDone: () => void;
}) {
  const { t } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const { count } = result;
  const about = `take back ${count}`;
  const question = result.phase === 'released' ? 'rounds.takeBackAskReleased' : 'rounds.takeBackAsk';
  return (
    <div className={styles.act}>
      {isProposed && <p className={styles.attention}>{t('round.secondDevice')}</p>}
      <ReasonForm
        key={about}
        label={t('rounds.takeBackReason')}
        presets={[t('rounds.takeBackTie'), t('rounds.takeBackValue')]}
        submitLabel={isProposed ? t('round.askMonitor') : t('rounds.takeBackSubmit')}
        onCancel={onDone}
        onSubmit={(reason) => {
          if (!isProposed) arm('count', about, { kind: 'TakeBackCount', reason, isSecondPress: true });
          else
            void order('act', { kind: 'ProposeAct', act: { kind: 'take-back' }, reason }).then(
              (outcome) => outcome === 'accepted' && onDone(),
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
  );
}

/**
 * Takes the count back, so that ties can be voted on or values corrected; the ballots stay. The monitor has to agree on
 * the own device, or, without one, a second press. The button stands in a row of others, its form below.
 */
export function useTakeBack({ result, scheme }: Pick<ConsoleView, 'result' | 'scheme'>) {
  const { t } = useWords();
  // Names the count: another one isn't what was asked about.
  const [asked, setAsked] = useState<number | null>(null);
  const isAsked = result !== null && asked === result.count;
  return {
    button: (
      <ConsoleButton isSmall label={t('rounds.takeBack')} onPress={() => setAsked(result?.count ?? null)} />
    ),
    form: (
      <>
        {isAsked && (
          <TakeBackForm result={result} isProposed={scheme.isMonitorRequired} onDone={() => setAsked(null)} />
        )}
        <RefusalNote control="count" />
      </>
    ),
  };
}
