import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './seats.module.css';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';

export type SeatMark = 'stored' | 'awaited' | 'offline' | 'absent' | 'excluded' | 'notExpected';

/** One mark per seat: a decision or a stored ballot says more than the connection. */
export function markOf(seat: ConsoleSeat): SeatMark {
  switch (seat.ballot) {
    case 'stored':
    case 'absent':
    case 'excluded':
      return seat.ballot;
    case 'not-expected':
      return seat.connection === 'offline' ? 'offline' : 'notExpected';
    default:
      return seat.connection === 'online' ? 'awaited' : 'offline';
  }
}

const markIcons: { readonly [mark in SeatMark]: IconName | null } = {
  stored: 'check',
  awaited: 'pencil',
  offline: 'offline',
  absent: 'absent',
  excluded: 'absent',
  notExpected: null,
};

export function offlineSeconds(seat: ConsoleSeat, now: number): number | null {
  return seat.offlineSinceWall === null
    ? null
    : Math.max(0, Math.round((now - seat.offlineSinceWall) / 1000));
}

function SeatBox({ seat, now }: { seat: ConsoleSeat; now: number }) {
  const { t } = useWords();
  const mark = markOf(seat);
  const seconds = offlineSeconds(seat, now);
  const icon = markIcons[mark];
  const words =
    mark === 'offline'
      ? seconds === null
        ? t('seat.never')
        : t('seat.offlineShort', { count: seconds })
      : t(`seat.${mark}`);
  return (
    <li className={classes(styles.seat, styles[mark])} data-seat={seat.number} data-mark={mark}>
      <b>{seat.number}</b>
      <span>
        {icon && <Icon name={icon} />} {words}
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
