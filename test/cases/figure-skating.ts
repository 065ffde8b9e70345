import { join } from 'node:path';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { BallotVotes, Contest, ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import { grouped, isPlace, isPublished, type Row, readRows, readScheme, Score, shown } from './read-cases.ts';

const judges = ['j1', 'j2', 'j3', 'j4', 'j5', 'j6', 'j7', 'j8', 'j9'];
const seats = judges.map((seat) => ({ seat, group: 'panel' }));

const criteria: readonly (readonly [string, string])[] = [
  ['skills', 'Skating Skills'],
  ['transitions', 'Transitions'],
  ['performance', 'Performance'],
  ['composition', 'Composition'],
  ['interpretation', 'Interpretation of the Music'],
];

/** The votes of the judges who marked every row; an empty cell is a judge who was absent. */
function votesFrom(
  rows: readonly (readonly [string, Row])[],
  columnOf: (judge: string) => string,
): BallotVotes {
  const votes: Record<string, Record<string, string>> = {};
  const states: Record<string, 'absent'> = {};
  for (const judge of judges) {
    const marks = rows.map(([key, row]) => [key, row[columnOf(judge)] ?? ''] as const);
    if (marks.every(([, mark]) => mark !== '')) votes[judge] = Object.fromEntries(marks);
    else states[judge] = 'absent';
  }
  return { votes, states };
}

function performanceUnit(performance: Row, components: readonly Row[]): ContestUnit {
  const rows = criteria.map(([id, name]) => {
    const row = components.find(({ component }) => component?.startsWith(name));
    if (!row) throw new Error(`performance ${performance.perf} has no ${name}`);
    return [id, row] as const;
  });
  const { perf = '', tes = '', deductions = '' } = performance;
  return {
    unit: perf,
    measures: { technical: tes },
    ballots: { components: votesFrom(rows, (judge) => judge) },
    adjustments: [{ node: 'deductions', points: `-${deductions}`, reason: 'as printed', author: 'referee' }],
  };
}

function checkPerformances(folder: string): readonly Score[] {
  const [marks, components, totals, ranks] = [
    new Score('figure skating, component marks'),
    new Score('figure skating, component sums'),
    new Score('figure skating, performances'),
    new Score('figure skating, ranks'),
  ];
  const rows = grouped(readRows(join(folder, 'components.csv')), ({ perf = '' }) => perf);
  const short = calculator(readScheme('figure-skating-short'));
  const free = calculator(readScheme('figure-skating-free'));
  const performances = readRows(join(folder, 'performances.csv'));
  const segments = grouped(performances, ({ competition, program }) => `${competition} ${program}`);
  for (const [segment, entries] of segments) {
    const factor = rows.get(entries[0]?.perf ?? '')?.[0]?.factor ?? '';
    const contest: Contest = {
      seats,
      facts: { factor },
      units: entries.map((entry) => performanceUnit(entry, rows.get(entry.perf ?? '') ?? [])),
    };
    const { nodeValue, ranking } = (segment.includes('SHORT') ? short : free)(contest);
    for (const { perf = '', pcs, tss, official_rank } of entries) {
      for (const [id, name] of criteria) {
        const row = rows.get(perf)?.find(({ component }) => component?.startsWith(name));
        marks.add(isPublished(nodeValue(id, perf), row?.panel), () => `${perf} ${name}`);
      }
      components.add(
        isPublished(nodeValue('components', perf), pcs),
        () => `${perf}: ${shown(nodeValue('components', perf))}`,
      );
      totals.add(
        isPublished(nodeValue('total', perf), tss),
        () => `${perf}: ${shown(nodeValue('total', perf))} for ${tss}`,
      );
      const place = ranking.find(({ unit }) => unit === perf)?.place ?? null;
      ranks.add(isPlace(place, official_rank), () => `${segment} ${perf}: ${place} for ${official_rank}`);
    }
  }
  return [marks, components, totals, ranks];
}

function checkElements(folder: string): readonly Score[] {
  const [panels, elements] = [
    new Score('figure skating, panel marks of elements'),
    new Score('figure skating, elements'),
  ];
  const performances = grouped(readRows(join(folder, 'elements.csv')), ({ perf = '' }) => perf);
  const units = [...performances].map(
    ([unit, rows]): ContestUnit => ({
      unit,
      items: {
        elements: rows.map((row) => ({
          id: row.n ?? '',
          measures: { base: row.base ?? '' },
          ballots: { execution: votesFrom([['total', row]], (judge) => `pts_${judge}`) },
        })),
      },
    }),
  );
  const { nodeValue } = calculator(readScheme('figure-skating-elements'))({ seats, units });
  for (const [unit, rows] of performances)
    for (const [item, { goe_panel, score }] of rows.entries()) {
      panels.add(isPublished(nodeValue('execution', unit, item), goe_panel), () => `${unit} ${item}`);
      elements.add(isPublished(nodeValue('element', unit, item), score), () => `${unit} ${item}`);
    }
  return [panels, elements];
}

export function checkFigureSkating(folder: string): readonly Score[] {
  return [...checkPerformances(folder), ...checkElements(folder)];
}
