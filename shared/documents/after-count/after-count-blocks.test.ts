import { describe, expect, test } from 'vitest';
import { aRuleScheme, cast, schemeText, seatsOf } from '../../../test/builders/contest.ts';
import { builtIn, builtInNames } from '../../../test/cases/read-built-in.ts';
import { calculator } from '../../domain/scoring/rules/calculate.ts';
import type { Contest } from '../../domain/scoring/rules/contest.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../domain/scoring/rules/scoring-scheme.ts';
import { sampleContest } from '../../domain/scoring/sample/sample-contest.ts';
import { type Language, languages, sameText } from '../../kernel/language.ts';
import { afterCountBlocks } from './after-count-blocks.ts';

const seats = seatsOf({ A: 5, B: 2 });

function linesOf(scheme: ScoringScheme, contest: Contest, language: Language = 'en'): readonly string[] {
  const names = {
    units: contest.units.map(({ unit }, n) => ({ id: unit, name: sameText(`County ${n + 1}`) })),
    groups: [],
    seats: contest.seats.map(({ seat }, n) => ({ id: seat, number: n + 1 })),
  };
  return afterCountBlocks(calculator(scheme)(contest), names, language).flatMap((block) => {
    if (block.kind === 'heading') return [`# ${block.text}`];
    if (block.kind === 'lines') return block.lines.map((line) => `(${line})`);
    if (block.kind !== 'table') throw new Error(block.kind);
    return block.rows.map((row) => row.map((cell) => cell ?? '').join(' | '));
  });
}

const fields: Partial<ScoringSchemeText> = {
  groups: [
    { id: 'A', name: 'Leaders', weight: 60 },
    { id: 'B', name: 'Citizens', weight: 40 },
  ],
  nodes: [
    {
      kind: 'groups',
      id: 'total',
      ballot: 'vote',
      trim: { high: 1, low: 1, fromCount: 5 },
      round: { decimals: 0 },
    },
  ],
};

/** Leaders prefer the second, citizens the first; the fifth leader marks in reversed order and far away. */
const units = [
  ['90', '90', '90', '90', '60', '99', '99'],
  ['94', '95', '94', '94', '50', '90', '90'],
  ['70', '71', '72', '70', '98', '80', '80'],
].map((marks, n) => ({ unit: `u${n + 1}`, ballots: { vote: cast(seats, marks) } }));

describe('what the monitor sees after the count', () => {
  test('RULE-29: given groups that disagree, then without a group and without the trim the moved units are told', () => {
    const lines = linesOf(aRuleScheme(fields), { seats, units });
    expect(lines.slice(0, 6)).toEqual([
      '# Would the order differ?',
      'Without Leaders | The same order |  | ',
      'Without Citizens | County 1 | 1 | 2',
      'Without Citizens | County 2 | 2 | 1',
      'With nothing struck | The same order |  | ',
      'Ranked on the exact value | The same order |  | ',
    ]);
  });

  test('RULE-28: given totals that only rounding makes equal, then who would stand elsewhere on the exact value is told', () => {
    const close = units.map((unit, n) => ({
      ...unit,
      ballots: { vote: cast(seats, ['80', '80', '80', '80', '80', n === 0 ? '80' : '80.5', '80']) },
    }));
    const lines = linesOf(aRuleScheme(fields), { seats, units: close });
    expect(lines).toContain('Ranked on the exact value | County 1 | 1 | 3');
  });

  test('RULE-31: given two groups, then the agreement of each, with what the number means and where the seats are told of', () => {
    const lines = linesOf(aRuleScheme(fields), { seats, units });
    const from = lines.indexOf('# Does the panel agree?');
    expect(lines.slice(from + 1, from + 3)).toEqual([
      'Leaders | 5 | 3 / 3 | 0.360',
      'Citizens | 2 | 3 / 3 | 1.000',
    ]);
    expect(lines.some((line) => line.includes('Kendall'))).toBe(true);
  });

  test('RULE-30: given odd ballots, then a sheet that the operator can print names no seat', () => {
    const text = linesOf(aRuleScheme(fields), { seats, units }).join('\n');
    expect(text).toContain('on the monitor’s page alone');
    expect(text).not.toMatch(/Seat \d|A\d|B\d/);
  });

  test('given a secret ballot, then groups are compared and no seat is named', () => {
    const ballots =
      schemeText().ballots?.map((ballot) => ({ ...ballot, secrecy: 'anonymous' as const })) ?? [];
    const lines = linesOf(aRuleScheme({ ...fields, ballots }), { seats, units });
    expect(lines).toContain('Leaders | 5 | 3 / 3 | 0.360');
    expect(lines).toContain('Citizens | 2 | 3 / 3 | ');
    expect(lines).toContain('(Citizens: fewer than three secret ballots aren’t compared.)');
    expect(lines.join('\n')).not.toMatch(/Seat|A\d|B\d/);
  });
});

test.each(builtInNames)(
  'given the built-in scheme %s, then the look back can be made in every language',
  (name) => {
    const scheme = builtIn(name);
    const shapes = languages.map((language) => linesOf(scheme, sampleContest(scheme), language).length);
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toBeGreaterThan(6);
  },
);
