import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AgendaRow, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import styles from './agenda.module.css';
import { type AgendaLine, agendaLines, foldDone, type GroupLine } from './agenda-lines.ts';
import type { AgendaTimes, RowTimes } from './agenda-times.ts';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { differenceText, elapsedText } from './time-text.ts';
import { useWords } from './use-words.ts';

const lineHeight = 23;
const nameHeight = 16;

const stateIcons: { readonly [state in AgendaRow['state']]: IconName | null } = {
  done: 'tick',
  current: 'play',
  ahead: null,
  skipped: 'skip',
  background: 'ring',
};

function Times({ times, isDifferenceShown = true }: { times: RowTimes; isDifferenceShown?: boolean }) {
  return (
    <>
      <span className={styles.number}>{elapsedText(times.lengthMs)}</span>
      <span className={styles.number}>
        {isDifferenceShown && times.differenceMs !== null ? differenceText(times.differenceMs) : ''}
      </span>
    </>
  );
}

function Starts({ times }: { times: RowTimes }) {
  return (
    <>
      <span className={styles.planned}>{timeOfDay(times.plannedStart)}</span>
      <span className={classes(styles.actual, times.isForecast && styles.forecast)}>
        {times.start === null ? '—' : timeOfDay(times.start)}
      </span>
    </>
  );
}

type Naming = { readonly unitOf: (id: string | null) => string | null };

function StepRow({
  line,
  naming,
  isNext,
  onJump,
}: {
  line: AgendaLine & { kind: 'step' };
  naming: Naming;
  isNext: boolean;
  onJump: (step: string) => void;
}) {
  const { t, localise } = useWords();
  const { row, times, within } = line;
  const unit = within === 'turn' ? null : naming.unitOf(row.unit);
  const attempt = row.attempt ? ` · ${localise(row.attempt.name)}` : '';
  const icon = isNext ? 'ring' : stateIcons[row.state];
  const name =
    (unit === null ? localise(row.name) : within === 'series' ? unit : `${localise(row.name)} · ${unit}`) +
    attempt;
  return (
    <button
      type="button"
      className={classes(styles.row, styles[row.state], within && styles.inGroup, isNext && styles.next)}
      aria-current={row.state === 'current' ? 'step' : undefined}
      title={`${name} · ${localise(row.who)}${row.state === 'skipped' ? ` · ${t('agenda.skipped')}` : ''}`}
      onClick={() => onJump(row.step)}
    >
      <span>{icon && <Icon name={icon} />}</span>
      <Starts times={times} />
      <span className={styles.title}>{row.isBackground ? `${name} · ${t('agenda.beside')}` : name}</span>
      <Times times={times} />
    </button>
  );
}

function GroupRow({
  line,
  naming,
  onToggle,
}: {
  line: GroupLine;
  naming: Naming;
  onToggle: (id: string) => void;
}) {
  const { localise } = useWords();
  const [first] = line.rows;
  if (!first) return null;
  const title =
    line.grouping === 'turn'
      ? naming.unitOf(first.unit)
      : `${localise(first.name)}\u00a0×\u00a0${line.rows.length}`;
  const icon = line.state === 'ahead' ? 'chevron' : (stateIcons[line.state] ?? 'chevron');
  return (
    <button
      type="button"
      className={classes(
        styles.row,
        styles.group,
        line.state === 'done' && styles.done,
        line.state === 'skipped' && styles.skipped,
        line.state === 'current' && styles.groupNow,
      )}
      title={title ?? undefined}
      aria-expanded={line.isOpen}
      onClick={() => onToggle(line.id)}
    >
      <span>
        <Icon name={icon} />
      </span>
      <Starts times={line.times} />
      <span className={styles.title}>{title}</span>
      <Times times={line.times} isDifferenceShown={line.state !== 'ahead'} />
    </button>
  );
}

/** How much higher a line gets when its name, cut off now, stands whole: words leave a tenth of each line unused. */
function moreForWhole(name: Element): number {
  if (name.scrollWidth <= name.clientWidth) return 0;
  return Math.ceil((1.1 * name.scrollWidth) / name.clientWidth) * nameHeight - lineHeight;
}

/**
 * How many lines of ordinary height fit, beside what the current one and long names ahead take more, and whether
 * the done ones, `count` with all others, can stand whole too.
 */
