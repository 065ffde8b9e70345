import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { divisionId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import { aDefinition, aScheme } from './definition.ts';
import { next, pair, turn } from './orders.ts';
import { given } from './scenario.ts';

export const townsAndStreets = ['u1', 'u2', 'u3', 'u4', 'u5'];
export const divisionSeats = ['A1', 'A2', 'B1'];
export const towns = { id: divisionId('towns'), name: localText('乡镇组', '鄉鎮組', 'Towns') };
export const streets = { id: divisionId('streets'), name: localText('街道组', '街道組', 'Streets') };

/** `u1`, `u3` and `u5` are towns, `u2` and `u4` streets; streets come first. */
export function inDivisions(scheme: ScoringScheme = aScheme()): EventDefinition {
  const plain = aDefinition({ units: townsAndStreets, scheme });
  return {
    ...plain,
    divisions: [streets, towns],
    units: plain.units.map((unit, n) => ({ ...unit, division: n % 2 === 0 ? towns.id : streets.id })),
  };
}

/** Scored, not counted. Totals: streets u2 70, u4 60; towns u3 and u5 90, u1 50. */
export const scoredInDivisions = (definition: EventDefinition = inDivisions()) =>
  given(
    definition,
    next,
    ...divisionSeats.map((seat) => pair(seat)),
    ...turn('u1', divisionSeats, ['30', '20']),
    ...turn('u2', divisionSeats, ['40', '30']),
    ...turn('u3', divisionSeats, ['50', '40']),
    ...turn('u4', divisionSeats, ['40', '20']),
    ...turn('u5', divisionSeats, ['50', '40']),
  );
