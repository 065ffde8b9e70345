import type { ConsoleHealth } from '../../shared/views/console-view.ts';
import { Icon } from '../ui/icon.tsx';
import { classes } from './classes.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { isCovered } from './desk-store.ts';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

type Displays = ConsoleHealth['displays']['kind'];

export function useCover(displays: Displays): { readonly isCovered: boolean; readonly toggle: () => void } {
  const peek = useDesk((desk) => desk.peek);
  const setPeek = useDesk((desk) => desk.setPeek);
  const covered = isCovered(peek, displays);
  return { isCovered: covered, toggle: () => setPeek(displays, covered) };
}

/** Covers and uncovers what the hall may not see yet. */
export function PeekButton({ displays }: { readonly displays: Displays }) {
  const { t } = useWords();
  const cover = useCover(displays);
  return (
    <ConsoleButton
      isSmall
      isAlwaysThere
      icon={cover.isCovered ? 'eye' : 'covered'}
      label={t(cover.isCovered ? 'result.uncover' : 'result.cover')}
      intent="peek"
      onPress={cover.toggle}
    />
  );
}

/** Lies where held numbers would be; a click lifts it. */
export function HeldCurtain({ displays, count }: { readonly displays: Displays; readonly count: number }) {
  const { t } = useWords();
  const cover = useCover(displays);
  return (
    <button type="button" className={styles.curtain} onClick={cover.toggle}>
      <Icon name="covered" />
      <b>{t('result.covered', { count })}</b>
      <span className={classes(displays !== 'extended' && styles.attention)}>
        {t(`displays.${displays}`)}
      </span>
    </button>
  );
}
