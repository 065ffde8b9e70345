import { describe, expect, test } from 'vitest';
import { aCriterion, aScheme, aWeight } from '../../../test/builders/definition.ts';
import { criterionId, groupId } from '../../kernel/brand.ts';
import { checkScheme } from './check-scheme.ts';
import type { Scheme } from './scheme.ts';

type Fields = Partial<Scheme>;

function refused(fields: Fields): readonly (readonly [string, string])[] {
  const checked = checkScheme(aScheme(fields));
  return checked.ok ? [] : checked.error.map(({ code, path }) => [code, path]);
}

test('SCHEME-1: given a scheme that works, when checked, then it is returned', () => {
  const scheme = aScheme({
    trim: { high: 1, low: 1, fromCount: 3 },
    ties: [
      { kind: 'group', group: groupId('B') },
      { kind: 'criterion', criterion: criterionId('c2') },
    ],
  });
  expect(checkScheme(scheme)).toEqual({ ok: true, value: scheme });
});

describe('a scheme that can’t work is refused with the field', () => {
  test.each<[string, Fields, string, string]>([
    ['no criterion', { criteria: [] }, 'criteria-empty', 'criteria'],
    [
      'a criterion twice',
      { criteria: [aCriterion('c', '1'), aCriterion('c', '1')] },
      'criterion-twice',
      'criteria.1.id',
    ],
    [
      'a maximum that is no number',
      { criteria: [aCriterion('c', '1/2')] },
      'not-a-decimal',
      'criteria.0.maximum',
    ],
    [
      'a step that is no number',
      { criteria: [aCriterion('c', '1', 'half')] },
      'not-a-decimal',
      'criteria.0.step',
    ],
    ['a maximum of zero', { criteria: [aCriterion('c', '0')] }, 'not-positive', 'criteria.0.maximum'],
    ['a maximum below zero', { criteria: [aCriterion('c', '-20')] }, 'not-positive', 'criteria.0.maximum'],
    ['a step of zero', { criteria: [aCriterion('c', '20', '0')] }, 'not-positive', 'criteria.0.step'],
    [
      'a maximum between steps',
      { criteria: [aCriterion('c', '20.3')] },
      'maximum-off-step',
      'criteria.0.maximum',
    ],
    [
      'a step above the maximum',
      { criteria: [aCriterion('c', '1', '2')] },
      'maximum-off-step',
      'criteria.0.maximum',
    ],
  ])('SCHEME-1: %s', (_, fields, code, path) => {
    expect(refused(fields)).toEqual([[code, path]]);
  });

  test.each<[string, Fields, string, string]>([
    ['no weight', { weights: [] }, 'weights-empty', 'weights'],
    ['a group twice', { weights: [aWeight('A', 1), aWeight('A', 2)] }, 'weight-twice', 'weights.1.group'],
    ['a weight of zero', { weights: [aWeight('A', 0)] }, 'weight-not-positive-whole', 'weights.0.weight'],
    [
      'a weight below zero',
      { weights: [aWeight('A', 2), aWeight('B', -1)] },
      'weight-not-positive-whole',
      'weights.1.weight',
    ],
    [
      'a fraction',
      { weights: [aWeight('A', 0.6), aWeight('B', 1)] },
      'weight-not-positive-whole',
      'weights.0.weight',
    ],
    ['no number', { weights: [aWeight('A', Number.NaN)] }, 'weight-not-positive-whole', 'weights.0.weight'],
    ['beyond exact', { weights: [aWeight('A', 2 ** 53)] }, 'weight-not-positive-whole', 'weights.0.weight'],
  ])('SCHEME-2: %s', (_, fields, code, path) => {
    expect(refused(fields)).toEqual([[code, path]]);
  });

  test.each<[string, Fields, string, string]>([
    [
      'as many struck as needed',
      { trim: { high: 1, low: 1, fromCount: 2 } },
      'trim-strikes-all',
      'trim.fromCount',
    ],
    [
      'more struck than needed',
      { trim: { high: 2, low: 3, fromCount: 4 } },
      'trim-strikes-all',
      'trim.fromCount',
    ],
    ['a number below zero', { trim: { high: 1, low: -1, fromCount: 7 } }, 'trim-not-whole', 'trim.low'],
    ['a fraction', { trim: { high: 0.5, low: 1, fromCount: 7 } }, 'trim-not-whole', 'trim.high'],
  ])('SCHEME-3: %s', (_, fields, code, path) => {
    expect(refused(fields)).toEqual([[code, path]]);
  });

  test.each<[string, Fields, string, string]>([
    [
      'an unknown group',
      { ties: [{ kind: 'group', group: groupId('Z') }] },
      'tie-unknown-group',
      'ties.0.group',
    ],
    [
      'an unknown criterion',
      {
        ties: [
          { kind: 'group', group: groupId('A') },
          { kind: 'criterion', criterion: criterionId('c9') },
        ],
      },
      'tie-unknown-criterion',
      'ties.1.criterion',
    ],
  ])('SCHEME-4: a tie chain with %s', (_, fields, code, path) => {
    expect(refused(fields)).toEqual([[code, path]]);
  });

  test.each<[string, Fields, string, string]>([
    ['decimals below zero', { decimals: -1 }, 'decimals-out-of-range', 'decimals'],
    ['seven decimals', { decimals: 7 }, 'decimals-out-of-range', 'decimals'],
    ['half a decimal', { decimals: 1.5 }, 'decimals-out-of-range', 'decimals'],
    ['published from no ballot on', { publishFrom: 0 }, 'publish-from-not-positive-whole', 'publishFrom'],
  ])('SCHEME-5: %s', (_, fields, code, path) => {
    expect(refused(fields)).toEqual([[code, path]]);
  });

  test('SCHEME-5: given several faults, when checked, then all are named in the order of the file', () => {
    expect(refused({ criteria: [], weights: [], decimals: 9 })).toEqual([
      ['criteria-empty', 'criteria'],
      ['weights-empty', 'weights'],
      ['decimals-out-of-range', 'decimals'],
    ]);
  });
});
