import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChairResult } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import styles from '../monitor/monitor.module.css';
import { OrderNote } from '../monitor/order-note.tsx';
import { ReasonStep } from '../monitor/reason-step.tsx';
import { Icon } from '../ui/icon.tsx';
import { AskedMark } from './asked-mark.tsx';
import { FiguresHash } from './figures-hash.tsx';
import { useChairOrder } from './use-chair-order.ts';

/** What became of an objection that no longer blocks. */
export function OverriddenNote({ result }: { readonly result: ChairResult }) {
  const { t } = useTranslation('chair');
  const { objection } = result;
  if (!objection || objection.overridden === null) return null;
  const { reason, overridden: why, isByDevice } = objection;
  return (
    <div className={styles.objection}>
      <p>{t('objection.overridden', { reason })}</p>
      <p>{t(isByDevice ? 'objection.overriddenByYou' : 'objection.overriddenByOperator', { why })}</p>
    </div>
  );
}

/** The monitor's objection, which the chair may override with a reason and a signature. */
export function ObjectionCard({
  result,
  orders,
  isOnline,
}: {
  readonly result: ChairResult;
  readonly orders: ChairOrders;
  readonly isOnline: boolean;
}) {
  const { t } = useTranslation('chair');
  const [isDeciding, setDeciding] = useState(false);
  const { isSending, refused, give } = useChairOrder();
  const { count, objection } = result;
  const said = objection?.reason ?? '';
  const isDisabled = !isOnline || isSending;
  return (
    <article className={styles.call} data-matter="objection">
      <h2>
        <Icon name="hand" /> {t('objection.title')}
      </h2>
      <AskedMark result={result} />
      <div className={styles.objection}>
        <p className={styles.lead}>{t('objection.text', { reason: said })}</p>
        <p>{t('objection.about', { count })}</p>
      </div>
      <FiguresHash figures={result.figures} />
      {isDeciding ? (
        <ReasonStep
          label={t('objection.reason')}
          meaning={t('objection.meaning')}
          confirmLabel={t('objection.confirm')}
          isDisabled={isDisabled}
          confirm={(reason) => give(() => orders.override(result, said, reason))}
          back={() => setDeciding(false)}
        />
      ) : (
        <>
          <p className={styles.muted}>{t('objection.choose')}</p>
          <div className={styles.buttons}>
            <button
              type="button"
              className={styles.button}
              disabled={isDisabled}
              onClick={() => setDeciding(true)}
            >
              {t('objection.start')}
            </button>
          </div>
        </>
      )}
      <OrderNote isSending={isSending} refused={refused} />
    </article>
  );
}
