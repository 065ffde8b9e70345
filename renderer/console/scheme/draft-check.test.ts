import { describe, expect, test } from 'vitest';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { schemeProblemWords } from '../../i18n/scheme-problems.ts';
import { type Draft, withValue } from './draft.ts';
import { checkDraft, type FormProblem } from './draft-check.ts';

const good: Draft = {
  format: 'leitai-scheme/1',
  id: 'x',
  version: 1,
  name: { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' },
  groups: [{ id: 'A', weight: 60, quorum: { atLeast: { of: [2, 3] } } }],
  ballots: [
    {
      kind: 'points',
      id: 'marks',
      criteria: [{ id: 'c', maximum: '10', step: '0.5' }],
      round: { kind: 'all-units' },
      validity: [{ kind: 'at-most', limit: { percent: '30' }, marks: { above: '9' }, effect: 'refuse' }],
    },
  ],
  nodes: [
    {
      kind: 'groups',
      id: 'total',
      ballot: 'marks',
      trim: { high: 1, low: 1, fromCount: 5 },
      round: { decimals: 2 },
    },
    { kind: 'factor', id: 'hundred', of: 'total', times: '10' },
  ],
  ranking: { by: 'hundred', on: 'rounded', ties: [{ kind: 'node', node: 'total.A' }] },
};

function told(draft: Draft): readonly string[] {
  return checkDraft(draft).problems.map((problem: FormProblem) =>
    problem.code === 'bad-shape'
      ? `${problem.path}: ${problem.fault.kind}`
      : `${problem.path}: ${problem.code} ${problem.detail}`,
  );
}

describe('given a scheme that works', () => {
  test('then nothing is told, and the scheme is there', () => {
    expect(checkDraft(good)).toMatchObject({ problems: [], gaps: [], scheme: { id: 'x' } });
  });

  test.each([
    ['version', '1.5', 'version: not-whole'],
    ['version', '', 'version: missing'],
    ['version', 0, 'version: too-small'],
    ['name.en', ' ', 'name.en: blank'],
    ['name.en', undefined, 'name.en: missing'],
    ['id', 'my contest', 'id: bad-id'],
    ['groups.0.weight', 'x', 'groups.0.weight: not-whole'],
    ['groups.0.weight', -1, 'groups.0.weight: too-small'],
    ['groups.0.quorum.atLeast.of.0', 'x', 'groups.0.quorum.atLeast.of.0: not-whole'],
    ['ballots.0.criteria.0.maximum', 'abc', 'ballots.0.criteria.0.maximum: not-a-number'],
    ['ballots.0.criteria.0.maximum', '', 'ballots.0.criteria.0.maximum: missing'],
    ['ballots.0.criteria.0.maximum', 10, 'ballots.0.criteria.0.maximum: not-a-number'],
    ['ballots.0.criteria.0.colour', 'red', 'ballots.0.criteria.0.colour: unknown-field'],
    ['ballots.0.criteria', [], 'ballots.0.criteria: too-few'],
    ['ballots.0.kind', 'wish', 'ballots.0.kind: bad-choice'],
    ['ballots.0.secrecy', 'secret', 'ballots.0.secrecy: bad-choice'],
    ['ballots.0.validity.0.limit.percent', 'x', 'ballots.0.validity.0.limit.percent: not-a-number'],
    ['nodes.0.trim.high', '', 'nodes.0.trim.high: missing'],
    ['nodes.1.times', 'x', 'nodes.1.times: not-a-number'],
    ['nodes.1.of', 'a.b.c', 'nodes.1.of: bad-node'],
    ['ranking.on', undefined, 'ranking.on: missing'],
    ['nodes.0.trim.fromCount', 2, 'nodes.0.trim.fromCount: trim-strikes-all 2'],
    ['groups.0.weight', 0, 'groups: weights-sum-to-zero total'],
    ['ranking.ties.0.node', 'total.B', 'ranking.ties.0.node: unknown-group B'],
    ['ballots.0.criteria.0.step', '0.3', 'ballots.0.criteria.0.maximum: range-off-step 0.3'],
  ] as const)('when %s is %j, then it says %s', (path, value, expected) => {
    const draft = withValue(good, path, value as Parameters<typeof withValue>[2]);
    expect(told(draft)).toEqual([expected]);
    expect(checkDraft(draft).scheme).toBeNull();
  });

  test('when the stage can’t hold it, then that is a gap and no problem', () => {
    const second = { kind: 'winner', id: 'named', round: { kind: 'first-held', held: 2 } };
    const held = { ...good, ballots: [...(good.ballots as readonly Json[]), second] };
    const { problems, gaps, scheme } = checkDraft(held);
    expect([problems, gaps]).toEqual([[], [{ path: 'ballots.1.round', what: 'round' }]]);
    expect(scheme).not.toBeNull();
  });
});

test('given a file of the wrong kinds throughout, then something is told and nothing thrown', () => {
  const odd: Draft = { format: 'leitai-scheme/1', groups: 'x', ballots: [null, 3], nodes: {}, ranking: [] };
  expect(told(odd).length).toBeGreaterThan(3);
});

test('given every language, then each kind of problem has words', () => {
  // A code without words doesn't compile where words are taken; this looks at what they say.
  for (const { code, shape } of Object.values(schemeProblemWords))
    for (const text of [...Object.values(code), ...Object.values(shape)]) expect(text.trim()).not.toBe('');
});
