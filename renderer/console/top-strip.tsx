import { type Language, languages } from '../../shared/kernel/language.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { DemoMark } from '../ui/demo-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { timeOfDay } from '../ui/time-of-day.ts';
import type { AgendaTimes } from './agenda-times.ts';
import { classes } from './classes.ts';
import styles from './console.module.css';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { differenceText } from './time-text.ts';
import { useWallSeconds } from './use-now.ts';
import { useWords } from './use-words.ts';

const languageMarks: { readonly [language in Language]: string } = {
  'zh-Hans': '简',
  'zh-Hant': '繁',
  en: 'EN',
};

function LanguageSwitch() {
  const { t, language, choose } = useWords();
  return (
    <fieldset className={styles.languages} aria-label={t('top.language')}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          className={classes(styles.languageMark, each === language && styles.languageChosen)}
          onClick={() => choose(each)}
        >
          {languageMarks[each]}
        </button>
      ))}
    </fieldset>
  );
}

function Fact({
  label,
  children,
  isLate = false,
  isExtra = false,
}: {
  label: string;
  children: React.ReactNode;
  isLate?: boolean;
  isExtra?: boolean;
}) {
  return (
    <div className={classes(styles.fact, isExtra && styles.wideOnly)}>
      <span className={styles.label}>{label}</span>
      <b className={classes(isLate && styles.attention)}>{children}</b>
    </div>
  );
}

function WallClock() {
  const { t } = useWords();
  const now = useWallSeconds();
  return (
    <div className={styles.clock}>
      <span className={styles.label}>{t('top.now')}</span>
      <time>{timeOfDay(now, true)}</time>
    </div>
  );
}

/** Lateness below this is the ordinary slack of a show. */
const lateFromMs = 60_000;

type TopStripProps = {
  readonly view: Pick<ConsoleView, 'event' | 'stage' | 'health' | 'version'>;
  readonly times: AgendaTimes;
};

/** Health and lateness at a glance. */
export function TopStrip({ view, times }: TopStripProps) {
  const { t, localise } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const { event, stage, health, version } = view;
  const lateMs = times.forecastEnd - times.plannedEnd;
  const isLate = lateMs >= lateFromMs;
  const isWritten = health.disk.kind === 'ok';
  return (
    <header className={styles.top}>
      <h1 className={styles.event}>
        <span className={styles.brand}>{t('brand')}</span> {localise(event.arena)} · {localise(event.sitting)}
      </h1>
      {event.isDemo && (
        <span className={styles.demo}>
          <DemoMark />
        </span>
      )}
      <span className={styles.mode}>
        {health.isReadOnly ? t('mode.readOnly') : t(`mode.${stage.phase}`)}
        {version.number > 1 && ` · ${t('version.number', { number: version.number })}`}
      </span>
      <span className={styles.spacer} />
      <Fact label={t('top.onDisk')} isLate={!isWritten}>
        <Icon name={isWritten ? 'tick' : 'cross'} /> #{health.lastEntry}
      </Fact>
      <Fact label={t('top.plannedEnd')}>{timeOfDay(times.plannedEnd)}</Fact>
      <Fact label={t('top.forecastEnd')} isLate={isLate}>
        {timeOfDay(times.forecastEnd)} {isLate && <span>▲ {differenceText(lateMs)}</span>}
      </Fact>
      <ConsoleButton isSmall isAlwaysThere label={t('scheme.title')} onPress={() => openDrawer('scheme')} />
      <ConsoleButton
        isSmall
        isAlwaysThere
        label={t('network.title')}
        intent="network"
        onPress={() => openDrawer('network')}
      />
      <LanguageSwitch />
      <WallClock />
    </header>
  );
}
