import { useEffect, useState } from 'react';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import { type SheetKind, type SheetList, sheetKinds } from '../../shared/views/sheet-kinds.ts';
import { loadSheetList } from '../paper/load-sheet.ts';
import { paperAddress, sheetFileAddress } from '../paper/sheet-address.ts';
import { useSurroundings } from './desk-context.tsx';
import styles from './documents.module.css';
import drawer from './drawer.module.css';
import { useWords } from './use-words.ts';

type DocumentView = Pick<ConsoleView, 'rounds' | 'result' | 'stage'>;

/** What there is changes with the first round, with the count and with what undoes it. */
function useSheetList({ rounds, result, stage }: DocumentView): SheetList | null {
  const { token } = useSurroundings();
  const { language } = useWords();
  const [list, setList] = useState<SheetList | null>(null);
  const standing = [stage.phase, rounds.length, result?.phase].join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the event stands asks for a new list
  useEffect(() => {
    let isCurrent = true;
    void loadSheetList(token, language).then((loaded) => {
      if (isCurrent && loaded.kind === 'loaded') setList(loaded.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [token, language, standing]);
  return list;
}

/** The page lays out and prints; the unit or the seat is chosen there. */
function DocumentLinks({ kind }: { readonly kind: SheetKind }) {
  const { t, language } = useWords();
  const { token } = useSurroundings();
  const wish = { kind, unit: '', seat: '' };
  return (
    <a href={paperAddress(wish, token, language)} target="_blank" rel="noreferrer">
      {t('documents.open')}
    </a>
  );
}

const wholeEvent: readonly SheetKind[] = ['opening', 'count', 'result', 'ranking'];

function FileLinks({ kind }: { readonly kind: SheetKind }) {
  const { language } = useWords();
  const { token } = useSurroundings();
  if (!wholeEvent.includes(kind)) return null;
  const wish = { kind, unit: '', seat: '' };
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} href={sheetFileAddress(wish, format, token, language)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}

/** Every document of the event: what can be had now, and why the others can't. */
export function DocumentList({ view }: { readonly view: DocumentView }) {
  const { t } = useWords();
  const list = useSheetList(view);
  return (
    <section>
      <h3>{t('documents.title')}</h3>
      <ul className={styles.documents}>
        {sheetKinds.map((kind) => {
          const known = list?.documents.find((each) => each.kind === kind);
          return (
            <li key={kind} data-document={kind}>
              <span className={styles.name}>{t(`documents.kind.${kind}`)}</span>
              {known && known.refusal === null ? (
                <>
                  <DocumentLinks kind={kind} />
                  <FileLinks kind={kind} />
                </>
              ) : (
                <span className={drawer.hint}>
                  {known?.refusal && t(`documents.refusal.${known.refusal}`)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
