import type { NotLive } from './scoring/live-ballot.ts';
import type { SchemeProblemCode } from './scoring/rules/scheme-problem.ts';
import type { ShapeFault } from './shape-fault.ts';

/** What keeps a definition of the right shape from being held. */
export type ContestProblemCode =
  | 'not-unique'
  | 'unknown-unit'
  | 'unknown-division'
  | 'unit-without-division'
  | 'division-without-unit'
  | 'unasked-measure'
  | 'carried-missing'
  | 'stage-file-changed'
  | 'group-without-seat'
  | 'group-without-weight'
  | 'round-without-unit'
  | 'round-without-ballot'
  | 'forms-apart'
  | 'no-ranked-indicator'
  | 'paper-too-long'
  | 'unknown-attempt'
  | 'attempt-unfit'
  | 'attempts-missing'
  | 'attempts-unread'
  | 'attempts-of-indicators'
  | 'round-in-background'
  | 'unit-never-scored'
  | 'round-never-opened'
  | 'round-never-locked'
  | 'second-round'
  | 'locked-before-opened'
  | 'count-missing'
  | 'release-missing'
  | 'result-twice'
  | 'counted-before-locked'
  | 'released-before-counted'
  | 'release-in-background'
  | 'last-in-background';

/** Why a definition can't be used. `path` is where in the file, such as `agenda.4.unit`; empty for the whole. */
export type DefinitionProblem = { readonly path: string } & (
  | { readonly code: 'bad-shape'; readonly fault: ShapeFault }
  | { readonly code: 'not-live'; readonly what: NotLive['what'] }
  /** `detail` is what is meant: an id, a name, a number; empty where there is nothing to name. */
  | {
      readonly code: ContestProblemCode | Exclude<SchemeProblemCode, 'bad-shape'>;
      readonly detail: string;
    }
);
