import { useTranslation } from 'react-i18next';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import { Icon } from '../ui/icon.tsx';
import { AbsenceList } from './absence-list.tsx';
import { ChangeLog } from './change-log.tsx';
import { CountCard } from './count-card.tsx';
import { countExceptions } from './count-exceptions.ts';
import { ExitList } from './exit-list.tsx';
import { LookBack } from './look-back.tsx';
import { LookLog } from './look-log.tsx';
import styles from './monitor.module.css';
import { isCountNeeded, isNeeded } from './needed.ts';
import { PhotoList } from './photo-list.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { RoundList } from './round-list.tsx';
import { RuleCard } from './rule-card.tsx';
import { StageCard } from './stage-card.tsx';
import { WhatIfList } from './what-if-list.tsx';

type MonitorScreenProps = {
  readonly view: MonitorView;
  readonly orders: MonitorOrders;
  readonly isOnline: boolean;
};

/** One column: what waits for the monitor stands on top, everything else below it in the order of the show. */
export function MonitorScreen({ view, orders, isOnline }: MonitorScreenProps) {
  const { t } = useTranslation('monitor');
  const { t: common } = useTranslation();
  const { result, proposals } = view;
  const isCountOnTop = isCountNeeded(view);
  const count = result && (
    <CountCard
      key={result.count}
      result={result}
      exceptions={countExceptions(view)}
      orders={orders}
      isOnline={isOnline}
      isNeeded={isCountOnTop}
    />
  );
  return (
    <main className={styles.column}>
      {!isOnline && (
        <p className={styles.lostNote} role="status">
          <Icon name="offline" /> {common('lostNote')}
        </p>
      )}
      <section className={styles.needed} aria-label={t('needed.title')}>
        <div aria-live="polite">
          {isNeeded(view) ? (
            <h2 className={styles.calls}>
              <Icon name="hand" /> {t('needed.title')}
            </h2>
          ) : (
            <p className={styles.calm}>
              <Icon name="tick" /> {t(view.stage.phase === 'closed' ? 'needed.closed' : 'needed.none')}
            </p>
          )}
        </div>
        {proposals.map((proposal) => (
          <ProposalCard
            key={proposal.id}
            proposal={proposal}
            isWithoutBallots={view.rule.isWithoutBallots ?? false}
            orders={orders}
            isOnline={isOnline}
          />
        ))}
        {isCountOnTop && count}
      </section>
      <StageCard stage={view.stage} />
      {!isCountOnTop && count}
      {!view.rule.isWithoutBallots && <RoundList rounds={view.rounds} />}
      <AbsenceList absences={view.absences} />
      <ExitList exits={view.exits} />
      {view.lookBack && (
        <LookBack lookBack={view.lookBack} isWithoutBallots={view.rule.isWithoutBallots ?? false} />
      )}
      <WhatIfList answers={view.whatIfs} />
      <PhotoList attachments={view.attachments} />
      <ChangeLog changes={view.changes} />
      <LookLog looks={view.looks} />
      <RuleCard rule={view.rule} />
    </main>
  );
}
