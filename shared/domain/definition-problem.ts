import type { SchemeProblem } from './scoring/rules/scheme-problem.ts';

/** Why a definition can't be used. The operator reads `words`; tests and pages go by `code`. */
export type DefinitionProblemCode =
  | 'bad-shape'
  | 'not-unique'
  | 'unknown-unit'
  | 'unknown-group'
  | 'group-without-seat'
  | 'group-without-weight'
  | 'not-live'
  | 'round-without-unit'
  | 'round-never-opened'
  | 'round-never-locked'
  | 'steps-out-of-order'
  | 'unit-never-scored'
  | 'release-missing'
  | 'background-misplaced'
  | SchemeProblem['code'];

export type DefinitionProblem = {
  readonly code: DefinitionProblemCode;
  /** Where in the file, such as `agenda.4.unit`; empty for the whole. */
  readonly path: string;
  /** One English sentence. */
  readonly words: string;
};
