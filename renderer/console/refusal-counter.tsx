import type { Refusals } from '../../shared/views/console-view.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { useRefusalText } from './refusal-note.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

const mostCodes = 4;

/** Messages the host has refused, by reason: a device with the wrong key, a page out of date, a knock from outside. */
export function RefusalCounter({ refusals }: { readonly refusals: Refusals }) {
  const { t } = useWords();
  const text = useRefusalText();
  const { total, byCode, last } = refusals;
  if (total === 0) return null;
  const most = [...byCode].sort((a, b) => b.count - a.count).slice(0, mostCodes);
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('refusals.title', { count: total })}</span>
        {last && <span className={styles.hint}>{timeOfDay(last.wall, true)}</span>}
      </h3>
      <ul className={styles.refusals}>
        {most.map(({ code, count }) => (
          <li key={code} title={code}>
            <span>{text(code)}</span>
            <b>{count}</b>
          </li>
        ))}
      </ul>
      {last && (
        <p className={styles.hint}>
          {t('refusals.last', { from: last.from })}{' '}
          <code>
            {last.code}
            {last.path && ` ${last.path}`}
          </code>
        </p>
      )}
    </section>
  );
}
