import type { UnitId } from '../kernel/brand.ts';
import { compare, decimal, formatDecimal, parseDecimal, parseRational } from '../kernel/rational.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { EarlierStage, EventDefinition } from './event-definition.ts';
import { figuresHash } from './figures-hash.ts';
import type { Head } from './log/entry.ts';
import type { RejectionCode } from './rejection.ts';
import type { EventState } from './state.ts';

/** Who goes on, and what it carries (`n/d`). */
type Entrant = { readonly unit: UnitId; readonly carried: string | null };

/** What the definition of the next stage's event takes of this one, member by member. */
export type NextStage = Pick<EventDefinition, 'units'> &
  Partial<Pick<EventDefinition, 'divisions'>> & { readonly earlierStages: readonly EarlierStage[] };

type StageEnd = Pick<EventState, 'definition' | 'result' | 'entrants'>;

// STAGE-3, STAGE-4
/** Who goes on by the released figures or by hand, in ranked order or that of appearance; or why nobody is known to. */
export function entrantsOfStage({
  definition,
  result,
  entrants,
}: StageEnd): Result<readonly Entrant[], RejectionCode> {
  if (!definition.scheme.stage) return err('no-next-stage');
  if (result.kind !== 'released') return err('result-not-released');
  if (definition.scheme.stage.advance.kind === 'by-hand')
    return entrants ? ok(entrants.units) : err('entrants-not-chosen');
  return ok(result.figures.awards.entrants ?? []);
}

/** As decimal text where six places hold it exactly; else the fraction. */
export function carriedText(fraction: string): string {
  const value = parseRational(fraction);
  if (!value.ok) throw new RangeError(`not a fraction: ${fraction}`);
  const text = formatDecimal(value.value, 6);
  const read = parseDecimal(text);
  if (!read.ok || compare(decimal(text), value.value) !== 0) return fraction;
  return text.replace(/\.?0+$/, '');
}

// STAGE-4
/** The entrants of the next stage, with what they carry and where it came from. `head` is the end of this event's log. */
export function nextStageOf(state: StageEnd, head: Head): Result<NextStage, RejectionCode> {
  const entrants = entrantsOfStage(state);
  if (!entrants.ok) return entrants;
  const { definition, result } = state;
  if (result.kind !== 'released') return err('result-not-released');
  const { id, title, sitting, divisions, scheme } = definition;
  const units = definition.units.filter((unit) => entrants.value.some((entrant) => entrant.unit === unit.id));
  const left = divisions?.filter((division) => units.some((unit) => unit.division === division.id));
  const measure = scheme.stage?.carry?.measure;
  return ok({
    ...(left && { divisions: left }),
    units,
    earlierStages: [
      {
        from: { event: id, title, sitting, head, figures: figuresHash(result.figures) },
        entrants: entrants.value.map(({ unit, carried }) => ({
          unit,
          ...(measure !== undefined && {
            carried: { [measure]: carried === null ? null : carriedText(carried) },
          }),
        })),
      },
    ],
  });
}
