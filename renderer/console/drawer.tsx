import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import styles from './drawer.module.css';
import { useWords } from './use-words.ts';

/** Lies over agenda and stage, never over freeze and blackout; the show's keys rest while it is open. */
export function Drawer({
  title,
  children,
  isNarrow = false,
  isFilled = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly isNarrow?: boolean;
  /** What is inside fills it to the edges and scrolls by itself. */
  readonly isFilled?: boolean;
}) {
  const { t } = useWords();
  const closeDrawer = useDesk((desk) => desk.closeDrawer);
  return (
    <section className={classes(styles.drawer, isNarrow && styles.narrow)} role="dialog" aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <span className={styles.hint}>{t('drawer.keysRest')}</span>
        <ConsoleButton
          isSmall
          isAlwaysThere
          label={t('drawer.close')}
          intent="cancel"
          onPress={closeDrawer}
        />
      </header>
      <div className={classes(styles.body, isFilled && styles.filled)}>{children}</div>
    </section>
  );
}
