import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '../../../shared/kernel/brand.ts';
import { askedOf, fieldOn, namedUnits, withField } from '../../ballot-paper/paper.ts';
import styles from '../paper.module.css';
import { Section, type SectionProps } from './section.tsx';
import { UnitTile } from './unit-tile.tsx';

/** Names chosen among the units: one, or some of them. */
export function NameSection({ paper, ballot, values, write }: SectionProps) {
  const { t } = useTranslation('panel');
  const [isFull, setFull] = useState(false);
  const asked = askedOf(ballot);
  if (asked.kind !== 'names') return null;
  const { atLeast, atMost } = asked;
  const named = namedUnits(paper, ballot, values);
  const isOne = ballot.kind === 'winner';
  const mayExceed = ballot.kind === 'approval' && ballot.effect === 'void';

  const tap = (unit: UnitId) => {
    const has = named.includes(unit);
    const stops = !has && !isOne && !mayExceed && named.length >= atMost;
    setFull(stops);
    if (stops) return;
    write((before) => {
      const others = isOne ? namedUnits(paper, ballot, before) : [];
      const cleared = others.reduce(
        (after, each) => withField(after, fieldOn(paper, ballot, each, 'vote'), ''),
        before,
      );
      return withField(cleared, fieldOn(paper, ballot, unit, 'vote'), has ? '' : 'yes');
    });
  };

  const range = () => {
    if (isOne) return t('namesOne');
    if (atLeast === atMost) return t('namesExactly', { most: atMost });
    return atLeast > 0
      ? t('namesBetween', { least: atLeast, most: atMost })
      : t('namesAtMost', { most: atMost });
  };
  const hint = (
    <>
      <span className={styles.count}>{range()}</span>
      {!isOne && (
        <span className={named.length > atMost ? styles.beyond : styles.count}>
          {t('namesStand', { count: named.length })}
        </span>
      )}
      {isFull && <span className={styles.beyond}>{t('namesFull', { most: atMost })}</span>}
    </>
  );
  return (
    <Section paper={paper} ballot={ballot} isOpen={named.length < atLeast} hint={hint}>
      <ul className={styles.tiles}>
        {paper.units.map((unit) => (
          <UnitTile
            key={unit.id}
            paper={paper}
            ballot={ballot}
            values={values}
            unit={unit}
            isSelected={false}
            mark={named.includes(unit.id) ? 'tick' : null}
            spoken=""
            tap={() => tap(unit.id)}
          />
        ))}
      </ul>
    </Section>
  );
}
