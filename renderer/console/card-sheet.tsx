import { createPortal } from 'react-dom';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import styles from './card-sheet.module.css';
import { QrCode } from './qr-code.tsx';
import { type SeatCards, spacedCode } from './seat-cards.ts';
import { useWords } from './use-words.ts';

/** Paper only: eight seat cards on an A4 page, black on white. */
export function CardSheet({
  cards,
  event,
}: {
  readonly cards: SeatCards;
  readonly event: ConsoleView['event'];
}) {
  const { t, localise } = useWords();
  return createPortal(
    <div className={styles.sheet} data-print="cards">
      {cards.cards.map((card) => (
        <article key={card.seat} className={styles.card}>
          <div className={styles.words}>
            <p className={styles.event}>
              {localise(event.arena)} · {localise(event.sitting)}{' '}
              {event.isDemo && <span className={styles.demo}>{t('demo')}</span>}
            </p>
            <p className={styles.number}>{t('seat.number', { number: card.number })}</p>
            <p>{localise(card.group)}</p>
            <p className={styles.how}>{t('cards.scan')}</p>
            <p className={styles.how}>
              {t('cards.orType')} <b>{cards.addressForTyping}</b>
            </p>
            <p className={styles.code}>{spacedCode(card.code)}</p>
            <p className={styles.how}>{t('cards.once')}</p>
          </div>
          <QrCode text={card.url} label={t('seat.number', { number: card.number })} />
        </article>
      ))}
    </div>,
    document.body,
  );
}
