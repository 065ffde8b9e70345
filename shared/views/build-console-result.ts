import { divisionName } from '../domain/division-name.ts';
import { lastVersion } from '../domain/event-version.ts';
import { figuresHash } from '../domain/figures-hash.ts';
import { isAllShown, rankedUnits, revealInHand, revealOrder } from '../domain/reveal-order.ts';
import type { Figures } from '../domain/scoring/figures.ts';
import { hasFewerThan } from '../domain/scoring/figures-of.ts';
import { chairOf, type EventState } from '../domain/state.ts';
import { ruleView, unitView } from './build-common.ts';
import type { ConsoleResult, FormerResult, RevealView } from './console-view.ts';
import { nextStageView } from './next-stage-view.ts';
import { noResultOf } from './no-result.ts';
import { objectionView, sameMachineMark } from './record-views.ts';

function formerRows(state: EventState, { units }: Figures): FormerResult['rows'] {
  return units.flatMap(({ unit: id, place, total }) => {
    const unit = unitView(state.definition, id);
    return unit ? [{ unit, place, total }] : [];
  });
}

const standings = ({ units }: Figures): string =>
  units.map(({ unit, place, total }) => [unit, place, total].join()).join('|');

// SCHEME-3, EVENT-7
function formerResults(state: EventState): readonly FormerResult[] {
  if (state.result.kind === 'none') return [];
  const { figures, formerly } = state.result;
  const before = lastVersion(state);
  const superseded = before?.formerly ?? null;
  return [
    ...(formerly ? [{ of: { kind: 'rules' }, rows: formerRows(state, formerly) } as const] : []),
    ...(before && superseded && standings(superseded) !== standings(figures)
      ? [
          {
            of: { kind: 'version', version: before.supersedes.version },
            rows: formerRows(state, superseded),
          } as const,
        ]
      : []),
  ];
}

// RESULT-10
/** Whether the operator asked to see the figures of this count before their release. */
export function hasOperatorLooked({ result }: EventState): boolean {
  return result.kind !== 'none' && result.seenBy.operator;
}

function isSeenByOperator(state: EventState): boolean {
  return state.result.kind === 'released' || hasOperatorLooked(state);
}

/** Who released the result; null before. */
function releasedBy({ result }: EventState): ConsoleResult['releasedBy'] {
  if (result.kind !== 'released') return null;
  return result.releasedBy === null ? 'operator' : 'chair';
}

// DIVISION-4
function revealView(state: EventState): RevealView | null {
  const { result: released, definition } = state;
  if (released.kind !== 'released') return null;
  const { division, shown, next, ...counts } = revealInHand(released.figures, released.revealed);
  return {
    ...counts,
    division: divisionName(definition, division),
    shown: shown.map(({ unit }) => unit),
    next: next === null ? null : next.unit,
  };
}

// REVEAL-5
/** The figures that the console may have now. */
function figuresShown(state: EventState): Figures['units'] {
  const { result: counted } = state;
  if (counted.kind === 'none' || !isSeenByOperator(state)) return [];
  if (counted.kind === 'counted' || isAllShown(state)) return counted.figures.units;
  const ahead = new Set(revealOrder(counted.figures).slice(0, counted.revealed + 1));
  return counted.figures.units.filter((unit) => ahead.has(unit));
}

// VIEW-5: before the count there is no result section at all.
/** The result section: the figures that the console may have now, how far they are revealed, and who agreed to them. */
export function buildConsoleResult(state: EventState): ConsoleResult | null {
  if (state.result.kind === 'none') return null;
  const { figures, kind, count, coSigned } = state.result;
  const isSeen = isSeenByOperator(state);
  const next = nextStageView(state);
  return {
    phase: kind,
    count,
    isMonitorRequired: state.definition.scheme.isMonitorRequired,
    coSigned: coSigned !== null,
    objection: objectionView(state),
    figures: figuresHash(figures),
    hasChair: chairOf(state) !== null,
    releasedBy: releasedBy(state),
    ...sameMachineMark(state),
    rule: ruleView(state.definition),
    isSeen,
    former: isSeen && (kind === 'counted' || isAllShown(state)) ? formerResults(state) : [],
    rows: figuresShown(state).flatMap((figure) => {
      const unit = unitView(state.definition, figure.unit);
      if (!unit) return [];
      const groups = figure.groups.map((group) => ({
        mean: group.mean,
        ballots: group.ballots,
        struck: group.struck.length,
      }));
      const division = divisionName(state.definition, figure.division);
      return [
        {
          unit,
          ...(division && { division }),
          rank: figure.rank,
          place: figure.place,
          isShared: figure.isShared,
          isUndecided: figure.isUndecided,
          total: figure.total,
          ...(figure.total === null && { noTotal: noResultOf(figure) }),
          groups,
          partedBy: figure.partedBy,
        },
      ];
    }),
    places: rankedUnits(figures).length,
    revealed: kind === 'released' ? state.result.revealed : 0,
    reveal: revealView(state),
    isFewerThanThree: hasFewerThan(figures, state.definition.scheme.publish.fromBallots),
    ...(next && { nextStage: next }),
  };
}
