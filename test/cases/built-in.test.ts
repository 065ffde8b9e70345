import { describe, expect, test } from 'vitest';
import { annualPointsOf, awardsOf } from '../../shared/domain/scoring/rules/awards.ts';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type {
  BallotVotes,
  Contest,
  ContestUnit,
  VoteValues,
} from '../../shared/domain/scoring/rules/contest.ts';
import { checkVote, votesOfRanking } from '../../shared/domain/scoring/rules/vote-check.ts';
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json.ts';
import { formatDecimal } from '../../shared/kernel/rational.ts';
import { cast, placesOf, printedOf, seatsOf } from '../builders/contest.ts';
import { builtIn, builtInNames } from './read-built-in.ts';

type Seats = Contest['seats'];

function compute(scheme: string, seats: Seats, units: readonly ContestUnit[], rest: Partial<Contest> = {}) {
  return calculator(builtIn(scheme))({ seats, units, ...rest });
}

/** What each of some rankings gives one unit. */
function placesFrom(seats: Seats, rankings: readonly (readonly string[])[], unit: string): BallotVotes {
  return cast(
    seats,
    rankings.map((best): VoteValues | null => votesOfRanking(best)[unit] ?? null),
  );
}

test.each(builtInNames)(
  'given the built-in scheme %s, then it can work and is named in three languages',
  (name) => {
    const { name: names, isMonitorRequired, id } = builtIn(name);
    expect(Object.keys(names)).toEqual(['zh-Hans', 'zh-Hant', 'en']);
    expect(isMonitorRequired).toBe(['S1', 'S2', 'S3', 'S4', 'O8', 'O11', 'O12'].includes(id));
  },
);

test.each(builtInNames)(
  'given the built-in scheme %s, when written out and read again, then its hashed text is the same',
  (name) => {
    const text = canonicalJson(builtIn(name) as Json);
    const again = readScoringScheme(JSON.parse(text));
    expect(again.ok && canonicalJson(again.value as Json)).toBe(text);
  },
);

describe('S1, county ranking', () => {
  const seats = seatsOf({ A: 2, B: 3 });
  const rankings = [
    ['u1', 'u2', 'u3', 'u4'],
    ['u2', 'u1', 'u3', 'u4'],
    ['u1', 'u3', 'u2', 'u4'],
    ['u3', 'u1', 'u2', 'u4'],
    ['u1', 'u2', 'u4', 'u3'],
  ];
  const units = ['u1', 'u2', 'u3', 'u4'].map(
    (unit): ContestUnit => ({
      unit,
      items: {
        indicators: [
          { id: 'i1', measures: { place: '1' } },
          { id: 'i2', measures: { place: '3' } },
        ],
      },
      ballots: {
        ranking: placesFrom(seats, rankings, unit),
        speech: cast(seats, ['90', '90', '80', '80', '80']),
      },
    }),
  );

  test('given five rankings at 60/40, then the assessments are these', () => {
    const calculation = compute('S1-county-ranking', seats, units);
    const scores = ['u1', 'u2', 'u3', 'u4'].map((unit) => printedOf(calculation, 'assessment', unit));
    expect(scores).toEqual(['98.70', '97.10', '94.80', '91.40']);
  });

  test('given indicators and a speech, then the total is 40/20/40 and the first places count for the year', () => {
    const calculation = compute('S1-county-ranking', seats, units);
    // 0.4 × (100 + 94) ÷ 2 + 0.2 × (0.6 × 90 + 0.4 × 80) + 0.4 × 98.7
    expect(printedOf(calculation, 'total', 'u1')).toBe('95.48');
    expect(annualPointsOf(calculation).map(({ points }) => formatDecimal(points, 1))).toEqual([
      '0.5',
      '0.2',
      '0.0',
      '-0.3',
    ]);
  });

  test('given a seat that may not rank its own unit and a late withdrawal, then each unit divides by those that could', () => {
    const own = units.map((unit) =>
      unit.unit === 'u1'
        ? {
            ...unit,
            ballots: {
              ...unit.ballots,
              ranking: { ...placesFrom(seats, rankings, 'u1'), states: { A1: 'recused' as const } },
            },
          }
        : unit,
    );
    const recused = compute('S1-county-ranking', seats, own);
    // A1 ranks u2, u3, u4; the other leader has u2, u1, u3, u4.
    expect(printedOf(recused, 'assessment.A', 'u1')).toBe('97.00');
    expect(printedOf(recused, 'assessment.A', 'u2')).toBe('100.00');
    const late = units.map((unit) => (unit.unit === 'u2' ? { ...unit, state: 'withdrew' as const } : unit));
    const closed = compute('S1-county-ranking', seats, late);
    expect(printedOf(closed, 'assessment.A', 'u3')).toBe('97.00');
    expect(placesOf(closed).u2).toBeNull();
  });

  test('given a ranking that leaves a unit out or has a place twice, then it is a void ballot', () => {
    const [, ballot] = builtIn('S1-county-ranking').ballots;
    if (!ballot) throw new Error('no ranking');
    const faults = checkVote(ballot, ['u1', 'u2'], { values: { u1: { place: '1' }, u2: { place: '1' } } });
    expect(faults.map(({ effect }) => effect)).toEqual(['void']);
    expect(checkVote(ballot, ['u1', 'u2'], { values: { u1: { place: '1' } } })[0]?.effect).toBe('void');
  });
});

