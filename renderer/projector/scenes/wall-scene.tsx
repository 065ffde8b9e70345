import { useRef } from 'react';
import type { CurtainKind } from '../../../shared/domain/curtain.ts';
import type { Instant } from '../../../shared/kernel/brand.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { CountsView, SceneView, TimerView } from '../../../shared/views/view-sections.ts';
import '../../ui/fonts.css';
import '../../ui/wall-tokens.css';
import { BallotScene } from './ballot-scene.tsx';
import { BlackWall } from './black-wall.tsx';
import type { ClockFace } from './clock-face.ts';
import type { SystemMark } from './head-line.tsx';
import { RankingSceneView } from './ranking-scene.tsx';
import type { SceneProps, WallEvent } from './scene-props.ts';
import { edgeOf, faceOf, sceneKey } from './scene-traits.ts';
import { SpeakerScene } from './speaker-scene.tsx';
import { StageEdge } from './stage-edge.tsx';
import { TitleScene } from './title-scene.tsx';
import { useEntry } from './use-entry.ts';
import { useStageSize } from './use-stage-size.ts';
import styles from './wall-frame.module.css';
import type { WallTheme } from './wall-theme.ts';

export type WallSceneProps = {
  readonly event: WallEvent;
  readonly scene: SceneView;
  readonly timer: TimerView;
  readonly counts: CountsView | null;
  readonly curtain: CurtainKind;
  readonly language: Language;
  /** The host's monotonic clock, in ms: a new value draws the clock anew. */
  readonly now: Instant;
  readonly theme?: WallTheme;
  readonly isHostLost?: boolean;
  /** How many bells this screen has rung; a rise is one pulse of the edge. */
  readonly pulse?: number;
  /** No motion: thumbnails and pictures. */
  readonly isStill?: boolean;
};

function ScenePicture(props: SceneProps<SceneView>) {
  const { scene } = props;
  switch (scene.kind) {
    case 'title':
      return <TitleScene {...props} scene={scene} />;
    case 'speaker':
      return <SpeakerScene {...props} scene={scene} />;
    case 'ballot':
      return <BallotScene {...props} scene={scene} />;
    case 'ranking':
      return <RankingSceneView {...props} scene={scene} />;
    default:
      return unreachable(scene);
  }
}

function systemMark(isHostLost: boolean, curtain: CurtainKind, face: ClockFace | null): SystemMark | null {
  if (isHostLost) return 'reconnecting';
  if (curtain === 'frozen') return 'frozen';
  return face?.isPaused ? 'paused' : null;
}

/** One picture of the wall, filling its container: the hall's screen or a thumbnail of it. */
export function WallScene(props: WallSceneProps) {
  return props.curtain === 'black' ? <BlackWall /> : <OpenWall {...props} />;
}

function OpenWall(props: WallSceneProps) {
  const {
    event,
    scene,
    timer,
    counts,
    curtain,
    language,
    now,
    theme = 'red',
    isHostLost = false,
    pulse = 0,
  } = props;
  const wall = useRef<HTMLDivElement>(null);
  useStageSize(wall);
  const face = faceOf(scene, timer, now);
  const entry = useEntry(sceneKey(scene), edgeOf(scene, face));
  const marks = [
    styles.wall,
    styles[entry.edge],
    // On the ballot the number that rules is a count: its floor doesn't turn with the time.
    face && scene.kind !== 'ballot' && face.phase !== 'calm' ? styles[face.phase] : '',
    props.isStill ? styles.still : '',
  ];
  return (
    <div
      ref={wall}
      className={marks.join(' ').trim()}
      lang={language}
      data-wall={theme}
      data-scene={scene.kind}
      data-phase={face?.phase ?? 'none'}
      data-still={props.isStill ? '' : undefined}
    >
      <div className={styles.stage}>
        <div className={styles.floorGround} />
        <div
          key={`${entry.key} ${entry.edge}`}
          className={entry.isAfterEdge ? `${styles.scene} ${styles.afterEdge}` : styles.scene}
        >
          <ScenePicture
            scene={scene}
            event={event}
            face={face}
            counts={counts}
            system={systemMark(isHostLost, curtain, face)}
            language={language}
            now={now}
          />
        </div>
        <StageEdge face={face} pulse={pulse} />
      </div>
    </div>
  );
}
