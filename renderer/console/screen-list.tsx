import type { ConsoleScreen, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

function ScreenRow({ screen }: { screen: ConsoleScreen }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const isWell = screen.isOnline && screen.isUpToDate;
  const state = !screen.isOnline
    ? t('screen.offline')
    : screen.isUpToDate
      ? t('screen.samePicture')
      : t('screen.behind');
  return (
    <li className={classes(styles.screen, !isWell && styles.attention)}>
      <Icon name={!screen.isOnline ? 'offline' : isWell ? 'tick' : 'ring'} />
      <span>
        {t(`screen.${screen.role}`)} {screen.name}
      </span>
      <span className={styles.end}>
        {state}
        {screen.isOnline &&
          screen.roundTripMs !== null &&
          ` · ${t('screen.roundTrip', { count: Math.round(screen.roundTripMs) })}`}
      </span>
      {screen.role !== 'projector' && (
        <ConsoleButton
          isSmall
          isPlain
          isIconOnly
          icon="cross"
          label={t('screen.dismiss')}
          onPress={() => void order('screens', { kind: 'DismissScreen', screen: screen.id })}
        />
      )}
    </li>
  );
}

/** Every hall screen and prompter, whether it answers and whether it shows the newest picture. */
export function ScreenList({ view }: { readonly view: Pick<ConsoleView, 'screens' | 'health'> }) {
  const { t } = useWords();
  const displays = view.health.displays.kind;
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('screen.title')}</span>
      </h3>
      <ul>
        {view.screens.map((screen) => (
          <ScreenRow key={screen.id} screen={screen} />
        ))}
        {view.screens.length === 0 && <li className={styles.hint}>{t('screen.noneYet')}</li>}
        <li className={classes(styles.screen, displays !== 'extended' && styles.attention)}>
          <Icon name={displays === 'extended' ? 'tick' : 'warning'} />
          <span>{t(`displays.${displays}`)}</span>
        </li>
      </ul>
      <RefusalNote control="screens" />
    </section>
  );
}