function useCapacity(
  list: React.RefObject<HTMLElement | null>,
  count: number,
  drawn: string,
): { readonly capacity: number; readonly hasRoom: boolean } {
  const [capacity, setCapacity] = useState(Number.POSITIVE_INFINITY);
  const [hasRoom, setRoom] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other names take other heights
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      if (element.clientHeight === 0) return;
      let [more, wholeMore] = [0, 0];
      for (const line of element.querySelectorAll<HTMLElement>(':scope > *')) {
        const higher = Math.max(0, line.offsetHeight - lineHeight);
        const name = line.querySelector(`.${styles.title}`);
        more += higher;
        wholeMore += Math.max(higher, name ? moreForWhole(name) : 0);
      }
      setCapacity(Math.floor((element.clientHeight - more) / lineHeight));
      setRoom(count * lineHeight + wholeMore <= element.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, count, drawn]);
  return { capacity, hasRoom };
}

type AgendaPanelProps = { readonly view: Pick<ConsoleView, 'agenda' | 'event'>; readonly times: AgendaTimes };

/** The agenda: looking back and ahead, the current turn open, done lines folded first. */
export function AgendaPanel({ view, times }: AgendaPanelProps) {
  const { t, localise, language } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [isUnfolded, setUnfolded] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { rows } = view.agenda;
  const { units } = view.event;
  const current = rows.findIndex((row) => row.state === 'current');
  const next = rows.find((row, at) => at > current && row.state === 'ahead' && !row.isBackground)?.step;

  useEffect(() => {
    if (current < 0) return;
    setUnfolded(false);
    list.current?.querySelector('[aria-current="step"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);

  const naming: Naming = {
    unitOf: (id) => {
      const at = units.findIndex((unit) => unit.id === id);
      const unit = units[at];
      return unit ? `${at + 1} ${localise(unit.name)}` : null;
    },
  };
  const toggle = (id: string) =>
    setOpened(opened.includes(id) ? opened.filter((each) => each !== id) : [...opened, id]);
  const lines = agendaLines(rows, times, opened);
  const { capacity, hasRoom } = useCapacity(list, lines.length, [language, current, ...opened].join(' '));
  const shown = isUnfolded ? lines : foldDone(lines, capacity);
  const lateMs = times.forecastEnd - times.plannedEnd;

  return (
    <aside className={styles.panel} aria-label={t('agenda.title')}>
      <div className={styles.head}>
        <h2>{t('agenda.title')}</h2>
        <span className={styles.label}>
          {t('agenda.plannedEnd', { time: timeOfDay(times.plannedEnd, true) })}
        </span>
      </div>
      <div className={classes(styles.row, styles.columns)} aria-hidden="true">
        <span />
        <span>{t('agenda.plan')}</span>
        <span className={styles.overflowing}>{t('agenda.actual')}</span>
        <span />
        <span className={styles.number}>{t('agenda.length')}</span>
        <span className={styles.number}>{t('agenda.difference')}</span>
      </div>
      <div className={classes(styles.rows, hasRoom && styles.roomy)} ref={list}>
        {shown.map((line) => {
          switch (line.kind) {
            case 'step':
              return (
                <StepRow
                  key={line.row.step}
                  line={line}
                  naming={naming}
                  isNext={line.row.step === next}
                  onJump={(step) => openDrawer('jump', step)}
                />
              );
            case 'group':
              return <GroupRow key={`group-${line.id}`} line={line} naming={naming} onToggle={toggle} />;
            default:
              return (
                <button
                  key="folded"
                  type="button"
                  className={classes(styles.row, styles.done)}
                  onClick={() => setUnfolded(true)}
                >
                  <span>
                    <Icon name="tick" />
                  </span>
                  <Starts times={line.times} />
                  <span className={classes(styles.title, styles.overflowing)}>
                    {t('agenda.folded', { count: line.count })}
                  </span>
                </button>
              );
          }
        })}
      </div>
      <div className={styles.foot}>
        <span className={classes(lateMs >= 60_000 && styles.attention)}>
          {lateMs >= 60_000 ? t('agenda.late', { time: elapsedText(lateMs) }) : t('agenda.onTime')}
        </span>
        <ConsoleButton isSmall label={t('agenda.jump')} intent="jump" onPress={() => openDrawer('jump')} />
      </div>
    </aside>
  );
}
