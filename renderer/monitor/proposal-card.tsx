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
    case 'close':
      return t('proposal.close');
  }
}

/** What letting it happen comes to. */
const notes = {
  reopen: 'correction',
  void: 'correction',
  'take-back': 'correction',
  'what-if': 'whatIf',
  close: 'close',
} as const;

/** What the close seals, to be compared with this page and with the sheets. */
function Closing({
  closing,
  isWithoutBallots,
}: Pick<ProposalCardProps, 'isWithoutBallots'> & {
  readonly closing: Extract<ProposalView['act'], { kind: 'close' }>;
}) {
  const { t } = useTranslation('monitor');
  const { result, figures, rounds, changes, attachments, head } = closing;
  return (
    <>
      <ul className={styles.facts}>
        <li>{t(`closing.${result}`)}</li>
        {!isWithoutBallots && <li>{t('closing.rounds', { n: rounds })}</li>}
        <li>{t('closing.changes', { n: changes })}</li>
        <li>{t('closing.photos', { n: attachments })}</li>
      </ul>
      {figures !== null && <HashText name={t('count.hash')} hash={figures} />}
      <HashText name={t('closing.head', { n: head.n })} hash={head.hash} />
    </>
  );
}

type ProposalCardProps = {
  readonly proposal: ProposalView;
  readonly isWithoutBallots: boolean;
  readonly orders: MonitorOrders;
  readonly isOnline: boolean;
};

/** An act that one person may not do alone: the monitor lets it happen with a signature, or declines. */
export function ProposalCard({ proposal, isWithoutBallots, orders, isOnline }: ProposalCardProps) {
  const { t } = useTranslation('monitor');
  const { localise } = useLanguage();
  const [isSigning, setIsSigning] = useState(false);
  const { isSending, refused, give } = useOrder();
  const { id, act, reason, actHash } = proposal;
  const isDisabled = !isOnline || isSending;
  return (
    <article className={styles.call} data-proposal={id}>
      <h3>{actText(t, localise, act)}</h3>
      {reason !== '' && <p>{t('proposal.reason', { reason })}</p>}
      {act.kind === 'close' && <Closing closing={act} isWithoutBallots={isWithoutBallots} />}
      <p className={styles.muted}>{t(`proposal.note.${notes[act.kind]}`)}</p>
      {isSigning ? (
        <SigningStep
          question={t(act.kind === 'close' ? 'proposal.closeQuestion' : 'proposal.question')}
          confirmLabel={t('proposal.confirm')}
          isDisabled={isDisabled}
          confirm={() => give(() => orders.second(proposal))}
          back={() => setIsSigning(false)}
        >
          <HashText name={t('proposal.hash')} hash={actHash} />
        </SigningStep>
      ) : (
        <div className={styles.buttons}>
          <button
            type="button"
            className={styles.button}
            disabled={isDisabled}
            onClick={() => give(() => orders.decline(proposal))}
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
