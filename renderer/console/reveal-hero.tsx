import type { ConsoleResult, ResultRow, RevealView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { rowsOf } from './reveal-step.ts';
import styles from './stage.module.css';
import { useWords } from './use-words.ts';

/** What fits under a place in two lines. */
const longestChipName = 8;

function PlaceChip({ row, state }: { row: ResultRow; state: 'shown' | 'next' }) {
  const { localise } = useWords();
  const name = localise(row.unit.name);
  return (
    <li className={classes(styles.place, styles[state])} title={name}>
      <b>{row.place}</b>
      {name.length <= longestChipName && <span>{name}</span>}
    </li>
  );
}

/** How many places the hall has; the one that comes next is dashed, the rest isn't drawn anywhere. */
export function RevealHero({
  result,
  reveal,
  isCovered,
}: {
  readonly result: ConsoleResult;
  readonly reveal: RevealView;
  readonly isCovered: boolean;
}) {
  const { t, localise } = useWords();
  const { division, places, hidden } = reveal;
  const revealed = rowsOf(result.rows, reveal.shown);
  const next = rowsOf(result.rows, reveal.next === null ? [] : [reveal.next])[0];
  const hiddenPlaces = Array.from(
    { length: hidden + (isCovered && next ? 1 : 0) },
    (_, at) => hidden + (isCovered && next ? 1 : 0) - at,
  );
  return (
    <div className={styles.hero}>
      <div>
        <div className={styles.label}>{t('reveal.shownOf')}</div>
        <div className={styles.big}>
          {result.revealed}
          <small> / {result.places}</small>
        </div>
      </div>
      <div className={styles.heroSide}>
        <div className={styles.label}>
          {division && <b>{localise(division)} · </b>}
          {t('reveal.order')}
        </div>
        <ol
          className={styles.places}
          style={{ gridTemplateColumns: `repeat(${Math.max(1, places)}, minmax(0, 1fr))` }}
        >
          {revealed.map((row) => (
            <PlaceChip key={row.unit.id} row={row} state="shown" />
          ))}
          {next && !isCovered && <PlaceChip row={next} state="next" />}
          {hiddenPlaces.map((place) => (
            <li key={place} className={classes(styles.place, styles.hidden)}>
              <b>{place}</b>
              <Icon name="covered" />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
