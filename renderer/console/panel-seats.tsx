import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { offlineTime } from './offline-time.ts';
import styles from './side.module.css';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';

function OfflineSeat({ seat, group, now }: { seat: ConsoleSeat; group: string; now: number }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  return (
    <li className={styles.offline}>
      <span className={styles.attention}>
        <Icon name="offline" />
      </span>
      <span>
        <b>
          {t('seat.number', { number: seat.number })}{' '}
          {t('seat.offlineFor', { time: offlineTime(seat, now, t) ?? '' })}
        </b>
        <span className={styles.hint}>{group}</span>
      </span>
      <ConsoleButton
        isSmall
        isAlwaysThere
        label={t('seat.newCard')}
        onPress={() => openDrawer('network', seat.seat)}
      />
    </li>
  );
}

const mostNamed = 3;

/** Every seat by number: solid online, amber and broken offline, dotted where no device has come yet. */
export function PanelSeats({ view }: { readonly view: Pick<ConsoleView, 'seats' | 'event'> }) {
  const { t, localise } = useWords();
  const now = useWallSeconds();
  const of = (connection: ConsoleSeat['connection']) =>
    view.seats.filter((seat) => seat.connection === connection);
  const away = view.seats.filter((seat) => seat.away !== null);
  // Who is out of the hall has switched off, and misses nothing.
  const offline = of('offline').filter((seat) => seat.away === null);
  const never = of('never');
  const groupOf = (seat: ConsoleSeat) => {
    const group = view.event.groups.find((each) => each.id === seat.group);
    return group ? localise(group.name) : '';
  };
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('seat.panel')}</span>
        <span className={styles.hint}>
          {t('seat.expectedHere', { expected: view.seats.length, here: view.seats.length - never.length })}
        </span>
      </h3>
      <p className={styles.tally}>
        <span>{t('seat.online', { count: of('online').length })}</span>
        {offline.length > 0 && (
          <b className={styles.attention}>▲ {t('seat.offlineCount', { count: offline.length })}</b>
        )}
        {never.length > 0 && <span>{t('seat.neverCount', { count: never.length })}</span>}
        {away.length > 0 && <span>{t('presence.awayCount', { count: away.length })}</span>}
      </p>
      <ol className={styles.mini}>
        {view.seats.map((seat) => (
          <li
            key={seat.seat}
            className={classes(styles[seat.away ? 'away' : seat.connection])}
            data-connection={seat.connection}
            title={[
              groupOf(seat),
              t(`seat.connection.${seat.connection}`),
              ...(seat.away ? [t('presence.away')] : []),
            ].join(' · ')}
          >
            {seat.number}
          </li>
        ))}
      </ol>
      {offline.length > 0 && (
        <ul className={styles.offlineList}>
          {offline.slice(0, mostNamed).map((seat) => (
            <OfflineSeat key={seat.seat} seat={seat} group={groupOf(seat)} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}
