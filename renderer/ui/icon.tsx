import styles from './icon.module.css';

const shapes = {
  tick: <path d="M4 12.5l5 5L20 6.5" />,
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  lock: (
    <>
      <rect x="5" y="11" width="14" height="9" rx="1" />
      <path d="M8 11V8a4 4 0 018 0v3" />
    </>
  ),
  offline: (
    <>
      <path d="M3 3l18 18" />
      <path d="M5 12.5a10 10 0 014-2.6M15 9.9a10 10 0 014 2.6M8.5 16a5 5 0 017 0M2 9a15 15 0 014-2.6M12 5a15 15 0 0110 4" />
    </>
  ),
  hand: (
    <path d="M7 12V6a1.5 1.5 0 013 0v5-7a1.5 1.5 0 013 0v7-6a1.5 1.5 0 013 0v7-3a1.5 1.5 0 013 0v6c0 4-3 7-7 7s-5-2-8-7c-1-2 1-3 2-2z" />
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />
    </>
  ),
  arrowDown: <path d="M12 4v15M6 13l6 6 6-6" />,
  backspace: (
    <>
      <path d="M9 6h11v12H9l-6-6z" />
      <path d="M12 10l4 4M16 10l-4 4" />
    </>
  ),
  hourglass: <path d="M6 3h12M6 21h12M7 3c0 6 5 6 5 9s-5 3-5 9M17 3c0 6-5 6-5 9s5 3 5 9" />,
  warning: (
    <>
      <path d="M12 3L2 20h20z" />
      <path d="M12 9v5M12 17v.5" />
    </>
  ),
  pencil: <path d="M4 20l1-4L16 5l3 3L8 19zM14 7l3 3" />,
} as const;

export type IconName = keyof typeof shapes;

/** A drawing beside words that say the same; screen readers skip it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name]}
    </svg>
  );
}
