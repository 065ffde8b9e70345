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
  | 'away'
  | 'paperAwaited'
  | 'paperStored'
  | 'returned'
  | 'secret'
  | 'notExpected';

/** One mark per seat: a decision or a stored ballot says more than the connection. */
export function markOf(seat: ConsoleSeat, round: ConsoleView['round']): SeatMark {
  if (seat.away && ['absent', 'awaited', 'not-expected'].includes(seat.ballot)) return 'away';
  switch (seat.ballot) {
    case 'stored':
    case 'absent':
    case 'excluded':
    case 'recused':
    case 'secret':
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
  away: 'away',
  // A dashed box of its own says as much, and the words need the width.
  paperAwaited: null,
  paperStored: 'tick',
  returned: null,
  secret: null,
  notExpected: null,
};

function isSecretOffline({ ballot, connection }: ConsoleSeat): boolean {
  return ballot === 'secret' && connection !== 'online';
}

function SeatBox({ seat, round, now }: { seat: ConsoleSeat; round: ConsoleView['round']; now: number }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const mark = markOf(seat, round);
  const time = offlineTime(seat, now, t);
  const icon = isSecretOffline(seat) ? 'offline' : markIcons[mark];
  const drawn = icon && <Icon name={icon} />;
  // Of a secret card nothing is known but whether its device is there.
  const isOffline = mark === 'offline' || (mark === 'secret' && seat.connection !== 'online');
  const words = isOffline
    ? time === null
      ? t('seat.never')
      : t('seat.offlineShort', { time })
    : mark === 'secret'
      ? t('seat.connection.online')
      : mark === 'away'
        ? t('presence.away')
        : t(`seat.${mark}`);
  // A ballot that was given before stands, and says nothing of where the panelist is.
  const isAwayBeside = seat.away !== null && mark !== 'away';
  return (
    <li data-seat={seat.number} data-mark={mark}>
      <button
        type="button"
        className={classes(styles.seat, styles[isOffline ? 'offline' : mark])}
        aria-label={t('seatMenu.open', {
          number: seat.number,
          state: isAwayBeside ? `${words} · ${t('presence.away')}` : words,
        })}
        onClick={() => openDrawer('seat', seat.seat)}
      >
        {/* The time away needs the tile's whole width. */}
        <b>
          {isOffline && drawn} {seat.number} {isAwayBeside && <Icon name="away" />}
        </b>
        <span>
          {!isOffline && drawn} {words}
        </span>
      </button>
    </li>
  );
}

/** Stored and expected among some seats of a round that says which seat is which. */
function countSeats(seats: readonly ConsoleSeat[]) {
  const submitted = seats.filter(({ ballot }) => ballot === 'stored' || ballot === 'paper-stored').length;
  const due = seats.filter(({ ballot }) => ballot === 'awaited' || ballot === 'paper-awaited').length;
  return { submitted, expected: submitted + due };
}

/** Who has submitted, by group. Only whether a ballot is stored: its marks are nobody's business. */
export function SeatMap({ view }: { readonly view: Pick<ConsoleView, 'seats' | 'event' | 'round'> }) {
  const { t, localise } = useWords();
  const now = useWallSeconds();
  return (
    <div className={styles.map}>
      {view.event.groups.map((group, at) => {
        const seats = view.seats.filter((seat) => seat.group === group.id);
        const ofRound = view.round?.isSecret ? view.round.counts.groups[at] : undefined;
        const { submitted: stored, expected } = ofRound ?? countSeats(seats);
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
