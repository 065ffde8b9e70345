import type { EventDefinition, Step } from '../domain/event-definition.ts';
import { countedSeats, type Round } from '../domain/round.ts';
import { stepOf } from '../domain/stage.ts';
import { type EventState, type Picture, unitOf } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { decimal, divide, formatDecimal, multiply, rational } from '../kernel/rational.ts';
import { bellsAtMs } from './bells.ts';
import type { CountsView, EventView, PositionView, RuleView, TimerView, UnitView } from './view-sections.ts';

/** The part of the state that a picture of the wall is made from: live, frozen, or one step ahead. */
export type PictureSource = Picture & Pick<EventState, 'definition' | 'roundOrder'>;

export function eventView(definition: EventDefinition): EventView {
  const { id, title, arena, sitting, isDemo, wallLanguage } = definition;
  return { id, title, arena, sitting, isDemo, wallLanguage };
}

export function unitView(definition: EventDefinition, unit: UnitId | null): UnitView | null {
  const found = unitOf(definition, unit);
  return found && { id: found.id, name: found.name };
}

/** Which of the units this is, from 1. */
export function positionView(definition: EventDefinition, unit: UnitId): PositionView {
  return {
    index: 1 + definition.units.findIndex((candidate) => candidate.id === unit),
    total: definition.units.length,
  };
}

export function stageStep(source: Pick<PictureSource, 'definition' | 'stage'>): Step | null {
  return stepOf(source.definition, source.stage.step);
}

export function timerView(source: Pick<PictureSource, 'definition' | 'stage'>): TimerView {
  const bells = stageStep(source)?.bells ?? null;
  return { timer: source.stage.timer, bells, bellsAtMs: bellsAtMs(bells) };
}

// VIEW-2
/** Ballots in and ballots due, by group: counts only. */
export function countsView(definition: EventDefinition, round: Round): CountsView {
  const groupOfSeat = new Map<string, string>(definition.seats.map((seat) => [seat.id, seat.group]));
  const due = countedSeats(round);
  const groups = definition.groups.map((group) => {
    const seats = due.filter((id) => groupOfSeat.get(id) === group.id);
    return {
      name: group.name,
      submitted: seats.filter((seat) => round.ballots[seat]).length,
      expected: seats.length,
    };
  });
  const total = (pick: (group: (typeof groups)[number]) => number) =>
    groups.reduce((sum, group) => sum + pick(group), 0);
  return { groups, submitted: total((group) => group.submitted), expected: total((group) => group.expected) };
}

/** The scheme's weights as percentages (at most one decimal, for display only), its trim and rounding. */
export function ruleView(definition: EventDefinition): RuleView {
  const { scheme, groups } = definition;
  const sum = scheme.weights.reduce((total, { weight }) => total + weight, 0);
  return {
    groups: scheme.weights.map(({ group, weight }) => {
      const share = multiply(divide(rational(BigInt(weight)), rational(BigInt(sum))), decimal('100'));
      const name = groups.find((candidate) => candidate.id === group)?.name ?? {
        'zh-Hans': group,
        'zh-Hant': group,
        en: group,
      };
      return { name, percent: formatDecimal(share, share.denominator === 1n ? 0 : 1) };
    }),
    trim: scheme.trim,
    decimals: scheme.decimals,
  };
}
