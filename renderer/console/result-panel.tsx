import type { ConsoleView } from '../../shared/views/console-view.ts';
import { CountPanel } from './count-panel.tsx';
import { HeldCurtain, PeekButton, useCover } from './held-curtain.tsx';
import { ResultTable } from './result-table.tsx';
import { RevealPanel } from './reveal-panel.tsx';
import styles from './stage.module.css';
import { UnseenResult } from './unseen-result.tsx';
import { useWords } from './use-words.ts';

type ResultPanelView = Pick<ConsoleView, 'result' | 'rounds' | 'event' | 'health'>;

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
  return (
    <>
      <div className={styles.workHead}>
        <b>{t('result.counted', { count: result.places })}</b>
        {result.isSeen && <PeekButton displays={displays} />}
      </div>
      {!result.isSeen ? (
        <UnseenResult />
      ) : cover.isCovered ? (
        <HeldCurtain displays={displays} count={result.places} />
      ) : (
        <ResultTable result={result} rows={result.rows} />
      )}
    </>
  );
}

/** From the count to the release. Without a count there is no figure to show. */
export function ResultPanel({ view }: { readonly view: ResultPanelView }) {
  const { result } = view;
  return (
    <div className={styles.work}>
      {result === null ? (
        <CountPanel view={view} />
      ) : result.phase === 'counted' ? (
        <CountedResult view={view} result={result} />
      ) : (
        <RevealPanel view={view} result={result} />
      )}
    </div>
  );
}
