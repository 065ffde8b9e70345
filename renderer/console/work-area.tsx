import type { ConsoleView } from '../../shared/views/console-view.ts';
import { BesideButton } from './beside/beside-button.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import type { WorkTab } from './desk-store.ts';
import { MessagePanel } from './message-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { isRevealStep } from './reveal-step.ts';
import { RoundPanel } from './round-panel.tsx';
import styles from './stage.module.css';
import { useWords } from './use-words.ts';

/** Whether the event has ballots at all: one that ranks measured numbers alone may have none. */
export function hasBallots(view: Pick<ConsoleView, 'ballots' | 'rounds'>): boolean {
  return view.ballots.length > 0 || view.rounds.length > 0;
}

/** What this step is about, unless the operator has chosen another sheet during it. */
export function tabOf(view: Pick<ConsoleView, 'next' | 'wall' | 'agenda' | 'result'>): WorkTab {
  const { next, wall } = view;
  const isHeld = view.result?.phase === 'counted';
  if (isHeld || isRevealStep(view) || (next.kind === 'held' && next.needs === 'count')) return 'result';
  if (
    next.kind === 'lock' ||
    wall.scene.kind === 'ballot' ||
    (next.kind === 'held' && next.needs === 'missing-seats')
  )
    return 'round';
  return 'message';
}

export function useTab(view: Pick<ConsoleView, 'next' | 'wall' | 'agenda' | 'result' | 'stage'>): WorkTab {
  const chosen = useDesk((desk) => desk.tab);
  return chosen && chosen.step === view.stage.step ? chosen.chosen : tabOf(view);
}

export function WorkArea({ view }: { readonly view: ConsoleView }) {
  const { t } = useWords();
  const tab = useTab(view);
  const showTab = useDesk((desk) => desk.showTab);
  const pickPrompt = useDesk((desk) => desk.pickPrompt);
  const show = (next: WorkTab) => showTab(next, view.stage.step);
  const openMessage = () => {
    show('message');
    pickPrompt(true);
  };
  return (
    <section className={styles.workArea}>
      <nav className={styles.tabs}>
        <ConsoleButton
          isSmall
          isPlain
          isAlwaysThere
          isOn={tab === 'message'}
          label={t('tab.message')}
          intent="message"
          onPress={openMessage}
        />
        {hasBallots(view) && (
          <ConsoleButton
            isSmall
            isPlain
            isAlwaysThere
            isOn={tab === 'round'}
            label={view.round ? t('tab.roundCount', view.round.counts) : t('tab.round')}
            intent="seats"
            onPress={() => show('round')}
          />
        )}
        <ConsoleButton
          isSmall
          isPlain
          isAlwaysThere
          isOn={tab === 'result'}
          label={t('tab.result')}
          intent="result"
          onPress={() => show('result')}
        />
        <BesideButton view={view} />
      </nav>
      {tab === 'message' && <MessagePanel view={view} />}
      {tab === 'round' && <RoundPanel view={view} />}
      {tab === 'result' && <ResultPanel view={view} />}
    </section>
  );
}
