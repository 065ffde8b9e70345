import { type Calculation, calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { Contest, ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import { builtIn } from './read-built-in.ts';

const UNITS = 100;
const PANELISTS = 300;

function marksOf(unit: number, seat: number): Readonly<Record<string, string>> {
  const mark = (criterion: number, maximum: number) =>
    String(((unit * 7 + seat * 3 + criterion) % (maximum * 2)) / 2);
  return {
    quality: mark(0, 20),
    position: mark(1, 15),
    innovation: mark(2, 15),
    projects: mark(3, 20),
    environment: mark(4, 15),
    duty: mark(5, 15),
  };
}

/** 100 units, 300 panelists and six criteria under the built-in six comparisons. */
export function largeContest(): Contest {
  const seats = Array.from({ length: PANELISTS }, (_, n) => ({
    seat: `S${n}`,
    group: n % 5 === 0 ? 'A' : 'B',
  }));
  const units = Array.from({ length: UNITS }, (_, unit): ContestUnit => {
    const votes = Object.fromEntries(seats.map(({ seat }, n) => [seat, marksOf(unit, n)]));
    return { unit: `u${unit}`, ballots: { marks: { votes } } };
  });
  return { seats, units };
}

/** The same contest with one seat's marks on one unit replaced; every other ballot is the same object. */
export function oneMoreBallot(contest: Contest, unit: number, seat: number): Contest {
  return {
    ...contest,
    units: contest.units.map((entry, n) => {
      const votes = entry.ballots?.marks?.votes;
      if (n !== unit || !votes) return entry;
      return {
        ...entry,
        ballots: { marks: { votes: { ...votes, [`S${seat}`]: marksOf(unit + 1, seat + 1) } } },
      };
    }),
  };
}

export function recountRules(): (contest: Contest) => Calculation {
  return calculator(builtIn('S4-six-comparisons'));
}
