import { useState } from 'react';
import type { Sheet, SheetBlock } from '../../../shared/documents/sheet.ts';
import { paperAddress } from '../../paper/sheet-address.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useSurroundings } from '../desk-context.tsx';
import drawer from '../drawer.module.css';
import { useWords } from '../use-words.ts';
import { pressedLine } from './branches.ts';
import styles from './number.module.css';
import { TreeView } from './tree-view.tsx';

type NumberTreeProps = {
  readonly sheet: Sheet;
  readonly unit: string;
  /** The group whose mean was pressed; null: the total. */
  readonly group: string | null;
};

type All = { readonly isOpen: boolean; readonly turn: number };

function Facts({ sheet }: { readonly sheet: Sheet }) {
  const facts = sheet.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A tree under its heading; only the first one stands open. */
function Block({
  block,
  heading,
  isFirst,
  group,
  all,
}: {
  readonly block: SheetBlock;
  readonly heading: string;
  readonly isFirst: boolean;
  readonly group: string | null;
  readonly all: All;
}) {
  if (block.kind === 'heading') return <h3 className={styles.heading}>{block.text}</h3>;
  if (block.kind !== 'tree') return null;
  return (
    <TreeView
      label={heading}
      lines={block.lines}
      pressed={isFirst ? pressedLine(block.lines, group) : null}
      all={all}
    />
  );
}

/** A unit's number with all its reasons, as the host made them. */
export function NumberTree({ sheet, unit, group }: NumberTreeProps) {
  const { t, language } = useWords();
  const { token } = useSurroundings();
  const [all, setAll] = useState<All>({ isOpen: false, turn: 0 });
  const first = sheet.blocks.findIndex(({ kind }) => kind === 'tree');
  const headingOf = (at: number): string => {
    const before = sheet.blocks[at - 1];
    return before?.kind === 'heading' ? before.text : sheet.title;
  };
  const turn = (isOpen: boolean) => () => setAll((last) => ({ isOpen, turn: last.turn + 1 }));
  // The changelog, which follows the last tree, stands on paper.
  const last = sheet.blocks.reduce((found, { kind }, at) => (kind === 'tree' ? at : found), -1);
  return (
    <>
      {sheet.marks.length > 0 && (
        <ul className={styles.marks}>
          {sheet.marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      )}
      <div className={styles.head}>
        <Facts sheet={sheet} />
        <ConsoleButton isSmall isAlwaysThere label={t('number.openAll')} onPress={turn(true)} />
        <ConsoleButton isSmall isAlwaysThere label={t('number.closeAll')} onPress={turn(false)} />
        <span className={drawer.exports}>
          <a
            href={paperAddress({ kind: 'tree', unit, seat: '' }, token, language)}
            target="_blank"
            rel="noreferrer"
          >
            {t('number.print')}
          </a>
        </span>
      </div>
      {sheet.blocks.slice(0, last + 1).map((block, at) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one finished sheet don't move
          key={at}
          block={block}
          heading={headingOf(at)}
          isFirst={at === first}
          group={group}
          all={all}
        />
      ))}
      <p className={styles.logged}>{t('number.logged')}</p>
    </>
  );
}
