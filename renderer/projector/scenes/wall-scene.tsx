import { type CSSProperties, useRef } from 'react';
import type { CurtainKind } from '../../../shared/domain/curtain.ts';
import type { Instant } from '../../../shared/kernel/brand.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { unreachable } from '../../../shared/kernel/unreachable.ts';
import type { CountsView, SceneView, TimerView } from '../../../shared/views/view-sections.ts';
import '../../ui/fonts.css';
import '../../ui/wall-tokens.css';
import { BallotScene } from './ballot-scene.tsx';
import { BlackWall } from './black-wall.tsx';
import { type ClockFace, clockFace } from './clock-face.ts';
import type { SystemMark } from './head-line.tsx';
import { RankingSceneView } from './ranking-scene.tsx';
import type { SceneProps, WallEvent } from './scene-props.ts';
import { SpeakerScene } from './speaker-scene.tsx';
import { TitleScene } from './title-scene.tsx';
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

/** The height of the stage edge: mid where a number rules the scene, low where a list does. */
function edgeOf(scene: SceneView, face: ClockFace | null): 'mid' | 'low' {
  switch (scene.kind) {
    case 'speaker':
      return face ? 'mid' : 'low';
    case 'ballot':
      return 'mid';
    case 'title':
    case 'ranking':
      return 'low';
    default:
      return unreachable(scene);
  }
}

/** The clock that this scene shows: a closed round and a ranking have none; a title step only a countdown. */
function faceOf(scene: SceneView, timer: TimerView, now: Instant): ClockFace | null {
  const face = clockFace(timer, now);
  switch (scene.kind) {
    case 'speaker':
      return face;
    case 'ballot':
      return scene.state === 'open' ? face : null;
    case 'title':
      return scene.stepName !== null && face?.direction === 'down' ? face : null;
    case 'ranking':
      return null;
    default:
      return unreachable(scene);
  }
}

/** Scenes with the same key change in place; another key enters as a new picture. */
function sceneKey(scene: SceneView): string {
  switch (scene.kind) {
    case 'title':
      return `title ${scene.stepName?.['zh-Hans'] ?? ''} ${scene.unit?.id ?? ''}`;
    case 'speaker':
      return `speaker ${scene.stepName['zh-Hans']} ${scene.unit.id}`;
    case 'ballot':
      return `ballot ${scene.unit.id}`;
    case 'ranking':
      return 'ranking';
    default:
      return unreachable(scene);
  }
}

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

function Edge({ face, pulse }: { readonly face: ClockFace | null; readonly pulse: number }) {
  const custom = (name: string, value: number) => ({ [name]: value }) as CSSProperties;
  return (
    <div className={face ? `${styles.edge} ${styles.time}` : styles.edge} data-part="edge">
      {face ? <i className={styles.left} style={custom('--bar-share', face.bar)} /> : null}
      {face?.ticks.map(({ at }) => (
        <u key={at} className={styles.tick} style={custom('--at', at)} />
      ))}
      {pulse > 0 ? <i key={pulse} className={styles.pulse} /> : null}
    </div>
  );
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
  const marks = [
    styles.wall,
    styles[edgeOf(scene, face)],
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
        <div key={sceneKey(scene)} className={styles.scene}>
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
        <Edge face={face} pulse={pulse} />
      </div>
    </div>
  );
}