describe('S2, satisfaction', () => {
  test.each([
    [[52, 20, 8, 3], '82.50', '90.00'],
    [[30, 31, 22, 0], '62.29', '73.49'],
  ])(
    'given %j satisfied, fairly, not and abstaining, then the index is %s and the rate %s',
    (counts, index, rate) => {
      const grades = ['satisfied', 'fairly', 'not', 'abstain'].flatMap((grade, n) =>
        new Array<string>(counts[n] ?? 0).fill(grade),
      );
      const seats = seatsOf({ P: grades.length });
      const units = [{ unit: 'd', ballots: { satisfaction: cast(seats, grades, 'grade') } }];
      const calculation = compute('S2-satisfaction', seats, units);
      // Three groups have no ballot: their weight goes to the fourth.
      expect([printedOf(calculation, 'index', 'd'), printedOf(calculation, 'rate', 'd')]).toEqual([
        index,
        rate,
      ]);
    },
  );
});

describe('S3, out of 100 with extremes dropped', () => {
  const totals = ['92.5', '88', '90', '95', '61', '91.5', '89', '93', '90.5'];
  const seats = seatsOf({ ALL: 9 });
  const marks = totals.map((total) => {
    const left = Number(total) - 15;
    const [results, gaps] = [Math.min(30, left), Math.min(30, Math.max(0, left - 30))];
    return { results: `${results}`, gaps: `${gaps}`, pledges: `${left - results - gaps}`, delivery: '15' };
  });
  const unit = (seconds: string): ContestUnit => ({
    unit: 't',
    measures: { seconds },
    items: { indicators: [{ id: 'i1', measures: { place: '1' } }] },
    ballots: { marks: cast(seats, marks) },
  });

  test('given nine totals, when 61 and 95 are dropped, then the judges’ mean is 90.64, and 87.83 without', () => {
    const calculation = compute('S3-township-hundred', seats, [unit('300')]);
    expect(formatted(calculation, 'judges')).toBe('90.64');
    expect(formatted(calculation, 'untrimmed')).toBe('87.83');
  });

  test('given a speech 31 s over, then two points go', () => {
    const [within, over] = ['300', '331'].map((seconds) =>
      compute('S3-township-hundred', seats, [unit(seconds)]),
    );
    if (!within || !over) throw new Error('not computed');
    // 0.3 × 100 + 0.3 × 100 + 0.4 × (90.642857 − 15) × 100 ÷ 85
    expect(printedOf(within, 'total', 't')).toBe('95.60');
    expect(printedOf(over, 'total', 't')).toBe('93.60');
  });
});

function formatted(calculation: ReturnType<typeof compute>, node: string): string {
  return printedOf(calculation, node, 't');
}

describe('S4, six comparisons', () => {
  const seats = seatsOf({ A: 7, B: 2 });
  const six = (projects: number, rest: number) => ({
    quality: `${rest}`,
    position: `${rest}`,
    innovation: `${rest}`,
    projects: `${projects}`,
    environment: `${rest}`,
    duty: `${rest}`,
  });

  test('given seven leaders and two citizens, then extremes go in the group of seven only, and 60/40 gives the total', () => {
    const marks = [10, 11, 12, 13, 14, 15, 5].map((mark) => six(10, mark));
    const calculation = compute('S4-six-comparisons', seats, [
      { unit: 'u', ballots: { marks: cast(seats, [...marks, six(20, 12), six(10, 12)]) } },
    ]);
    expect([printedOf(calculation, 'total.A', 'u'), printedOf(calculation, 'total.B', 'u')]).toEqual([
      '70.00',
      '75.00',
    ]);
    expect(printedOf(calculation, 'total', 'u')).toBe('72.00');
  });
});

