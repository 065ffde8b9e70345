import { isMultipleOf, parseDecimal } from '../../kernel/rational.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Criterion, Scheme } from './scheme.ts';

export type SchemeProblem = {
  readonly code:
    | 'criteria-empty'
    | 'criterion-twice'
    | 'not-a-decimal'
    | 'not-positive'
    | 'maximum-off-step'
    | 'weights-empty'
    | 'weight-twice'
    | 'weight-not-positive-whole'
    | 'trim-not-whole'
    | 'trim-strikes-all'
    | 'tie-unknown-group'
    | 'tie-unknown-criterion'
    | 'decimals-out-of-range'
    | 'publish-from-not-positive-whole';
  /** Where in the scheme, such as `criteria.2.maximum`. */
  readonly path: string;
};

type Problems = readonly SchemeProblem[];

const none: Problems = [];

function problem(code: SchemeProblem['code'], path: string): Problems {
  return [{ code, path }];
}

function isPositiveWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function markRangeProblems(criterion: Criterion, path: string): Problems {
  const [maximum, step] = [parseDecimal(criterion.maximum), parseDecimal(criterion.step)];
  if (!maximum.ok) return problem('not-a-decimal', `${path}.maximum`);
  if (!step.ok) return problem('not-a-decimal', `${path}.step`);
  if (maximum.value.numerator <= 0n) return problem('not-positive', `${path}.maximum`);
  if (step.value.numerator <= 0n) return problem('not-positive', `${path}.step`);
  return isMultipleOf(maximum.value, step.value) ? none : problem('maximum-off-step', `${path}.maximum`);
}

// SCHEME-1
function criteriaProblems({ criteria }: Scheme): Problems {
  if (criteria.length === 0) return problem('criteria-empty', 'criteria');
  return criteria.flatMap((criterion, n) => {
    const isTwice = criteria.findIndex(({ id }) => id === criterion.id) < n;
    return [
      ...(isTwice ? problem('criterion-twice', `criteria.${n}.id`) : none),
      ...markRangeProblems(criterion, `criteria.${n}`),
    ];
  });
}

// SCHEME-2
function weightProblems({ weights }: Scheme): Problems {
  if (weights.length === 0) return problem('weights-empty', 'weights');
  return weights.flatMap(({ group, weight }, n) => [
    ...(weights.findIndex((other) => other.group === group) < n
      ? problem('weight-twice', `weights.${n}.group`)
      : none),
    ...(isPositiveWhole(weight) ? none : problem('weight-not-positive-whole', `weights.${n}.weight`)),
  ]);
}

// SCHEME-3
function trimProblems({ trim }: Scheme): Problems {
  if (!trim) return none;
  const wrong = (['high', 'low', 'fromCount'] as const).find((name) => !isCount(trim[name]));
  if (wrong) return problem('trim-not-whole', `trim.${wrong}`);
  return trim.high + trim.low < trim.fromCount ? none : problem('trim-strikes-all', 'trim.fromCount');
}

// SCHEME-4
function tieProblems({ ties, weights, criteria }: Scheme): Problems {
  return ties.flatMap((rule, n) => {
    if (rule.kind === 'group')
      return weights.some(({ group }) => group === rule.group)
        ? none
        : problem('tie-unknown-group', `ties.${n}.group`);
    return criteria.some(({ id }) => id === rule.criterion)
      ? none
      : problem('tie-unknown-criterion', `ties.${n}.criterion`);
  });
}

// SCHEME-5
function publishingProblems({ decimals, publishFrom }: Scheme): Problems {
  return [
    ...(isCount(decimals) && decimals <= 6 ? none : problem('decimals-out-of-range', 'decimals')),
    ...(isPositiveWhole(publishFrom) ? none : problem('publish-from-not-positive-whole', 'publishFrom')),
  ];
}

/** A scheme that can't work is refused when it is made: all that is wrong with it, in the order of the file. */
export function checkScheme(scheme: Scheme): Result<Scheme, Problems> {
  const problems = [
    ...criteriaProblems(scheme),
    ...weightProblems(scheme),
    ...trimProblems(scheme),
    ...tieProblems(scheme),
    ...publishingProblems(scheme),
  ];
  return problems.length === 0 ? ok(scheme) : err(problems);
}
