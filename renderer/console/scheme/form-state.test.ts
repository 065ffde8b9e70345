import { describe, expect, test } from 'vitest';
import { type Draft, textAt, valueAt } from './draft.ts';
import { changeForm, type FormAction, type FormState, opened } from './form-state.ts';

const draft: Draft = {
  format: 'leitai-scheme/1',
  name: 'One',
  groups: [
    { id: 'A', weight: 60 },
    { id: 'B', weight: 40 },
  ],
  ballots: [
    {
      kind: 'points',
      id: 'marks',
      groups: ['A', 'B'],
      criteria: [
        { id: 'a', maximum: '50', step: '1' },
        { id: 'b', maximum: '50', step: '1' },
      ],
    },
    {
      kind: 'grades',
      id: 'grades',
      grades: [{ id: 'good', points: '1' }],
      validity: [{ kind: 'at-most', limit: { count: 1 }, marks: { grade: 'good' }, effect: 'refuse' }],
    },
  ],
  facts: [{ id: 'limit', value: '300' }],
  nodes: [
    { kind: 'groups', id: 'total', ballot: 'marks', criteria: ['a'], groups: ['A'] },
    { kind: 'marks', id: 'rate', ballot: 'grades', counting: { grades: ['good'] } },
    { kind: 'time', id: 'time', of: 'total', limit: { fact: 'limit' } },
    { kind: 'sum', id: 'sum', parts: [{ node: 'total.A' }, { node: 'time' }] },
  ],
  ranking: {
    by: 'sum',
    ties: [
      { kind: 'node', node: 'total.A' },
      { kind: 'count-back', ballot: 'marks' },
    ],
  },
};

function formAfter(...actions: readonly FormAction[]): FormState {
  return actions.reduce(changeForm, opened(draft));
}

const rename = (list: string, at: number, id: string): FormAction => ({ kind: 'rename', list, at, id });
const set = (path: string, value?: string | number): FormAction => ({ kind: 'set', path, value });

describe('given a scheme in the form', () => {
  test('when a field is set, then only that place differs; when it is cleared, the member is gone', () => {
    const changed = formAfter(set('groups.1.weight', 20));
    expect(valueAt(changed.draft, 'groups')).toEqual([
      { id: 'A', weight: 60 },
      { id: 'B', weight: 20 },
    ]);
    expect(changed.draft.ballots).toBe(draft.ballots);
    expect(valueAt(formAfter(set('groups.1.weight')).draft, 'groups.1')).toEqual({ id: 'B' });
  });

  test('when a member of something that isn’t there is set, then it is made', () => {
    expect(formAfter(set('publish.marks', 'sorted')).draft.publish).toEqual({ marks: 'sorted' });
  });

  test('when an entry is added, moved and taken away, then the list keeps the order of the others', () => {
    const added = formAfter({ kind: 'add', list: 'groups', at: 1, entry: { id: 'C' } });
    const ids = (state: FormState) => [0, 1, 2].map((n) => textAt(state.draft, `groups.${n}.id`));
    expect(ids(added)).toEqual(['A', 'C', 'B']);
    expect(ids(changeForm(added, { kind: 'move', list: 'groups', from: 2, to: 0 }))).toEqual(['B', 'A', 'C']);
    expect(ids(changeForm(added, set('groups.0')))).toEqual(['C', 'B', '']);
    const beyond = changeForm(added, { kind: 'move', list: 'groups', from: 2, to: 3 });
    expect(ids(beyond)).toEqual(['A', 'C', 'B']);
  });

  test('when something is added to a list that isn’t there, then the list is made', () => {
    const added = formAfter({ kind: 'add', list: 'outputs', at: 0, entry: { node: 'total' } });
    expect(added.draft.outputs).toEqual([{ node: 'total' }]);
  });
});

describe('undo', () => {
  test('given letters typed into one field, then they are one step back; another field is another step', () => {
    const typed = formAfter(set('name', 'T'), set('name', 'Tw'), set('name', 'Two'), set('id', 'x'));
    const once = changeForm(typed, { kind: 'undo' });
    expect([once.draft.name, once.draft.id]).toEqual(['Two', undefined]);
    const twice = changeForm(once, { kind: 'undo' });
    expect(twice.draft).toBe(draft);
    expect(changeForm(twice, { kind: 'undo' })).toBe(twice);
    expect(changeForm(twice, { kind: 'redo' }).draft.name).toBe('Two');
  });

  test('given a step back and a new change, then there is no way forward', () => {
    const changed = formAfter(set('name', 'Two'), { kind: 'undo' }, set('name', 'Three'));
    expect(changeForm(changed, { kind: 'redo' })).toBe(changed);
  });

  test('given another scheme is opened, then what was changed before is no step of it', () => {
    const other = formAfter(set('name', 'Two'), { kind: 'open', draft: { name: 'Other' } });
    expect(other).toEqual(opened({ name: 'Other' }));
  });
});

describe('when an id is changed, then all that names it names it still', () => {
  test('a group: ballots, nodes and a group’s part of a node', () => {
    const { draft: next } = formAfter(rename('groups', 0, 'leaders'));
    expect(valueAt(next, 'ballots.0.groups')).toEqual(['leaders', 'B']);
    expect(valueAt(next, 'nodes.0.groups')).toEqual(['leaders']);
    expect(valueAt(next, 'nodes.3.parts.0.node')).toBe('total.leaders');
    expect(valueAt(next, 'ranking.ties.0.node')).toBe('total.leaders');
  });

  test('a node: other nodes, the ranking and its ties', () => {
    const { draft: next } = formAfter(rename('nodes', 0, 'score'), rename('nodes', 3, 'final'));
    expect(valueAt(next, 'nodes.2.of')).toBe('score');
    expect(valueAt(next, 'ranking.ties.0.node')).toBe('score.A');
    expect(valueAt(next, 'ranking.by')).toBe('final');
  });

  test('a ballot, a criterion, a grade and a fact', () => {
    const { draft: next } = formAfter(
      rename('ballots', 0, 'sheet'),
      rename('ballots.0.criteria', 0, 'first'),
      rename('ballots.1.grades', 0, 'fine'),
      rename('facts', 0, 'seconds'),
    );
    expect(valueAt(next, 'nodes.0.ballot')).toBe('sheet');
    expect(valueAt(next, 'ranking.ties.1.ballot')).toBe('sheet');
    expect(valueAt(next, 'nodes.0.criteria')).toEqual(['first']);
    expect(valueAt(next, 'nodes.1.counting.grades')).toEqual(['fine']);
    expect(valueAt(next, 'ballots.1.validity.0.marks.grade')).toBe('fine');
    expect(valueAt(next, 'nodes.2.limit')).toEqual({ fact: 'seconds' });
  });

  test('an id that another has already: only the entry itself changes', () => {
    const { draft: next } = formAfter(rename('groups', 0, 'B'));
    expect(valueAt(next, 'groups.0.id')).toBe('B');
    expect(valueAt(next, 'ballots.0.groups')).toEqual(['A', 'B']);
  });
});
