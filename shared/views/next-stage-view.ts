import { divisionName } from '../domain/division-name.ts';
import { carriedText, entrantsOfStage } from '../domain/next-stage.ts';
import { isAllShown } from '../domain/reveal-order.ts';
import type { ScoringScheme } from '../domain/scoring/rules/scoring-scheme.ts';
import { type EventState, unitOf } from '../domain/state.ts';
import type { LocalText } from '../kernel/language.ts';
import { unitView } from './build-common.ts';
import type { UnitView } from './view-sections.ts';

type Advance = NonNullable<ScoringScheme['stage']>['advance'];

/** Who goes on to the next stage, once the result is released. */
export type NextStageView = {
  readonly advance: Advance;
  /** Null while nobody has been chosen by hand; `carried` is decimal text or a fraction. */
  readonly entrants:
    | readonly { readonly unit: UnitView; readonly division?: LocalText; readonly carried: string | null }[]
    | null;
  /** Why these were chosen by hand. */
  readonly reason: string | null;
};

// STAGE-3
/** Null where the rules name no next stage, and until every place is shown. */
export function nextStageView(state: EventState): NextStageView | null {
  const { definition, result, entrants: chosen } = state;
  const { stage } = definition.scheme;
  // REVEAL-5
  if (!stage || result.kind !== 'released' || !isAllShown(state)) return null;
  const entrants = entrantsOfStage(state);
  return {
    advance: stage.advance,
    entrants: entrants.ok
      ? entrants.value.flatMap(({ unit: id, carried }) => {
          const unit = unitView(definition, id);
          const division = divisionName(definition, unitOf(definition, id)?.division);
          if (!unit) return [];
          return [
            {
              unit,
              ...(division && { division }),
              carried: stage.carry && carried !== null ? carriedText(carried) : null,
            },
          ];
        })
      : null,
    reason: stage.advance.kind === 'by-hand' ? (chosen?.reason ?? null) : null,
  };
}
