import { describe, expect, test } from 'vitest';
import { schemeText } from '../../../../test/builders/contest.ts';
import { readScoringScheme } from './check-scoring-scheme.ts';

type Fields = Readonly<Record<string, unknown>>;

function refused(fields: Fields): readonly string[] {
  const scheme = readScoringScheme({ ...schemeText(), ...fields });
  return scheme.ok ? [] : scheme.error.map(({ code, path }) => `${path}: ${code}`);
}

const marks = { kind: 'marks', id: 'total', ballot: 'vote' };
const ballot = (fields: object) => ({
  ballots: [{ kind: 'total', id: 'vote', maximum: '100', step: '0.5', ...fields }],
});
const graded = (validity: readonly object[], round = 'all-units') => ({
  ballots: [
    {
      kind: 'grades',
      id: 'vote',
      round: { kind: round },
      grades: [
        { id: 'A', points: '1' },
        { id: 'B', points: '0' },
      ],
      validity,
    },
  ],
});
const nodes = (...more: readonly object[]) => ({ nodes: [marks, ...more] });
const sum = (id: string, ...parts: readonly string[]) => ({
  kind: 'sum',
  id,
  parts: parts.map((node) => ({ node })),
});

test('RULE-7: given a scheme with nothing but what it must say, then it is read and the defaults are filled in', () => {
  const scheme = readScoringScheme(schemeText());
  expect(scheme).toMatchObject({
    ok: true,
    value: { ranking: { shared: '1-1-3' }, publish: { fromBallots: 3 }, ballots: [{ secrecy: 'by-seat' }] },
  });
});

test('RULE-21: given limits that some number of units can keep, then they are taken', () => {
  const most = (grade: string, percent: string) => ({
    kind: 'at-most',
    limit: { percent },
    marks: { grade },
    effect: 'refuse',
  });
  expect(refused(graded([most('A', '30'), most('B', '70')]))).toEqual([]);
  const least = { kind: 'at-least', limit: { count: 40 }, marks: { grade: 'A' }, effect: 'refuse' };
  expect(refused(graded([least, { ...least, marks: { grade: 'B' } }]))).toEqual([]);
  const single = { kind: 'at-most', limit: { count: 0 }, marks: { above: '90' }, effect: 'warn' };
  expect(refused(ballot({ validity: [single] }))).toEqual([]);
});

test('RULE-7: given a scheme written out and read again, then it is the same', () => {
  const scheme = readScoringScheme(schemeText());
  if (!scheme.ok) throw new Error('refused');
  expect(readScoringScheme(JSON.parse(JSON.stringify(scheme.value)))).toEqual(scheme);
});

