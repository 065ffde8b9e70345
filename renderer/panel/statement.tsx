import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './panel.module.css';

type StatementProps = {
  readonly icon: IconName;
  /** `done`: the host has it. `attention`: not sent, not stored. `locked`: can't change. `pending`: under way. */
  readonly tone: 'done' | 'attention' | 'locked' | 'pending';
  readonly title: ReactNode;
  /** Beside the drawing, below the title. */
  readonly detail?: ReactNode;
  readonly children?: ReactNode;
};

/** One thing said large: shape, words and value together. */
export function Statement({ icon, tone, title, detail, children }: StatementProps) {
  return (
    <div className={styles.center} role={tone === 'attention' ? 'alert' : 'status'}>
      <div className={styles.statement}>
        <div className={`${styles.disc} ${styles[tone]}`}>
          <Icon name={icon} />
        </div>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {detail}
        </div>
      </div>
      {children}
    </div>
  );
}
