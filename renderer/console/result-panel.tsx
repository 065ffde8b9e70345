import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { CountPanel, type CountPanelView } from './count-panel.tsx';
import { CountState } from './count-state.tsx';
import { useDesk } from './desk-context.tsx';
import { FormerSummaries } from './former-result.tsx';
import { HeldCurtain, PeekButton, useCover } from './held-curtain.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ResultTable } from './result-table.tsx';
import { RevealPanel } from './reveal-panel.tsx';
import styles from './stage.module.css';
import { useTakeBack } from './take-back-count.tsx';
import { UnseenResult } from './unseen-result.tsx';
import { useWords } from './use-words.ts';

type ResultPanelView = CountPanelView & Pick<ConsoleView, 'result' | 'health' | 'proposals'>;

/** What may still be asked about a count, or done to it. */
function AfterCount({ hasNextStage }: { readonly hasNextStage: boolean }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  return (
    <>
      <ConsoleButton
        isSmall
        isAlwaysThere
        label={t('units.open')}
        intent="units"
        onPress={() => openDrawer('units')}
      />
      <ConsoleButton isSmall isAlwaysThere label={t('whatIf.open')} onPress={() => openDrawer('whatIf')} />
      {hasNextStage && (
        <ConsoleButton
          isSmall
          isAlwaysThere
          label={t('nextStage.open')}
          onPress={() => openDrawer('nextStage')}
        />
      )}
    </>
  );
}

function CountedResult({
  view,
  result,
}: {
  view: ResultPanelView;
  result: NonNullable<ConsoleView['result']>;
}) {
  const { t } = useWords();
  const displays = view.health.displays.kind;
  const cover = useCover(displays);
  const takeBack = useTakeBack(view);
  return (
    <>
      <div className={styles.workHead}>
        <b>{t('result.counted', { count: result.places })}</b>
        <span className={styles.buttons}>
          <AfterCount hasNextStage={result.nextStage !== undefined} />
          {takeBack.button}
          {result.isSeen && <PeekButton displays={displays} />}
        </span>
      </div>
      <CountState result={result} />
      {takeBack.form}
      <ProposalList proposals={view.proposals} />
      {!result.isSeen ? (
        <UnseenResult />
      ) : cover.isCovered ? (
        <HeldCurtain displays={displays} count={result.places} />
      ) : (
        <>
          <FormerSummaries former={result.former} rows={result.rows} />
          <ResultTable result={result} rows={result.rows} />
        </>
      )}
    </>
  );
}

/** From the count to the release. Without a count there is no figure to show. */
export function ResultPanel({ view }: { readonly view: ResultPanelView }) {
  const { result } = view;
  const takeBack = useTakeBack(view);
  return (
    <div className={styles.work}>
      {result === null ? (
        <CountPanel view={view} />
      ) : result.phase === 'counted' ? (
        <CountedResult view={view} result={result} />
      ) : (
        <>
          <div className={styles.workHead}>
            <CountState result={result} />
            <span className={styles.buttons}>
              <AfterCount hasNextStage={result.nextStage !== undefined} />
              {takeBack.button}
            </span>
          </div>
          {takeBack.form}
          <ProposalList proposals={view.proposals} />
          <RevealPanel view={view} result={result} />
        </>
      )}
    </div>
  );
}