describe('a scheme that can’t work is refused with the field and the reason', () => {
  test.each<[string, Fields, string]>([
    ['RULE-7: a word that isn’t in the format', { colour: 'red' }, ': bad-shape'],
    [
      'RULE-7: a ranking that doesn’t choose rounded or exact',
      { ranking: { by: 'total' } },
      'ranking.on: bad-shape',
    ],
    ['RULE-7: a number without quotes', ballot({ maximum: 100 }), 'ballots.0.maximum: bad-shape'],
    ['RULE-7: a number that is none', ballot({ maximum: '1/2' }), 'ballots.0.maximum: bad-shape'],
    ['RULE-7: an id twice', nodes(marks), 'nodes.1.id: id-twice'],
    ['RULE-7: a step of nothing', ballot({ step: '0' }), 'ballots.0.step: step-not-positive'],
    ['RULE-7: a range without marks', ballot({ minimum: '100' }), 'ballots.0.maximum: range-empty'],
    ['RULE-7: a maximum between steps', ballot({ step: '0.3' }), 'ballots.0.maximum: range-off-step'],
    ['RULE-7: marks beyond a million', ballot({ maximum: '2000000' }), 'ballots.0.maximum: range-too-large'],
    ['RULE-7: a ballot of a strange group', ballot({ groups: ['Z'] }), 'ballots.0.groups.0: unknown-group'],
    [
      'RULE-21: a grade that isn’t there',
      graded([{ kind: 'at-most', limit: { count: 1 }, marks: { grade: 'Z' }, effect: 'warn' }]),
      'ballots.0.validity.0.marks.grade: unknown-grade',
    ],
    [
      'RULE-21: at least more than all',
      graded([{ kind: 'at-least', limit: { percent: '101' }, marks: { grade: 'A' }, effect: 'warn' }]),
      'ballots.0.validity.0.limit.percent: limit-cannot-be-met',
    ],
    [
      'RULE-21: at least more than at most',
      graded([
        { kind: 'at-least', limit: { count: 3 }, marks: { grade: 'A' }, effect: 'warn' },
        { kind: 'at-most', limit: { count: 2 }, marks: { grade: 'A' }, effect: 'warn' },
      ]),
      'ballots.0.validity.0.limit: limit-cannot-be-met',
    ],
    [
      'RULE-21: every grade limited below the whole',
      graded([
        { kind: 'at-most', limit: { percent: '30' }, marks: { grade: 'A' }, effect: 'refuse' },
        { kind: 'at-most', limit: { percent: '60' }, marks: { grade: 'B' }, effect: 'refuse' },
      ]),
      'ballots.0.validity: limit-cannot-be-met',
    ],
    [
      'RULE-21: a mark above the maximum asked for',
      ballot({
        validity: [{ kind: 'at-least', limit: { count: 1 }, marks: { above: '100' }, effect: 'warn' }],
      }),
      'ballots.0.validity.0.limit: limit-cannot-be-met',
    ],
    [
      'RULE-21: more names than there may be',
      { ballots: [{ kind: 'approval', id: 'vote', atLeast: 3, atMost: 2 }] },
      'ballots.0.atLeast: limit-cannot-be-met',
    ],
    [
      'RULE-21: more marks than stand on the ballot',
      ballot({
        validity: [{ kind: 'at-least', limit: { count: 2 }, marks: { above: '5' }, effect: 'refuse' }],
      }),
      'ballots.0.validity.0.limit: limit-cannot-be-met',
    ],
    [
      'RULE-21: limits of different lines that shut one another out',
      ballot({
        round: { kind: 'all-units' },
        validity: [
          { kind: 'at-least', limit: { count: 2 }, marks: { above: '90' }, effect: 'refuse' },
          { kind: 'at-most', limit: { count: 1 }, marks: { above: '80' }, effect: 'refuse' },
        ],
      }),
      'ballots.0.validity: limit-cannot-be-met',
    ],
    [
      'RULE-21: no mark left between two limits',
      ballot({
        validity: [
          { kind: 'at-most', limit: { count: 0 }, marks: { above: '50' }, effect: 'void' },
          { kind: 'at-most', limit: { count: 0 }, marks: { below: '50.5' }, effect: 'void' },
        ],
      }),
      'ballots.0.validity: limit-cannot-be-met',
    ],
    [
      'RULE-21: units to be told apart on a ballot of one unit',
      ballot({ validity: [{ kind: 'no-equal-marks', effect: 'refuse' }] }),
      'ballots.0.validity.0: compares-units',
    ],
    [
      'RULE-21: a share of the grades on a ballot of one unit',
      graded(
        [{ kind: 'at-most', limit: { percent: '30' }, marks: { grade: 'A' }, effect: 'refuse' }],
        'per-unit',
      ),
      'ballots.0.validity.0.limit: compares-units',
    ],
    [
      'RULE-21: names that can’t be told apart',
      {
        ballots: [
          {
            kind: 'approval',
            id: 'vote',
            atMost: 2,
            validity: [{ kind: 'no-equal-marks', effect: 'refuse' }],
          },
        ],
      },
      'ballots.0.validity.0: not-numbers',
    ],
    [
      'RULE-23: grades none of which has points',
      {
        ballots: [
          {
            kind: 'grades',
            id: 'vote',
            grades: [
              { id: 'A', points: null },
              { id: 'B', points: null },
            ],
          },
        ],
      },
      'ballots.0.grades: no-grade-counts',
    ],
    [
      'RULE-23: a panel of groups that don’t cast the ballot',
      {
        groups: [{ id: 'A' }, { id: 'B' }],
        ...ballot({ groups: ['A'] }),
        nodes: [{ ...marks, groups: ['B'] }],
      },
      'nodes.0.groups: nobody-casts',
    ],
    ['RULE-23: a panel of trainees alone', { groups: [{ id: 'A', counts: false }] }, 'nodes.0: nobody-casts'],
    [
      'RULE-23: more of the best than there are values',
      nodes({ kind: 'pick', id: 'p', from: { nodes: ['total'] }, best: 2 }),
      'nodes.1.best: never-reached',
    ],
    [
      'RULE-23: a time that gives and takes nothing',
      nodes({ kind: 'time', id: 't', of: 'total', limit: '1' }),
      'nodes.1: gives-nothing',
    ],
    [
      'RULE-23: a shortest time above the longest',
      nodes({
        kind: 'time',
        id: 't',
        of: 'total',
        limit: '300',
        atLeast: '301',
        over: { kind: 'per-started', seconds: '30', points: '-1' },
        under: { kind: 'per-started', seconds: '30', points: '-1' },
      }),
      'nodes.1.atLeast: floor-above-cap',
    ],
    [
      'RULE-22: weights of nothing',
      nodes({ kind: 'weighted', id: 'w', parts: [{ node: 'total', weight: 0 }] }),
      'nodes.1.parts: weights-sum-to-zero',
    ],
    [
      'RULE-22: no group that counts',
      { groups: [{ id: 'A', counts: false }], nodes: [{ ...marks, kind: 'groups' }] },
      'groups: weights-sum-to-zero',
    ],
    [
      'RULE-22: groups that all weigh nothing',
      { groups: [{ id: 'A', weight: 0 }], nodes: [{ ...marks, kind: 'groups' }] },
      'groups: weights-sum-to-zero',
    ],
    [
      'RULE-22: a quorum above all',
      { groups: [{ id: 'A', quorum: { atLeast: { of: [3, 2] } } }] },
      'groups.0.quorum.atLeast.of: quorum-above-all',
    ],
    [
      'RULE-23: a trim that leaves nothing',
      { nodes: [{ ...marks, trim: { high: 1, low: 1, fromCount: 2 } }] },
      'nodes.0.trim.fromCount: trim-strikes-all',
    ],
    [
      'RULE-23: a pick that leaves nothing',
      nodes({ kind: 'pick', id: 'p', from: { nodes: ['total'] }, dropBest: 1 }),
      'nodes.1.dropWorst: trim-strikes-all',
    ],
    [
      'RULE-23: a ballot that isn’t there',
      { nodes: [{ ...marks, ballot: 'speech' }] },
      'nodes.0.ballot: unknown-ballot',
    ],
    [
      'RULE-23: a criterion that isn’t there',
      { nodes: [{ ...marks, criteria: ['c1'] }] },
      'nodes.0.criteria.0: unknown-criterion',
    ],
    ['RULE-23: a node that isn’t there', nodes(sum('s', 'nothing')), 'nodes.1: unknown-node'],
    ['RULE-23: nodes in a circle', nodes(sum('a', 'b'), sum('b', 'a')), 'nodes: nodes-in-a-circle'],
    [
      'RULE-23: a fact that isn’t there',
      nodes({ kind: 'factor', id: 'f', of: 'total', times: { fact: 'k' } }),
      'nodes.1.times: unknown-fact',
    ],
    [
      'RULE-23: an item’s value outside its item',
      nodes({ kind: 'measure', id: 'm', each: 'dives', measure: 'm' }, sum('s', 'm')),
      'nodes.2: item-values-outside',
    ],
    [
      'RULE-23: one list’s value in another’s',
      nodes({ kind: 'measure', id: 'm', each: 'dives', measure: 'm' }, { ...sum('s', 'm'), each: 'jumps' }),
      'nodes.2: other-items',
    ],
    [
      'RULE-23: a pick of items that are none',
      nodes({ kind: 'pick', id: 'p', from: { items: 'total' } }),
      'nodes.1.from.items: not-items',
    ],
    [
      'RULE-23: the jury’s points for each item',
      nodes({ kind: 'adjustments', id: 'a', each: 'dives' }),
      'nodes.1.each: not-for-items',
    ],
    [
      'RULE-23: a division by nothing',
      nodes({ kind: 'factor', id: 'f', of: 'total', over: '0' }),
      'nodes.1.over: division-by-zero',
    ],
    [
      'RULE-23: time units of nothing',
      nodes({
        kind: 'time',
        id: 't',
        of: 'total',
        limit: '1',
        over: { kind: 'per-started', seconds: '0', points: '-1' },
      }),
      'nodes.1.over.seconds: division-by-zero',
    ],
    [
      'RULE-23: bands that fall',
      nodes({
        kind: 'bands',
        id: 'b',
        of: 'total',
        bands: [
          { from: '2', points: '1' },
          { from: '2', points: '2' },
        ],
      }),
      'nodes.1.bands.1.from: bands-not-rising',
    ],
    [
      'RULE-23: a floor above the cap',
      { nodes: [{ ...marks, floor: '2', cap: '1' }] },
      'nodes.0.floor: floor-above-cap',
    ],
    [
      'RULE-23: points for places without places',
      { nodes: [{ ...marks, placePoints: { table: ['1'] } }] },
      'nodes.0.placePoints: places-without-ranking',
    ],
    [
      'RULE-23: a mark to count where nothing is counted',
      { nodes: [{ ...marks, counting: { from: '1' } }] },
      'nodes.0.counting: counting-nothing',
    ],
    [
      'RULE-23: dances without placements',
      nodes({ kind: 'skating', id: 's', ballots: ['vote'] }),
      'nodes.1.ballots.0: not-a-placement',
    ],
    [
      'RULE-23: places stretched that are read as marks',
      {
        ballots: [{ kind: 'ranking', id: 'vote' }],
        nodes: [{ ...marks, partial: 'stretched' }],
      },
      'nodes.0.partial: read-as-places',
    ],
    [
      'RULE-24: a zero that would win',
      { units: { withdrew: 'zero' }, ranking: { by: 'total', on: 'exact', better: 'lower' } },
      'units.withdrew: zero-would-win',
    ],
    [
      'RULE-24: a ranking by nothing',
      { ranking: { by: 'nothing', on: 'exact' } },
      'ranking.by: unknown-node',
    ],
    [
      'RULE-24: a tie chain naming a group that isn’t there',
      {
        groups: [{ id: 'A' }],
        nodes: [{ ...marks, kind: 'groups' }],
        ranking: { by: 'total', on: 'exact', ties: [{ kind: 'node', node: 'total.Z' }] },
      },
      'ranking.ties.0.node: unknown-group',
    ],
    [
      'RULE-24: a tie chain naming a node that isn’t there',
      { ranking: { by: 'total', on: 'exact', ties: [{ kind: 'node', node: 'c4' }] } },
      'ranking.ties.0.node: unknown-node',
    ],
    [
      'RULE-24: count-back of a strange ballot',
      { ranking: { by: 'total', on: 'exact', ties: [{ kind: 'count-back', ballot: 'b' }] } },
      'ranking.ties.0.ballot: unknown-ballot',
    ],
    [
      'RULE-24: a prize that anyone gets',
      { prizes: [{ id: 'p', name: 'p' }] },
      'prizes.0: prize-without-line',
    ],
    [
      'RULE-24: count-back in a group that doesn’t cast the ballot',
      {
        groups: [{ id: 'A' }, { id: 'B' }],
        ...ballot({ groups: ['A'] }),
        ranking: { by: 'total', on: 'exact', ties: [{ kind: 'count-back', ballot: 'vote', groups: ['B'] }] },
      },
      'ranking.ties.0.groups.0: nobody-casts',
    ],
    [
      'RULE-24: count-back of a mark that no ballot has',
      {
        ranking: { by: 'total', on: 'exact', ties: [{ kind: 'count-back', ballot: 'vote', only: '100.5' }] },
      },
      'ranking.ties.0.only: never-reached',
    ],
    [
      'RULE-24: a prize between lines that leave nothing',
      { prizes: [{ id: 'p', name: 'p', atLeast: '90', below: '90' }] },
      'prizes.0.below: never-reached',
    ],
    [
      'RULE-24: a word behind one that is always reached first',
      {
        outputs: [
          {
            node: 'total',
            labels: [
              { from: '80', name: 'good' },
              { from: '90', name: 'best' },
            ],
          },
        ],
      },
      'outputs.0.labels.1.from: never-reached',
    ],
    ['RULE-24: an output of nothing', { outputs: [{ node: 'nothing' }] }, 'outputs.0.node: unknown-node'],
  ])('%s', (_, fields, expected) => {
    expect(refused(fields)).toContain(expected);
  });
});
