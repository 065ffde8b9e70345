import { useState } from 'react';
import type { ConsoleSeat, ConsoleView } from '../../shared/views/console-view.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { ConsoleButton } from './console-button.tsx';
import styles from './drawer.module.css';
import { ReasonedAct } from './reasoned-act.tsx';
import { useWords } from './use-words.ts';

type SeatPresenceProps = { readonly seat: ConsoleSeat; readonly ballots: ConsoleView['ballots'] };

/** Who goes out is marked once, and once more on the return; each takes a reason and a second press. */
export function SeatPresence({ seat, ballots }: SeatPresenceProps) {
  const { t } = useWords();
  // Once the going is recorded, nobody has asked about the return yet.
  const [asked, setAsked] = useState<'leave' | 'back' | null>(null);
  const { number, away } = seat;
  const isSecret = ballots.some(
    ({ secrecy, groups }) => secrecy === 'anonymous' && (groups?.includes(seat.group) ?? true),
  );
  const kind = away ? 'back' : 'leave';
  const isOpen = asked === kind;
  const presets = away
    ? (['inHall', 'mistaken'] as const)
    : (['calledAway', 'unwell', 'notArrived'] as const);
  return (
    <section>
      <h3>{t('presence.title')}</h3>
      <p className={styles.hint}>{t(isSecret ? 'presence.blocked' : 'presence.note')}</p>
      {away && (
        <p className={styles.line}>
          <b>{t('presence.since', { time: timeOfDay(away.sinceWall) })}</b>
          <span>{away.reason}</span>
        </p>
      )}
      {!isOpen && (
        <div className={styles.cards}>
          <ConsoleButton
            label={t(`presence.${kind}`)}
            blockedBy={isSecret ? t('presence.blocked') : null}
            onPress={() => setAsked(kind)}
          />
        </div>
      )}
      {isOpen && (
        <ReasonedAct
          control="seat"
          about={`${kind} ${seat.seat}`}
          label={t(`presence.${kind}Reason`, { number })}
          presets={presets.map((preset) => t(`presence.${preset}`))}
          submitLabel={t(`presence.${kind}Submit`)}
          question={t(`presence.${kind}Ask`, { number })}
          command={(reason) => ({ kind: away ? 'MarkBack' : 'MarkAway', seat: seat.seat, reason })}
          onCancel={() => setAsked(null)}
        />
      )}
    </section>
  );
}
