import type { z } from 'zod';

/** Why something can't stand in a field of a file, as words can say it. */
export type ShapeFault =
  | { readonly kind: 'missing' | 'not-a-number' | 'not-whole' | 'blank' | 'invisible' }
  | { readonly kind: 'bad-id' | 'bad-long-id' | 'bad-choice' | 'bad-node' | 'wrong-kind' }
  | { readonly kind: 'unknown-field'; readonly name: string }
  | {
      readonly kind: 'too-small' | 'too-large' | 'too-few' | 'too-many' | 'too-long';
      readonly limit: string;
    };

/** `path` is a place in the file, such as `ballots.0.criteria.1.step`. */
export type FaultAt = { readonly path: string; readonly fault: ShapeFault };

type Issue = z.core.$ZodIssue;

const byMessage: { readonly [message: string]: ShapeFault['kind'] } = {
  'must be a number such as 20 or 0.5, written in quotes': 'not-a-number',
  'must be a number, written in quotes': 'not-a-number',
  'must not be blank': 'blank',
  'must not contain control or direction characters': 'invisible',
  'must be 1 to 32 letters, digits, hyphens or underscores': 'bad-id',
  'must be 1 to 64 letters, digits, hyphens or underscores': 'bad-long-id',
  'must be 1 to 64 letters, digits, dots, hyphens or underscores': 'bad-long-id',
  'must not be a name that every object has': 'bad-id',
  'must be the id of a node': 'bad-node',
};

function simple(kind: ShapeFault['kind'] | undefined): ShapeFault {
  switch (kind) {
    case 'not-a-number':
    case 'blank':
    case 'invisible':
    case 'bad-id':
    case 'bad-long-id':
    case 'bad-node':
    case 'not-whole':
      return { kind };
    default:
      return { kind: 'wrong-kind' };
  }
}

function ofType(expected: string, value: unknown): ShapeFault {
  if (value === undefined || value === '') return { kind: 'missing' };
  if (expected === 'int' || expected === 'number') return { kind: 'not-whole' };
  return typeof value === 'number' && expected === 'string'
    ? { kind: 'not-a-number' }
    : { kind: 'wrong-kind' };
}

function ofSize(
  kind: 'few' | 'many',
  { origin, limit }: { readonly origin: string; readonly limit: string },
): ShapeFault {
  if (origin === 'array') return { kind: kind === 'few' ? 'too-few' : 'too-many', limit };
  if (origin === 'string') return kind === 'few' ? { kind: 'blank' } : { kind: 'too-long', limit };
  return { kind: kind === 'few' ? 'too-small' : 'too-large', limit };
}

/** Of the ways a value could be read, the one that it comes nearest to. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const strangeness = (issues: readonly Issue[]) =>
    issues.reduce((sum, { code, path }) => {
      if (path.length > 0) return sum + 1;
      return sum + (code === 'unrecognized_keys' ? 10 : code === 'invalid_type' ? 100 : 2);
    }, 0);
  return [...branches].sort((a, b) => strangeness(a) - strangeness(b))[0] ?? [];
}

function memberOf(value: unknown, name: string): unknown {
  // Members are data: `constructor` isn't there unless it was written.
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function valueAt(value: unknown, path: string): unknown {
  return path === '' ? value : path.split('.').reduce(memberOf, value);
}

/** What a parser's issue says of a file's value, at the field that it speaks of. */
export function faultsOf(file: unknown, issue: Issue, base = ''): readonly FaultAt[] {
  const path = [base, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  const value = valueAt(file, path);
  const at = (fault: ShapeFault): readonly FaultAt[] => [{ path, fault }];
  switch (issue.code) {
    case 'invalid_type':
      return at(ofType(issue.expected, value));
    case 'too_small':
      return at(ofSize('few', { origin: issue.origin, limit: String(issue.minimum) }));
    case 'too_big':
      return at(ofSize('many', { origin: issue.origin, limit: String(issue.maximum) }));
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: path === '' ? name : `${path}.${name}`,
        fault: { kind: 'unknown-field', name },
      }));
    case 'invalid_union': {
      const inner = nearest(issue.errors);
      if (inner.length === 0) return at({ kind: value === undefined ? 'missing' : 'bad-choice' });
      return inner.flatMap((each) => faultsOf(file, each, path));
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) => at(simple(byMessage[inner.message])));
    case 'invalid_value':
      return at({ kind: value === undefined || value === '' ? 'missing' : 'bad-choice' });
    default:
      return at(value === '' ? { kind: 'missing' } : simple(byMessage[issue.message]));
  }
}
