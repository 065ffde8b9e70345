import { useRef } from 'react';
import { useStageSize } from './use-stage-size.ts';
import styles from './wall-frame.module.css';

/** Black but for one dim stud, the sign that the signal is alive. */
export function BlackWall() {
  const wall = useRef<HTMLDivElement>(null);
  useStageSize(wall);
  return (
    <div ref={wall} className={styles.black} data-wall="red" data-curtain="black">
      <i className={styles.alive} />
    </div>
  );
}
