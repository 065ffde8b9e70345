import { dueBallots, everyBallot, type VoteOnUnit } from '../domain/contest-of.ts';
import { logBase } from '../domain/event-version.ts';
import { atLockStep, lockedWith, openRounds, roundInHand } from '../domain/kept-open.ts';
import { absenceOf } from '../domain/presence.ts';
import { isAllShown } from '../domain/reveal-order.ts';
import type { Round } from '../domain/round.ts';
import {
  awaitedPaper,
  dueByGroup,
  dueCount,
  hasBallots,
  hasDecisions,
  loweredBy,
  missingSeats,
} from '../domain/round.ts';
import { areRulesFixed } from '../domain/rules-fixed.ts';
import { isOnSameMachine } from '../domain/same-machine.ts';
import { tieBreakBallots } from '../domain/scoring/live-ballot.ts';
import { nameIn } from '../domain/scoring/rules/names.ts';
import { stepOf, type UndoEntry } from '../domain/stage.ts';
import type { EventState } from '../domain/state.ts';
import { buildBeside } from './build-beside.ts';
import {
  attemptView,
  countsView,
  eventView,
  ruleView,
  stageStep,
  timerView,
  unitView,
  unitViews,
  unitWithAttempt,
  withAttempt,
} from './build-common.ts';
import { buildConsoleResult, hasOperatorLooked } from './build-console-result.ts';
import { buildNextAction } from './build-next-action.ts';
import { buildProjectorView } from './build-projector-view.ts';
import type {
  ActionLabel,
  AgendaRow,
  ConsoleRound,
  ConsoleSeat,
  ConsoleView,
  OpenRoundView,
} from './console-view.ts';
import type { LiveInfo } from './live-info.ts';
import { changeViews, exitViews, proposalViews, whatIfViews } from './record-views.ts';
import { versionView } from './version-view.ts';

function agendaRow(
  state: EventState,
  step: EventState['definition']['agenda'][number],
  index: number,
  reached: number,
): AgendaRow {
  const record = state.stage.records[step.id];
  const isRunningBehind =
    step.isBackground && step.result === 'counts' && record !== undefined && state.result.kind === 'none';
  const stateOfRow = (): AgendaRow['state'] => {
    if (step.id === state.stage.step) return 'current';
    if (isRunningBehind) return 'background';
    if (record) return 'done';
    return index < reached ? 'skipped' : 'ahead';
  };
  return {
    step: step.id,
    name: step.name,
    who: step.who,
    unit: step.unit,
    ...withAttempt(state.definition, step.attempt),
    plannedMs: step.timer.plannedMs,
    scene: step.scene,
    isBackground: step.isBackground,
    state: stateOfRow(),
    startedWall: record?.startedWall ?? null,
    endedWall: record?.endedWall ?? null,
  };
}

function agenda(state: EventState): ConsoleView['agenda'] {
  const steps = state.definition.agenda;
  const reached = steps.findIndex((step) => step.id === state.stage.step);
  return {
    isStarted: state.phase !== 'prepared',
    rows: steps.map((step, index) => agendaRow(state, step, index, reached)),
  };
}

function castingViews(
  { definition }: EventState,
  ballots: readonly VoteOnUnit[],
): ConsoleView['scheme']['required'] {
  return ballots.map(({ form, attempt }) => ({ form, attempt: attemptView(definition, attempt) }));
}

/** What is still due of each group's cards, and by how many fewer it is waited for. */
function cards({ definition }: EventState, round: Round): ConsoleRound['cards'] {
  if (!round.isSecret) return [];
  return [...dueByGroup(round, definition.seats)].map(([group, due]) => ({
    group,
    due,
    lowered: loweredBy(round, group),
    reason: round.lowered.find((lowered) => lowered.group === group)?.reason ?? '',
  }));
}

function consoleRound(state: EventState, round: Round): ConsoleRound {
  return {
    round: round.id,
    unit: unitView(state.definition, round.unit),
    ...withAttempt(state.definition, round.attempt),
    units: unitViews(state.definition, round.units),
    forms: round.forms,
    isSecret: round.isSecret,
    due: dueCount(round, state.definition.seats),
    cards: cards(state, round),
    number: round.number,
    opening: round.opening,
    state: round.state,
    counts: countsView(state.definition, round),
    // SECRET-4
    missing: round.isSecret ? [] : missingSeats(round),
    decisions: round.decisions,
    paperAwaited: awaitedPaper(round),
    returned: round.returned.filter(({ seat }) => !round.ballots[seat]).map(({ seat }) => seat),
    movedTo: unitView(state.definition, round.movedTo),
  };
}

/** The round that the operator is busy with: one that keeps others from being locked with it, else the one in hand. */
function roundBusyWith(state: EventState): Round | null {
  const inHand = roundInHand(state);
  const step = stageStep(state);
  const isDue = (round: Round) => dueCount(round, state.definition.seats) > 0;
  if (!step || (inHand && isDue(inHand))) return inHand;
  return atLockStep(state, step).locks.find(isDue) ?? inHand;
}

function seatBallot(round: Round | null, seat: string): ConsoleSeat['ballot'] {
  if (!round?.expected.some((id) => id === seat)) return 'not-expected';
  // SECRET-4
  if (round.isSecret) return 'secret';
  const decision = round.decisions.find((decided) => decided.seat === seat)?.decision;
  if (decision === 'recused') return decision;
  const ballot = round.ballots[seat];
  if (ballot) return ballot.source === 'paper' ? 'paper-stored' : 'stored';
  return decision === 'paper' ? 'paper-awaited' : (decision ?? 'awaited');
}

