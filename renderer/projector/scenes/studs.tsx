import type { CSSProperties } from 'react';
import styles from './ballot-scene.module.css';
import { units } from './lines.tsx';

/** Diameter and pitch of studs, in stage units. */
export type StudLayout = { readonly size: number; readonly columns: number };

const sizes = [0.72, 0.56, 0.44, 0.38, 0.3];
const gapShare = 0.36;
const height = 1.94;

/** The largest studs with which every group has room; null if none has. */
export function studLayout(expected: readonly number[], width: number): StudLayout | null {
  for (const size of sizes) {
    const columns = Math.floor((width + size * gapShare) / (size * (1 + gapShare)));
    const rows = Math.max(...expected.map((count) => Math.ceil(count / columns)));
    if (rows * size * (1 + gapShare) - size * gapShare <= height) return { size, columns };
  }
  return null;
}

type StudsProps = {
  readonly submitted: number;
  readonly expected: number;
  readonly layout: StudLayout | null;
};

/** One stud is one seat of the group, filled from the left by count; too many are one bar. */
export function Studs({ submitted, expected, layout }: StudsProps) {
  if (!layout) {
    const share = expected === 0 ? 0 : Math.min(1, submitted / expected);
    return (
      <div className={styles.bar} data-part="bar">
        <i style={{ width: `${share * 100}%` }} />
      </div>
    );
  }
  const size = units(layout.size);
  const style: CSSProperties = { width: size, height: size };
  return (
    <div
      className={styles.studs}
      style={{
        gridTemplateColumns: `repeat(${layout.columns}, ${size})`,
        gridGap: units(layout.size * gapShare),
      }}
    >
      {Array.from({ length: Math.max(expected, submitted) }, (_, place) => place).map((place) => (
        <i
          key={place}
          className={place < submitted ? styles.filled : ''}
          style={style}
          data-stud={place < submitted ? 'filled' : 'open'}
        />
      ))}
    </div>
  );
}
