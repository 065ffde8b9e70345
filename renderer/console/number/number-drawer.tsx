import { useCallback, useEffect, useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useSurroundings } from '../desk-context.tsx';
import { Drawer } from '../drawer.tsx';
import { HeldCurtain, useCover } from '../held-curtain.tsx';
import { useRefusalText } from '../refusal-note.tsx';
import { useWords } from '../use-words.ts';
import { type LoadedNumber, loadNumber } from './load-number.ts';
import styles from './number.module.css';
import { readTarget } from './number-target.ts';
import { NumberTree } from './number-tree.tsx';

type View = Pick<ConsoleView, 'result' | 'health' | 'event'>;

/** Fetched once for each opening: every fetch is a look that the host writes down. */
function useNumber(unit: string): { readonly loaded: LoadedNumber | null; readonly again: () => void } {
  const { token } = useSurroundings();
  const { language } = useWords();
  const [loaded, setLoaded] = useState<LoadedNumber | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    let isCurrent = true;
    setLoaded(null);
    void loadNumber(unit, token, language).then((next) => isCurrent && setLoaded(next));
    return () => {
      isCurrent = false;
    };
  }, [unit, token, language, turn]);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  return { loaded, again };
}

function OpenedNumber({ unit, group }: { readonly unit: string; readonly group: string | null }) {
  const { t } = useWords();
  const refusalText = useRefusalText();
  const { loaded, again } = useNumber(unit);
  if (loaded === null) return <p className={styles.logged}>{t('number.loading')}</p>;
  if (loaded.kind === 'loaded') return <NumberTree sheet={loaded.sheet} unit={unit} group={group} />;
  const reason =
    loaded.kind === 'refused' ? refusalText(loaded.code) : t('number.failed', { reason: loaded.reason });
  return (
    <div role="alert" className={styles.failed}>
      <p>{reason}</p>
      <ConsoleButton isSmall isAlwaysThere label={t('number.again')} onPress={again} />
    </div>
  );
}

/** Gives the focus back to what had it when the drawer opened. */
function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}

/** A number of the result opened into its reasons; nothing is asked for while held numbers are covered. */
export function NumberDrawer({ view, target }: { readonly view: View; readonly target: string }) {
  const { t, localise } = useWords();
  const displays = view.health.displays.kind;
  const cover = useCover(displays);
  useFocusBack();
  const opened = readTarget(target);
  const { result } = view;
  const row = result?.rows.find(({ unit }) => unit.id === opened.unit);
  if (!result || !row) return null;
  const group = opened.group === null ? undefined : result.rule.groups[opened.group]?.name;
  const isHeld = result.phase === 'counted' && cover.isCovered;
  return (
    <Drawer title={t('number.title', { unit: localise(row.unit.name) })}>
      {isHeld ? (
        <HeldCurtain displays={displays} count={1} />
      ) : (
        <OpenedNumber
          key={`${target} ${result.count}`}
          unit={opened.unit}
          group={group ? localise(group) : null}
        />
      )}
    </Drawer>
  );
}
