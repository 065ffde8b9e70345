import type { Language } from '../../../shared/kernel/language.ts';
import type { RankingRow } from '../../../shared/views/view-sections.ts';
import { fitName, type Setting } from './fit-text.ts';
import { Lines, units } from './lines.tsx';
import plateStyles from './plate.module.css';
import { rankText } from './rank-words.ts';
import type { Place } from './ranking-places.ts';
import styles from './reveal-column.module.css';
import { wallWords } from './wall-words.ts';

const plateSettings: readonly Setting[] = [
  { size: 1.82, lines: 1 },
  { size: 1.36, lines: 1 },
  { size: 1.08, lines: 2 },
  { size: 0.85, lines: 2 },
  { size: 0.76, lines: 3 },
];
const sealedSettings: readonly Setting[] = [
  { size: 0.5, lines: 1 },
  { size: 0.42, lines: 1 },
  { size: 0.36, lines: 2 },
];

type RevealColumnProps = {
  readonly plate: RankingRow | null;
  readonly podium: readonly Place[];
  readonly language: Language;
};

/** The row just revealed, on the plate; below it the first places, sealed until their turn. */
export function RevealColumn({ plate, podium, language }: RevealColumnProps) {
  const words = wallWords(language);
  const name = plate ? fitName(plate.unit[language], 5.3, plateSettings) : null;
  return (
    <section className={styles.column}>
      {plate && name ? (
        <div
          key={`${plate.rank} ${plate.unit['zh-Hans']}`}
          className={`${styles.now} ${plateStyles.plate}`}
          data-plate={plate.rank}
        >
          <div className={`${styles.kicker} ${plateStyles.rank}`}>
            {words('place', { rank: rankText(plate.rank, language) })}
            {plate.isShared ? <small>{words('shared')}</small> : null}
          </div>
          <h1 className={`${styles.name} ${plateStyles.name}`} style={{ fontSize: units(name.size) }}>
            <Lines text={name} />
          </h1>
          <p className={`${styles.score} ${plateStyles.score}`}>{plate.total}</p>
        </div>
      ) : (
        <div className={styles.armed}>{words('revealing')}</div>
      )}
      <div className={styles.sealed}>
        {podium.map(({ place, row, isNewest }) => (
          <div
            key={place}
            className={isNewest ? `${styles.place} ${styles.newest}` : styles.place}
            data-place={place}
          >
            <b className={styles.numeral}>{row?.place ?? place}</b>
            {row ? (
              <SealedName row={row} language={language} />
            ) : (
              <span className={styles.toCome}>{words('toCome')}</span>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function SealedName({ row, language }: { readonly row: RankingRow; readonly language: Language }) {
  const name = fitName(row.unit[language], 3.1, sealedSettings);
  return (
    <>
      <h2 className={styles.unit} style={{ fontSize: units(name.size) }}>
        <Lines text={name} />
      </h2>
      <span className={styles.total}>{row.total}</span>
    </>
  );
}
