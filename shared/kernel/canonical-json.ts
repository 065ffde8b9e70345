import { err, ok, type Result } from './result.ts';

/** What state, events and signed text may consist of. Numbers are safe integers only. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

export type CanonicalProblem = 'bad-json' | 'not-canonical';

// With the u flag a surrogate matches only where it stands alone.
const LONE_SURROGATE = /\p{Surrogate}/u;
const ANY_SURROGATE = /[\ud800-\udfff]/;

/**
 * The one text of a value by RFC 8785, restricted to integers and strings: members sorted by
 * UTF-16 code units, no white space. Throws on anything that has no such text: fractions, unsafe
 * integers, undefined, lone surrogates, dates and other class instances.
 */
export function canonicalJson(value: Json): string {
  return write(value);
}

/** Reads text that need not be canonical. */
export function parseJson(text: string): Result<Json, 'bad-json'> {
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    return err('bad-json');
  }
}

/** Reads text back, and refuses text that is not exactly what canonicalJson would have written. */
export function parseCanonical(text: string): Result<Json, CanonicalProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('bad-json');
  }
  if (isInOrder(value) && JSON.stringify(value) === text) return ok(value as Json);
  try {
    if (write(value) !== text) return err('not-canonical');
  } catch {
    return err('not-canonical');
  }
  return ok(value as Json);
}

/**
 * Whether the engine's own writer gives the canonical text of a value just parsed: nearly always, and
 * three times as fast, which opening a long log needs. False only sends it the slow way.
 */
function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return !ANY_SURROGATE.test(value);
    case 'number':
      return Number.isSafeInteger(value);
    case 'object':
      if (value === null) return true;
      return Array.isArray(value) ? value.every(isInOrder) : areMembersInOrder(value);
    default:
      return true;
  }
}

function areMembersInOrder(value: object): boolean {
  let before: string | null = null;
  for (const [name, member] of Object.entries(value)) {
    if ((before !== null && name <= before) || ANY_SURROGATE.test(name) || !isInOrder(member)) return false;
    before = name;
  }
  return true;
}

function write(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON has no number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value) : writeObject(value);
    default:
      throw new TypeError(`canonical JSON has no ${typeof value}`);
  }
}

function writeString(text: string): string {
  // Hardly any text has surrogates, and without the u flag finding none takes a fraction of the time.
  if (ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text))
    throw new TypeError('canonical JSON has no lone surrogate');
  return JSON.stringify(text);
}

function writeArray(items: readonly unknown[]): string {
  // Not map(): it skips holes, which must be refused like any undefined.
  let text = '';
  for (const item of items) text += text === '' ? write(item) : `,${write(item)}`;
  return `[${text}]`;
}

function writeObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Looking one step further accepts plain objects of another realm (a frame, a test environment).
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError('canonical JSON has plain objects only');
  }
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${writeString(name)}:${write(members[name])}`;
  }
  return `{${text}}`;
}
