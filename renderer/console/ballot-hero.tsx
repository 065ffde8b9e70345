import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import styles from './stage.module.css';
import { useTimerReading } from './timer-hero.tsx';
import { useWords } from './use-words.ts';

/** The sum written out: 20 seats − 1 absent − 1 excluded = 18 expected. */
function ExpectedSum({ round, seats }: { round: ConsoleRound; seats: number }) {
  const { t } = useWords();
  const count = (decision: 'absent' | 'excluded') =>
    round.decisions.filter((each) => each.decision === decision).length;
  const [absent, excluded] = [count('absent'), count('excluded')];
  const parts = [
    t('ballot.seats', { count: seats }),
    absent > 0 && t('ballot.absentCount', { count: absent }),
    excluded > 0 && t('ballot.excludedCount', { count: excluded }),
  ].filter(Boolean);
  return <span>{t('ballot.sum', { parts: parts.join(' − '), count: round.counts.expected })}</span>;
}

/** How many ballots are stored: counts only, never whose marks. */
export function BallotHero({
  view,
  round,
}: {
  readonly view: Pick<ConsoleView, 'timer' | 'seats' | 'wall'>;
  readonly round: ConsoleRound;
}) {
  const { t, localise } = useWords();
  const reading = useTimerReading(view.timer);
  const { submitted, expected } = round.counts;
  const isLocked = round.state !== 'open';
  return (
    <div className={styles.hero}>
      <div>
        <div className={styles.label}>{t('ballot.storedOf')}</div>
        <div className={styles.big}>
          {submitted}
          <small> / {expected}</small>
        </div>
      </div>
      <div className={styles.heroSplit}>
        <div>
          <div className={styles.label}>
            {isLocked ? t('ballot.state') : reading.ms < 0 ? t('ballot.pastLimit') : t('ballot.toLimit')}
          </div>
          <div
            className={classes(
              styles.medium,
              (reading.isPaused || reading.ms < 0) && !isLocked && styles.attention,
            )}
          >
            {isLocked ? t(`round.${round.state}`) : reading.digits}
          </div>
          <div className={styles.label}>
            {localise(round.unit.name)} · {t('ballot.round', { number: round.number })}
            {round.opening > 1 && ` · ${t('ballot.opening', { number: round.opening })}`}
          </div>
        </div>
        <p className={styles.heroNotes}>
          <ExpectedSum
            round={round}
            seats={view.seats.filter((seat) => seat.ballot !== 'not-expected').length}
          />
          <span>
            <Icon name="covered" /> {t('ballot.noMarks')}
          </span>
        </p>
      </div>
    </div>
  );
}
