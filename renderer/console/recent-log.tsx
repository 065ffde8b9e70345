import type { LocalText } from '../../shared/kernel/language.ts';
import type { ConsoleView, RecentEntry } from '../../shared/views/console-view.ts';
import { type EntryKind, entryKinds } from '../i18n/console-entries.ts';
import { timeOfDay } from '../ui/time-of-day.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './side.module.css';
import { differenceText } from './time-text.ts';
import { useWords } from './use-words.ts';

const isKnown = (kind: string): kind is EntryKind => (entryKinds as readonly string[]).includes(kind);

/** Entry kinds whose words depend on a parameter's value. */
const variants: { readonly [kind: string]: string } = {
  CurtainChanged: 'curtain',
  ClockGapSettled: 'isCounted',
  RoundVoided: 'why',
  UnitExited: 'why',
  ResultLooked: 'looked',
  ActProposed: 'act',
  ActSeconded: 'by',
  ActDropped: 'by',
  ScreenAdmitted: 'role',
  ScreenDismissed: 'role',
  ResultReleased: 'by',
  ObjectionOverridden: 'by',
  ChairAsked: 'about',
  EventClosed: 'how',
};

/** Entries about a round: one that names no unit is about all of them. */
const ofRounds: readonly string[] = [
  'RoundOpened',
  'RoundLocked',
  'RoundReopened',
  'RoundVoided',
  'MissingDecided',
  'PaperBallotEntered',
  'LateBallotVoided',
  'BallotReturned',
  'ExpectedLowered',
  'ActProposed',
];

/** Entries with words of their own for none: all are waited for again, or numbers alone were counted. */
const mayBeNone: readonly string[] = ['ExpectedLowered', 'RoundsCounted'];

/** What the words of an entry may name; an entry that doesn't carry it leaves it out. */
const blanks = {
  step: '',
  unit: '',
  time: '',
  reason: '',
  seat: '',
  device: '',
  revealed: '',
  text: '',
  name: '',
  command: '',
  toUnit: '',
  attempt: '',
  orderedBy: '',
  number: '',
  hash: '',
};

type LogView = Pick<ConsoleView, 'recent' | 'changes' | 'beside'>;

function useEntryWords({ beside }: LogView): (entry: RecentEntry) => string {
  const { t, localise } = useWords();
  return ({ kind, params }) => {
    const words: { [name: string]: string } = {};
    for (const [name, value] of Object.entries(params)) {
      words[name] = typeof value === 'object' ? localise(value satisfies LocalText) : String(value);
    }
    if (words.unit === undefined && ofRounds.includes(kind)) words.unit = t('rounds.allUnits');
    if (kind === 'StepEntered' && words.unit) words.unit = `· ${words.unit}`;
    if (kind === 'MeasureRecorded') {
      const ofAttempts = beside.attempts.flatMap(({ measures }) => measures);
      const measured = [...beside.measures, ...ofAttempts, ...beside.facts].find(
        ({ id }) => id === params.name,
      );
      if (measured) words.name = localise(measured.name);
    }
    const { seconds } = params;
    if (typeof seconds === 'number') words.time = differenceText(seconds * 1000);
    const variant = variants[kind];
    const isNone = mayBeNone.includes(kind) && params.count === 0;
    const value = isNone ? 'zero' : variant === undefined ? '' : (words[variant] ?? '');
    const key = kind + value.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    if (!isKnown(key)) return kind;
    // What an entry doesn't carry leaves a gap.
    return t(`entry.${key}`, { ...blanks, ...words, count: Number(words.count ?? 0) }).replace(/ {2,}/g, ' ');
  };
}

/** What the log has just taken in, in words. */
export function RecentLog({ view }: { readonly view: LogView }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const words = useEntryWords(view);
  const newestFirst = [...view.recent].sort((a, b) => b.n - a.n);
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('recent.title')}</span>
        <ConsoleButton
          isSmall
          isPlain
          isAlwaysThere
          label={t('changes.open', { count: view.changes.length })}
          intent="changes"
          onPress={() => openDrawer('changes')}
        />
      </h3>
      <ol className={styles.log}>
        {newestFirst.map((entry) => (
          <li key={entry.n} title={`#${entry.n} ${entry.kind}`}>
            <time>{timeOfDay(entry.wall, true)}</time>
            <span>{words(entry)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
