import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../../shared/kernel/brand.ts';
import { openUnits, rankedUnits, withRanking } from '../../ballot-paper/paper.ts';
import { useLanguage } from '../../i18n/language.ts';
import { Icon } from '../../ui/icon.tsx';
import panel from '../panel.module.css';
import styles from '../paper.module.css';
import { ReasonField } from './reason-field.tsx';
import { Section, type SectionProps } from './section.tsx';
import { UnitTile } from './unit-tile.tsx';

function swapped(best: readonly UnitId[], from: number, to: number): readonly UnitId[] {
  const [a, b] = [best[from], best[to]];
  if (a === undefined || b === undefined) return best;
  return best.map((unit, n) => (n === from ? b : n === to ? a : unit));
}

/** Places by taps in the order of preference: the next tap gives the next place, so no gap or tie can come about. */
export function RankingSection(section: SectionProps) {
  const { t } = useTranslation('panel');
  const { localise } = useLanguage();
  const { paper, ballot, values, write } = section;
  const [selected, setSelected] = useState<UnitId | null>(null);
  const best = rankedUnits(paper, ballot, values);
  const open = openUnits(paper, ballot, values).length - best.length;

  const rank = (next: (best: readonly UnitId[]) => readonly UnitId[]) =>
    write((before) => withRanking(paper, ballot, before, next(rankedUnits(paper, ballot, before))));
  const takeBack = (unit: UnitId) => {
    rank((before) => before.filter((each) => each !== unit));
    setSelected(null);
  };
  // A second tap takes the place back; a first one on a ranked unit chooses it, so that a slip loses nothing.
  const tap = (unit: UnitId) => {
    if (unit === selected && best.includes(unit)) return takeBack(unit);
    if (!best.includes(unit)) rank((before) => [...before, unit]);
    setSelected(unit);
  };

  const place = selected === null ? -1 : best.indexOf(selected);
  const chosen = place < 0 ? undefined : paper.units.find(({ id }) => id === selected);
  return (
    <Section
      paper={paper}
      ballot={ballot}
      isOpen={open > 0}
      hint={
        best.length === 0 ? (
          t('rankHint')
        ) : (
          <>
            {t('rankStand', { placed: best.length, count: open })}
            <span className={panel.next}>{t('rankMove')}</span>
          </>
        )
      }
    >
      <ul className={styles.tiles}>
        {paper.units.map((unit) => (
          <UnitTile
            key={unit.id}
            {...section}
            unit={unit}
            isSelected={unit === chosen}
            mark={best.includes(unit.id) ? `${best.indexOf(unit.id) + 1}` : null}
            spoken={best.includes(unit.id) ? t('inPlace', { place: best.indexOf(unit.id) + 1 }) : ''}
            tap={() => tap(unit.id)}
          />
        ))}
      </ul>
      <div className={styles.moves}>
        {chosen && (
          <>
            <span className={styles.moved}>
              {localise(chosen.name)} <b>{t('inPlace', { place: place + 1 })}</b>
            </span>
            <button
              type="button"
              className={styles.move}
              disabled={place === 0}
              onClick={() => rank((before) => swapped(before, place, place - 1))}
            >
              <Icon name="arrowUp" /> {t('moveUp')}
            </button>
            <button
              type="button"
              className={styles.move}
              disabled={place === best.length - 1}
              onClick={() => rank((before) => swapped(before, place, place + 1))}
            >
              <Icon name="arrowDown" /> {t('moveDown')}
            </button>
            <button type="button" className={styles.move} onClick={() => takeBack(chosen.id)}>
              {t('takeBack')}
            </button>
          </>
        )}
      </div>
      {paper.units.map((unit) => (
        <ReasonField key={unit.id} {...section} unit={unit} />
      ))}
    </Section>
  );
}
