import type { Language } from '../../../shared/kernel/language.ts';
import styles from './final-podium.module.css';
import { fitName, type Setting, sharedSize } from './fit-text.ts';
import { Lines, units } from './lines.tsx';
import plate from './plate.module.css';
import type { Place } from './ranking-places.ts';
import { wallWords } from './wall-words.ts';

const nameWidth = 4.0;

const firstSettings: readonly Setting[] = [
  { size: 1.28, lines: 1 },
  { size: 0.96, lines: 1 },
  { size: 0.78, lines: 2 },
  { size: 0.64, lines: 2 },
  { size: 0.56, lines: 3 },
];
const nextSettings: readonly Setting[] = [
  { size: 0.96, lines: 1 },
  { size: 0.76, lines: 1 },
  { size: 0.64, lines: 1 },
  { size: 0.56, lines: 1 },
  { size: 0.54, lines: 2 },
  { size: 0.46, lines: 2 },
];

type FinalPodiumProps = { readonly places: readonly Place[]; readonly language: Language };

/** First place on the plate, second and third below it. */
export function FinalPodium({ places, language }: FinalPodiumProps) {
  const words = wallWords(language);
  const names = places.slice(1).flatMap(({ row }) => (row ? [row.unit[language]] : []));
  const size = sharedSize(names, nameWidth, nextSettings);
  return (
    <section className={styles.podium}>
      {places.map(({ place, row }) => {
        if (!row) return null;
        const isFirst = place === 1;
        const settings = isFirst ? firstSettings : [{ size, lines: 2 }];
        const name = fitName(row.unit[language], nameWidth, settings);
        return (
          <div
            key={place}
            className={isFirst ? `${styles.place} ${styles.first} ${plate.plate}` : styles.place}
            data-place={place}
            data-plate={isFirst ? row.rank : undefined}
          >
            <span className={styles.numeral}>{row.place}</span>
            <div>
              <h1
                className={isFirst ? `${styles.name} ${plate.name}` : styles.name}
                style={{ fontSize: units(name.size) }}
              >
                <Lines text={name} />
              </h1>
              <p className={isFirst ? `${styles.score} ${plate.score}` : styles.score}>
                {row.total}
                {row.isShared ? <small>{words('shared')}</small> : null}
              </p>
            </div>
          </div>
        );
      })}
    </section>
  );
}
