import type { ValidityRule } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { ruleFaults } from '../../shared/domain/scoring/rules/vote-check.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import type { MarksByCriterion } from '../connection/device-storage.ts';

export type BrokenRule = { readonly rule: ValidityRule; readonly effect: 'refuse' | 'warn' | 'void' };

/** The limits that the whole ballot breaks: checked here before sending, as the host checks them again. */
export function brokenRules(
  { unit, choice, validity }: Pick<BallotFormView, 'unit' | 'choice' | 'validity'>,
  values: MarksByCriterion,
): readonly BrokenRule[] {
  const kind = choice?.id === 'grade' ? 'grades' : 'points';
  const vote = { values: { [unit.id]: values } };
  return validity.flatMap((rule) =>
    ruleFaults(kind, rule, vote)
      .slice(0, 1)
      .map(({ effect }) => ({ rule, effect })),
  );
}
