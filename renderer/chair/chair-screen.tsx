import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChairResult, ChairView } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from '../monitor/monitor.module.css';
import { Icon } from '../ui/icon.tsx';
import { ActList } from './act-list.tsx';
import own from './chair.module.css';
import { ObjectionCard, OverriddenNote } from './objection-card.tsx';
import { ReleaseCard } from './release-card.tsx';

type ChairScreenProps = {
  readonly view: ChairView;
  readonly orders: ChairOrders;
  readonly isOnline: boolean;
};

/** Nothing to sign: what it waits for, or what has been released. */
function CalmCard({ view }: Pick<ChairScreenProps, 'view'>) {
  const { t } = useTranslation('chair');
  const { result, stage } = view;
  if (result?.released) {
    const { isByChair, revealed } = result.released;
    return (
      <section className={styles.card}>
        <h2>
          <Icon name="tick" /> {t('released.title')}
        </h2>
        <p className={styles.lead}>{t(isByChair ? 'released.byYou' : 'released.byOperator')}</p>
        <p>{t('released.shown', { revealed, places: result.places })}</p>
        <OverriddenNote result={result} />
      </section>
    );
  }
  return (
    <section className={styles.card}>
      <h2>{calmText(t, result, stage.phase === 'closed')}</h2>
      {result ? <OverriddenNote result={result} /> : <p className={styles.muted}>{t('calm.noneHint')}</p>}
    </section>
  );
}

function calmText(t: TFunction<'chair'>, result: ChairResult | null, isOver: boolean): string {
  if (isOver) return t('ended');
  if (!result?.waitsFor) return t('calm.none');
  const { count } = result;
  return t(result.waitsFor === 'co-signature' ? 'calm.waitsMonitor' : 'calm.waitsStep', { count });
}

function StageLine({ stage }: Pick<ChairView, 'stage'>) {
  const { t } = useTranslation('chair');
  const { localise } = useLanguage();
  const names = [stage.unit?.name, stage.stepName].flatMap((name) => (name ? [localise(name)] : []));
  const idle = t(stage.phase === 'closed' ? 'ended' : 'beforeStart');
  return (
    <p className={styles.lead}>
      <span className={styles.group}>{t('onStage')}</span>
      <span>{names.join(' · ') || idle}</span>
    </p>
  );
}

/** One column: the one thing that waits for the chair on top, then what this device has signed. */
export function ChairScreen({ view, orders, isOnline }: ChairScreenProps) {
  const { t } = useTranslation();
  const { result, stage } = view;
  const key = result ? `${result.count} ${result.objection?.reason ?? ''}` : '';
  return (
    <main className={`${styles.column} ${own.page}`}>
      {!isOnline && (
        <p className={styles.lostNote} role="status">
          <Icon name="offline" /> {t('lostNote')}
        </p>
      )}
      <StageLine stage={stage} />
      <div aria-live="polite">
        {result?.matter === 'release' ? (
          <ReleaseCard key={key} result={result} orders={orders} isOnline={isOnline} />
        ) : result?.matter === 'objection' ? (
          <ObjectionCard key={key} result={result} orders={orders} isOnline={isOnline} />
        ) : (
          <CalmCard view={view} />
        )}
      </div>
      <ActList acts={view.acts} />
    </main>
  );
}
