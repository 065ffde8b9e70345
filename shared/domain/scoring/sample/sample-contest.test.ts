import { describe, expect, test } from 'vitest';
import { builtIn, builtInNames } from '../../../../test/cases/read-built-in.ts';
import { calculator } from '../rules/calculate.ts';
import { readScoringScheme } from '../rules/check-scoring-scheme.ts';
import { explainUnit } from '../rules/result-tree.ts';
import type { ScoringScheme, ScoringSchemeText } from '../rules/scoring-scheme.ts';
import { checkVote } from '../rules/vote-check.ts';
import { sampleContest, sampleUnits } from './sample-contest.ts';

function scheme(text: Partial<ScoringSchemeText>): ScoringScheme {
  const read = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'sample',
    version: 1,
    name: 'sample',
    ballots: [{ kind: 'total', id: 'b', maximum: '100', step: '1' }],
    nodes: [{ kind: 'marks', id: 'total', ballot: 'b' }],
    ranking: { by: 'total', on: 'rounded' },
    ...text,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function struckIn(of: ScoringScheme, unit: string): number {
  const { nodes } = explainUnit(calculator(of)(sampleContest(of)), unit);
  return nodes.flatMap(({ parts }) => parts).filter(({ state }) => state.startsWith('struck')).length;
}

describe.each(builtInNames)('given the built-in scheme %s', (name) => {
  const own = builtIn(name);
  const calculation = calculator(own)(sampleContest(own));

  test('then every sample unit has a place but the one that withdrew', () => {
    const states = sampleUnits.map(
      ({ unit }) => calculation.ranking.find((ranked) => ranked.unit === unit)?.state,
    );
    expect(states).toEqual(['ranked', 'ranked', 'ranked', 'ranked', 'withdrew']);
    expect(new Set(calculation.ranking.map(({ place }) => place)).size).toBeGreaterThan(2);
  });

  test('then a seat is recused on the first unit, and the sample is the same at every call', () => {
    const [first] = calculation.contest.units;
    const states = Object.values(first?.ballots ?? {}).flatMap(({ states = {} }) => Object.values(states));
    expect(states).toContain('recused');
    expect(sampleContest(own)).toEqual(calculation.contest);
  });

  test('then no sample ballot breaks its ballot’s rules', () => {
    for (const ballot of own.ballots) {
      for (const { seat } of calculation.contest.seats) {
        const values = Object.fromEntries(
          calculation.contest.units.flatMap(({ unit, ballots }) => {
            const vote = ballots?.[ballot.id]?.votes[seat];
            return vote ? [[unit, vote]] : [];
          }),
        );
        if (Object.keys(values).length === 0) continue;
        const faults = checkVote(ballot, Object.keys(values), { values });
        expect(faults.filter(({ effect }) => effect !== 'warn')).toEqual([]);
      }
    }
  });
});

test('given S4, then two units are equal in total and the second tie rule parts them', () => {
  const own = builtIn('S4-six-comparisons');
  const { ranking } = calculator(own)(sampleContest(own));
  const parted = ranking.filter(({ partedBy }) => partedBy.includes(1));
  expect(parted.map(({ unit }) => unit).sort()).toEqual(['sample-2', 'sample-3']);
});

test('given a trim that asks for more judges, then the sample has as many and strikes them', () => {
  const trimmed = (fromCount: number) =>
    scheme({
      nodes: [{ kind: 'marks', id: 'total', ballot: 'b', trim: { high: 2, low: 2, fromCount } }],
    });
  expect(struckIn(trimmed(5), 'sample-1')).toBe(4);
  expect(struckIn(trimmed(9), 'sample-1')).toBe(4);
});

test('given limits that first marks would break, then the sample’s ballots keep them', () => {
  const own = scheme({
    ballots: [
      {
        kind: 'total',
        id: 'b',
        maximum: '100',
        step: '1',
        round: { kind: 'all-units' },
        validity: [
          { kind: 'at-most', limit: { count: 1 }, marks: { above: '85' }, effect: 'refuse' },
          { kind: 'at-least', limit: { count: 2 }, marks: { below: '60' }, effect: 'void' },
          { kind: 'no-equal-marks', effect: 'refuse' },
        ],
      },
    ],
  });
  const contest = sampleContest(own);
  expect(contest.units[1]?.ballots?.b?.states).toEqual({});
  for (const { seat } of contest.seats) {
    const marks = contest.units.flatMap(({ ballots }) => ballots?.b?.votes[seat]?.total ?? []).map(Number);
    expect(marks.filter((mark) => mark > 85).length).toBeLessThanOrEqual(1);
    expect(marks.filter((mark) => mark < 60).length).toBeGreaterThanOrEqual(2);
    expect(new Set(marks).size).toBe(marks.length);
  }
});

test('given a limit that can’t be kept on a ballot so short, then those seats are absent and nothing is invented', () => {
  const own = scheme({
    ballots: [
      {
        kind: 'total',
        id: 'b',
        maximum: '100',
        step: '1',
        round: { kind: 'all-units' },
        validity: [{ kind: 'at-least', limit: { count: 9 }, marks: { above: '1' }, effect: 'refuse' }],
      },
    ],
  });
  const states = Object.values(sampleContest(own).units[1]?.ballots?.b?.states ?? {});
  expect(new Set(states)).toEqual(new Set(['absent']));
});

test('given attempts with a measured time, then each unit has some and a fact that the event must give has a value', () => {
  const own = scheme({
    ballots: [],
    facts: [{ id: 'limit', value: null }],
    nodes: [
      { kind: 'measure', id: 'seconds', each: 'attempts', measure: 'seconds' },
      { kind: 'pick', id: 'best', from: { items: 'seconds' }, better: 'lower', dropBest: 1, dropWorst: 1 },
      { kind: 'factor', id: 'total', of: 'best', over: { fact: 'limit' } },
    ],
    ranking: { by: 'total', on: 'exact', better: 'lower' },
  });
  const { ranking } = calculator(own)(sampleContest(own));
  expect(ranking.filter(({ state }) => state === 'ranked')).toHaveLength(4);
});

test('given a measured penalty and a score that is carried over, then the penalty is small beside it', () => {
  const own = scheme({
    nodes: [
      { kind: 'marks', id: 'mean', ballot: 'b' },
      { kind: 'measure', id: 'penalty', measure: 'penalty', missing: 'zero' },
      { kind: 'measure', id: 'carried', measure: 'carried', missing: 'zero' },
      {
        kind: 'sum',
        id: 'total',
        parts: [{ node: 'mean' }, { node: 'carried' }, { node: 'penalty', times: '-1' }],
      },
    ],
  });
  const measures = sampleContest(own).units.map((unit) => unit.measures ?? {});
  expect(measures.every(({ penalty }) => Number(penalty) < 1)).toBe(true);
  expect(measures.every(({ carried }) => Number(carried) >= 70)).toBe(true);
});

test('given a ballot that is cast on items alone, then it is cast on each of them and not on the unit', () => {
  const own = scheme({
    nodes: [
      { kind: 'marks', id: 'award', each: 'dives', ballot: 'b', by: 'sum' },
      { kind: 'factor', id: 'dive', each: 'dives', of: 'award', times: { measure: 'difficulty' } },
      { kind: 'pick', id: 'total', from: { items: 'dive' } },
    ],
  });
  for (const { ballots, measures, items } of sampleContest(own).units) {
    expect({ ballots, measures }).toEqual({ ballots: {}, measures: {} });
    expect(items?.dives).toHaveLength(3);
    for (const dive of items?.dives ?? []) {
      expect(Object.keys(dive.measures ?? {})).toEqual(['difficulty']);
      expect(Object.keys(dive.ballots?.b?.votes ?? {}).length).toBeGreaterThan(2);
    }
  }
});
