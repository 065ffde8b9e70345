import type { AttemptRef } from '../../shared/domain/attempts.ts';
import type { EventDefinition, Indicator, Seat, Step, Unit } from '../../shared/domain/event-definition.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { ScoringScheme, ScoringSchemeText } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { eventId, groupId, milliseconds, seatId, stepId, unitId } from '../../shared/kernel/brand.ts';
import { type LocalText, sameText } from '../../shared/kernel/language.ts';

/** Fields that a test cares about; the rest is valid and of no interest. */
type Fields<Whole> = { readonly [name in keyof Whole]?: Whole[name] };

export function aCriterion(id: string, maximum: string, step = '0.5'): PointsCriterion {
  return { id, name: sameText(id), maximum, step };
}

export function aWeight(group: string, weight: number): GroupWeight {
  return { group, weight };
}

export type PointsCriterion = {
  readonly id: string;
  readonly name: LocalText;
  readonly maximum: string;
  readonly step: string;
};
export type GroupWeight = { readonly group: string; readonly weight: number };

/** What tests vary about a scheme of points by criterion and weighed groups. */
export type PointsScheme = {
  readonly criteria: readonly PointsCriterion[];
  readonly weights: readonly GroupWeight[];
  readonly trim: { readonly high: number; readonly low: number; readonly fromCount: number } | null;
  readonly emptyGroup: 'block' | 'renormalise' | 'zero';
  readonly decimals: number;
  /** `group:A`, or the id of a criterion. */
  readonly ties: readonly string[];
  readonly isMonitorRequired: boolean;
  readonly publishFrom: number;
};

/** Two criteria, 60 + 40 points; group A weighs 60, group B 40; nothing trimmed; means of one ballot are published. */
export function aScheme(fields: Fields<PointsScheme> = {}): ScoringScheme {
  const { criteria, weights, trim, emptyGroup, decimals, ties, isMonitorRequired, publishFrom } = {
    criteria: [aCriterion('c1', '60'), aCriterion('c2', '40')],
    weights: [aWeight('A', 60), aWeight('B', 40)],
    trim: null,
    emptyGroup: 'block' as const,
    decimals: 2,
    ties: [],
    isMonitorRequired: false,
    publishFrom: 1,
    ...fields,
  };
  const byGroup = { kind: 'groups', ballot: 'marks', emptyGroup } as const;
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'scheme',
    version: 1,
    name: sameText('scheme'),
    groups: weights.map(({ group, weight }) => ({ id: group, weight })),
    ballots: [{ kind: 'points', id: 'marks', criteria: [...criteria] }],
    nodes: [
      { ...byGroup, id: 'total', ...(trim && { trim }), round: { decimals } },
      ...criteria.map(({ id, name }) => ({ ...byGroup, id, name, criteria: [id] })),
    ],
    ranking: {
      by: 'total',
      on: 'rounded',
      ties: ties.map((rule) => ({ kind: 'node', node: rule.replace('group:', 'total.') })),
    },
    publish: { groupMeans: true, fromBallots: publishFrom },
    isMonitorRequired,
  } satisfies ScoringSchemeText);
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  return scheme.value;
}

/** The rows of a scheme of points by criterion. */
export function pointsOf(scheme: ScoringScheme) {
  const [ballot] = scheme.ballots;
  if (ballot?.kind !== 'points') throw new Error('not a ballot of points');
  return ballot.criteria;
}

export function aUnit(id: string): Unit {
  return {
    id: unitId(id),
    code: id,
    name: sameText(`示例 ${id}`),
    post: sameText('书记'),
    dossier: [],
    projects: [],
  };
}

export function aStep(id: string, fields: Fields<Omit<Step, 'id'>> = {}): Step {
  return {
    id: stepId(id),
    template: id,
    name: sameText(id),
    who: sameText('主持人'),
    timer: { kind: 'none', plannedMs: milliseconds(60_000) },
    bells: null,
    scene: 'title_rules',
    unit: null,
    turn: null,
    round: null,
    result: null,
    isBackground: false,
    ...fields,
  };
}

export function countdown(plannedMs: number): Step['timer'] {
  return { kind: 'down', plannedMs: milliseconds(plannedMs) };
}

/**
 * `u1.talk` opens the unit's round and counts 300 s down, `u1.vote` locks it after 90 s; of an attempt they are called
 * `u1.a1.talk` and `u1.a1.vote`.
 */
export function aTurn(unit: string, attempt?: AttemptRef): readonly Step[] {
  const of = { unit: unitId(unit), turn: unit, ...(attempt && { attempt }) };
  const turn = attempt ? `${unit}.${attempt.id}` : unit;
  return [
    aStep(`${turn}.talk`, { ...of, timer: countdown(300_000), round: 'opens', scene: 'speaker_timer' }),
    aStep(`${turn}.vote`, { ...of, timer: countdown(90_000), round: 'locks', scene: 'ballot_progress' }),
  ];
}

/** `rules`, the turns of the units, `count` in the background of `comment`, `release`, `end`. */
export function anAgenda(...units: readonly string[]): readonly Step[] {
  return [
    aStep('rules', { timer: countdown(60_000) }),
    ...units.flatMap((unit) => aTurn(unit)),
    aStep('count', { result: 'counts', isBackground: true, scene: 'counting' }),
    aStep('comment', { timer: { kind: 'up', plannedMs: milliseconds(120_000) } }),
    aStep('release', { result: 'releases', scene: 'result_ranks' }),
    aStep('end'),
  ];
}

/** Seats `A1`, `A2`, `B1` … in the order given. */
export function seatsOf(sizes: { readonly [group: string]: number }): readonly Seat[] {
  const names = Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, index) => ({ id: `${group}${index + 1}`, group })),
  );
  return names.map(({ id, group }, index) => ({
    id: seatId(id),
    number: index + 1,
    group: groupId(group),
  }));
}

export function anIndicator(
  better: Indicator['better'],
  values: { readonly [unit: string]: string },
): Indicator {
  return {
    code: 'GDP',
    name: sameText('GDP'),
    measure: sameText('亿元'),
    better,
    period: '2018',
    values: Object.entries(values).map(([unit, value]) => ({ unit: unitId(unit), value, source: 'S0' })),
  };
}

/** Units `u1` and `u2`, seats `A1`, `A2` and `B1`; an agenda that scores, counts and releases. */
export function aDefinition(
  fields: Fields<Omit<EventDefinition, 'units' | 'seats'>> & {
    readonly units?: readonly string[];
    readonly seats?: { readonly [group: string]: number };
  } = {},
): EventDefinition {
  const { units = ['u1', 'u2'], seats = { A: 2, B: 1 }, ...rest } = fields;
  return {
    id: eventId('event'),
    title: sameText('示例'),
    arena: sameText('A'),
    sitting: sameText('1'),
    isDemo: true,
    wallLanguage: 'zh-Hans',
    units: units.map(aUnit),
    groups: Object.keys(seats).map((id) => ({ id: groupId(id), name: sameText(id) })),
    seats: seatsOf(seats),
    scheme: aScheme(),
    indicators: [],
    agenda: anAgenda(...units),
    ...rest,
  };
}
