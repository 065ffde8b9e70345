import type { AdmissionRequest } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

function Request({ request, isFirst }: { request: AdmissionRequest; isFirst: boolean }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const arm = useDesk((desk) => desk.arm);
  // A second device of a seat ends the first one's work: it is asked twice.
  const admit = () =>
    request.kind === 'screen'
      ? void order('admission', { kind: 'AdmitScreen', request: request.id })
      : arm('admission', request.id, { kind: 'AdmitSeatDevice', request: request.id });
  return (
    <li className={styles.request}>
      <div>
        <b className={styles.requestNumber}>
          {request.kind === 'screen' ? request.number : t('seat.number', { number: request.seatNumber })}
        </b>
        <span>
          {request.kind === 'screen' ? t(`admission.${request.role}`) : t('admission.secondDevice')}
        </span>
        <span className={styles.hint}>{request.address}</span>
        {request.kind === 'screen' && request.isSameMachine && (
          <b className={styles.attention}>{t('chair.sameMachineAsks')}</b>
        )}
      </div>
      <div className={styles.buttons}>
        <ConsoleButton
          isSmall
          label={t('admission.admit')}
          {...(isFirst ? { intent: 'admit' as const } : {})}
          onPress={admit}
        />
        <ConsoleButton
          isSmall
          label={t('admission.refuse')}
          onPress={() => void order('admission', { kind: 'RefuseAdmission', request: request.id })}
        />
      </div>
      {request.kind === 'seat' && (
        <ConfirmBar
          control="admission"
          about={request.id}
          question={t('admission.ask', { number: request.seatNumber })}
          confirmLabel={t('confirm')}
          cancelLabel={t('cancel')}
        />
      )}
    </li>
  );
}

/** Screens and devices that ask to be let in: compare the number with the one they show. */
export function Admissions({ requests }: { readonly requests: readonly AdmissionRequest[] }) {
  const { t } = useWords();
  if (requests.length === 0) return <RefusalNote control="admission" />;
  return (
    <section className={styles.section} aria-label={t('admission.title', { count: requests.length })}>
      <h3 className={styles.attention}>▲ {t('admission.title', { count: requests.length })}</h3>
      <ul>
        {requests.map((request, at) => (
          <Request key={request.id} request={request} isFirst={at === 0} />
        ))}
      </ul>
      <RefusalNote control="admission" />
    </section>
  );
}
