import { useEffect, useRef } from 'react';
import type { CurtainKind } from '../../shared/domain/curtain.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk, useSurroundings } from './desk-context.tsx';
import { RefusalNote } from './refusal-note.tsx';
import styles from './side.module.css';
import { useWords } from './use-words.ts';

/** Freeze and blackout: where the hand finds them blind. They act on the screens even when the disk has failed. */
export function WallCurtain({ view }: { readonly view: Pick<ConsoleView, 'wall'> }) {
  const { t } = useWords();
  const { isLost } = useSurroundings();
  const order = useDesk((desk) => desk.order);
  const { curtain } = view.wall;
  // What was ordered and isn't seen yet: a second press at once takes the first back.
  const ordered = useRef<CurtainKind | null>(null);
  useEffect(() => {
    if (ordered.current === curtain) ordered.current = null;
  }, [curtain]);
  const toggle = async (to: Exclude<CurtainKind, 'open'>) => {
    const next = (ordered.current ?? curtain) === to ? 'open' : to;
    ordered.current = next;
    const outcome = await order('curtain', { kind: 'SetCurtain', curtain: next });
    if (outcome === 'refused' && ordered.current === next) ordered.current = null;
  };
  const reason = isLost ? t('stopped.lost') : null;
  return (
    <div className={styles.curtain}>
      <RefusalNote control="curtain" />
      <div className={styles.curtainButtons}>
        <ConsoleButton
          isAlwaysThere
          icon="freeze"
          label={t(curtain === 'frozen' ? 'curtain.unfreeze' : 'curtain.freeze')}
          intent="freeze"
          isOn={curtain === 'frozen'}
          blockedBy={reason}
          onPress={() => void toggle('frozen')}
        />
        <ConsoleButton
          isAlwaysThere
          icon="square"
          label={t(curtain === 'black' ? 'curtain.unblack' : 'curtain.black')}
          intent="black"
          isOn={curtain === 'black'}
          blockedBy={reason}
          onPress={() => void toggle('black')}
        />
      </div>
    </div>
  );
}
