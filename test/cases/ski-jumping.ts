import { join } from 'node:path';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import { grouped, isPlace, isPublished, type Row, readRows, readScheme, Score, shown } from './read-cases.ts';

const judges = ['jA', 'jB', 'jC', 'jD', 'jE'];
const seats = judges.map((seat) => ({ seat, group: 'panel' }));

function jumpUnit(row: Row): ContestUnit {
  const { bib = '', distance_m: distance = '', gate_pts: gate, wind_pts: wind } = row;
  return {
    unit: bib,
    measures: { distance, ...(gate ? { gate } : {}), ...(wind ? { wind } : {}) },
    ballots: {
      style: { votes: Object.fromEntries(judges.map((judge) => [judge, { total: row[judge] ?? '' }])) },
    },
  };
}

export function checkSkiJumping(folder: string): readonly Score[] {
  const [styles, distances, totals, ranks] = [
    new Score('ski jumping, judges’ points'),
    new Score('ski jumping, distance points'),
    new Score('ski jumping, jumps'),
    new Score('ski jumping, ranks'),
  ];
  const events = new Map(readRows(join(folder, 'events.csv')).map((row) => [row.event, row]));
  const calculate = calculator(readScheme('ski-jumping'));
  for (const [event, rows] of grouped(readRows(join(folder, 'jumps.csv')), ({ event = '' }) => event)) {
    const { k_point = '', meter_value = '', knockout } = events.get(event) ?? {};
    // Flying hills give 120 points at the K point.
    const base = Number(k_point) >= 185 ? '120' : '60';
    const facts = { 'k-point': k_point, metre: meter_value, base };
    const contest: Contest = { seats, facts, units: rows.map(jumpUnit) };
    const { nodeValue, ranking } = calculate(contest);
    for (const { bib = '', judges_pts, distance_pts, total, official_rank } of rows) {
      styles.add(isPublished(nodeValue('style', bib), judges_pts), () => `${event} ${bib}`);
      distances.add(
        isPublished(nodeValue('distance', bib), distance_pts),
        () => `${event} ${bib}: ${shown(nodeValue('distance', bib))} for ${distance_pts}`,
      );
      totals.add(
        isPublished(nodeValue('total', bib), total),
        () => `${event} ${bib}: ${shown(nodeValue('total', bib))} for ${total}`,
      );
      // Knock-out rounds are ranked by duel first, which the rows don't tell.
      if (knockout === '1') continue;
      const place = ranking.find(({ unit }) => unit === bib)?.place ?? null;
      ranks.add(isPlace(place, official_rank), () => `${event} ${bib}: ${place} for ${official_rank}`);
    }
  }
  return [styles, distances, totals, ranks];
}
