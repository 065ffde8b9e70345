import type { ConsoleResult, ConsoleView, ResultRow } from '../../shared/views/console-view.ts';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

type ResultTableProps = {
  readonly result: ConsoleResult;
  readonly rows: readonly ResultRow[];
  readonly groups: ConsoleView['event']['groups'];
};

/** Why a row stands before another with the same total. */
function useTieWords(groups: ConsoleView['event']['groups']): (rule: string) => string {
  const { t, localise } = useWords();
  return (rule) => {
    const [kind, id] = rule.split(':');
    const group = groups.find((each) => each.id === id);
    return kind === 'group' && group
      ? t('result.tieByGroup', { group: localise(group.name) })
      : t('result.tieByRule', { rule: id ?? rule });
  };
}

/** Totals and group means after the count. */
export function ResultTable({ result, rows, groups }: ResultTableProps) {
  const { t, localise } = useWords();
  const tieWords = useTieWords(groups);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('result.rank')}</th>
          <th scope="col">{t('result.unit')}</th>
          {result.rule.groups.map((group) => (
            <th key={localise(group.name)} scope="col" className={styles.figure} title={localise(group.name)}>
              {localise(group.name)} {group.percent}%
            </th>
          ))}
          <th scope="col" className={styles.figure}>
            {t('result.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.unit.id}>
            <td>{row.rank === null ? '—' : `${row.rank}${row.isShared ? '=' : ''}`}</td>
            <td>
              {localise(row.unit.name)}
              {row.tieRule && <span className={styles.tie}>{tieWords(row.tieRule)}</span>}
            </td>
            {row.groups.map((group, at) => (
              <td key={localise(result.rule.groups[at]?.name ?? row.unit.name)} className={styles.figure}>
                {group.mean ?? '—'}{' '}
                <span className={styles.count}>
                  {t('result.ballots', { count: group.ballots - group.struck })}
                </span>
              </td>
            ))}
            <td className={styles.figure}>
              <b>{row.total ?? t('result.notOnStage')}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
