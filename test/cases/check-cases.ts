import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkFigureSkating } from './figure-skating.ts';
import { checkRankContests } from './rank-contests.ts';
import type { Score } from './read-cases.ts';
import { checkSkiJumping } from './ski-jumping.ts';
import { checkSongContest } from './song-contest.ts';

/** The data sets by folder, and how many rows of each the published results let one recompute. */
export const caseSets: readonly {
  readonly folder: string;
  readonly check: (folder: string) => readonly Score[];
  readonly expected: readonly string[];
  /** Stands beside the folder of the cases, and need not be there. */
  readonly isBeside?: true;
}[] = [
  {
    folder: 'figure_skating',
    check: checkFigureSkating,
    expected: ['8630/8630', '1726/1726', '1726/1726', '1726/1726', '4792/4792', '4792/4792'],
  },
  {
    folder: 'ski_jumping',
    check: checkSkiJumping,
    expected: ['6915/6915', '6915/6915', '6915/6915', '6268/6268'],
  },
  { folder: '../domain', check: checkRankContests, expected: ['13/13', '13/13', '8/8'], isBeside: true },
  {
    folder: 'eurovision',
    check: checkSongContest,
    expected: ['1216/1216', '444/444', '1216/1216', '66/66', '168/168'],
  },
];

/** Runs every data set of a folder and prints matches of rows; whether all are as expected. */
export function checkCases(root: string, print: (line: string) => void): boolean {
  let isRight = true;
  for (const { folder, check, expected, isBeside } of caseSets) {
    const path = join(root, folder);
    if (!existsSync(path)) {
      print(`${folder}: not there`);
      isRight &&= isBeside === true;
      continue;
    }
    for (const [n, score] of check(path).entries()) {
      const isAsExpected = score.text === expected[n];
      print(`${score.text.padStart(10)} ${score.name}${isAsExpected ? '' : `  (expected ${expected[n]})`}`);
      for (const miss of score.misses) print(`           ${miss}`);
      isRight &&= isAsExpected;
    }
  }
  return isRight;
}

if (process.argv[1] === import.meta.filename) {
  const root = process.argv[2];
  if (root === undefined) throw new Error('usage: npm run check:cases -- <folder of the cases>');
  process.exitCode = checkCases(root, console.log) ? 0 : 1;
}
