import { describe, expect, test } from 'vitest';
import {
  calculated,
  cast,
  placesOf,
  printedOf,
  seatsOf,
  totalsOf,
} from '../../../../test/builders/contest.ts';
import type { ContestUnit } from './contest.ts';
import type { ScoringSchemeText } from './scoring-scheme.ts';
import { votesOfRanking } from './vote-check.ts';

const two = seatsOf({ A: 1, B: 1 });
const groups = [{ id: 'A' }, { id: 'B' }];
const total: ScoringSchemeText['nodes'] = [{ kind: 'groups', id: 'total', ballot: 'vote' }];

function rankedBy(ranking: object, marks: readonly (readonly string[])[], rest: object = {}) {
  const fields = {
    groups,
    nodes: total,
    ranking: { by: 'total', on: 'rounded', ...ranking },
  } as Partial<ScoringSchemeText>;
  return calculated(fields, totalsOf(two, marks), two, rest);
}

describe('equal totals', () => {
  const marks = [
    ['80', '90'],
    ['90', '80'],
    ['70', '70'],
    ['85', '85'],
  ];

  test.each([
    ['1-1-3', { u1: '1', u2: '1', u4: '1', u3: '4' }],
    ['1-1-2', { u1: '1', u2: '1', u4: '1', u3: '2' }],
    ['averaged', { u1: '2', u2: '2', u4: '2', u3: '4' }],
    ['forced', { u1: '1', u2: '1', u4: '1', u3: '4' }],
  ])('RULE-15: given three equal totals, when shared as %s, then the places are so', (shared, places) => {
    const calculation = rankedBy({ shared }, marks);
    expect(placesOf(calculation)).toEqual(places);
    expect(calculation.ranking.map(({ isUndecided }) => isUndecided).includes(true)).toBe(
      shared === 'forced',
    );
  });

  test('RULE-14: given a group’s score in the chain, then it parts equal totals and says so', () => {
    const calculation = rankedBy({ ties: [{ kind: 'node', node: 'total.A' }] }, marks);
    expect(placesOf(calculation)).toEqual({ u2: '1', u4: '2', u1: '3', u3: '4' });
    expect(calculation.ranking.map(({ partedBy }) => partedBy)).toEqual([[0], [0], [0], []]);
  });

  test('RULE-14: given a decision that names every unit of the tie, then it parts them; a smaller one doesn’t', () => {
    const ties = [{ kind: 'decision' }];
    const decision = (units: readonly string[]) => ({
      decisions: [{ units, reason: 'minute 7', author: 'jury' }],
    });
    expect(placesOf(rankedBy({ ties }, marks, decision(['u4', 'u1', 'u2'])))).toEqual({
      u4: '1',
      u1: '2',
      u2: '3',
      u3: '4',
    });
    expect(placesOf(rankedBy({ ties }, marks, decision(['u4', 'u1'])))).toEqual({
      u1: '1',
      u2: '1',
      u4: '1',
      u3: '4',
    });
  });

  test('RULE-14: given count-back of the best marks, then the unit with the higher best mark is first', () => {
    const ties = [{ kind: 'count-back', ballot: 'vote' }];
    expect(
      placesOf(
        rankedBy({ ties }, [
          ['80', '80'],
          ['70', '90'],
          ['90', '70'],
        ]),
      ),
    ).toEqual({ u2: '1', u3: '1', u1: '3' });
  });

  test('RULE-14: given most first places, then only those are counted', () => {
    const ties = [{ kind: 'count-back', ballot: 'vote', only: '90' }];
    expect(
      placesOf(
        rankedBy({ ties }, [
          ['80', '80'],
          ['70', '90'],
        ]),
      ),
    ).toEqual({ u2: '1', u1: '2' });
  });

  test('RULE-14: given totals that differ in the third place, when ranked on rounded, then further decimals part them or nothing does', () => {
    const seats = seatsOf({ A: 3 });
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'total', ballot: 'vote', round: { decimals: 0 } },
    ];
    const units = totalsOf(seats, [
      ['80', '80', '80'],
      ['80', '80', '80.5'],
    ]);
    const under = (ranking: object) =>
      placesOf(
        calculated(
          { nodes, ranking: { by: 'total', on: 'rounded', ...ranking } } as Partial<ScoringSchemeText>,
          units,
          seats,
        ),
      );
    expect(under({})).toEqual({ u1: '1', u2: '1' });
    expect(under({ on: 'exact' })).toEqual({ u2: '1', u1: '2' });
    expect(under({ ties: [{ kind: 'decimals', decimals: 1 }] })).toEqual({ u2: '1', u1: '2' });
    expect(under({ ties: [{ kind: 'decimals' }] })).toEqual({ u2: '1', u1: '2' });
  });
});

