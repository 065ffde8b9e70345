import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { ChangeView } from '../../shared/views/monitor-view.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import styles from './drawer.module.css';
import { Drawer } from './drawer.tsx';
import { useWords } from './use-words.ts';

function ChangeLine({ change }: { change: ChangeView }) {
  const { t, localise } = useWords();
  const { what, unit, attempt, toUnit, seats, reason, seconded, isSameMachine, version } = change;
  const supersedes = version?.supersedes;
  const about = [
    supersedes &&
      t('version.supersedes', {
        number: version.number,
        former: supersedes.version,
        n: supersedes.n,
        hash: `${supersedes.hash.slice(0, 8)}…${supersedes.hash.slice(-8)}`,
      }),
    unit && localise(unit),
    attempt && localise(attempt),
    toUnit && t('changes.meant', { unit: localise(toUnit) }),
    seats.length > 0 && t('changes.seats', { seats: seats.join(t('listComma')) }),
    reason,
    seconded !== null && t('changes.seconded', { name: seconded }),
    isSameMachine && t('chair.sameMachine'),
  ].filter(Boolean);
  return (
    <li className={styles.change} title={`#${change.entry}`}>
      <time>{timeOfDay(change.wall, true)}</time>
      <b>{t(`changes.what.${what}`)}</b>
      <span>{about.join(' · ')}</span>
    </li>
  );
}

/** What has happened to the vote besides voting, as it stands on every sheet. */
export function ChangeDrawer({ changes }: { readonly changes: ConsoleView['changes'] }) {
  const { t } = useWords();
  return (
    <Drawer title={t('changes.title')} isNarrow>
      <p className={styles.hint}>{t(changes.length === 0 ? 'changes.none' : 'changes.note')}</p>
      <ol className={styles.list}>
        {[...changes].reverse().map((change) => (
          <ChangeLine key={change.n} change={change} />
        ))}
      </ol>
    </Drawer>
  );
}
