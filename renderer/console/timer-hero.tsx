import { elapsedMs, remainingMs } from '../../shared/domain/timer.ts';
import { instant } from '../../shared/kernel/brand.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { TimerView } from '../../shared/views/view-sections.ts';
import { warnsAtMs } from '../projector/scenes/clock-face.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { classes } from './classes.ts';
import { useSurroundings } from './desk-context.tsx';
import styles from './stage.module.css';
import { countdownText, elapsedText } from './time-text.ts';
import { minuteMs } from './timer-controls.tsx';
import { useTicking, useWallSeconds } from './use-now.ts';
import { type ConsoleWords, useWords } from './use-words.ts';

/** What the timer reads now: the digits as shown, and what they mean. */
export function useTimerReading(view: TimerView) {
  const { hostNow } = useSurroundings();
  const { timer } = view;
  // Drawn again once per shown second, however often it is asked.
  const second = useTicking(() => {
    const now = instant(hostNow());
    if (timer.kind === 'down') return Math.ceil(remainingMs(timer, now) / 1000);
    return timer.kind === 'up' ? Math.floor(elapsedMs(timer.clock, now) / 1000) : 0;
  });
  const isPaused = timer.kind !== 'none' && timer.clock.kind === 'paused';
  if (timer.kind === 'none')
    return { kind: 'none' as const, digits: '—', isPaused, ms: 0, warnsAtMs: 0, isLast: false };
  const ms = second * 1000;
  // The same stretch that is gold on the wall and amber on the prompter.
  const warns = timer.kind === 'down' ? warnsAtMs(view, timer.limitMs) : 0;
  return {
    kind: timer.kind,
    digits: timer.kind === 'down' ? countdownText(ms) : elapsedText(ms),
    isPaused,
    ms,
    warnsAtMs: warns,
    isLast: timer.kind === 'down' && ms >= 0 && ms <= warns,
  };
}

type Reading = ReturnType<typeof useTimerReading>;

function percent(part: number): string {
  return `${Math.min(100, Math.max(0, part * 100))}%`;
}

/** How much of the limit is used, with the bells as ticks; overtime bells stand beyond the limit's mark. */
function TimeBar({ view }: { view: TimerView }) {
  const { t } = useWords();
  const reading = useTimerReading(view);
  const { timer, bellsAtMs } = view;
  if (timer.kind === 'none') return null;
  const limit = timer.kind === 'down' ? timer.limitMs : timer.plannedMs;
  const latest = Math.min(0, ...bellsAtMs);
  const whole = Math.max(1, limit - latest);
  const used = timer.kind === 'down' ? limit - reading.ms : reading.ms;
  const nextBell = bellsAtMs.find((bell) => timer.kind === 'down' && bell < reading.ms);
  return (
    <div>
      <div className={styles.barLabels}>
        {nextBell !== undefined && (
          <span style={{ left: percent((limit - nextBell) / whole) }}>
            {nextBell < 0
              ? t('timer.overBell', { time: elapsedText(-nextBell) })
              : nextBell === 0
                ? t('timer.endBell')
                : t('timer.bellAt', { time: countdownText(nextBell) })}
          </span>
        )}
      </div>
      <div className={styles.bar}>
        <i style={{ width: percent(used / whole) }} />
        {bellsAtMs.map((bell) => (
          <u key={bell} style={{ left: percent((limit - bell) / whole) }} />
        ))}
      </div>
    </div>
  );
}

/** When the countdown ends by the laptop's clock; drawn per second while it stands still. */
function EndsAt({ view, plannedMs }: { view: TimerView; plannedMs: number | null }) {
  const { t } = useWords();
  const reading = useTimerReading(view);
  const now = useWallSeconds();
  const { timer } = view;
  if (timer.kind === 'none') return null;
  const used = timer.kind === 'down' ? timer.limitMs - reading.ms : reading.ms;
  const added = timer.kind === 'down' && plannedMs !== null ? timer.limitMs - plannedMs : 0;
  return (
    <div className={styles.underBar}>
      <span>
        {t('timer.used', { time: elapsedText(used) })}
        {added !== 0 &&
          ` · ${t('timer.added', { time: `${added > 0 ? '+' : '−'}${elapsedText(Math.abs(added))}` })}`}
      </span>
      {timer.kind === 'down' && (
        <b>
          {reading.isPaused
            ? t('timer.paused')
            : t('timer.endsAt', { time: timeOfDay(now + reading.ms, true) })}
        </b>
      )}
      {timer.kind === 'up' && <b>{t('timer.planned', { time: elapsedText(timer.plannedMs) })}</b>}
    </div>
  );
}

function leftLabel({ ms, isLast, warnsAtMs: warns }: Reading, t: ConsoleWords): string {
  if (ms < 0) return t('timer.over');
  if (!isLast) return t('timer.left');
  return warns === minuteMs
    ? t('timer.lastMinute')
    : t('timer.lastSeconds', { seconds: Math.round(warns / 1000) });
}

/** The time left, or used, in the largest figures of the console. */
export function TimerHero({ view }: { readonly view: Pick<ConsoleView, 'timer' | 'stage' | 'agenda'> }) {
  const { t, localise } = useWords();
  const reading = useTimerReading(view.timer);
  const { stepName, unit, attempt } = view.stage;
  const current = view.agenda.rows.find((row) => row.state === 'current');
  const wall = useWallSeconds();
  const inStep = current?.startedWall == null ? null : elapsedText(wall - current.startedWall);
  const label = reading.isPaused
    ? t('timer.paused')
    : reading.kind === 'down'
      ? leftLabel(reading, t)
      : reading.kind === 'up'
        ? t('timer.running')
        : inStep === null
          ? t('timer.notStarted')
          : t('timer.sinceStart');
  return (
    <div className={classes(styles.hero, reading.kind === 'none' && styles.idle)}>
      <div>
        <div className={styles.label}>
          {[
            label,
            stepName && localise(stepName),
            unit && localise(unit.name),
            attempt && localise(attempt.name),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        <div
          className={classes(
            styles.big,
            (reading.isPaused || reading.isLast || (reading.kind === 'down' && reading.ms < 0)) &&
              styles.attention,
            reading.kind === 'none' && styles.dim,
          )}
          role="timer"
        >
          {reading.kind === 'none' ? (inStep ?? '0:00') : reading.digits}
        </div>
      </div>
      <div className={styles.heroSide}>
        <TimeBar view={view.timer} />
        <EndsAt view={view.timer} plannedMs={current?.plannedMs ?? null} />
      </div>
    </div>
  );
}
