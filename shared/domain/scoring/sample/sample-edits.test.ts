import { describe, expect, test } from 'vitest';
import { builtIn } from '../../../../test/cases/read-built-in.ts';
import { calculator } from '../rules/calculate.ts';
import { sampleContest } from './sample-contest.ts';
import { editedContest, noEdits, type SampleEdits } from './sample-edits.ts';

const skills = builtIn('O7-skills');
const made = sampleContest(skills);

function worked(edits: Partial<SampleEdits>) {
  const { ranking, nodeValue } = calculator(skills)(editedContest(made, { ...noEdits, ...edits }));
  const total = (unit: string) => {
    const value = nodeValue(skills.ranking.by, unit);
    return value.kind === 'value'
      ? Number(value.value.numerator) / Number(value.value.denominator)
      : value.why;
  };
  return { total, stateOf: (unit: string) => ranking.find((ranked) => ranked.unit === unit)?.state };
}

const untouched = worked({});
const seconds = (value: SampleEdits['measures'][number]['value']) =>
  worked({ measures: [{ unit: 'sample-2', measure: 'seconds', item: null, value }] });

describe('given the sample of a scheme with a measured time and deductions', () => {
  test('when a unit’s state is changed, then it leaves the ranking or comes back', () => {
    expect(worked({ states: { 'sample-1': 'disqualified' } }).stateOf('sample-1')).toBe('disqualified');
    expect(worked({ states: { 'sample-5': 'standing' } }).stateOf('sample-5')).toBe('ranked');
    expect(untouched.stateOf('sample-5')).toBe('withdrew');
  });

  test('when a time is changed, then the points for it change; one that isn’t confirmed is waited for', () => {
    expect(made.units[1]?.measures).toHaveProperty('seconds');
    expect(seconds('999999').total('sample-2')).not.toBe(untouched.total('sample-2'));
    expect(seconds({ kind: 'unconfirmed', value: '1' }).total('sample-2')).toBe('waits');
    expect(seconds({ kind: 'did-not-finish' }).stateOf('sample-2')).toBe('did-not-finish');
    expect(seconds(null).total('sample-2')).toBe('waits');
    expect(seconds('999999').total('sample-1')).toBe(untouched.total('sample-1'));
  });

  test('when a deduction is written, then the unit’s total falls by it', () => {
    const node = skills.nodes.find(({ kind }) => kind === 'adjustments')?.id ?? '';
    const entry = { node, points: '-2', reason: 'late', author: '' };
    const total = worked({ adjustments: { 'sample-2': [entry] } }).total('sample-2');
    expect(total).toBe(Number(untouched.total('sample-2')) - 2);
    expect(worked({ adjustments: { 'sample-4': [] } }).total('sample-4')).toBe(
      Number(untouched.total('sample-4')) + 2,
    );
  });

  test('when units, lists or measures aren’t there any more, then their changes change nothing', () => {
    const value = '5';
    const edited = editedContest(made, {
      ...noEdits,
      states: { gone: 'withdrew' },
      measures: [
        { unit: 'sample-1', measure: 'gone', item: null, value },
        { unit: 'sample-1', measure: 'seconds', item: { list: 'gone', at: 0 }, value },
      ],
    });
    expect(edited.units.map(({ measures, state }) => ({ measures, state }))).toEqual(
      made.units.map(({ measures, state }) => ({ measures, state })),
    );
  });
});

test('given a list of items, when one item’s value is changed, then only that item’s is', () => {
  const county = sampleContest(builtIn('S1-county-ranking'));
  const [list = '', items = []] = Object.entries(county.units[0]?.items ?? {})[0] ?? [];
  const [measure = ''] = Object.keys(items[1]?.measures ?? {});
  const edited = editedContest(county, {
    ...noEdits,
    measures: [{ unit: 'sample-1', measure, item: { list, at: 1 }, value: '7' }],
  });
  const values = edited.units.map((unit) => unit.items?.[list]?.map((item) => item.measures?.[measure]));
  expect(values[0]).toEqual([items[0]?.measures?.[measure], '7', items[2]?.measures?.[measure]]);
  expect(values.slice(1)).toEqual(
    county.units.slice(1).map((unit) => unit.items?.[list]?.map((item) => item.measures?.[measure])),
  );
});
