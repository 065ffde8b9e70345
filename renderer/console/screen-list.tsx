import { useState } from 'react';
import type { ConsoleScreen, ConsoleView } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

function ScreenRow({ screen, onDismiss }: { screen: ConsoleScreen; onDismiss: () => void }) {
  const { t } = useWords();
  const isWell = screen.isOnline && screen.isUpToDate;
  const state = !screen.isOnline
    ? t('screen.offline')
    : screen.isUpToDate
      ? t('screen.samePicture')
      : t('screen.behind');
  return (
    <li className={classes(styles.screen, !isWell && styles.attention)}>
      <Icon name={!screen.isOnline ? 'offline' : isWell ? 'tick' : 'ring'} />
      <span className={styles.screenText}>
        <span>
          {t(`screen.${screen.role}`)}
          {screen.isSameMachine ? ` · ${t('chair.sameMachine')}` : ` ${screen.name}`}
        </span>
        <span className={styles.end}>
          {state}
          {screen.isOnline &&
            screen.roundTripMs !== null &&
            ` · ${t('screen.roundTrip', { count: Math.round(screen.roundTripMs) })}`}
        </span>
      </span>
      {screen.role !== 'projector' && (
        <ConsoleButton
          isSmall
          isPlain
          isIconOnly
          icon="cross"
          label={t('screen.dismiss')}
          onPress={onDismiss}
        />
      )}
    </li>
  );
}

/** Every hall screen and prompter, whether it answers and whether it shows the newest picture. */
export function ScreenList({ view }: { readonly view: Pick<ConsoleView, 'screens' | 'health'> }) {
  const { t } = useWords();
  const order = useDesk((desk) => desk.order);
  const [leaving, setLeaving] = useState<string | null>(null);
  const displays = view.health.displays.kind;
  const chair = view.screens.find(({ id, role }) => id === leaving && role === 'chair');
  // The chair's device is dismissed only with a reason, since with it goes whose act a release is.
  const dismiss = ({ id, role }: ConsoleScreen) =>
    role === 'chair' ? setLeaving(id) : void order('screens', { kind: 'DismissScreen', screen: id });
  return (
    <section className={styles.section}>
      <h3>
        <span>{t('screen.title')}</span>
      </h3>
      <ul>
        {view.screens.map((screen) => (
          <ScreenRow key={screen.id} screen={screen} onDismiss={() => dismiss(screen)} />
        ))}
        {view.screens.length === 0 && <li className={styles.hint}>{t('screen.noneYet')}</li>}
        <li className={classes(styles.screen, displays !== 'extended' && styles.attention)}>
          <Icon name={displays === 'extended' ? 'tick' : 'warning'} />
          <span>{t(`displays.${displays}`)}</span>
        </li>
      </ul>
      {chair && (
        <ReasonedAct
          control="screens"
          about={chair.id}
          label={t('chair.dismissReason')}
          presets={[t('chair.dismissBroken'), t('chair.dismissAway')]}
          submitLabel={t('chair.dismissSubmit')}
          question={t('chair.dismissAsk')}
          command={(reason) => ({ kind: 'DismissScreen', screen: chair.id, reason })}
          onCancel={() => setLeaving(null)}
        />
      )}
      <RefusalNote control="screens" />
    </section>
  );
}
