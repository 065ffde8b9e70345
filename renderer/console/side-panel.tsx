import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Admissions } from './admissions.tsx';
import { ExpectedCards } from './expected-cards.tsx';
import { LeakList } from './leak-list.tsx';
import { MissingSeats } from './missing-seats.tsx';
import { PanelSeats } from './panel-seats.tsx';
import { RecentLog } from './recent-log.tsx';
import { RefusalCounter } from './refusal-counter.tsx';
import { isRevealStep } from './reveal-step.ts';
import { ScreenList } from './screen-list.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';
import { WallCurtain } from './wall-curtain.tsx';
import { hasBallots, useTab } from './work-area.tsx';

/** Who and what is missing, and the hand's place for freeze and blackout. */
export function SidePanel({ view }: { readonly view: ConsoleView }) {
  const { t } = useWords();
  const tab = useTab(view);
  const { round } = view;
  const isDeciding =
    tab === 'round' &&
    round !== null &&
    ((round.state === 'open' && (round.due > 0 || round.decisions.length > 0 || round.isSecret)) ||
      round.paperAwaited.length > 0);
  return (
    <aside className={styles.side} aria-label={t('side.title')}>
      <div className={styles.scroll}>
        <Admissions requests={view.requests} />
        {isRevealStep(view) && view.result ? (
          <LeakList view={view} result={view.result} />
        ) : (
          <>
            {isDeciding &&
              (round.isSecret ? (
                <ExpectedCards key={round.round} view={view} round={round} />
              ) : (
                <MissingSeats key={round.round} view={view} round={round} />
              ))}
            {hasBallots(view) && !(isDeciding && round.due > 0) && <PanelSeats view={view} />}
            <ScreenList view={view} />
          </>
        )}
        <RefusalCounter refusals={view.refusals} />
        <RecentLog view={view} />
      </div>
      <WallCurtain view={view} />
    </aside>
  );
}
