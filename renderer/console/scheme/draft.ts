import type { Json } from '../../../shared/kernel/canonical-json.ts';

/** A scheme while it is being written: what the file says, right or wrong. */
export type Draft = { readonly [member: string]: Json };

/** A place in the file as problems name it: `ballots.0.criteria.1.step`. */
export type Path = string;

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function isObject(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function member(value: Json | undefined, name: string): Json | undefined {
  if (isList(value)) return value[Number(name)];
  // Draft members are data: `constructor` isn't there unless it was written.
  return isObject(value) ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** What stands there; undefined where nothing does. */
export function valueAt(draft: Draft, path: Path): Json | undefined {
  if (path === '') return draft;
  return path.split('.').reduce<Json | undefined>(member, draft);
}

/** The entries of a list; none where it is left out or isn't a list. */
export function listAt(draft: Draft, path: Path): readonly Json[] {
  const value = valueAt(draft, path);
  return isList(value) ? value : [];
}

/** As a text field shows it. */
export function textAt(draft: Draft, path: Path): string {
  const value = valueAt(draft, path);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function changed(
  value: Json | undefined,
  names: readonly string[],
  change: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return change(value);
  const next = changed(member(value, name), rest, change);
  if (isList(value)) {
    const at = Number(name);
    if (next === undefined) return value.filter((_, n) => n !== at);
    return value.map((entry, n) => (n === at ? next : entry));
  }
  const own = isObject(value) ? value : {};
  if (next !== undefined) return { ...own, [name]: next };
  return Object.fromEntries(Object.entries(own).filter(([key]) => key !== name));
}

function changedDraft(
  draft: Draft,
  path: Path,
  change: (value: Json | undefined) => Json | undefined,
): Draft {
  const next = changed(draft, path.split('.'), change);
  return isObject(next) ? next : draft;
}

/** With another value there; undefined takes the member, or the list's entry, away. Objects on the way are made. */
export function withValue(draft: Draft, path: Path, value: Json | undefined): Draft {
  return changedDraft(draft, path, () => value);
}

/** With an entry more; the list is made where there is none. */
export function withEntry(draft: Draft, list: Path, at: number, entry: Json): Draft {
  return changedDraft(draft, list, (value) => {
    const entries = isList(value) ? value : [];
    return [...entries.slice(0, at), entry, ...entries.slice(at)];
  });
}

/** With an entry at another place of its list; a place beyond the ends changes nothing. */
export function withMoved(draft: Draft, list: Path, from: number, to: number): Draft {
  return changedDraft(draft, list, (value) => {
    if (!isList(value) || to < 0 || to >= value.length) return value;
    const entry = value[from];
    if (entry === undefined) return value;
    const rest = value.filter((_, n) => n !== from);
    return [...rest.slice(0, to), entry, ...rest.slice(to)];
  });
}

/** The id of each entry, in order; entries without one are left out. */
export function idsAt(draft: Draft, list: Path): readonly string[] {
  return listAt(draft, list).flatMap((entry) => {
    const id = member(entry, 'id');
    return typeof id === 'string' ? [id] : [];
  });
}
