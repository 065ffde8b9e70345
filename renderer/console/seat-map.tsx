import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { offlineTime } from './offline-time.ts';
import styles from './seats.module.css';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';

export type SeatMark =
  | 'stored'
  | 'awaited'
  | 'offline'
  | 'absent'
  | 'excluded'
  | 'recused'
  | 'paperAwaited'
  | 'paperStored'
  | 'notExpected';

/** One mark per seat: a decision or a stored ballot says more than the connection. */
export function markOf(seat: ConsoleSeat): SeatMark {
  switch (seat.ballot) {
    case 'stored':
    case 'absent':
    case 'excluded':
    case 'recused':
      return seat.ballot;
    case 'paper-awaited':
      return 'paperAwaited';
    case 'paper-stored':
      return 'paperStored';
    case 'not-expected':
      return seat.connection === 'offline' ? 'offline' : 'notExpected';
    default:
      return seat.connection === 'online' ? 'awaited' : 'offline';
  }
}

const markIcons: { readonly [mark in SeatMark]: IconName | null } = {
  stored: 'tick',
  awaited: 'pencil',
  offline: 'offline',
  absent: 'absent',
  excluded: 'absent',
  recused: 'absent',
  paperAwaited: 'pencil',
  paperStored: 'tick',
  notExpected: null,
};

function SeatBox({ seat, now }: { seat: ConsoleSeat; now: number }) {
  const { t } = useWords();
  const mark = markOf(seat);
  const time = offlineTime(seat, now, t);
  const icon = markIcons[mark];
  const drawn = icon && <Icon name={icon} />;
  const isOffline = mark === 'offline';
  const words = isOffline
    ? time === null
      ? t('seat.never')
      : t('seat.offlineShort', { time })
    : t(`seat.${mark}`);
  return (
    <li className={classes(styles.seat, styles[mark])} data-seat={seat.number} data-mark={mark}>
      {/* The time away needs the tile's whole width. */}
      <b>
        {isOffline && drawn} {seat.number}
      </b>
      <span>
        {!isOffline && drawn} {words}
      </span>
    </li>
  );
}

/** Who has submitted, by group. Only whether a ballot is stored: its marks are nobody's business. */
export function SeatMap({ view }: { readonly view: Pick<ConsoleView, 'seats' | 'event' | 'round'> }) {
  const { t, localise } = useWords();
  const now = useWallSeconds();
  return (
    <div className={styles.map}>
      {view.event.groups.map((group) => {
        const seats = view.seats.filter((seat) => seat.group === group.id);
        const stored = seats.filter((seat) => seat.ballot === 'stored').length;
        const expected = seats.filter((seat) => seat.ballot === 'stored' || seat.ballot === 'awaited').length;
        return (
          <section key={group.id} className={styles.group}>
            <h4>
              {localise(group.name)}
              <span className={classes(stored < expected && styles.attention)}>
                {stored < expected ? '▲ ' : ''}
                {t('seat.storedOf', { stored, expected })}
              </span>
            </h4>
            <ol className={styles.row}>
              {seats.map((seat) => (
                <SeatBox key={seat.seat} seat={seat} now={now} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
