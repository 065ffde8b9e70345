import { Fragment } from 'react';
import type { ConsoleResult, ResultRow } from '../../shared/views/console-view.ts';
import { classes } from './classes.ts';
import { FormerCell, useFormerName } from './former-result.tsx';
import { NumberButton } from './number/number-button.tsx';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

type ResultTableProps = {
  readonly result: ConsoleResult;
  readonly rows: readonly ResultRow[];
};

/** Why a row stands before another with the same total. */
function useTieWords(rule: ConsoleResult['rule']): (parted: number) => string {
  const { t, localise } = useWords();
  return (parted) => {
    const tie = rule.ties[parted];
    if (!tie) return '';
    if (tie.kind === 'group') return t('result.tieByGroup', { group: localise(tie.name) });
    if (tie.kind === 'node') return t('result.tieByRule', { rule: localise(tie.name) });
    return t('result.tieByRule', { rule: t(`result.tie.${tie.kind}`) });
  };
}

function GroupMean({
  row,
  at,
  rule,
}: {
  readonly row: ResultRow;
  readonly at: number;
  readonly rule: ConsoleResult['rule'];
}) {
  const { localise } = useWords();
  const mean = row.groups[at]?.mean ?? null;
  const name = rule.groups[at]?.name;
  if (mean === null || !name) return '—';
  return (
    <NumberButton
      value={mean}
      unit={row.unit.id}
      group={at}
      unitName={localise(row.unit.name)}
      what={localise(name)}
    />
  );
}

/** Totals and group means after the count; each opens into its reasons. Beside them what stood before, and what moved. */
export function ResultTable({ result, rows }: ResultTableProps) {
  const { t, localise } = useWords();
  const { former } = result;
  const formerName = useFormerName();
  const tieWords = useTieWords(result.rule);
  const columns = 3 + result.rule.groups.length + former.length;
  return (
    <table className={classes(styles.table, former.length > 0 && styles.withFormer)}>
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
          {former.map((each) => (
            <th key={each.of.kind} scope="col" className={styles.figure}>
              {formerName(each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Fragment key={row.unit.id}>
            {row.division && row.division['zh-Hans'] !== rows[at - 1]?.division?.['zh-Hans'] && (
              <tr>
                <th className={styles.division} colSpan={columns} scope="colgroup">
                  {localise(row.division)}
                </th>
              </tr>
            )}
            <tr>
              <td>{row.place === null ? '—' : `${row.place}${row.isShared ? '=' : ''}`}</td>
              <td>
                {localise(row.unit.name)}
                {row.partedBy.map((rule) => (
                  <span key={rule} className={styles.tie}>
                    {tieWords(rule)}
                  </span>
                ))}
                {row.isUndecided && <span className={styles.tie}>{t('result.undecided')}</span>}
              </td>
              {row.groups.map((group, at) => (
                <td key={localise(result.rule.groups[at]?.name ?? row.unit.name)} className={styles.figure}>
                  <GroupMean row={row} at={at} rule={result.rule} />{' '}
                  <span className={styles.count}>
                    {t('result.ballots', { count: group.ballots - group.struck })}
                  </span>
                </td>
              ))}
              <td className={styles.figure}>
                <b>
                  <NumberButton
                    value={row.total ?? t(`result.noTotal.${row.noTotal ?? 'no-result'}`)}
                    unit={row.unit.id}
                    group={null}
                    unitName={localise(row.unit.name)}
                    what={t('result.total')}
                  />
                </b>
              </td>
              {former.map((each) => (
                <FormerCell key={each.of.kind} former={each} row={row} />
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
