import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonitorResult } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import { Icon } from '../ui/icon.tsx';
import type { CountExceptions } from './count-exceptions.ts';
import { FigureTable } from './figure-table.tsx';
import { HashText } from './hash-text.tsx';
import styles from './monitor.module.css';
import { OddBallots } from './odd-ballots.tsx';
import { OrderNote } from './order-note.tsx';
import { ReasonStep } from './reason-step.tsx';
import { OnePress, SigningStep } from './signing-step.tsx';
import { useOrder } from './use-order.ts';

type CountCardProps = {
  readonly result: MonitorResult;
  readonly exceptions: CountExceptions;
  readonly orders: MonitorOrders;
  readonly isOnline: boolean;
};

/** What the person is asked to have looked at before signing. */
function Exceptions({ exceptions: { changes, odd } }: Pick<CountCardProps, 'exceptions'>) {
  const { t } = useTranslation('monitor');
  return (
    <ul className={styles.facts}>
      {changes > 0 && <li>{t('sign.changes', { count: changes })}</li>}
      {odd === null ? <li>{t('odd.looking')}</li> : odd > 0 && <li>{t('sign.odd', { count: odd })}</li>}
    </ul>
  );
}

function ObjectionNote({ objection }: { readonly objection: NonNullable<MonitorResult['objection']> }) {
  const { t } = useTranslation('monitor');
  const { reason, overridden, isByDevice } = objection;
  return (
    <div className={styles.objection}>
      <h3>
        {t(
          overridden === null
            ? 'object.open'
            : isByDevice
              ? 'object.overriddenByDevice'
              : 'object.overridden',
        )}
      </h3>
      <p>{t('object.text', { reason })}</p>
      {overridden !== null && <p>{t('object.overriddenWhy', { reason: overridden })}</p>}
    </div>
  );
}

/**
 * What this device can do about the count that stands: see its figures, sign it, object with a reason, or take that
 * back. Signing takes one press where nothing is odd; else the exceptions are asked about first.
 */
function CountOrders({ result, exceptions, orders, isOnline }: CountCardProps) {
  const { t } = useTranslation('monitor');
  const [step, setStep] = useState<'start' | 'sign' | 'object' | 'withdraw'>('start');
  const { isSending, refused, give } = useOrder();
  const { count, figures, objection, coSigned, isSeen } = result;
  const isDisabled = !isOnline || isSending;
  const { isWithoutBallots } = exceptions;
  const isPlain = exceptions.changes === 0 && exceptions.odd === 0;
  const sign = () => give(() => orders.coSign({ count, figures }), back);
  const back = () => setStep('start');
  // The look is recorded, and without it nothing is co-signed.
  const see = !isSeen && (
    <button
      type="button"
      className={coSigned ? styles.button : styles.act}
      disabled={isDisabled}
      onClick={() => give(orders.seeFigures)}
    >
      <Icon name="eye" /> {t('count.see')}
    </button>
  );
  const isSettled = result.phase === 'released' || (objection && objection.overridden !== null);
  if (isSettled && isSeen) return null;
  return (
    <>
      {!isSeen && <p className={styles.muted}>{t('count.unseen')}</p>}
      {isSettled ? (
        <div className={styles.buttons}>{see}</div>
      ) : objection && step === 'withdraw' ? (
        <ReasonStep
          label={t('object.withdrawReason')}
          meaning={t('object.withdrawMeaning')}
          confirmLabel={t('object.withdrawConfirm')}
          isDisabled={isDisabled}
          confirm={(reason) => give(() => orders.withdrawObjection(count, objection.reason, reason), back)}
          back={back}
        />
      ) : objection ? (
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.act}
            disabled={isDisabled}
            onClick={() => setStep('withdraw')}
          >
            {t('object.withdraw')}
          </button>
          {see}
        </div>
      ) : step === 'sign' && !coSigned ? (
        <SigningStep
          question={t('sign.question')}
          confirmLabel={t('sign.confirm')}
          isDisabled={isDisabled}
          confirm={sign}
          back={back}
        >
          <p className={styles.lead}>{t('count.number', { n: count })}</p>
          <Exceptions exceptions={exceptions} />
          <HashText name={t('count.hash')} hash={figures} />
          <p className={styles.muted}>{t(isWithoutBallots ? 'sign.meaningByNumbers' : 'sign.meaning')}</p>
        </SigningStep>
      ) : step === 'object' ? (
        <ReasonStep
          label={t('object.reason')}
          meaning={t('object.meaning')}
          confirmLabel={t('object.confirm')}
          isDisabled={isDisabled}
          confirm={(reason) => give(() => orders.object({ count, figures }, reason), back)}
          back={back}
        />
      ) : (
        <div className={styles.buttons}>
          {!coSigned && isSeen && isPlain && (
            <p className={styles.oncePress}>{t(isWithoutBallots ? 'sign.plainByNumbers' : 'sign.plain')}</p>
          )}
          <button
            type="button"
            className={styles.button}
            disabled={isDisabled}
            onClick={() => setStep('object')}
          >
            {t('object.start')}
          </button>
          {see}
          {!coSigned && isSeen && isPlain && (
            <OnePress label={t('sign.once')} isDisabled={isDisabled} press={sign} />
          )}
          {!coSigned && isSeen && !isPlain && (
            <button
              type="button"
              className={styles.act}
              disabled={isDisabled}
              onClick={() => setStep('sign')}
            >
              {t('sign.start')}
            </button>
          )}
        </div>
      )}
      <OrderNote isSending={isSending} refused={refused} />
    </>
  );
}

/** The count that stands: its hash, its figures once asked for, odd ballots, and the signature or the objection. */
export function CountCard({
  result,
  exceptions,
  orders,
  isOnline,
  isNeeded,
}: CountCardProps & {
  /** Whether the release waits for this page. */
  readonly isNeeded: boolean;
}) {
  const { t } = useTranslation('monitor');
  const { language } = useLanguage();
  const { phase, count, figures, coSigned, objection, released, odd } = result;
  return (
    <article className={isNeeded ? styles.call : styles.card} data-count={count}>
      <h2>{isNeeded && !objection ? t('count.toSign') : t('count.title')}</h2>
      <p className={styles.lead}>
        <span>{t('count.number', { n: count })}</span>
        <span className={styles.chip}>{t(`count.${phase}`)}</span>
        <span className={styles.chip}>
          {coSigned && <Icon name="tick" />} {t(coSigned ? 'count.coSigned' : 'count.notCoSigned')}
        </span>
        {result.isSameMachine && <span className={styles.sameMachine}>{pinWords[language].mark}</span>}
      </p>
      <HashText name={t('count.hash')} hash={figures} />
      {coSigned && phase === 'counted' && !objection && (
        <p className={styles.done} role="status">
          <Icon name="tick" /> {t('sign.done', { n: count })}
        </p>
      )}
      {released && (
        <p className={styles.small}>
          {released.by === 'chair'
            ? t('count.releasedByChair', { device: released.device ?? '' })
            : t('count.releasedByOperator')}
        </p>
      )}
      {objection && <ObjectionNote objection={objection} />}
      {result.isSeen && <FigureTable result={result} />}
      {result.isSeen && !exceptions.isWithoutBallots && <OddBallots odd={odd} />}
      <CountOrders result={result} exceptions={exceptions} orders={orders} isOnline={isOnline} />
    </article>
  );
}
