import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calculator } from '../../shared/domain/scoring/rules/calculate.ts';
import type { BallotVotes, ContestUnit } from '../../shared/domain/scoring/rules/contest.ts';
import { cast, placesOf, printedOf, seatsOf } from '../builders/contest.ts';
import { checkCases } from './check-cases.ts';
import { readScheme } from './read-cases.ts';

const folder = process.env.LEITAI_CASES ?? join(import.meta.dirname, '../../../shared/scoring-cases');

const judges = seatsOf({ J: 9 });

/** The nine marks of a component as printed; an empty one is a judge who was absent. */
function panel(marks: string): BallotVotes {
  const values = marks.split(' ');
  const absent = judges.flatMap(({ seat }, n) => (values[n] === '-' ? [[seat, 'absent' as const]] : []));
  const votes = values.map((mark) => (mark === '-' ? null : { total: mark }));
  return cast(judges, votes, 'total', Object.fromEntries(absent));
}

describe('single official results, scheme by scheme', () => {
  test.each([
    ['9.25 9.5 9.0 9.25 9.5 9.25 9.75 9.0 9.5', '9.32'],
    ['7.25 7.0 6.5 7.0 7.25 - 7.5 7.5 7.25', '7.21'],
    ['6.75 6.75 7.0 7.25 7.25 - 7.5 7.0 7.5', '7.13'],
    ['8.0 8.0 7.5 8.75 8.75 - 8.5 8.25 9.25', '8.38'],
  ])(
    'given the panel %s, when one high and one low are dropped, then the printed mark is %s',
    (marks, printed) => {
      const elements = [{ id: '1', measures: { base: '0' }, ballots: { execution: panel(marks) } }];
      const { nodeValue, ...rest } = calculator(readScheme('figure-skating-elements'))({
        seats: judges,
        units: [{ unit: 'p', items: { elements } }],
      });
      expect(printedOf({ nodeValue, ...rest }, 'execution', 'p', 2, 0)).toBe(printed);
    },
  );

  const jump = (distance: string, style: string, gate: string, wind: string): ContestUnit => ({
    unit: 'jump',
    measures: { distance, gate, wind },
    ballots: { style: cast(seatsOf({ J: 5 }), style.split(' ')) },
  });

  test.each([
    [
      '97.0 m on K 90',
      jump('97.0', '18.0 17.5 17.5 16.5 18.5', '0', '-3.3'),
      '90',
      '2.0',
      '74.0',
      '53.0',
      '123.7',
    ],
    [
      '89.5 m on K 90',
      jump('89.5', '17.5 17.0 17.0 17.5 17.5', '0', '4.6'),
      '90',
      '2.0',
      '59.0',
      '52.0',
      '115.6',
    ],
    [
      '80.0 m on K 130',
      jump('80.0', '3.0 3.0 3.0 4.0 4.5', '12.7', '-9.6'),
      '130',
      '1.8',
      '-30.0',
      '10.0',
      '0.0',
    ],
  ])(
    'given a jump of %s, then distance, style and total are as printed',
    (_, unit, kPoint, metre, ...printed) => {
      const calculation = calculator(readScheme('ski-jumping'))({
        seats: seatsOf({ J: 5 }),
        facts: { 'k-point': kPoint, metre },
        units: [unit],
      });
      expect(['distance', 'style', 'total'].map((node) => printedOf(calculation, node, 'jump', 1))).toEqual(
        printed,
      );
    },
  );

  test('given two songs with 6 points, when one got them from more givers, then it stands before the other', () => {
    const seats = seatsOf({ total: 3 });
    const song = (unit: string, running: string, ...points: readonly (string | null)[]): ContestUnit => ({
      unit,
      measures: { running },
      ballots: { points: cast(seats, points) },
    });
    const units = [
      song('a', '1', '6', null, null),
      song('b', '2', '2', '4', null),
      song('c', '3', null, null, null),
    ];
    expect(placesOf(calculator(readScheme('song-contest-2008'))({ seats, units }))).toEqual({
      b: '1',
      a: '2',
      c: '3',
    });
    expect(placesOf(calculator(readScheme('song-contest-2004'))({ seats, units }))).toEqual({
      a: '1',
      b: '1',
      c: '3',
    });
  });
});

// Beside the checkout where official results are kept; their files are not part of the product.
if (existsSync(folder))
  test('given the official results, when the engine runs over every row, then all match', () => {
    const lines: string[] = [];
    expect(
      checkCases(folder, (line) => lines.push(line)),
      lines.join('\n'),
    ).toBe(true);
  });
