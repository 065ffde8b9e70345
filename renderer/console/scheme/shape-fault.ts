import type { z } from 'zod';
import { type Draft, type Path, valueAt } from './draft.ts';

/** Why something can't stand in a field, as words can say it. */
export type ShapeFault =
  | { readonly kind: 'missing' | 'not-a-number' | 'not-whole' | 'bad-id' | 'blank' | 'invisible' }
  | { readonly kind: 'bad-choice' | 'bad-node' | 'wrong-kind' }
  | { readonly kind: 'unknown-field'; readonly name: string }
  | {
      readonly kind: 'too-small' | 'too-large' | 'too-few' | 'too-many' | 'too-long';
      readonly limit: string;
    };

export type FaultAt = { readonly path: Path; readonly fault: ShapeFault };

type Issue = z.core.$ZodIssue;

const byMessage: { readonly [message: string]: ShapeFault['kind'] } = {
  'must be a number such as 20 or 0.5, written in quotes': 'not-a-number',
  'must not be blank': 'blank',
  'must not contain control or direction characters': 'invisible',
  'must be 1 to 32 letters, digits, hyphens or underscores': 'bad-id',
  'must not be a name that every object has': 'bad-id',
  'must be the id of a node': 'bad-node',
};

function simple(kind: ShapeFault['kind'] | undefined): ShapeFault {
  switch (kind) {
    case 'not-a-number':
    case 'blank':
    case 'invisible':
    case 'bad-id':
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

/** What a parser's issue says, at the field that it speaks of. */
export function faultsOf(draft: Draft, issue: Issue, base: Path = ''): readonly FaultAt[] {
  const path = [base, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  const value = valueAt(draft, path);
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
      return inner.flatMap((each) => faultsOf(draft, each, path));
    }
    case 'invalid_value':
      return at({ kind: value === undefined || value === '' ? 'missing' : 'bad-choice' });
    default:
      return at(value === '' ? { kind: 'missing' } : simple(byMessage[issue.message]));
  }
}
