import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remainingMs } from '../../shared/domain/timer.ts';
import { instant } from '../../shared/kernel/brand.ts';
import type { TimerView } from '../../shared/views/view-sections.ts';
import { hostNow } from '../connection/page-store.ts';
import styles from './lock-countdown.module.css';

const redrawEveryMs = 200;

const minutesAndSeconds = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Only the ballot's own timer says how long there is to score. */
export const isBallotTimer = (timer: TimerView | undefined): boolean =>
  timer?.bells === 'ballot' && timer.timer.kind === 'down';

type CountdownProps = { readonly timer: TimerView | undefined; readonly clockOffsetMs: number };

/** Time left to score; at zero nothing is cut off until the operator locks. */
export function LockCountdown({ timer, clockOffsetMs }: CountdownProps) {
  const { t } = useTranslation('panel');
  const [now, setNow] = useState(() => hostNow({ clockOffsetMs }));
  useEffect(() => {
    const redraw = setInterval(() => setNow(hostNow({ clockOffsetMs })), redrawEveryMs);
    return () => clearInterval(redraw);
  }, [clockOffsetMs]);
  if (timer?.timer.kind !== 'down' || !isBallotTimer(timer)) return null;
  const leftMs = remainingMs(timer.timer, instant(now));
  if (leftMs <= 0) return <span className={styles.clock}>{t('timeIsUp')}</span>;
  return (
    <span className={styles.clock}>
      {t('locksIn')} <b>{minutesAndSeconds(leftMs)}</b>
    </span>
  );
}