describe('places as values', () => {
  const ballots: ScoringSchemeText['ballots'] = [
    { kind: 'ranking', id: 'rank', missing: { recused: 'mean-of-others' } },
  ];
  const seats = seatsOf({ A: 2 });

  /** Units from each seat's ranking; a unit a seat left out is one it may not rank. */
  function ranked(
    rankings: readonly (readonly string[])[],
    units: readonly string[],
  ): readonly ContestUnit[] {
    return units.map((unit) => {
      const values = rankings.map((best) => votesOfRanking(best)[unit] ?? null);
      const states = Object.fromEntries(
        seats.flatMap(({ seat }, n) => (rankings[n]?.includes(unit) ? [] : [[seat, 'recused' as const]])),
      );
      return { unit, ballots: { rank: cast(seats, values, 'place', states) } };
    });
  }

  const points = { first: '100', step: '-3' };

  test('RULE-12: given a unit that withdrew late, then the places of every ranking close up', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'marks', id: 'total', ballot: 'rank', read: 'places', placePoints: points },
    ];
    const units = ranked(
      [
        ['u1', 'u2', 'u3'],
        ['u2', 'u1', 'u3'],
      ],
      ['u1', 'u2', 'u3'],
    );
    const late = units.map((unit) => (unit.unit === 'u1' ? { ...unit, state: 'withdrew' as const } : unit));
    expect(printedOf(calculated({ ballots, nodes }, units, seats), 'total', 'u3')).toBe('94.00');
    const after = calculated({ ballots, nodes }, late, seats);
    expect([printedOf(after, 'total', 'u2'), printedOf(after, 'total', 'u3')]).toEqual(['100.00', '97.00']);
  });

  test.each([
    ['as-they-are', ['100.00', '97.00', '95.50']],
    ['stretched', ['100.00', '97.00', '94.00']],
  ] as const)(
    'RULE-12: given a seat that may not rank its own unit, when places are %s, then the others have that worth',
    (partial, expected) => {
      const nodes: ScoringSchemeText['nodes'] = [
        { kind: 'marks', id: 'total', ballot: 'rank', read: 'places', partial, placePoints: points },
      ];
      const units = ranked(
        [
          ['u1', 'u2', 'u3'],
          ['u1', 'u3'],
        ],
        ['u1', 'u2', 'u3'],
      );
      const calculation = calculated({ ballots, nodes }, units, seats);
      expect(['u1', 'u2', 'u3'].map((unit) => printedOf(calculation, 'total', unit))).toEqual(expected);
    },
  );

  test('RULE-12: given marks, when read as places, then each judge’s equal marks take the mean place and a rank sum can drop the worst', () => {
    const three = seatsOf({ A: 3 });
    const units = totalsOf(three, [
      ['90', '70', '80'],
      ['80', '90', '80'],
      ['70', '80', '60'],
    ]);
    const sum = (trim?: object) =>
      calculated(
        {
          nodes: [{ kind: 'marks', id: 'total', ballot: 'vote', read: 'places', by: 'sum', trim }],
          ranking: { by: 'total', better: 'lower', on: 'rounded' },
        } as Partial<ScoringSchemeText>,
        units,
        three,
      );
    expect(['u1', 'u2', 'u3'].map((unit) => printedOf(sum(), 'total', unit, 1))).toEqual([
      '5.5',
      '4.5',
      '8.0',
    ]);
    const dropped = sum({ high: 1, low: 0, fromCount: 3 });
    expect(['u1', 'u2', 'u3'].map((unit) => printedOf(dropped, 'total', unit, 1))).toEqual([
      '2.5',
      '2.5',
      '5.0',
    ]);
  });

  test('RULE-12: given a season, when events give points by place, then count-back of places parts equal sums', () => {
    const event = (id: string, time: string) => ({ id, measures: { time } });
    const units: readonly ContestUnit[] = [
      { unit: 'u1', items: { events: [event('e1', '10'), event('e2', '12'), event('e3', '11')] } },
      { unit: 'u2', items: { events: [event('e1', '11'), event('e2', '11'), event('e3', '12')] } },
      { unit: 'u3', items: { events: [event('e1', '12'), event('e2', '10'), event('e3', '10')] } },
    ];
    const place = { kind: 'place', of: 'time', each: 'events', better: 'lower' } as const;
    const calculation = calculated(
      {
        ballots: [],
        nodes: [
          { kind: 'measure', id: 'time', each: 'events', measure: 'time' },
          { ...place, id: 'place' },
          { ...place, id: 'points', placePoints: { table: ['3', '2', '1'] } },
          { kind: 'pick', id: 'total', from: { items: 'points' }, best: 2 },
        ],
        ranking: {
          by: 'total',
          on: 'rounded',
          ties: [{ kind: 'count-back-nodes', from: { items: 'place' } }],
        },
      },
      units,
      [],
    );
    expect(['u1', 'u2', 'u3'].map((unit) => printedOf(calculation, 'total', unit, 0))).toEqual([
      '5',
      '4',
      '6',
    ]);
    expect(placesOf(calculation)).toEqual({ u3: '1', u1: '2', u2: '3' });
  });

  test.each([
    ['1-1-3', ['1', '1', '3']],
    ['1-1-2', ['1', '1', '2']],
    ['averaged', ['2', '2', '3']],
  ] as const)(
    'RULE-12: given equal values, when a place node shares as %s, then the places are so',
    (shared, places) => {
      const nodes: ScoringSchemeText['nodes'] = [
        { kind: 'measure', id: 'time', measure: 'time' },
        { kind: 'place', id: 'total', of: 'time', better: 'lower', shared },
      ];
      const units = ['10', '10', '11'].map((time, n) => ({ unit: `u${n + 1}`, measures: { time } }));
      const calculation = calculated({ ballots: [], nodes }, units, []);
      // Printed without decimals, the mean place 1.5 reads 2.
      expect(['u1', 'u2', 'u3'].map((unit) => printedOf(calculation, 'total', unit, 0))).toEqual(places);
    },
  );

  test('RULE-12: given equal values, when points are averaged, then each takes the mean of the places filled together', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'measure', id: 'time', measure: 'time' },
      {
        kind: 'place',
        id: 'total',
        of: 'time',
        better: 'lower',
        shared: 'averaged',
        placePoints: { table: ['25', '18', '15', '12'] },
      },
    ];
    const units = ['10', '10', '10', '11'].map((time, n) => ({ unit: `u${n + 1}`, measures: { time } }));
    const calculation = calculated({ ballots: [], nodes }, units, []);
    expect(printedOf(calculation, 'total', 'u2')).toBe('19.33');
    expect(printedOf(calculation, 'total', 'u4')).toBe('12.00');
  });

  test('RULE-12: given times, when rescaled to the fastest, then it has 100; given two rooms, then the stricter one is freed', () => {
    const nodes: ScoringSchemeText['nodes'] = [
      { kind: 'measure', id: 'time', measure: 'time' },
      { kind: 'rescale', id: 'fastest', of: 'time', to: 'best', better: 'lower' },
      { kind: 'rescale', id: 'total', of: 'time', to: 'division-mean' },
    ];
    const units = ['80', '90', '60', '70'].map((time, n) => ({
      unit: `u${n + 1}`,
      division: n < 2 ? 'room 1' : 'room 2',
      measures: { time },
    }));
    const calculation = calculated({ ballots: [], nodes }, units, []);
    expect(printedOf(calculation, 'fastest', 'u2')).toBe('88.89');
    expect(['u1', 'u3'].map((unit) => printedOf(calculation, 'total', unit))).toEqual(['70.59', '69.23']);
    expect(placesOf(calculation)).toEqual({ u2: '1', u1: '2', u4: '1', u3: '2' });
  });
});
