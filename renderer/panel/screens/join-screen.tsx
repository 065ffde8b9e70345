import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidySeatCode } from '../../../shared/protocol/seat-code.ts';
import { isWholeCode, type SeatClaim } from '../../connection/seat-claim.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from '../join.module.css';
import { joinRefusal } from '../join-refusal.ts';
import panel from '../panel.module.css';
import type { Pairing } from '../panel-state.ts';

type JoinProps = { readonly pairing: Pairing; readonly claim: (claim: SeatClaim) => void };

/** Seconds until another try is allowed; 0 if it is. */
function useWait(pairing: Pairing): number {
  const until = pairing.kind === 'refused' ? (pairing.retryAtMs ?? 0) : 0;
  const [now, setNow] = useState(() => performance.now());
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    const redraw = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(redraw);
  }, []);
  return seconds;
}

/** The code as on the card: two halves of five. */
const grouped = (code: string): string => (code.length > 5 ? `${code.slice(0, 5)}-${code.slice(5)}` : code);

function JoinNote({ pairing }: { readonly pairing: Pairing }) {
  const { t } = useTranslation('panel');
  if (pairing.kind !== 'refused' && pairing.kind !== 'displaced') return null;
  const { title, more } =
    pairing.kind === 'displaced'
      ? { title: t('joinDisplaced'), more: t('joinDisplacedMore') }
      : joinRefusal(t, pairing.refusal, pairing.claim);
  return (
    <p className={styles.refused} role="alert">
      <Icon name="warning" />
      <span>
        <b>{title}</b> {more}
      </span>
    </p>
  );
}

/** Taking a seat by the code of its card; also where a card's link was refused. */
export function JoinScreen({ pairing, claim }: JoinProps) {
  const { t } = useTranslation('panel');
  // A refused code stands there again: mostly one letter of it is wrong.
  const refused = pairing.kind === 'refused' && pairing.claim.kind === 'code' ? pairing.claim.code : '';
  const [code, setCode] = useState(refused);
  const waitSeconds = useWait(pairing);
  const left = 10 - code.length;
  const isReady = isWholeCode(code) && waitSeconds === 0;
  const join = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) claim({ kind: 'code', code });
  };
  return (
    <form className={styles.join} onSubmit={join}>
      <h1 className={panel.big}>{t('join')}</h1>
      <p className={styles.how}>{t('joinHow')}</p>
      <JoinNote pairing={pairing} />
      <label className={styles.field}>
        <span className={styles.label}>{t('joinCode')}</span>
        <input
          className={styles.code}
          value={grouped(code)}
          onChange={(event) => setCode(tidySeatCode(event.target.value))}
          placeholder="XXXXX-XXXXX"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
        />
      </label>
      <button type="submit" className={isReady ? panel.primary : styles.notReady} aria-disabled={!isReady}>
        {waitSeconds > 0 && t('joinAgainIn', { seconds: waitSeconds })}
        {waitSeconds === 0 && (left > 0 ? t('joinLeft', { count: left }) : t('joinButton'))}
      </button>
      {pairing.kind === 'refused' && pairing.claim.kind === 'card' && waitSeconds === 0 && (
        <button type="button" className={panel.button} onClick={() => claim(pairing.claim)}>
          {t('joinAgain')}
        </button>
      )}
    </form>
  );
}
