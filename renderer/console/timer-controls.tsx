import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './stage.module.css';
import { useWords } from './use-words.ts';

export const littleTimeMs = 30_000;
export const minuteMs = 60_000;

type TimerControlsView = Pick<ConsoleView, 'timer' | 'undo' | 'result' | 'agenda'>;

/** The timer's orders; each is undone by ⇧Space, only a restart asks first. */
export function useTimerOrders(view: Pick<ConsoleView, 'timer' | 'agenda'>) {
  const { isStopped } = useSurroundings();
  const order = useDesk((desk) => desk.order);
  const arm = useDesk((desk) => desk.arm);
  const { timer } = view.timer;
  const isPaused = timer.kind !== 'none' && timer.clock.kind === 'paused';
  const isThere = timer.kind !== 'none';
  const doIf = (isPossible: boolean, act: () => void) => () => {
    if (isPossible && !isStopped) act();
  };
  return {
    isPaused,
    isThere,
    pause: doIf(isThere, () => void order('timer', { kind: isPaused ? 'ResumeTimer' : 'PauseTimer' })),
    add: (ms: number) => doIf(isThere, () => void order('timer', { kind: 'AddTime', ms }))(),
    restart: doIf(isThere, () => arm('timer', 'restart', { kind: 'RestartTimer' })),
    ring: doIf(true, () => void order('timer', { kind: 'RingBell' })),
  };
}

export function TimerControls({ view }: { readonly view: TimerControlsView }) {
  const { t } = useWords();
  const orders = useTimerOrders(view);
  const none = orders.isThere ? null : t('timer.none');
  return (
    <>
      <div className={styles.controls}>
        <ConsoleButton
          label={orders.isPaused ? t('timer.resume') : t('timer.pause')}
          intent="pause"
          isOn={orders.isPaused}
          blockedBy={none}
          onPress={orders.pause}
        />
        <ConsoleButton
          label={t('timer.less')}
          intent="lessTime"
          blockedBy={none}
          onPress={() => orders.add(-littleTimeMs)}
        />
        <ConsoleButton
          label={t('timer.more')}
          intent="moreTime"
          blockedBy={none}
          onPress={() => orders.add(littleTimeMs)}
        />
        <ConsoleButton
          label={t('timer.minute')}
          intent="minute"
          blockedBy={none}
          onPress={() => orders.add(minuteMs)}
        />
        <ConsoleButton
          label={t('timer.minuteLess')}
          intent="minuteLess"
          blockedBy={none}
          onPress={() => orders.add(-minuteMs)}
        />
        <ConsoleButton label={t('timer.ring')} intent="bell" onPress={orders.ring} />
        <span className={styles.push} />
        <ConsoleButton
          label={t('timer.restart')}
          intent="restart"
          blockedBy={none}
          onPress={orders.restart}
        />
      </div>
      <ConfirmBar
        control="timer"
        about="restart"
        question={t('timer.restartAsk')}
        confirmLabel={t('timer.restartConfirm')}
        cancelLabel={t('cancel')}
      />
      <RefusalNote control="timer" />
    </>
  );
}
