import type { ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './result.module.css';
import { standingRound } from './standing-round.ts';
import { useWords } from './use-words.ts';

export type CountPanelView = Pick<ConsoleView, 'rounds' | 'event' | 'exits'>;

/**
 * Before the count: which rounds go into it, what it still waits for, and the units without one (未上场), to be
 * confirmed by name. When all are in it takes one press.
 */
export function CountPanel({ view }: { readonly view: CountPanelView }) {
  const { t, localise } = useWords();
  const arm = useDesk((desk) => desk.arm);
  const order = useDesk((desk) => desk.order);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const units = view.event.units.map((unit) => ({
    unit,
    round: standingRound(view.rounds, unit.id),
    exit: view.exits.find(({ id }) => id === unit.id) ?? null,
  }));
  const open = units.filter(({ round }) => round?.state === 'open');
  const notCalled = units.filter(({ round, exit }) => round === null && exit === null);
  const papersDue = units.filter(({ round }) => (round?.paperAwaited.length ?? 0) > 0);
  const unsettled = [...new Set([...notCalled, ...open, ...papersDue])];
  const inOrder = [...unsettled, ...units.filter((each) => !unsettled.includes(each))];
  const ready = units.filter(({ round, exit }) => round && round.state !== 'open' && !exit).length;
  const about = notCalled.map(({ unit }) => unit.id).join(' ');
  const names = (list: typeof units) => list.map(({ unit }) => localise(unit.name)).join(t('listComma'));
  const reason =
    open.length > 0
      ? t('count.stillOpen', { units: names(open) })
      : papersDue.length > 0
        ? t('count.paperAwaited', { units: names(papersDue) })
        : ready === 0
          ? t('count.nothing')
          : null;
  const count = () => {
    const command = { kind: 'CountRounds', notCalled: notCalled.map(({ unit }) => unit.id) } as const;
    if (notCalled.length === 0) void order('count', command);
    else arm('count', about, command);
  };

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
          onPress={count}
        />
        <ConsoleButton
          label={t('units.open')}
          isAlwaysThere
          intent="units"
          onPress={() => openDrawer('units')}
        />
      </div>
      <ConfirmBar
        control="count"
        about={about}
        question={t('count.askWithout', { count: ready, units: names(notCalled) })}
        confirmLabel={t('count.confirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="count" />
      <ul className={styles.units}>
        {inOrder.map(({ unit, round, exit }) => {
          const isPaperDue = (round?.paperAwaited.length ?? 0) > 0;
          const isOut = exit !== null || round === null;
          return (
            <li
              key={unit.id}
              className={classes(((round === null && exit === null) || isPaperDue) && styles.attention)}
            >
              <Icon name={isOut ? 'absent' : round.state === 'open' || isPaperDue ? 'pencil' : 'tick'} />
              <span>{localise(unit.name)}</span>
              <span>
                {exit !== null
                  ? t(`units.${exit.why}`)
                  : round === null
                    ? t('count.notCalled')
                    : round.state === 'open'
                      ? t('round.open')
                      : isPaperDue
                        ? t('seat.paperAwaited')
                        : `${round.counts.submitted}/${round.counts.expected}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
