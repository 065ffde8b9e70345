import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChairResult } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import { useLanguage } from '../i18n/language.ts';
import { pinWords } from '../i18n/pin.ts';
import monitor from '../monitor/monitor.module.css';
import { OrderNote } from '../monitor/order-note.tsx';
import { SigningStep } from '../monitor/signing-step.tsx';
import { Icon } from '../ui/icon.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import { AskedMark } from './asked-mark.tsx';
import styles from './chair.module.css';
import { FiguresHash } from './figures-hash.tsx';
import { OverriddenNote } from './objection-card.tsx';
import { useChairOrder } from './use-chair-order.ts';

type ReleaseCardProps = {
  readonly result: ChairResult;
  readonly orders: ChairOrders;
  readonly isOnline: boolean;
};

const reveals = ['step', 'all'] as const;

/** How the hall gets to see it, which is signed too. */
function RevealChoice({
  chosen,
  choose,
}: {
  readonly chosen: 'step' | 'all';
  readonly choose: (reveal: 'step' | 'all') => void;
}) {
  const { t } = useTranslation('chair');
  return (
    <fieldset className={styles.choices}>
      <legend>{t('release.how')}</legend>
      {reveals.map((reveal) => (
        <label key={reveal} className={styles.choice}>
          <input type="radio" name="reveal" checked={chosen === reveal} onChange={() => choose(reveal)} />
          <span>{t(`release.${reveal}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function CoSignature({ result }: Pick<ReleaseCardProps, 'result'>) {
  const { t } = useTranslation('chair');
  const { language } = useLanguage();
  const { coSigned, isMonitorRequired } = result;
  if (coSigned)
    return (
      <p className={monitor.done}>
        <Icon name="tick" />{' '}
        {t('release.coSigned', { device: coSigned.device, time: timeOfDay(coSigned.wall, true) })}
        {coSigned.isSameMachine && ` · ${pinWords[language].mark}`}
      </p>
    );
  return isMonitorRequired ? null : <p className={monitor.muted}>{t('release.noMonitor')}</p>;
}

/** A result that waits for the chair: which one, whose signature stands under it, and the release in two steps. */
export function ReleaseCard({ result, orders, isOnline }: ReleaseCardProps) {
  const { t } = useTranslation('chair');
  const [isSigning, setSigning] = useState(false);
  const [reveal, setReveal] = useState<'step' | 'all'>('step');
  const [isAccepted, setAccepted] = useState(false);
  const { isSending, refused, give } = useChairOrder();
  const { count, places, figures, isFewerThanThree } = result;
  const isDisabled = !isOnline || isSending;
  const release = () => orders.release(result, { reveal, isFewerThanThreeAccepted: isFewerThanThree });
  return (
    <article className={monitor.call} data-matter="release">
      <h2>
        <Icon name="hand" /> {t('release.title')}
      </h2>
      <AskedMark result={result} />
      <p className={monitor.lead}>{t('release.what', { count, places })}</p>
      <CoSignature result={result} />
      <OverriddenNote result={result} />
      {!isSigning && <p className={monitor.muted}>{t('release.hidden')}</p>}
      <FiguresHash figures={figures} />
      {isSigning ? (
        <SigningStep
          question={t('release.question')}
          confirmLabel={t('release.confirm')}
          isDisabled={isDisabled || (isFewerThanThree && !isAccepted)}
          confirm={() => give(release)}
          back={() => setSigning(false)}
        >
          <p className={monitor.muted}>{t('release.meaning')}</p>
          <RevealChoice chosen={reveal} choose={setReveal} />
          {isFewerThanThree && (
            <div className={styles.choices}>
              <label className={styles.choice}>
                <input
                  type="checkbox"
                  checked={isAccepted}
                  onChange={(event) => setAccepted(event.target.checked)}
                />
                <span>{t('release.fewerAccepted')}</span>
              </label>
            </div>
          )}
        </SigningStep>
      ) : (
        <>
          {isFewerThanThree && (
            <p className={monitor.refusal}>
              <Icon name="warning" /> {t('release.fewer')}
            </p>
          )}
          <button
            type="button"
            className={styles.release}
            disabled={isDisabled}
            onClick={() => setSigning(true)}
          >
            {t('release.start')}
          </button>
        </>
      )}
      <OrderNote isSending={isSending} refused={refused} />
    </article>
  );
}
