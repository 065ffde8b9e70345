import type { ConsoleRound, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { offlineTime } from './offline-time.ts';
import { useRoundName } from './round-name.ts';
import styles from './stage.module.css';
import { useTimerReading } from './timer-hero.tsx';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';

type HeroView = Pick<ConsoleView, 'timer' | 'seats' | 'wall' | 'event' | 'ballots'>;

/** The sum written out: 20 seats − 1 absent − 1 excluded = 18 expected. */
function ExpectedSum({ round, seats }: { round: ConsoleRound; seats: number }) {
  const { t } = useWords();
  const count = (decision: ConsoleRound['decisions'][number]['decision']) =>
    round.decisions.filter((each) => each.decision === decision).length;
  const [absent, excluded, recused] = [count('absent'), count('excluded'), count('recused')];
  const fewer = round.cards.reduce((sum, { lowered }) => sum + lowered, 0);
  const parts = [
    round.isSecret ? t('rounds.cards', { count: seats }) : t('ballot.seats', { count: seats }),
    absent > 0 && t('ballot.absentCount', { count: absent }),
    excluded > 0 && t('ballot.excludedCount', { count: excluded }),
    recused > 0 && t('ballot.recusedCount', { count: recused }),
    fewer > 0 && t('rounds.loweredCount', { count: fewer }),
  ].filter(Boolean);
  return <span>{t('ballot.sum', { parts: parts.join(' − '), count: round.counts.expected })}</span>;
}

/** More would hide what is under it; the list beside has them all. */
const mostNamed = 4;

/** At zero it rings, names who is missing and offers time; nobody is cut off. */
function TimeUp({ view, round }: { view: Pick<HeroView, 'seats' | 'event'>; round: ConsoleRound }) {
  const { t, localise } = useWords();
  const order = useDesk((desk) => desk.order);
  const now = useWallSeconds();
  const missing = view.seats.filter(({ seat }) => round.missing.includes(seat));
  const groupsDue = round.cards.flatMap(({ group, due }) => {
    const known = view.event.groups.find(({ id }) => id === group);
    return known && due > 0 ? [t('rounds.dueOf', { group: localise(known.name), count: due })] : [];
  });
  const seatsDue = missing.slice(0, mostNamed).map((seat) => {
    const time = offlineTime(seat, now, t);
    const state =
      seat.connection === 'online'
        ? t('seat.awaited')
        : time === null
          ? t('seat.never')
          : t('seat.offlineFor', { time });
    return `${t('seat.number', { number: seat.number })} ${state}`;
  });
  if (missing.length > mostNamed) seatsDue.push(t('ballot.andMore', { count: missing.length - mostNamed }));
  const named = [...groupsDue, ...seatsDue];
  return (
    <div className={styles.timeUp} role="status">
      <p className={styles.attention}>
        <Icon name="warning" /> {t('ballot.timeUp')} <b>{named.join(t('listComma'))}</b>
      </p>
      <ConsoleButton
        label={t('ballot.fifteen')}
        intent="fifteen"
        onPress={() => void order('timer', { kind: 'AddTime', ms: 15_000 })}
      />
    </div>
  );
}

/** How many ballots are stored: counts only, never whose marks. */
export function BallotHero({ view, round }: { readonly view: HeroView; readonly round: ConsoleRound }) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const reading = useTimerReading(view.timer);
  const { submitted, expected } = round.counts;
  const isLocked = round.state !== 'open';
  const isTimeUp = !isLocked && reading.kind !== 'none' && reading.ms <= 0 && round.due > 0;
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
            {roundName(round)} · {t('ballot.round', { number: round.number })}
            {round.opening > 1 && ` · ${t('ballot.opening', { number: round.opening })}`}
          </div>
        </div>
        {isTimeUp && <TimeUp view={view} round={round} />}
        <p className={classes(styles.heroNotes, isTimeUp && styles.heroNotesAside)}>
          <ExpectedSum
            round={round}
            seats={view.seats.filter((seat) => seat.ballot !== 'not-expected').length}
          />
          <span>
            <Icon name="covered" /> {t(round.isSecret ? 'rounds.secretNote' : 'ballot.noMarks')}
          </span>
        </p>
      </div>
    </div>
  );
}
