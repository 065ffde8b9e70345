import type { CSSProperties } from 'react';
import type { Language } from '../../../shared/kernel/language.ts';
import type { RankingScene } from '../../../shared/views/view-sections.ts';
import { fitName, type Setting, smallestSize } from './fit-text.ts';
import { Lines, units } from './lines.tsx';
import styles from './ranking-list.module.css';
import { listRowsOfPage, type Place, rowsAfterPlaces } from './ranking-places.ts';
import { groupHeadings } from './rule-line.ts';
import { wallWords } from './wall-words.ts';

const listWidth = 10.88;
/** In stage units; the widest rank with its 并列, the widest total 100.00. */
const rankColumn = { 'zh-Hans': 1.5, 'zh-Hant': 1.5, en: 1.28 } as const;
const totalColumn = 1.86;
/** The longest name keeps its place from the start: 8 characters, or a Latin name on two lines. */
const longestName = { 'zh-Hans': 4.24, 'zh-Hant': 4.24, en: 4.6 } as const;
const widestMean = 1.62;

const chineseRow: readonly Setting[] = [
  { size: 0.52, lines: 1 },
  { size: 0.42, lines: 1 },
  { size: 0.36, lines: 2 },
];
const latinRow: readonly Setting[] = [
  { size: 0.44, lines: 1 },
  { size: 0.42, lines: 1 },
  { size: 0.36, lines: 2 },
];
const divisionSettings: readonly Setting[] = [
  { size: 0.52, lines: 1 },
  { size: 0.44, lines: 1 },
  { size: 0.36, lines: 1 },
  { size: 0.36, lines: 2 },
];

const aloneSettings: readonly Setting[] = [
  { size: 1.28, lines: 1 },
  { size: 0.96, lines: 1 },
  { size: 0.78, lines: 2 },
];

type RankingListProps = {
  readonly scene: RankingScene;
  readonly list: readonly Place[];
  readonly page: number;
  readonly language: Language;
};

type DivisionHeadProps = {
  readonly name: string;
  /** Of the columns without a name. */
  readonly width: number;
  /** No row stands below it. */
  readonly isAlone: boolean;
};

/** A name too long to stand beside the columns' headings takes their place. */
function isOverHeadings(name: string, width: number): boolean {
  return fitName(name, width - 0.2, divisionSettings).size < smallestSize;
}

function DivisionHead({ name, width, isAlone }: DivisionHeadProps) {
  const room = isAlone || isOverHeadings(name, width) ? listWidth : width - 0.2;
  const fitted = fitName(name, room, isAlone ? aloneSettings : divisionSettings);
  return (
    <h2
      className={isAlone ? `${styles.division} ${styles.alone}` : styles.division}
      style={{ fontSize: units(fitted.size) }}
      data-division
    >
      <Lines text={fitted} />
    </h2>
  );
}

/** Whose places these are; the places after the third, with the means of each group; then units without a rank. */
export function RankingList({ scene, list, page, language }: RankingListProps) {
  const words = wallWords(language);
  const headings = scene.rule.shows.groupMeans ? groupHeadings(scene.rule, language, words) : [];
  const free = listWidth - rankColumn[language] - totalColumn - longestName[language];
  const meanColumn = Math.min(widestMean, free / Math.max(1, headings.length));
  const nameColumn = listWidth - rankColumn[language] - totalColumn - meanColumn * headings.length;
  const columns: CSSProperties = {
    gridTemplateColumns: [rankColumn[language], nameColumn, ...headings.map(() => meanColumn), totalColumn]
      .map(units)
      .join(' '),
  };
  const meanSize = units(Math.min(0.42, meanColumn / 3.2));
  const name = (text: string) => {
    const fitted = fitName(text, nameColumn - 0.12, language === 'en' ? latinRow : chineseRow);
    return (
      <span
        className={fitted.lines.length > 1 ? `${styles.unit} ${styles.twoLines}` : styles.unit}
        style={{ fontSize: units(fitted.size) }}
      >
        <Lines text={fitted} />
      </span>
    );
  };
  const from = page * listRowsOfPage;
  const after = rowsAfterPlaces(scene);
  const last = after.slice(Math.max(0, from - list.length), Math.max(0, from + listRowsOfPage - list.length));
  const isEmpty = list.length + after.length === 0;
  const division = scene.division?.[language] ?? null;
  const headWidth = rankColumn[language] + nameColumn;
  const areHeadingsCovered = division !== null && isOverHeadings(division, headWidth);
  return (
    <section className={styles.list}>
      {division === null ? null : <DivisionHead name={division} width={headWidth} isAlone={isEmpty} />}
      <div
        className={areHeadingsCovered ? `${styles.headings} ${styles.covered}` : styles.headings}
        style={columns}
        hidden={isEmpty}
      >
        <span />
        <span />
        {headings.map(({ heading, percent }) => (
          <span key={heading}>{`${heading} ${percent}`}</span>
        ))}
        <span>{scene.rule.shows.totals ? words('total') : ''}</span>
      </div>
      {list.slice(from, from + listRowsOfPage).map(({ place, row, isNewest }) => (
        <div
          key={place}
          className={isNewest ? `${styles.row} ${styles.newest}` : styles.row}
          style={columns}
          data-place={place}
          data-hidden={row === null}
        >
          <span className={row ? styles.rank : `${styles.rank} ${styles.waiting}`}>
            {row?.place ?? place}
            {row?.isShared ? <small>{words('shared')}</small> : null}
          </span>
          {row ? name(row.unit[language]) : null}
          {row?.groupMeans.map((mean, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one mean for each group, in the groups' order
            <span key={index} className={styles.mean} style={{ fontSize: meanSize }}>
              {mean ?? '–'}
            </span>
          ))}
          {row ? <span className={styles.total}>{row.total}</span> : null}
        </div>
      ))}
      {last.map((row) => (
        <div key={`${row.why} ${row.name['zh-Hans']}`} className={styles.row} style={columns} data-unranked>
          <span className={`${styles.rank} ${styles.waiting}`}>–</span>
          {name(row.name[language])}
          <span className={styles.absent}>{words(row.why)}</span>
        </div>
      ))}
    </section>
  );
}
