import type { ReactNode } from 'react';
import { emWidth, mediumSans, smallestSize } from './fit-text.ts';
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

type Labels = 'side-by-side' | 'stacked' | 'scene-only';

const sansWidth = (text: string, size: number) => emWidth(text, mediumSans) * size;
/** Set apart by 0.04 em. */
const arenaWidth = (text: string, size: number) => emWidth(text) * 1.04 * size;

/**
 * How arena and scene share the line with the labels at its right: beside one another, one above the other, and
 * only where the longest names of all meet does the arena, which changes least, give way.
 */
function labelsOf({ arena, scene, system, isDemo, where, words }: HeadLineProps): Labels {
  const others = [
    0.52,
    system ? sansWidth(words(system), smallestSize) + 1.28 : 0,
    isDemo ? sansWidth(words('demo'), smallestSize) + 0.62 : 0,
    where ? sansWidth(where, 0.38) + 0.26 : 0,
  ].reduce((sum, width) => sum + width, 0);
  const room = headWidth - others;
  if (0.26 + arenaWidth(arena, 0.42) + 0.52 + sansWidth(scene ?? '', 0.38) <= room) return 'side-by-side';
  const widest = Math.max(arenaWidth(arena, smallestSize), sansWidth(scene ?? '', smallestSize));
  return 0.26 + widest <= room ? 'stacked' : 'scene-only';
}

/** Mark, arena and scene at the left; system label, 演示数据 and position at the right. Always in the same place. */
export function HeadLine(props: HeadLineProps) {
  const { arena, scene, system, isDemo, where, words } = props;
  const labels = labelsOf(props);
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
          <span className={labels === 'stacked' ? styles.stacked : styles.beside}>
            {labels === 'scene-only' ? null : <span className={styles.arena}>{arena}</span>}
            <span className={styles.scene}>{scene}</span>
          </span>
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
