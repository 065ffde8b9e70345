import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ballotTotal } from '../../../shared/domain/ballot.ts';
import type { UnitView } from '../../../shared/views/view-sections.ts';
import { isRecused, type MarkCell } from '../../ballot-paper/paper.ts';
import { CriterionRow } from '../criterion-row.tsx';
import { isMarked, type MarkEntry } from '../mark-entry.ts';
import styles from '../scoring.module.css';
import { ClosedUnit, UnitRow } from '../unit-row.tsx';
import { ReasonField } from './reason-field.tsx';
import { Section, type SectionProps } from './section.tsx';

export type MarkProps = SectionProps & {
  readonly cells: readonly MarkCell[];
  readonly entry: MarkEntry;
  /** Makes the cell with this index the one that the keys fill. */
  readonly select: (row: number) => void;
};

/** Numbers: a row for each, or one for each unit that opens into its criteria. */
export function MarkSection({ cells, entry, select, ...section }: MarkProps) {
  const { t } = useTranslation('panel');
  const { paper, ballot, values } = section;
  const list = useRef<HTMLUListElement>(null);
  const own = cells.filter((cell) => cell.ballot === ballot.id);
  const current = entry.cursor === null ? undefined : cells[entry.cursor];

  useEffect(() => {
    if (entry.cursor === null) return;
    list.current?.querySelector(`[data-row="${entry.cursor}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [entry.cursor]);

  const row = (cell: MarkCell) => (
    <CriterionRow
      key={cell.id}
      row={cells.indexOf(cell)}
      criterion={cell}
      mark={values[cell.id] ?? ''}
      isCurrent={cell === current}
      isFresh={entry.isFresh}
      select={() => select(cells.indexOf(cell))}
    />
  );
  const unitRows = (unit: UnitView) => {
    if (paper.notOn.includes(unit.id)) return <ClosedUnit key={unit.id} unit={unit} why={t('notYours')} />;
    if (isRecused(paper, ballot, unit.id, values))
      return <ClosedUnit key={unit.id} unit={unit} why={t('recused')} />;
    const of = own.filter((cell) => cell.unit.id === unit.id);
    const reason = <ReasonField key={`${unit.id} reason`} {...section} unit={unit} />;
    if (paper.unit || of.length < 2) return [...of.map(row), reason];
    const isOpen = current?.unit.id === unit.id && current.ballot === ballot.id;
    const left = of.filter((cell) => !isMarked(cell, values)).length;
    const first = of.find((cell) => !isMarked(cell, values)) ?? of[0];
    return [
      <UnitRow
        key={unit.id}
        unit={unit}
        isOpen={isOpen}
        text={left === 0 ? t('inPoints', { total: ballotTotal(of, values) }) : t('unitLeft', { count: left })}
        open={() => first && select(cells.indexOf(first))}
      />,
      ...(isOpen ? of.map(row) : []),
      reason,
    ];
  };
  return (
    <Section paper={paper} ballot={ballot} isOpen={own.some((cell) => !isMarked(cell, values))}>
      <ul ref={list} className={styles.rows}>
        {(paper.unit ? [paper.unit] : paper.units).map(unitRows)}
      </ul>
    </Section>
  );
}
