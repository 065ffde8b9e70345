import { parseDecimal } from '../../kernel/rational.ts';
import { attemptNamed } from '../attempts.ts';
import type { Command } from '../command.ts';
import { isCorrection } from '../measure-correction.ts';
import {
  attemptMeasuresAsked,
  factsAsked,
  mayDecideTies,
  measuresAsked,
  pointsNodes,
} from '../scoring/beside-ballots.ts';
import type { Measurement } from '../scoring/rules/contest.ts';
import { type EventState, unitOf } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Whether it is a number, or says that there is none. */
function isMeasured(value: Measurement | null): boolean {
  if (value === null) return true;
  if (typeof value === 'string') return parseDecimal(value).ok;
  return value.kind === 'did-not-finish' || parseDecimal(value.value).ok;
}

// BESIDE-1
export function decideRecordMeasure(command: Of<'RecordMeasure'>, state: EventState): Decision {
  if (state.phase === 'prepared') return refuse('event-not-started');
  if (state.result.kind !== 'none') return refuse('already-counted');
  const { scheme } = state.definition;
  const unit = command.unit === null ? null : unitOf(state.definition, command.unit);
  if (command.unit !== null && !unit) return refuse('unknown-unit', 'unit');
  const { attempt } = command;
  // ATTEMPT-2
  if (attempt && !(unit && attemptNamed(state.definition, attempt)))
    return refuse('unknown-attempt', 'attempt');
  const asked = attempt
    ? attemptMeasuresAsked(scheme, attempt.list)
    : unit
      ? measuresAsked(scheme)
      : factsAsked(scheme);
  const measure = asked.find(({ id }) => id === command.measure);
  if (!measure) return refuse('unknown-measure', 'measure');
  const { value, reason } = command;
  // A fact is of the event: nobody confirms it, and it can't fail to finish.
  if (!isMeasured(value) || (!unit && value !== null && typeof value !== 'string'))
    return refuse('not-a-number', 'value');
  const recorded = {
    unit: unit?.id ?? null,
    ...(attempt && { attempt: { list: attempt.list, id: attempt.id } }),
    measure: measure.id,
    value,
  };
  if (reason.trim() === '' && isCorrection(state, recorded)) return refuse('reason-missing', 'reason');
  return happen({ kind: 'MeasureRecorded', ...recorded, reason });
}

// BESIDE-2
export function decideGivePoints(command: Of<'GivePoints'>, state: EventState): Decision {
  if (state.phase === 'prepared') return refuse('event-not-started');
  if (state.result.kind !== 'none') return refuse('already-counted');
  const unit = unitOf(state.definition, command.unit);
  if (!unit) return refuse('unknown-unit', 'unit');
  const node = pointsNodes(state.definition.scheme).find(({ id }) => id === command.node);
  if (!node) return refuse('unknown-node', 'node');
  const points = parseDecimal(command.points);
  if (!points.ok || points.value.numerator === 0n) return refuse('points-unfit', 'points');
  if (command.author.trim() === '') return refuse('reason-missing', 'author');
  return happen({
    kind: 'PointsGiven',
    adjustment: state.adjustmentCount + 1,
    unit: unit.id,
    node: node.id,
    points: command.points,
    reason: command.reason,
    author: command.author,
  });
}

// BESIDE-2
export function decideWithdrawPoints(command: Of<'WithdrawPoints'>, state: EventState): Decision {
  if (state.result.kind !== 'none') return refuse('already-counted');
  return state.adjustments.some(({ id }) => id === command.adjustment)
    ? happen({ kind: 'PointsWithdrawn', adjustment: command.adjustment, reason: command.reason })
    : refuse('unknown-adjustment', 'adjustment');
}

// BESIDE-3
export function decideTie(command: Of<'DecideTie'>, state: EventState): Decision {
  if (state.phase === 'prepared') return refuse('event-not-started');
  if (state.result.kind !== 'none') return refuse('already-counted');
  if (!mayDecideTies(state.definition.scheme)) return refuse('no-tie-decision');
  const units = command.units.flatMap((id) => unitOf(state.definition, id)?.id ?? []);
  const isOnce = new Set(units).size === units.length;
  if (units.length !== command.units.length || !isOnce || units.length < 2)
    return refuse('unknown-unit', 'units');
  // DIVISION-3
  const divisions = new Set(units.map((id) => unitOf(state.definition, id)?.division));
  if (divisions.size > 1) return refuse('tie-across-divisions', 'units');
  if (command.author.trim() === '') return refuse('reason-missing', 'author');
  return happen({ kind: 'TieDecided', units, reason: command.reason, author: command.author });
}
