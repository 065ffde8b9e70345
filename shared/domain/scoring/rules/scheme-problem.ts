/** Why a scheme can't work. */
export type SchemeProblemCode =
  | 'bad-shape'
  | 'id-twice'
  | 'unknown-group'
  | 'unknown-ballot'
  | 'unknown-criterion'
  | 'unknown-grade'
  | 'unknown-node'
  | 'unknown-fact'
  | 'step-not-positive'
  | 'range-empty'
  | 'range-off-step'
  | 'range-too-large'
  | 'limit-cannot-be-met'
  | 'compares-units'
  | 'no-grade-counts'
  | 'nobody-casts'
  | 'trim-strikes-all'
  | 'weights-sum-to-zero'
  | 'nodes-in-a-circle'
  | 'not-for-items'
  | 'item-values-outside'
  | 'other-items'
  | 'not-items'
  | 'places-without-ranking'
  | 'counting-nothing'
  | 'not-a-placement'
  | 'not-numbers'
  | 'floor-above-cap'
  | 'division-by-zero'
  | 'bands-not-rising'
  | 'quorum-above-all'
  | 'gives-nothing'
  | 'never-reached'
  | 'zero-would-win'
  | 'read-as-places'
  | 'prize-without-line';

export type SchemeProblem = {
  readonly code: SchemeProblemCode;
  /** Where in the file, such as `nodes.2.trim.fromCount`. */
  readonly path: string;
  /** What is meant: the unknown id, the nodes of the circle, the message of the parser. */
  readonly detail: string;
};

export type Problems = readonly SchemeProblem[];

export const none: Problems = [];

export function problem(code: SchemeProblemCode, path: string, detail = ''): Problems {
  return [{ code, path, detail }];
}

/** Entries of a list whose id stood there before. */
export function idsTwice(entries: readonly { readonly id: string }[], path: string): Problems {
  return entries.flatMap(({ id }, n) =>
    entries.findIndex((other) => other.id === id) < n ? problem('id-twice', `${path}.${n}.id`, id) : none,
  );
}

export function unknownIds(
  ids: readonly string[] | undefined,
  known: readonly string[],
  code: SchemeProblemCode,
  path: string,
): Problems {
  return (ids ?? []).flatMap((id, n) => (known.includes(id) ? none : problem(code, `${path}.${n}`, id)));
}
