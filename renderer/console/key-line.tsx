import styles from './console.module.css';
import { useDesk } from './desk-context.tsx';
import { KeyCap } from './key-cap.tsx';
import type { KeyIntent } from './keys.ts';
import { useKey } from './use-key.ts';
import { useWords } from './use-words.ts';

const shown = [
  'next',
  'back',
  'pause',
  'lessTime',
  'moreTime',
  'bell',
  'message',
  'jump',
  'seats',
  'result',
  'redo',
  'freeze',
  'black',
  'network',
] as const satisfies readonly KeyIntent[];

/** The keys that are used most, always in the same order. */
export function KeyLine({ hasBallots }: { readonly hasBallots: boolean }) {
  const { t } = useWords();
  const drawer = useDesk((desk) => desk.drawer);
  const openDrawer = useDesk((desk) => desk.openDrawer);
  const closeDrawer = useDesk((desk) => desk.closeDrawer);
  const showKeys = () => (drawer === 'keys' ? closeDrawer() : openDrawer('keys'));
  useKey('allKeys', showKeys);
  return (
    <footer className={styles.keyLine}>
      {shown
        .filter((intent) => hasBallots || intent !== 'seats')
        .map((intent) => (
          <span key={intent}>
            <KeyCap intent={intent} />
            {t(`keyShort.${intent}`)}
          </span>
        ))}
      <button type="button" onClick={showKeys}>
        <KeyCap intent="allKeys" />
        {t('keyShort.allKeys')}
      </button>
    </footer>
  );
}
