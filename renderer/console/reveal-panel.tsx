import type { ConsoleResult, ConsoleView, ResultRow } from '../../shared/views/console-view.ts';
import { spokenPlace, spokenScore } from '../../shared/views/spoken-score.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import controls from './controls.module.css';
import { useDesk } from './desk-context.tsx';
import { FormerSummaries } from './former-result.tsx';
import { HeldCurtain, PeekButton, useCover } from './held-curtain.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { ResultTable } from './result-table.tsx';
import { rowsOf } from './reveal-step.ts';
import { useWords } from './use-words.ts';

type RevealPanelProps = {
  readonly view: Pick<ConsoleView, 'event' | 'health'>;
  readonly result: ConsoleResult;
};

/** What the chair reads aloud for the row that comes next. */
function useScript(): (row: ResultRow) => string {
  const { t, localise, language } = useWords();
  return (row) => {
    const unit = localise(row.unit.name);
    const [rank, total] = [row.rank ?? 0, row.total ?? '0'];
    const division = row.division ? t('reveal.ofDivision', { division: localise(row.division) }) : '';
    if (language === 'en') return division + t('reveal.script', { place: rank, unit, total });
    const spoken = {
      place: spokenPlace(rank),
      unit,
      total: spokenScore(total, language === 'zh-Hans' ? '点' : '點'),
    };
    return division + t('reveal.script', spoken);
  };
}

/** During the release: the words for the next row, and how to show all at once. Later places aren't drawn here. */
export function RevealPanel({ view, result }: RevealPanelProps) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const script = useScript();
  const displays = view.health.displays.kind;
  const cover = useCover(displays);
  const { revealed, reveal } = result;
  const [next] = rowsOf(result.rows, reveal?.next ? [reveal.next] : []);
  // A place shown meanwhile ends the question: it would be about other places.
  const about = `all ${revealed}`;
  if (!reveal || !next)
    return (
      <>
        <FormerSummaries former={result.former} rows={result.rows} />
        <ResultTable result={result} rows={result.rows} />
      </>
    );
  const { division, hidden, hiddenInAll } = reveal;
  return (
    <div className={styles.count}>
      <div className={styles.actions}>
        <span className={classes(controls.tag, controls.tagNext)}>
          <Icon name="eye" /> {t('reveal.scriptTitle')}
        </span>
        <span className={styles.push} />
        <ConsoleButton
          isSmall
          label={t(division ? 'reveal.allOfDivision' : 'reveal.all')}
          intent="revealAll"
          onPress={() => arm('reveal', about, { kind: 'RevealAll', revealed })}
        />
        <PeekButton displays={displays} />
      </div>
      {cover.isCovered ? (
        <HeldCurtain displays={displays} count={1} />
      ) : (
        <p className={styles.script}>{script(next)}</p>
      )}
      <p className={styles.hint}>{t('reveal.laterNotHere', { count: hiddenInAll })}</p>
      <ConfirmBar
        control="reveal"
        about={about}
        question={
          division
            ? t('reveal.allOfDivisionAsk', { count: hidden + 1, division: localise(division) })
            : t('reveal.allAsk', { count: hidden + 1 })
        }
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="reveal" />
      <RefusalNote control="undo" />
    </div>
  );
}
