import { type AttemptRef, attemptNamed } from '../domain/attempts.ts';
import type { EventDefinition, Step } from '../domain/event-definition.ts';
import { countedSeats, loweredBy, type Round } from '../domain/round.ts';
import { totalDecimals } from '../domain/scoring/figures-of.ts';
import { groupParts, marksBehindTotal } from '../domain/scoring/rules/behind-total.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { planScheme } from '../domain/scoring/rules/plan.ts';
import type { TieRule } from '../domain/scoring/rules/scoring-scheme.ts';
import { stepOf } from '../domain/stage.ts';
import { type EventState, type Picture, unitOf } from '../domain/state.ts';
import type { UnitId } from '../kernel/brand.ts';
import { type Language, type LocalText, localText, sameText } from '../kernel/language.ts';
import { decimal, divide, formatDecimal, multiply, rational } from '../kernel/rational.ts';
import { bellsAtMs } from './bells.ts';
import type {
  AttemptView,
  CountsView,
  EventView,
  PositionView,
  RuleView,
  TieView,
  TimerView,
  UnitView,
} from './view-sections.ts';

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

export function attemptView(
  definition: EventDefinition,
  attempt: AttemptRef | null | undefined,
): AttemptView | null {
  const found = attempt && attemptNamed(definition, attempt);
  return found ? { list: attempt.list, id: found.id, name: found.name } : null;
}

/** To be spread into a view: its attempt, where it is about one. */
export function withAttempt(
  definition: EventDefinition,
  attempt: AttemptRef | null | undefined,
): { readonly attempt?: AttemptView } {
  const view = attemptView(definition, attempt);
  return view ? { attempt: view } : {};
}

// ATTEMPT-3
/** A unit under the name that a line of text calls its vote by: with the attempt, where it is on one. */
export function unitWithAttempt(
  definition: EventDefinition,
  { unit, attempt }: Pick<Round, 'unit'> & { readonly attempt?: AttemptRef | undefined },
): UnitView | null {
  const found = unitView(definition, unit);
  const view = attemptView(definition, attempt);
  return found && view ? { id: found.id, name: joined(found.name, view.name) } : found;
}

function joined(first: LocalText, second: LocalText): LocalText {
  const both = (language: Language) => `${first[language]} · ${second[language]}`;
  return localText(both('zh-Hans'), both('zh-Hant'), both('en'));
}

/** Units by name, in the order given. */
export function unitViews(definition: EventDefinition, units: readonly UnitId[]): readonly UnitView[] {
  return units.flatMap((id) => unitView(definition, id) ?? []);
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

type Panel = Pick<EventDefinition, 'seats' | 'groups'>;

const countsOf = new WeakMap<Round, { readonly panel: Panel; readonly counts: CountsView }>();

// VIEW-2
/**
 * Ballots in and ballots due, by group: counts only. Every screen asks after every commit and for every round, most of
 * which have not changed: a round's counts are kept for as long as it and the panel stay as they are.
 */
export function countsView({ seats, groups }: Panel, round: Round): CountsView {
  const known = countsOf.get(round);
  if (known && known.panel.seats === seats && known.panel.groups === groups) return known.counts;
  const panel = { seats, groups };
  const counts = countSeats(panel, round);
  countsOf.set(round, { panel, counts });
  return counts;
}

function countSeats(definition: Panel, round: Round): CountsView {
  const groupOfSeat = new Map<string, string>(definition.seats.map((seat) => [seat.id, seat.group]));
  const due = countedSeats(round);
  const groups = definition.groups.map((group) => {
    const seats = due.filter((id) => groupOfSeat.get(id) === group.id);
    const submitted = seats.filter((seat) => round.ballots[seat]).length;
    // SECRET-2
    const expected = Math.max(submitted, seats.length - loweredBy(round, group.id));
    return { name: group.name, submitted, expected };
  });
  const total = (pick: (group: (typeof groups)[number]) => number) =>
    groups.reduce((sum, group) => sum + pick(group), 0);
  return { groups, submitted: total((group) => group.submitted), expected: total((group) => group.expected) };
}

export function groupName({ groups }: EventDefinition, id: string): LocalText {
  return groups.find((group) => group.id === id)?.name ?? sameText(id);
}

function tieView(definition: EventDefinition, rule: TieRule): TieView {
  if (rule.kind !== 'node') return { kind: rule.kind === 'count-back-nodes' ? 'count-back' : rule.kind };
  const [node = '', group] = rule.node.split('.');
  if (group !== undefined) return { kind: 'group', name: groupName(definition, group) };
  const named = definition.scheme.nodes.find(({ id }) => id === node);
  return { kind: 'node', name: nameIn(named?.name, node) };
}

/** The groups' weights as percentages (at most one decimal, for display only), the trim, the rounding, the tie chain. */
export function ruleView(definition: EventDefinition): RuleView {
  const plan = planScheme(definition.scheme);
  const parts = groupParts(plan).filter(({ counts }) => counts);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  const [marks] = marksBehindTotal(plan);
  return {
    groups: parts.map(({ group, weight }) => {
      const share = multiply(divide(rational(BigInt(weight)), rational(BigInt(sum))), decimal('100'));
      return {
        name: groupName(definition, group),
        percent: formatDecimal(share, share.denominator === 1n ? 0 : 1),
      };
    }),
    trim: marks?.trim
      ? { high: marks.trim.high, low: marks.trim.low, fromCount: marks.trim.fromCount }
      : null,
    decimals: totalDecimals(plan) ?? null,
    ties: definition.scheme.ranking.ties.map((rule) => tieView(definition, rule)),
    shows: {
      totals: definition.scheme.publish.totals,
      groupMeans: definition.scheme.publish.groupMeans,
    },
  };
}
