import styles from './icon.module.css';

/** Line drawings on a 24 × 24 grid; every state has a shape beside its colour and word. */
const paths = {
  tick: 'M4 12.5l5 5L20 6.5',
  play: 'M6 4l14 8-14 8z',
  ring: 'M12 5a7 7 0 100 14 7 7 0 000-14z',
  dot: 'M12 6a6 6 0 100 12 6 6 0 000-12z',
  cross: 'M5 5l14 14M19 5L5 19',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 014-2.6M15 9.9a10 10 0 014 2.6M8.5 16a5 5 0 017 0M2 9a15 15 0 014-2.6M12 5a15 15 0 0110 4',
  triangle: 'M12 4.5L21 20H3z',
  warning: 'M12 3.5L22 20.5H2zM12 10v5M12 17.6v.2',
  stop: 'M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8zM8.5 8.5l7 7M15.5 8.5l-7 7',
  freeze: 'M12 2v20M3.3 7l17.4 10M20.7 7L3.3 17',
  square: 'M4 4h16v16H4z',
  covered: 'M3 3l18 18M5 8c-2 2-3 4-3 4s4 7 10 7c1.5 0 3-.4 4-1M10 5.2C16 4.5 22 12 22 12s-1 1.7-2.5 3.4',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  absent: 'M12 4a8 8 0 100 16 8 8 0 000-16zM6.5 6.5l11 11',
  away: 'M11 4H5v16h6M10 12h10M16 8l4 4-4 4',
  door: 'M6 3h12v18H6zM14.5 12v.2',
  skip: 'M5 5l8 7-8 7zM18 5v14',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 018 0v3',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  arrowUp: 'M12 20V5M6 11l6-6 6 6',
  arrowDown: 'M12 4v15M6 13l6 6 6-6',
  chevron: 'M9 5l7 7-7 7',
  hand: 'M7 12V6a1.5 1.5 0 013 0v5-7a1.5 1.5 0 013 0v7-6a1.5 1.5 0 013 0v7-3a1.5 1.5 0 013 0v6c0 4-3 7-7 7s-5-2-8-7c-1-2 1-3 2-2z',
  globe: 'M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  backspace: 'M9 6h11v12H9l-6-6zM12 10l4 4M16 10l-4 4',
  hourglass: 'M6 3h12M6 21h12M7 3c0 6 5 6 5 9s-5 3-5 9M17 3c0 6-5 6-5 9s5 3 5 9',
} as const;

const filled: readonly (keyof typeof paths)[] = ['play', 'dot', 'triangle', 'square', 'skip'];

export type IconName = keyof typeof paths;

/** A drawing beside words that say the same; screen readers skip it. */
export function Icon({ name }: { readonly name: IconName }) {
  const isFilled = filled.includes(name);
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill={isFilled ? 'currentColor' : 'none'} />
    </svg>
  );
}
