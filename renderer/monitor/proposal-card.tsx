import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { ProposalView } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import { useLanguage } from '../i18n/language.ts';
import { HashText } from './hash-text.tsx';
import styles from './monitor.module.css';
import { OrderNote } from './order-note.tsx';
import { questionText } from './question-text.ts';
import { SigningStep } from './signing-step.tsx';
import { useOrder } from './use-order.ts';

function actText(
  t: TFunction<'monitor'>,
  localise: (text: LocalText) => string,
  act: ProposalView['act'],
): string {
  switch (act.kind) {
    case 'reopen':
      return t('proposal.reopen', { unit: localise(act.unit) });
    case 'take-back':
      return t('proposal.takeBack');
    case 'void':
      return act.why === 'wrong-unit'
        ? t('proposal.wrongUnit', {
            unit: localise(act.unit),
            toUnit: act.toUnit ? localise(act.toUnit) : '',
          })
        : t('proposal.void', { unit: localise(act.unit) });
    case 'what-if':
      return t('proposal.whatIf', { question: questionText(t, localise, act.question) });
  }
}

type ProposalCardProps = {
  readonly proposal: ProposalView;
  readonly orders: MonitorOrders;
  readonly isOnline: boolean;
};

/** An act that one person may not do alone: the monitor lets it happen with a signature, or declines. */
export function ProposalCard({ proposal, orders, isOnline }: ProposalCardProps) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const [isSigning, setIsSigning] = useState(false);
  const { isSending, refused, give } = useOrder();
  const { id, act, reason, actHash } = proposal;
  const isDisabled = !isOnline || isSending;
  return (
    <article className={styles.call} data-proposal={id}>
      <h3>{actText(t, localise, act)}</h3>
      <p>{t('proposal.reason', { reason })}</p>
      <p className={styles.muted}>
        {t(act.kind === 'what-if' ? 'proposal.whatIfNote' : 'proposal.afterwards')}
      </p>
      {isSigning ? (
        <SigningStep
          question={t('proposal.question')}
          confirmLabel={t('proposal.confirm')}
          isDisabled={isDisabled}
          confirm={() => give(() => orders.second(proposal))}
          back={() => setIsSigning(false)}
        >
          <HashText name={t('rule.hash')} hash={actHash} />
        </SigningStep>
      ) : (
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.button}
            disabled={isDisabled}
            onClick={() => give(() => orders.decline(id))}
          >
            {t('proposal.decline')}
          </button>
          <button
            type="button"
            className={styles.act}
            disabled={isDisabled}
            onClick={() => setIsSigning(true)}
          >
            {t('proposal.agree')}
          </button>
        </div>
      )}
      <OrderNote isSending={isSending} refused={refused} />
    </article>
  );
}
