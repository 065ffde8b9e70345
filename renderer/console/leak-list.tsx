import type { ConsoleResult, ConsoleScreen, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

type Leak = { readonly key: string; readonly isWell: boolean; readonly who: string; readonly what: string };

/** Which surface holds what, checked at each step of the release. */
export function LeakList({
  view,
  result,
}: {
  readonly view: Pick<ConsoleView, 'screens' | 'health' | 'seats'>;
  readonly result: ConsoleResult;
}) {
  const { t } = useWords();
  const { revealed, places, rows } = result;
  const left = places - revealed;
  const holds =
    left === 0
      ? t('leak.hasAll', { count: places })
      : revealed === 0
        ? t('leak.hasNone', { count: left })
        : rows.some(({ division }) => division)
          ? t('leak.hasSome', { count: revealed, left })
          : t('leak.has', { last: places, first: left + 1, left });
  const screenLine = (screen: ConsoleScreen): Leak => ({
    key: screen.id,
    isWell: screen.isOnline,
    who: `${t(`screen.${screen.role}`)} ${screen.name}`,
    what: !screen.isOnline
      ? t('leak.offline')
      : screen.role !== 'projector'
        ? t('leak.noPlaces')
        : screen.isUpToDate
          ? holds
          : t('screen.behind'),
  });
  const displays = view.health.displays.kind;
  const online = view.seats.filter((seat) => seat.connection === 'online').length;
  const lines: readonly Leak[] = [
    ...view.screens.map(screenLine),
    { key: 'panel', isWell: true, who: t('leak.panel', { count: online }), what: t('leak.noPlaces') },
    {
      key: 'displays',
      isWell: displays === 'extended',
      who: t('leak.displays'),
      what: t(`displays.${displays}`),
    },
    { key: 'console', isWell: false, who: t('leak.console'), what: t('leak.oneAhead') },
  ];
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('leak.title')}</span>
        <span className={styles.hint}>{t('leak.eachStep')}</span>
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line.key} className={classes(styles.leak, !line.isWell && styles.attention)}>
            <Icon name={line.isWell ? 'tick' : 'warning'} />
            <span>
              <b>{line.who}</b>
              <span className={styles.hint}>{line.what}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
