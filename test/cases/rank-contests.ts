import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import { votesOfRanking } from '../../shared/domain/scoring/rules/vote-check.ts';
import { isPlace, isPublished, readRows, readScheme, Score, shown } from './read-cases.ts';

const rankingsFile = z.object({ ballots: z.array(z.array(z.string())) });

/** A published contest of complete rankings, from ballots that give it, and one of which only the scores are known. */
export function checkRankContests(folder: string): readonly Score[] {
  const [scores, places, others] = [
    new Score('rank ballots, scores'),
    new Score('rank ballots, places'),
    new Score('published scores, places'),
  ];
  const rows = readRows(join(folder, 'real_results_replay.csv'));
  const ranked = rows.filter(({ set }) => set === 'jining2015q1');
  const file = readFileSync(join(folder, 'jining_42_ballots.json'), 'utf8').replace(/^\uFEFF/, '');
  const rankings = rankingsFile.parse(JSON.parse(file)).ballots.map(votesOfRanking);
  const seats = rankings.map((_, n) => ({ seat: `s${n + 1}`, group: 'panel' }));
  const contest = calculator(readScheme('rank-points'))({
    seats,
    units: ranked.map(({ unit = '' }) => ({
      unit,
      ballots: {
        ranking: { votes: Object.fromEntries(seats.map(({ seat }, n) => [seat, rankings[n]?.[unit] ?? {}])) },
      },
    })),
  });
  for (const { unit = '', rank, score } of ranked) {
    scores.add(
      isPublished(contest.nodeValue('total', unit), score),
      () => `${unit}: ${shown(contest.nodeValue('total', unit))}`,
    );
    places.add(
      isPlace(contest.ranking.find((entry) => entry.unit === unit)?.place ?? null, rank),
      () => unit,
    );
  }
  const known = rows.filter(({ set }) => set !== 'jining2015q1');
  const { ranking } = calculator(readScheme('published-score'))({
    seats: [],
    units: known.map(({ unit = '', score = '' }) => ({ unit, measures: { score } })),
  });
  for (const { unit = '', rank } of known)
    others.add(isPlace(ranking.find((entry) => entry.unit === unit)?.place ?? null, rank), () => unit);
  return [scores, places, others];
}
