import styles from './clock-digits.module.css';
import type { ClockFace } from './clock-face.ts';

type ClockDigitsProps = { readonly face: ClockFace };

/** The ruling number of a timed scene. Digits change at once: one on its way would be a wrong time. */
export function ClockDigits({ face }: ClockDigitsProps) {
  const [minutes = '', seconds = ''] = face.digits.split(':');
  const isLong = minutes.length > 2;
  return (
    <div className={isLong ? `${styles.clock} ${styles.long}` : styles.clock} data-part="clock">
      {face.phase === 'overtime' ? <span className={styles.plus}>+</span> : null}
      <span>{minutes}</span>
      <i>:</i>
      <span>{seconds}</span>
    </div>
  );
}
