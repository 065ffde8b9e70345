import { useCallback, useEffect, useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { CardSheet } from './card-sheet.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import styles from './drawer.module.css';
import { QrCode } from './qr-code.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { loadSeatCards, type SeatCard, type SeatCards, spacedCode } from './seat-cards.ts';
import { useWords } from './use-words.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly cards: SeatCards };

/** Fetched anew when a device pairs or a card is replaced: a spent or replaced card must not be handed out. */
function useSeatCards(seats: ConsoleView['seats']): {
  readonly loading: Loading;
  readonly reload: () => void;
} {
  const { token } = useSurroundings();
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);
  const isReplacing = useDesk((desk) => desk.pending.includes('cards'));
  const devices = seats.map((seat) => seat.device ?? 0).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pairing, a replacement or a new try asks for a new list
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Loading) => isCurrent && setLoading(next);
    loadSeatCards(token).then(
      (cards) => settle({ kind: 'loaded', cards }),
      (fault: unknown) =>
        settle({ kind: 'failed', reason: fault instanceof Error ? fault.message : String(fault) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [token, devices, isReplacing, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  return { loading, reload };
}

function ChosenCard({ card, address }: { card: SeatCard; address: string }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  return (
    <div className={styles.chosenCard}>
      <QrCode text={card.url} label={t('seat.number', { number: card.number })} />
      <div>
        <b className={styles.seatNumber}>{t('seat.number', { number: card.number })}</b>
        <p>{localise(card.group)}</p>
        <p className={styles.hint}>{t('cards.orType')}</p>
        <p>{address}</p>
        <p className={styles.code}>{spacedCode(card.code)}</p>
        <p className={classes(card.isSpent ? styles.attention : styles.hint)}>
          {t(card.isSpent ? 'cards.isSpent' : 'cards.isFresh')}
        </p>
        <ConsoleButton
          isSmall
          label={t('cards.replace')}
          onPress={() => arm('cards', card.seat, { kind: 'ReplaceSeatCard', seat: card.seat })}
        />
      </div>
      <ConfirmBar
        control="cards"
        about={card.seat}
        question={t('cards.replaceAsk', { number: card.number })}
        confirmLabel={t('confirm')}
        cancelLabel={t('cancel')}
      />
    </div>
  );
}

/** The seats' cards: on the screen one at a time, on paper all of them. */
export function SeatCardList({ view }: { readonly view: Pick<ConsoleView, 'seats' | 'event'> }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const { loading, reload } = useSeatCards(view.seats);
  const [chosen, setChosen] = useState<string | null>(useDesk((desk) => desk.drawerTarget));
  const print = async () => {
    const outcome = await order('cards', { kind: 'MarkCardsPrinted' });
    if (outcome === 'accepted') window.print();
  };
  if (loading.kind !== 'loaded') {
    return (
      <section>
        <h3>{t('cards.title')}</h3>
        <p className={classes(loading.kind === 'failed' && styles.attention)}>
          {loading.kind === 'failed' ? t('cards.failed', { reason: loading.reason }) : t('cards.loading')}
        </p>
        {loading.kind === 'failed' && (
          <ConsoleButton isSmall isAlwaysThere label={t('cards.again')} onPress={reload} />
        )}
      </section>
    );
  }
  const { cards, addressForTyping } = loading.cards;
  const card = cards.find((each) => each.seat === chosen) ?? cards.find((each) => !each.isSpent) ?? cards[0];
  return (
    <section>
      <h3 className={styles.titleRow}>
        <span>{t('cards.title')}</span>
        <ConsoleButton
          isSmall
          label={t('cards.print', { count: cards.length })}
          onPress={() => void print()}
        />
      </h3>
      <p className={styles.hint}>{t('cards.printNote')}</p>
      <RefusalNote control="cards" />
      {card && <ChosenCard card={card} address={addressForTyping} />}
      <ol className={styles.cardTable}>
        {cards.map((each) => (
          <li key={each.seat}>
            <button
              type="button"
              className={classes(styles.cardRow, each.seat === card?.seat && styles.chosen)}
              onClick={() => setChosen(each.seat)}
            >
              <b>{each.number}</b>
              <code>{spacedCode(each.code)}</code>
              <span className={styles.hint}>{t(each.isSpent ? 'cards.paired' : 'cards.waiting')}</span>
            </button>
          </li>
        ))}
      </ol>
      <CardSheet cards={loading.cards} event={view.event} />
    </section>
  );
}
