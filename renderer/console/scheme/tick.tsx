import type { ReactNode } from 'react';
import styles from './scheme.module.css';

/** A tick box that Enter turns as well: on the console Space belongs to the show. */
export function Tick({
  isOn,
  onTurn,
  id,
  className = styles.switch,
  children,
}: {
  readonly isOn: boolean;
  readonly onTurn: () => void;
  readonly id?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <label className={className}>
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={onTurn}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          onTurn();
        }}
      />
      {children}
    </label>
  );
}
