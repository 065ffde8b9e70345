import { useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { Icon } from '../../ui/icon.tsx';
import { classes } from '../classes.ts';
import { useDesk, useSurroundings } from '../desk-context.tsx';
import { RefusalNote } from '../refusal-note.tsx';
import { useWords } from '../use-words.ts';
import type { Draft } from './draft.ts';
import type { DraftCheck } from './draft-check.ts';
import { useFormWords } from './form-context.tsx';
import type { KeptOrder } from './kept-order.ts';
import styles from './scheme.module.css';

/** Why the scheme can't be taken into the event now, in words; null where it can. */
function useBlocked(check: DraftCheck): string | null {
  const { t } = useFormWords();
  const { t: consoleText } = useWords();
  const { stoppedBy } = useSurroundings();
  if (check.scheme === null) return t('use.blocked');
  if (check.gaps.length > 0) return t('use.notLive');
  return stoppedBy ? consoleText(`stopped.${stoppedBy}`) : null;
}

/** Opens the question whether to take the scheme into the event. */
export function UseButton({
  check,
  isOpen,
  onPress,
}: {
  readonly check: DraftCheck;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useFormWords();
  const blocked = useBlocked(check);
  return (
    <button
      type="button"
      className={classes(styles.button, blocked === null ? styles.primary : styles.off)}
      aria-disabled={blocked !== null}
      aria-expanded={isOpen}
      title={blocked ?? undefined}
      onClick={() => blocked === null && onPress()}
    >
      {t('use.button')}
    </button>
  );
}

/** The order itself: before the first round a second press, after it who ordered the change and why. */
export function UseQuestion({
  draft,
  check,
  current,
  written,
  onWrite,
  onTaken,
  onDone,
}: {
  readonly draft: Draft;
  readonly check: DraftCheck;
  readonly current: ConsoleView['scheme'];
  /** Who decided it and why, as far as it is written. */
  readonly written: KeptOrder;
  readonly onWrite: (order: KeptOrder) => void;
  readonly onTaken: () => void;
  readonly onDone: () => void;
}) {
  const { t, localise } = useFormWords();
  const order = useDesk((desk) => desk.order);
  const blocked = useBlocked(check);
  const { orderedBy, reason } = written;
  const [isDone, setDone] = useState(false);
  const isToldWhy = !current.isFixed || (orderedBy.trim() !== '' && reason.trim() !== '');
  const canOrder = blocked === null && isToldWhy;
  const send = async () => {
    const scheme: unknown = draft;
    const outcome = await order('scheme', {
      kind: 'ChangeScheme',
      scheme,
      orderedBy: orderedBy.trim(),
      reason: reason.trim(),
    });
    if (outcome !== 'accepted') return;
    onTaken();
    setDone(true);
  };
  if (isDone)
    return (
      <div className={styles.useForm} role="status">
        <p>
          <Icon name="tick" /> {t('use.done')}
        </p>
        <button type="button" className={styles.button} onClick={onDone}>
          {t('close')}
        </button>
      </div>
    );
  return (
    <section className={styles.useForm} aria-label={t('use.button')}>
      <p>
        {t('use.current', { name: localise(current.name) })}{' '}
        {t(current.isFixed ? 'use.reasonNeeded' : 'use.free')}
      </p>
      {current.isFixed && (
        <>
          <label className={styles.field}>
            <span className={styles.fieldLabel}>{t('use.orderedBy')}</span>
            <input
              className={styles.input}
              type="text"
              maxLength={100}
              value={orderedBy}
              onChange={({ target }) => onWrite({ orderedBy: target.value, reason })}
            />
          </label>
          <label className={classes(styles.field, styles.wide)}>
            <span className={styles.fieldLabel}>{t('use.reason')}</span>
            <input
              className={styles.input}
              type="text"
              maxLength={200}
              value={reason}
              onChange={({ target }) => onWrite({ orderedBy, reason: target.value })}
            />
          </label>
        </>
      )}
      <button
        type="button"
        className={classes(styles.button, canOrder ? styles.primary : styles.off)}
        aria-disabled={!canOrder}
        title={blocked ?? (isToldWhy ? undefined : t('use.reasonNeeded'))}
        onClick={() => canOrder && void send()}
      >
        {t('use.confirm')}
      </button>
      <button type="button" className={styles.plain} onClick={onDone}>
        {t('use.cancel')}
      </button>
      <RefusalNote control="scheme" />
    </section>
  );
}
