import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { type Draft, idsAt, listAt, textAt, valueAt, withValue } from './draft.ts';

type Rename = (id: string) => string;

/** Changes every text at places that `isPlace` names by their path. */
function mapTexts(value: Json, isPlace: (path: string) => boolean, change: Rename, path = ''): Json {
  if (typeof value === 'string') return isPlace(path) ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const at = (name: string | number) => (path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((entry: Json, n) => mapTexts(entry, isPlace, change, at(n)));
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, mapTexts(entry, isPlace, change, at(name))]),
  );
}

function changedTexts(draft: Draft, isPlace: (path: string) => boolean, change: Rename): Draft {
  return mapTexts(draft, isPlace, change) as Draft;
}

/** Where a scheme names a node. */
const nodePlaces = [
  /^nodes\.\d+\.of$/,
  /^nodes\.\d+\.parts\.\d+(\.node)?$/,
  /^nodes\.\d+\.from\.(nodes\.\d+|items)$/,
  /^ranking\.by$/,
  /^ranking\.ties\.\d+\.node$/,
  /^ranking\.ties\.\d+\.from\.(nodes\.\d+|items)$/,
  /^outputs\.\d+\.node$/,
  /^prizes\.\d+\.by$/,
  /^stage\.carry\.node$/,
];
const isNodePlace = (path: string) => nodePlaces.some((place) => place.test(path));

const groupPlaces = /^(ballots|nodes|ranking\.ties)\.\d+\.groups\.\d+$/;
const ballotPlaces = /^(nodes\.\d+\.ballot|nodes\.\d+\.ballots\.\d+|ranking\.ties\.\d+\.ballot)$/;
const factPlaces = /^nodes\..*\.fact$/;

/** Nodes that read the ballot; its criteria and grades are named there. */
function readersOf(draft: Draft, ballot: string): readonly number[] {
  return listAt(draft, 'nodes').flatMap((_, n) => (textAt(draft, `nodes.${n}.ballot`) === ballot ? [n] : []));
}

function inReaders(draft: Draft, list: string, rest: RegExp, change: Rename): Draft {
  const ballot = textAt(draft, `${list.split('.').slice(0, 2).join('.')}.id`);
  const readers = readersOf(draft, ballot).map((n) => `nodes.${n}.`);
  return changedTexts(
    draft,
    (path) => readers.some((start) => path.startsWith(start) && rest.test(path.slice(start.length))),
    change,
  );
}

function references(draft: Draft, list: string, from: string, to: string): Draft {
  const change: Rename = (id) => (id === from ? to : id);
  if (list === 'groups') {
    const groups = changedTexts(draft, (path) => groupPlaces.test(path), change);
    return changedTexts(groups, isNodePlace, (id) => {
      const [node = '', group] = id.split('.');
      return group === from ? `${node}.${to}` : id;
    });
  }
  if (list === 'ballots') return changedTexts(draft, (path) => ballotPlaces.test(path), change);
  if (list === 'facts') return changedTexts(draft, (path) => factPlaces.test(path), change);
  if (list === 'nodes')
    return changedTexts(draft, isNodePlace, (id) => {
      const [node, group] = id.split('.');
      if (node !== from) return id;
      return group === undefined ? to : `${to}.${group}`;
    });
  if (list.endsWith('.criteria')) return inReaders(draft, list, /^criteria\.\d+$/, change);
  if (list.endsWith('.grades')) {
    const start = list.replace(/grades$/, 'validity.');
    const inRules = changedTexts(
      draft,
      (path) => path.startsWith(start) && path.endsWith('.marks.grade'),
      change,
    );
    return inReaders(inRules, list, /^counting\.grades\.\d+$/, change);
  }
  return draft;
}

/**
 * An entry under another id, and all that names it with it. Where the id is taken already only the entry itself
 * changes, so that what names the other still means the other.
 */
export function renameId(draft: Draft, list: string, at: number, id: string): Draft {
  const from = valueAt(draft, `${list}.${at}.id`);
  const isTaken = idsAt(draft, list).includes(id);
  const named = typeof from === 'string' && !isTaken ? references(draft, list, from, id) : draft;
  return withValue(named, `${list}.${at}.id`, id);
}

/** A new id for the list: the first of `g1`, `g2` … that isn't taken. */
export function freeId(draft: Draft, list: string, letter: string): string {
  const taken = idsAt(draft, list);
  for (let n = 1; ; n += 1) if (!taken.includes(`${letter}${n}`)) return `${letter}${n}`;
}
