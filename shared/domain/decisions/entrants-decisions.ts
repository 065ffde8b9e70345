import { rationalText } from '../../kernel/rational.ts';
import type { Command } from '../command.ts';
import { contestOf } from '../contest-of.ts';
import { calculator } from '../scoring/rules/calculate.ts';
import { type EventState, unitOf } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

// STAGE-3
export function decideEntrants(command: Of<'ChooseEntrants'>, state: EventState): Decision {
  const { definition, exits } = state;
  const { stage } = definition.scheme;
  if (!stage) return refuse('no-next-stage');
  if (stage.advance.kind !== 'by-hand') return refuse('entrants-not-by-hand');
  if (state.result.kind !== 'released') return refuse('result-not-released');
  const chosen = command.units.flatMap((id) => unitOf(definition, id)?.id ?? []);
  const isOnce = new Set(chosen).size === chosen.length;
  const mayGo = chosen.every((id) => !exits.some(({ unit }) => unit === id));
  if (chosen.length === 0 || chosen.length !== command.units.length || !isOnce || !mayGo)
    return refuse('unknown-unit', 'units');
  if (command.reason.trim() === '') return refuse('reason-missing', 'reason');
  const { nodeValue } = calculator(definition.scheme)(contestOf(state));
  const carried = (unit: string) => {
    const value = stage.carry ? nodeValue(stage.carry.node, unit) : null;
    return value?.kind === 'value' ? rationalText(value.value) : null;
  };
  return happen({
    kind: 'EntrantsChosen',
    units: definition.units.flatMap(({ id }) =>
      chosen.includes(id) ? [{ unit: id, carried: carried(id) }] : [],
    ),
    reason: command.reason,
  });
}