describe('the contests', () => {
  const five = seatsOf({ J: 5 });

  test('O1: given five judges and 15 s over, then extremes and 0.05 go', () => {
    const marks = [80, 85, 90, 70, 95].map((total) => ({
      content: '40',
      expression: '40',
      stage: `${total - 80}`,
    }));
    const usable = marks.map((mark) => ({
      ...mark,
      content: '30',
      expression: `${30 + Number(mark.stage)}`,
      stage: '15',
    }));
    const calculation = compute('O1-speech', five, [
      { unit: 'u', measures: { seconds: '315' }, ballots: { marks: cast(five, usable) } },
    ]);
    expect([printedOf(calculation, 'marks', 'u'), printedOf(calculation, 'total', 'u')]).toEqual([
      '80.00',
      '79.95',
    ]);
  });

  test('O3: given judges at 70 and a public jury at 30, then the share of yes counts', () => {
    const seats = seatsOf({ judges: 3, public: 4 });
    const units = [
      {
        unit: 'u',
        ballots: {
          marks: cast(seats.slice(0, 3), ['90', '91.11', '80']),
          yes: cast(seats.slice(3), ['yes', 'yes', 'no', 'yes'], 'vote'),
        },
      },
    ];
    expect(printedOf(compute('O3-singers', seats, units), 'total', 'u')).toBe('85.50');
    const carried = units.map((unit) => ({ ...unit, measures: { carried: '80' } }));
    expect(printedOf(compute('O3-singers', seats, carried, { facts: { carry: '0.1' } }), 'total', 'u')).toBe(
      '93.50',
    );
  });

  test('O5: given a judge who came late, then the others’ mean stands', () => {
    const mark = (innovation: string) => ({
      innovation,
      market: '20',
      team: '20',
      presentation: '10',
      answers: '10',
    });
    const vote = cast(five, [mark('20'), mark('25'), mark('30'), mark('21'), null], 'total', {
      J5: 'absent',
    });
    expect(
      printedOf(compute('O5-pitch', five, [{ unit: 'u', ballots: { marks: vote } }]), 'total', 'u'),
    ).toBe('84.00');
  });

  test('O7: given work, time and a safety deduction, then 70/30 less the deduction, never below zero', () => {
    const work = cast(five, new Array(5).fill({ quality: '50', method: '30' }));
    const unit = (points: string): ContestUnit => ({
      unit: 'u',
      measures: { seconds: '2000' },
      ballots: { work },
      adjustments: [{ node: 'safety', points, reason: 'no goggles', author: 'referee' }],
    });
    expect(printedOf(compute('O7-skills', five, [unit('-5')]), 'total', 'u')).toBe('78.00');
    expect(printedOf(compute('O7-skills', five, [unit('-99')]), 'total', 'u')).toBe('0.00');
  });

  test('O8: given five examiners, then extremes go for each question', () => {
    const marks = [10, 12, 14, 16, 18].map((mark) => ({
      q1: `${mark}`,
      q2: `${28 - mark}`,
      q3: '15',
      q4: '15',
      q5: '15.5',
    }));
    const calculation = compute('O8-interview', five, [{ unit: 'u', ballots: { marks: cast(five, marks) } }]);
    expect([printedOf(calculation, 'q2', 'u'), printedOf(calculation, 'total', 'u')]).toEqual([
      '14.00',
      '73.50',
    ]);
  });

  test('O9: given votes, speakers’ marks and an audience asked twice, then the votes place the teams, marks tell the best speaker, and the swing is told', () => {
    const seats = seatsOf({ judges: 3, audience: 4 });
    const [panel, audience] = [seats.slice(0, 3), seats.slice(3)];
    const team = (
      unit: string,
      votes: readonly string[],
      speakers: readonly string[],
      before: readonly string[],
      after: readonly string[],
    ): ContestUnit => ({
      unit,
      ballots: {
        winner: cast(panel, votes, 'vote'),
        speakers: cast(
          panel,
          speakers.map((s1) => ({ s1, s2: '80', s3: '80', s4: '70' })),
        ),
        before: cast(audience, before, 'vote'),
        after: cast(audience, after, 'vote'),
      },
    });
    const calculation = compute('O9-debate', seats, [
      team(
        'for',
        ['yes', 'no', 'yes'],
        ['80', '85', '90'],
        ['yes', 'no', 'no', 'no'],
        ['yes', 'yes', 'yes', 'no'],
      ),
      team(
        'against',
        ['no', 'yes', 'no'],
        ['90', '85', '90.5'],
        ['no', 'yes', 'yes', 'yes'],
        ['no', 'no', 'no', 'yes'],
      ),
    ]);
    expect(placesOf(calculation)).toEqual({ for: '1', against: '2' });
    expect(['for', 'against'].map((unit) => printedOf(calculation, 's1', unit))).toEqual(['85.00', '88.50']);
    expect(awardsOf(calculation)).toMatchObject([{ prize: 'best-speaker', units: ['against'] }]);
    expect(['for', 'against'].map((unit) => printedOf(calculation, 'swing', unit, 0))).toEqual(['2', '-2']);
  });

  test('O10: given placings of five judges, then the majority, or the sum without the worst, gives the places', () => {
    const rows = [
      ['u1', '1 1 1 2 4'],
      ['u2', '4 2 2 1 3'],
      ['u3', '3 3 3 3 1'],
      ['u4', '2 4 4 4 2'],
    ];
    const units = rows.map(([unit = '', placings = '']) => ({
      unit,
      ballots: { placings: cast(five, placings.split(' '), 'place') },
    }));
    expect(placesOf(compute('O10-skating-system', five, units))).toEqual({
      u1: '1',
      u2: '2',
      u3: '3',
      u4: '4',
    });
    const sums = compute('O10-rank-sum', five, units);
    expect(rows.map(([unit = '']) => printedOf(sums, 'sum', unit, 0))).toEqual(['5', '8', '10', '12']);
  });

  test('O11: given an appraisal, then an excellent beyond 30 % of a ballot is refused and abstaining is in no denominator', () => {
    const [ballot] = builtIn('O11-appraisal').ballots;
    if (!ballot) throw new Error('no ballot');
    const graded = (...grades: readonly string[]) =>
      Object.fromEntries(grades.map((grade, n) => [`u${n}`, { grade }]));
    const check = (values: Readonly<Record<string, VoteValues>>) =>
      checkVote(ballot, Object.keys(values), { values });
    expect(check(graded('excellent', 'competent', 'competent', 'not'))).toEqual([]);
    expect(check(graded('excellent', 'excellent', 'competent', 'not'))).toEqual([
      { code: 'too-many-marks', effect: 'refuse' },
    ]);
    const grades = cast(five, ['excellent', 'competent', 'abstain', 'not', 'competent'], 'grade');
    expect(
      printedOf(compute('O11-appraisal', five, [{ unit: 'u', ballots: { grades } }]), 'index', 'u'),
    ).toBe('65.00');
  });

  test('O12: given approvals, then more than half is needed and a tie at the last place goes to a second ballot', () => {
    const names = (unit: string, votes: string, second?: string): ContestUnit => ({
      unit,
      ballots: {
        names: cast(
          five,
          [...votes].map((vote) => (vote === '1' ? 'yes' : 'no')),
          'vote',
        ),
        ...(second
          ? {
              second: cast(
                five,
                [...second].map((vote) => (vote === '1' ? 'yes' : 'no')),
                'vote',
              ),
            }
          : {}),
      },
    });
    const first = [
      names('a', '11111'),
      names('b', '11110'),
      names('c', '11100'),
      names('d', '00111'),
      names('e', '11000'),
    ];
    expect(awardsOf(compute('O12-election', five, first))).toMatchObject([
      { units: ['a', 'b'], contested: ['c', 'd'] },
    ]);
    const again = [
      ...first.slice(0, 2),
      names('c', '11100', '11000'),
      names('d', '00111', '00111'),
      names('e', '11000'),
    ];
    expect(awardsOf(compute('O12-election', five, again))).toMatchObject([
      { units: ['a', 'b', 'd'], contested: [] },
    ]);
  });
});
