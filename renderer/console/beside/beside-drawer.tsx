import { useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { classes } from '../classes.ts';
import { useDesk } from '../desk-context.tsx';
import { Drawer } from '../drawer.tsx';
import { RefusalNote } from '../refusal-note.tsx';
import { useWords } from '../use-words.ts';
import { AttemptTable } from './attempt-table.tsx';
import styles from './beside.module.css';
import { firstLacking, isAsked, type LackingView, lackingCount } from './beside-lacking.ts';
import { FactList } from './fact-list.tsx';
import { MeasureTable } from './measure-table.tsx';
import { PointsSection } from './points-section.tsx';
import { TieSection } from './tie-section.tsx';

type BesideDrawerView = LackingView & Pick<ConsoleView, 'stage' | 'result'>;

/** What stands beside the ballots and is missing before the count: measured values, points of the jury, decided ties. */
export function BesideDrawer({ view }: { readonly view: BesideDrawerView }) {
  const { t } = useWords();
  const target = useDesk((desk) => desk.drawerTarget);
  const [chosen, setChosen] = useState<{ unit: string; times: number } | null>(null);
  const { measures, attempts, facts, pointsNodes, mayDecideTies } = view.beside;
  const [focused] = useState(target ?? firstLacking(view));
  const blockedBy = view.result
    ? t('beside.counted')
    : view.stage.phase === 'prepared'
      ? t('beside.notStarted')
      : null;
  const count = lackingCount(view);
  const hasTable = measures.length > 0 || pointsNodes.length > 0;
  const hasSide = pointsNodes.length > 0 || mayDecideTies;
  const isMeasured = measures.length + attempts.length + facts.length > 0;
  const hasNumbers = hasTable || isMeasured;
  return (
    <Drawer title={t('beside.title')}>
      {!isAsked(view.beside) && <p className={styles.hint}>{t('beside.nothing')}</p>}
      {blockedBy !== null && <p className={styles.attention}>▲ {blockedBy}</p>}
      <RefusalNote control="beside" />
      <div className={classes(styles.columns, !(hasNumbers && hasSide) && styles.oneColumn)}>
        {hasNumbers && (
          <div className={styles.column}>
            {isMeasured && blockedBy === null && (
              <p className={styles.head}>
                <b className={classes(count > 0 && styles.attention)}>
                  {count > 0 ? `▲ ${t('beside.lacking', { count })}` : `✓ ${t('beside.complete')}`}
                </b>
                <span className={styles.hint}>{t('beside.measureKeys')}</span>
              </p>
            )}
            {facts.length > 0 && <FactList facts={facts} blockedBy={blockedBy} target={target} />}
            {hasTable && (
              <MeasureTable
                view={view}
                blockedBy={blockedBy}
                focused={focused}
                onGivePoints={(unit) => setChosen({ unit, times: (chosen?.times ?? 0) + 1 })}
              />
            )}
            {attempts.map((asked) => (
              <AttemptTable
                key={asked.list}
                view={view}
                asked={asked}
                blockedBy={blockedBy}
                focused={focused}
              />
            ))}
          </div>
        )}
        {hasSide && (
          <div className={styles.column}>
            {pointsNodes.length > 0 && (
              <PointsSection
                view={view}
                blockedBy={blockedBy}
                chosen={chosen}
                onChoose={(unit) => setChosen({ unit, times: chosen?.times ?? 0 })}
              />
            )}
            {mayDecideTies && <TieSection view={view} blockedBy={blockedBy} />}
          </div>
        )}
      </div>
    </Drawer>
  );
}
