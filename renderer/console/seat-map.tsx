import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { useDesk } from './desk-context.tsx';
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
  | 'returned'
  | 'notExpected';

/** One mark per seat: a decision or a stored ballot says more than the connection. */
export function markOf(seat: ConsoleSeat, round: ConsoleView['round']): SeatMark {
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
      if (seat.connection !== 'online') return 'offline';
      return round?.returned.includes(seat.seat) ? 'returned' : 'awaited';
  }
}

const markIcons: { readonly [mark in SeatMark]: IconName | null } = {
  stored: 'tick',
  awaited: 'pencil',
  offline: 'offline',
  absent: 'absent',
  excluded: 'absent',
  recused: 'door',
  // A dashed box of its own says as much, and the words need the width.
  paperAwaited: null,
  paperStored: 'tick',
  returned: null,
  notExpected: null,
};

function SeatBox({ seat, round, now }: { seat: ConsoleSeat; round: ConsoleView['round']; now: number }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const mark = markOf(seat, round);
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
    <li data-seat={seat.number} data-mark={mark}>
      <button
        type="button"
        className={classes(styles.seat, styles[mark])}
        aria-label={t('seatMenu.open', { number: seat.number, state: words })}
        onClick={() => openDrawer('seat', seat.seat)}
      >
        {/* The time away needs the tile's whole width. */}
        <b>
          {isOffline && drawn} {seat.number}
        </b>
        <span>
          {!isOffline && drawn} {words}
        </span>
      </button>
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
        const stored = seats.filter(({ ballot }) => ballot === 'stored' || ballot === 'paper-stored').length;
        const due = seats.filter(({ ballot }) => ballot === 'awaited' || ballot === 'paper-awaited').length;
        const expected = stored + due;
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
                <SeatBox key={seat.seat} seat={seat} round={view.round} now={now} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
