import { hasLooked } from '../domain/decisions/monitor-decisions.ts';
import { divisionName } from '../domain/division-name.ts';
import { logBase } from '../domain/event-version.ts';
import { figuresHash } from '../domain/figures-hash.ts';
import { isAllShown } from '../domain/reveal-order.ts';
import { dueCount, missingSeats, type Round } from '../domain/round.ts';
import { areRulesFixed } from '../domain/rules-fixed.ts';
import { ballotNamed } from '../domain/scoring/live-ballot.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import { sameText } from '../kernel/language.ts';
import {
  countsView,
  eventView,
  groupName,
  ruleView,
  stageStep,
  unitView,
  unitWithAttempt,
  withAttempt,
} from './build-common.ts';
import { lookBackView } from './build-look-back.ts';
import { oddBallotViews } from './build-odd-ballots.ts';
import type { MonitorOwnView, MonitorResult, MonitorRound, MonitorSharedView } from './monitor-view.ts';
import { noResultOf } from './no-result.ts';
import {
  absenceViews,
  changeViews,
  exitViews,
  lookViews,
  objectionView,
  proposalViews,
  releaseView,
  sameMachineMark,
  seatNumbers,
  whatIfViews,
} from './record-views.ts';
import { versionView } from './version-view.ts';

function monitorRound(state: EventState, round: Round): MonitorRound {
  const back = round.returned.filter(({ seat }) => !round.ballots[seat]).map(({ seat }) => seat);
  return {
    round: round.id,
    unit: unitView(state.definition, round.unit),
    ...withAttempt(state.definition, round.attempt),
    forms: round.forms.map((form) => nameIn(ballotNamed(state.definition.scheme, form).name, form)),
    isSecret: round.isSecret,
    number: round.number,
    opening: round.opening,
    state: round.state,
    counts: countsView(state.definition, round),
    due: dueCount(round, state.definition.seats),
    lowered: round.lowered.map(({ group, by, reason }) => ({
      group: groupName(state.definition, group),
      by,
      reason,
    })),
    // SECRET-4
    missing: round.isSecret ? [] : seatNumbers(state, missingSeats(round)),
    decisions: round.decisions.map(({ seat, decision, reason }) => ({
      seat: seatOf(state, seat)?.number ?? 0,
      decision,
      reason,
    })),
    returned: seatNumbers(state, back),
    movedTo: round.movedTo && (unitOf(state.definition, round.movedTo)?.name ?? sameText(round.movedTo)),
  };
}

// VIEW-6, RESULT-10
/** Whether this device may be shown figures: it has asked for those of this count, or the hall has them all. */
function isShown(state: EventState, screen: string): boolean {
  return isAllShown(state) || hasLooked(state, screen);
}

function result(state: EventState, isSeen: boolean): MonitorResult | null {
  const { result: counted } = state;
  if (counted.kind === 'none') return null;
  return {
    phase: counted.kind,
    count: counted.count,
    rule: ruleView(state.definition),
    figures: figuresHash(counted.figures),
    isSeen,
    rows: isSeen
      ? counted.figures.units.map((figure) => {
          const division = divisionName(state.definition, figure.division);
          return {
            unit: unitOf(state.definition, figure.unit)?.name ?? sameText(figure.unit),
            ...(division && { division }),
            place: figure.place,
            isShared: figure.isShared,
            total: figure.total,
            ...(figure.total === null && { noTotal: noResultOf(figure) }),
            groups: figure.groups.map(({ mean, ballots, struck }) => ({
              mean,
              ballots,
              struck: struck.length,
            })),
          };
        })
      : [],
    coSigned: counted.coSigned !== null,
    objection: objectionView(state),
    released: releaseView(state),
    ...sameMachineMark(state),
    odd: isSeen ? oddBallotViews(counted.figures) : null,
  };
}

/** What one monitor's device is shown of the counted result; its figures only once it has asked itself. */
export function buildMonitorOwnView(state: EventState, screen: string): MonitorOwnView {
  const isSeen = isShown(state, screen);
  return {
    result: result(state, isSeen),
    whatIfs: whatIfViews(state, isSeen),
    lookBack: isSeen ? lookBackView(state) : null,
  };
}

/** What every monitor's device is shown alike: counts, exceptions, looks, acts that wait and the changelog. */
export function buildMonitorView(state: EventState): MonitorSharedView {
  const { definition } = state;
  const step = stageStep(state);
  return {
    event: eventView(definition),
    stage: {
      stepName: step?.name ?? null,
      unit: step && unitWithAttempt(definition, step),
      phase: state.phase,
    },
    rule: {
      name: nameIn(definition.scheme.name, definition.scheme.id),
      hash: state.schemeHash,
      version: state.schemes.length,
      isFixed: areRulesFixed(state),
      isMonitorRequired: definition.scheme.isMonitorRequired,
      ...(definition.scheme.ballots.length === 0 && { isWithoutBallots: true }),
    },
    rounds: state.roundOrder.flatMap((id) => (state.rounds[id] ? monitorRound(state, state.rounds[id]) : [])),
    exits: exitViews(state),
    absences: absenceViews(state),
    changes: changeViews(state),
    looks: lookViews(state),
    proposals: proposalViews(state),
    attachments: state.attachments,
    log: { lastEntry: state.lastEntry - logBase(state), version: versionView(state) },
  };
}
