import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonitorResult } from '../../shared/views/monitor-view.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './monitor.module.css';

/** The figures that a release would publish, best first. */
export function FigureTable({ result }: { readonly result: MonitorResult }) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const { rows, rule } = result;
  const groupLabels = rule.groups.map(({ name, percent }) =>
    t('count.mean', { group: localise(name), percent }),
  );
  return (
    <div className={styles.wide}>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">{t('count.rank')}</th>
            <th scope="col" className={styles.name}>
              {t('count.unit')}
            </th>
            <th scope="col">{t('count.total')}</th>
            {groupLabels.map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, division, place, isShared, total, noTotal, groups }, at) => (
            <Fragment key={localise(unit)}>
              {division && localise(division) !== localise(rows[at - 1]?.division ?? unit) && (
                <tr>
                  <th colSpan={3 + groupLabels.length} scope="colgroup" className={styles.division}>
                    {localise(division)}
                  </th>
                </tr>
              )}
              <tr>
                <td>
                  {place ?? '—'}
                  {isShared && <span className={styles.small}>{t('count.shared')}</span>}
                </td>
                <th scope="row" className={styles.name}>
                  {localise(unit)}
                </th>
                <td>
                  <b>{total ?? t(`count.noTotal.${noTotal ?? 'no-result'}`)}</b>
                </td>
                {groups.slice(0, rule.groups.length).map(({ mean, ballots, struck }, index) => (
                  <td
                    key={rule.groups[index]?.name['zh-Hans'] ?? ''}
                    data-label={groupLabels[index]}
                    className={styles.mean}
                  >
                    {mean ?? '—'}
                    <span className={styles.small}>
                      {[
                        t('count.ballots', { n: ballots }),
                        ...(struck > 0 ? [t('count.struck', { n: struck })] : []),
                      ].join(' · ')}
                    </span>
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
