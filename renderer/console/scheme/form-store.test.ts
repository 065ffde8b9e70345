import { beforeEach, describe, expect, test } from 'vitest';
import { noEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import type { Draft } from './draft.ts';
import { createFormStore } from './form-store.ts';

const first: Draft = { name: 'first' };
const inForce: Draft = { name: 'in force' };
const set = (value: string) => ({ kind: 'set', path: 'name', value }) as const;

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

let storage: Storage;
let clock: number;
beforeEach(() => {
  storage = memory();
  clock = 1000;
});

/** The form on a page that has just been loaded, for one event. */
function loadPage(event = 'e1') {
  const store = createFormStore(
    first,
    () => storage,
    () => clock,
  );
  store.getState().keepFor(event);
  store.getState().settle(inForce);
  return store;
}

describe('given a scheme is being written', () => {
  test('when the page is loaded again, then what was written is there with its time and where it began', () => {
    const page = loadPage();
    page.getState().dispatch(set('mine'));
    clock = 9000;
    const again = loadPage().getState();
    expect(again.draft).toEqual({ name: 'mine' });
    expect(again.start).toEqual(inForce);
    expect(again.restored).toEqual({ at: 1000, draft: { name: 'mine' } });
    // Loading changes nothing: the second time it is still of when it was written.
    expect(loadPage().getState().restored?.at).toBe(1000);
  });

  test('when the sample was changed, or the file written by hand, then that is kept too', () => {
    const page = loadPage();
    const edits = {
      ...noEdits,
      states: { 'sample-1': 'withdrew' as const },
      measures: [
        {
          unit: 'sample-2',
          measure: 'seconds',
          item: { list: 'runs', at: 1 },
          value: { kind: 'unconfirmed' as const, value: '12' },
        },
        { unit: 'sample-2', measure: 'seconds', item: null, value: null },
      ],
      adjustments: { 'sample-3': [{ node: 'n', points: '-1', reason: 'late', author: '' }] },
      decisions: [{ units: ['sample-1', 'sample-2'], reason: '', author: '' }],
    };
    page.getState().dispatch({ kind: 'sample', edits });
    page.getState().dispatch({ kind: 'file', text: '{ "half' });
    const again = loadPage().getState();
    expect(again.edits).toEqual(edits);
    expect(again.file).toBe('{ "half');
    expect(again.draft).toEqual(inForce);
  });

  test('when it is taken into the event, then a page loaded later begins with what is in force', () => {
    const page = loadPage();
    page.getState().dispatch(set('mine'));
    page.getState().taken();
    expect(page.getState().draft).toEqual({ name: 'mine' });
    expect(loadPage().getState().draft).toEqual(inForce);
    expect(loadPage().getState().restored).toBeNull();
  });

  test('when it is said who decided it and why, then a page loaded later has that too, until it is taken into the event', () => {
    const order = { orderedBy: 'the chair', reason: 'a weight was wr' };
    const page = loadPage();
    page.getState().writeOrder(order);
    expect(loadPage().getState()).toMatchObject({ order, draft: inForce, restored: null });
    expect(loadPage('e2').getState().order).toEqual({ orderedBy: '', reason: '' });
    page.getState().dispatch(set('mine'));
    page.getState().taken();
    expect(page.getState().order).toEqual({ orderedBy: '', reason: '' });
    expect(storage.length).toBe(0);
  });

  test('when it is discarded or undone, then nothing is left of it', () => {
    const page = loadPage();
    page.getState().dispatch(set('mine'));
    page.getState().dispatch({ kind: 'open', draft: inForce });
    expect(storage.length).toBe(0);
    page.getState().dispatch(set('mine'));
    expect(storage.length).toBe(1);
    page.getState().dispatch({ kind: 'undo' });
    expect(storage.length).toBe(0);
  });

  test('when another event is opened, then it isn’t found there', () => {
    loadPage('e1').getState().dispatch(set('mine'));
    expect(loadPage('e2').getState().draft).toEqual(inForce);
    expect(loadPage('e1').getState().draft).toEqual({ name: 'mine' });
  });

  test('when another scheme comes into force, then what is being written stays', () => {
    const page = loadPage();
    page.getState().dispatch(set('mine'));
    page.getState().settle({ name: 'next' });
    expect(page.getState().draft).toEqual({ name: 'mine' });
  });
});

test('given what is kept can’t be read, when the page is loaded, then the form begins with what is in force', () => {
  loadPage().getState().dispatch(set('mine'));
  const key = storage.key(0) ?? '';
  for (const text of ['', '{', '{"at":1,"draft":[]}', 'null']) {
    storage.setItem(key, text);
    expect(loadPage().getState().draft).toEqual(inForce);
  }
});

test('given storage is shut off, when something is written, then the form works all the same', () => {
  const store = createFormStore(
    first,
    () => {
      throw new Error('denied');
    },
    () => 0,
  );
  store.getState().keepFor('e1');
  store.getState().dispatch(set('mine'));
  expect(store.getState().draft).toEqual({ name: 'mine' });
});