function openRoundViews(state: EventState): readonly OpenRoundView[] {
  const open = openRounds(state);
  if (open.length < 2) return [];
  return open.map((round) => ({
    round: round.id,
    locks: lockedWith(state, round).map(({ id }) => id),
    ballots: Object.fromEntries(state.definition.seats.map(({ id }) => [id, seatBallot(round, id)])),
  }));
}

function seats(state: EventState, live: LiveInfo): readonly ConsoleSeat[] {
  const round = roundBusyWith(state);
  return state.definition.seats.map((seat) => {
    const connection = live.seats[seat.id];
    const absence = absenceOf(state, seat.id);
    return {
      seat: seat.id,
      number: seat.number,
      group: seat.group,
      device: state.seatDevices[seat.id]?.device ?? null,
      connection: !connection ? 'never' : connection.isOnline ? 'online' : 'offline',
      offlineSinceWall: connection?.offlineSinceWall ?? null,
      roundTripMs: connection?.roundTripMs ?? null,
      // AWAY-7
      away: absence && { sinceWall: absence.left.wall, reason: absence.left.reason },
      ballot: seatBallot(round, seat.id),
    };
  });
}

/** Connected screens, and admitted ones that are gone: those can be dismissed too. */
function screens(state: EventState, live: LiveInfo): ConsoleView['screens'] {
  const gone = state.screens.filter(({ id }) => !live.screens.some((screen) => screen.id === id));
  const offline = gone.map(({ id, role, name }) => ({
    id,
    role,
    name,
    isOnline: false,
    roundTripMs: null,
    isUpToDate: false,
  }));
  return [...live.screens, ...offline].map((screen) =>
    isOnSameMachine(state, screen.id) ? { ...screen, isSameMachine: true } : screen,
  );
}

function actionLabel(state: EventState, entry: UndoEntry | undefined): ActionLabel | null {
  if (!entry) return null;
  const step = stepOf(state.definition, entry.before.step);
  return {
    entry: entry.entry,
    action: entry.action,
    stepName: step?.name ?? null,
    unit: step && unitWithAttempt(state.definition, step),
  };
}

// UNDO-2
function undoBlocked(state: EventState): string | null {
  const opened = state.undo.at(-1)?.opened;
  const round = opened ? state.rounds[opened] : undefined;
  if (!round) return null;
  if (hasBallots(round) || hasDecisions(round)) return 'undo-round-has-ballots';
  return round.state !== 'open' || round.opening > 1 ? 'undo-round-locked' : null;
}

function event(state: EventState): ConsoleView['event'] {
  const { definition } = state;
  return {
    ...eventView(definition),
    units: definition.units.map(({ id, name }) => ({ id, name })),
    groups: definition.groups.map(({ id, name }) => ({
      id,
      name,
      weight: definition.scheme.groups.find((group) => group.id === id)?.weight ?? 1,
    })),
    rule: ruleView(definition),
  };
}

/** Everything the operator sees. Holds no mark before the count: `result` is null until then. */
export function buildConsoleView(state: EventState, live: LiveInfo): ConsoleView {
  const step = stageStep(state);
  const round = roundBusyWith(state);
  const { scene, counts, timer, curtain } = buildProjectorView(state);
  return {
    event: event(state),
    agenda: agenda(state),
    stage: {
      step: step?.id ?? null,
      stepName: step?.name ?? null,
      unit: unitView(state.definition, step?.unit ?? null),
      ...withAttempt(state.definition, step?.attempt),
      phase: state.phase,
    },
    timer: timerView(state),
    wall: { scene, counts, timer, curtain },
    next: buildNextAction(state, live.health.disk.kind === 'ok'),
    undo: {
      undo: actionLabel(state, state.undo.at(-1)),
      redo: actionLabel(state, state.redo.at(-1)),
      blocked: undoBlocked(state),
    },
    round: round && consoleRound(state, round),
    rounds: state.roundOrder.flatMap((id) => (state.rounds[id] ? consoleRound(state, state.rounds[id]) : [])),
    openRounds: openRoundViews(state),
    ballots: state.definition.scheme.ballots,
    beside: buildBeside(state),
    seats: seats(state, live),
    screens: screens(state, live),
    requests: live.requests,
    result: buildConsoleResult(state),
    attachments: state.attachments,
    recusals: state.recusals.flatMap(({ seat, unit, reason }) => {
      const known = unitView(state.definition, unit);
      return known ? [{ seat, unit: known, reason }] : [];
    }),
    exits: exitViews(state),
    changes: changeViews(state),
    proposals: proposalViews(state),
    whatIfs: whatIfViews(state, isAllShown(state) || hasOperatorLooked(state)),
    scheme: {
      name: nameIn(state.definition.scheme.name, state.definition.scheme.id),
      id: state.definition.scheme.id,
      hash: state.schemeHash,
      version: state.schemes.length,
      isFixed: areRulesFixed(state),
      isMonitorRequired: state.definition.scheme.isMonitorRequired,
      castings: castingViews(state, everyBallot(state)),
      required: castingViews(state, dueBallots(state)),
      tieBreak: tieBreakBallots(state.definition.scheme),
    },
    version: {
      ...versionView(state),
      next: state.phase === 'closed' ? (live.nextVersion ?? null) : null,
    },
    message: state.prompt,
    recent: live.recent,
    health: {
      ...live.health,
      lastEntry: state.lastEntry - logBase(state),
      gap: state.gap && { reason: state.gap.reason, gapMs: state.gap.gapMs },
    },
    network: live.network,
    refusals: live.refusals,
  };
}
