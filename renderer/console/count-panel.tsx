import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

export type CountPanelView = Pick<ConsoleView, 'rounds' | 'event'>;

/** The unit's round that counts: the latest that isn't voided. */
function roundOf(view: CountPanelView, unit: string) {
  return (
    [...view.rounds].reverse().find((round) => round.unit.id === unit && round.state !== 'voided') ?? null
  );
}

/** Before the count: which rounds go into it, which are still open, and the units without one (未上场), to be confirmed by name. */
export function CountPanel({ view }: { readonly view: CountPanelView }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const units = view.event.units.map((unit) => ({ unit, round: roundOf(view, unit.id) }));
  const open = units.filter(({ round }) => round?.state === 'open');
  const notCalled = units.filter(({ round }) => round === null);
  const inOrder = [
    ...notCalled,
    ...open,
    ...units.filter(({ round }) => round !== null && round.state !== 'open'),
  ];
  const ready = units.length - open.length - notCalled.length;
  const about = notCalled.map(({ unit }) => unit.id).join(' ');
  const names = (list: typeof units) => list.map(({ unit }) => localise(unit.name)).join(t('listComma'));
  const reason =
    open.length > 0 ? t('count.stillOpen', { units: names(open) }) : ready === 0 ? t('count.nothing') : null;

  return (
    <div className={styles.count}>
      <div className={styles.actions}>
        <p className={classes(styles.hint, styles.push)}>
          {reason ??
            (notCalled.length > 0
              ? t('count.without', { units: names(notCalled) })
              : t('count.allIn', { count: ready }))}
        </p>
        <ConsoleButton
          label={t('count.title', { count: ready })}
          intent="result"
          blockedBy={reason}
          onPress={() =>
            arm('count', about, { kind: 'CountRounds', notCalled: notCalled.map(({ unit }) => unit.id) })
          }
        />
      </div>
      <ConfirmBar
        control="count"
        about={about}
        question={
          notCalled.length > 0
            ? t('count.askWithout', { count: ready, units: names(notCalled) })
            : t('count.ask', { count: ready })
        }
        confirmLabel={t('count.confirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="count" />
      <ul className={styles.units}>
        {inOrder.map(({ unit, round }) => (
          <li key={unit.id} className={classes(round === null && styles.attention)}>
            <Icon name={round === null ? 'absent' : round.state === 'open' ? 'pencil' : 'tick'} />
            <span>{localise(unit.name)}</span>
            <span>
              {round === null
                ? t('count.notCalled')
                : round.state === 'open'
                  ? t('round.open')
                  : `${round.counts.submitted}/${round.counts.expected}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
