import type { ReactNode } from 'react';
import { emWidth } from './fit-text.ts';
import styles from './head-line.module.css';
import type { WallWords } from './wall-words.ts';

/** What the system slot says; it never lies over the content. */
export type SystemMark = 'reconnecting' | 'frozen' | 'paused';

const markShapes: { readonly [mark in SystemMark]: ReactNode } = {
  reconnecting: <path d="M29 7a17 17 0 1 0 9 9" fill="none" stroke="currentColor" strokeWidth="6" />,
  frozen: <path d="M8 5h10v34H8zM26 5h10v34H26z" fill="currentColor" />,
  paused: (
    <g fill="none" stroke="currentColor" strokeWidth="5">
      <circle cx="22" cy="22" r="17" />
      <path d="M17 14v16M27 14v16" />
    </g>
  ),
};

type HeadLineProps = {
  readonly arena: string;
  /** The scene's own label; null where the scene says it itself, and the head line keeps to the right. */
  readonly scene: string | null;
  readonly system: SystemMark | null;
  readonly isDemo: boolean;
  readonly where: string | null;
  readonly words: WallWords;
};

const headWidth = 17.28;

/** Whether mark, arena and all labels stand in one line; where they don't, the arena goes: it changes least. */
function hasRoomForArena({ arena, scene, system, isDemo, where, words }: HeadLineProps): boolean {
  const widths = [
    0.78,
    emWidth(arena) * 0.44 + 0.26,
    scene ? emWidth(scene) * 0.38 + 0.52 : 0,
    system ? emWidth(words(system)) * 0.36 + 1.28 : 0,
    isDemo ? emWidth(words('demo')) * 0.36 + 0.62 : 0,
    where ? emWidth(where) * 0.38 + 0.26 : 0,
  ];
  return widths.reduce((sum, width) => sum + width, 0) <= headWidth;
}

/** Mark, arena and scene at the left; system label, 演示数据 and position at the right. Always in the same place. */
export function HeadLine(props: HeadLineProps) {
  const { arena, scene, system, isDemo, where, words } = props;
  return (
    <header className={styles.head}>
      {scene === null ? null : (
        <>
          <svg
            className={styles.emblem}
            viewBox="0 0 52 52"
            fill="none"
            stroke="currentColor"
            strokeWidth="4"
            aria-hidden="true"
          >
            <circle cx="26" cy="22" r="16" />
            <circle cx="26" cy="22" r="4.5" fill="currentColor" stroke="none" />
            <path d="M2 47h48" />
          </svg>
          {hasRoomForArena(props) ? <span className={styles.arena}>{arena}</span> : null}
          <span className={styles.scene}>{scene}</span>
        </>
      )}
      <span className={styles.push} />
      {system ? (
        <span className={styles.system}>
          <svg viewBox="0 0 44 44" aria-hidden="true">
            {markShapes[system]}
          </svg>
          {words(system)}
        </span>
      ) : null}
      {isDemo ? <span className={styles.demo}>{words('demo')}</span> : null}
      {where ? <span className={styles.where}>{where}</span> : null}
    </header>
  );
}
