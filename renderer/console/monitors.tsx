import { instant } from '../../shared/kernel/brand.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { SceneView } from '../../shared/views/view-sections.ts';
import { WallScene } from '../projector/scenes/wall-scene.tsx';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import controls from './controls.module.css';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { isCovered } from './desk-store.ts';
import { pressOf } from './next-order.ts';
import { previewOf } from './preview-scene.ts';
import styles from './stage.module.css';
import { useTimerReading } from './timer-hero.tsx';
import { useWords } from './use-words.ts';

type MonitorsProps = {
  readonly view: Pick<ConsoleView, 'wall' | 'next' | 'event' | 'seats' | 'round' | 'health'>;
};

function useWallNote(scene: SceneView): string {
  const { t, localise } = useWords();
  if (scene.kind === 'ballot') return t('monitor.countsOnly');
  if (scene.kind === 'ranking') {
    const shown = t('monitor.revealed', { count: scene.rows.length, places: scene.places });
    return scene.division ? `${localise(scene.division)} · ${shown}` : shown;
  }
  return t('monitor.noScores');
}

/** Exactly what the hall has, drawn by the same component. */
function OnTheWall({ view }: MonitorsProps) {
  const { t } = useWords();
  const { hostNow, stoppedBy } = useSurroundings();
  const { wall, event } = view;
  // The same second as the hall's digits, drawn again once per second.
  useTimerReading(wall.timer);
  const note = useWallNote(wall.scene);
  const label = wall.curtain === 'open' ? t('monitor.onTheWall') : t(`monitor.${wall.curtain}`);
  return (
    <figure className={styles.monitor}>
      <figcaption>
        <span
          className={classes(
            controls.tag,
            wall.curtain === 'open' ? controls.tagLive : controls.tagAttention,
          )}
        >
          <Icon name={wall.curtain === 'open' ? 'dot' : wall.curtain === 'frozen' ? 'freeze' : 'square'} />{' '}
          {label}
        </span>
        <span>{stoppedBy === 'lost' || stoppedBy === 'disk' ? t('monitor.keepsPicture') : note}</span>
      </figcaption>
      <div className={styles.onTheWall}>
        <WallScene
          event={event}
          scene={wall.scene}
          timer={wall.timer}
          counts={wall.counts}
          curtain={wall.curtain}
          language={event.wallLanguage}
          now={instant(Math.floor(hostNow()))}
          isStill
        />
      </div>
    </figure>
  );
}

function NextPicture({ view, isHidden }: MonitorsProps & { isHidden: boolean }) {
  const { t } = useWords();
  const { hostNow } = useSurroundings();
  const now = instant(Math.floor(hostNow()));
  const preview = previewOf(view, now);
  if (isHidden) {
    return (
      <p className={styles.noPreview}>
        <Icon name="covered" /> {t('monitor.covered')}
      </p>
    );
  }
  if (!preview)
    return (
      <p className={styles.noPreview}>
        {t(view.next.kind === 'held' ? 'monitor.settleFirst' : 'monitor.nothingNext')}
      </p>
    );
  const { event } = view;
  return (
    <WallScene
      event={event}
      scene={preview.scene}
      timer={preview.timer}
      counts={preview.counts}
      curtain="open"
      language={event.wallLanguage}
      now={now}
      isStill
    />
  );
}

/** Reads as a sentence: now → after Space. */
export function Monitors({ view }: MonitorsProps) {
  const { t } = useWords();
  const { isStopped } = useSurroundings();
  const peek = useDesk((desk) => desk.peek);
  const isHidden = view.next.kind === 'reveal' && isCovered(peek, view.health.displays.kind);
  const kind = pressOf(view.next);
  const label =
    isStopped || kind === 'held' || kind === 'ended'
      ? t('monitor.previewOff')
      : kind === 'confirm'
        ? t('monitor.afterConfirm')
        : t('monitor.afterSpace');
  return (
    <div className={styles.monitors}>
      <OnTheWall view={view} />
      <span className={styles.arrow}>
        <Icon name="arrow" />
      </span>
      <figure className={styles.monitor}>
        <figcaption>
          <span className={classes(controls.tag, controls.tagNext)}>{label}</span>
          <span>{view.next.kind === 'reveal' ? t('monitor.oneRowMore') : t('monitor.noScores')}</span>
        </figcaption>
        <div className={styles.preview}>
          <NextPicture view={view} isHidden={isHidden} />
        </div>
      </figure>
    </div>
  );
}
