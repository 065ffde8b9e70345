import type { CSSProperties } from 'react';
import type { ClockFace } from './clock-face.ts';
import styles from './wall-frame.module.css';

type StageEdgeProps = { readonly face: ClockFace | null; readonly pulse: number };

/** The gold line between stage and floor: the time bar where a clock runs, and each bell one pulse. */
export function StageEdge({ face, pulse }: StageEdgeProps) {
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
