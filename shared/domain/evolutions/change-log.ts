import type { RoundId, SeatId, UnitId } from '../../kernel/brand.ts';
import { closeProposal } from '../closing.ts';
import { chairsDevice, type RecordedEvent } from '../events.ts';
import { isCorrection } from '../measure-correction.ts';
import { areRulesFixed } from '../rules-fixed.ts';
import { isOfSameMachine } from '../same-machine.ts';
import type { Change, EventState } from '../state.ts';

type Line = Omit<Change, 'n' | 'wall'>;

function line(what: Change['what'], fields: Partial<Omit<Line, 'what'>>): Line {
  return { what, unit: null, toUnit: null, round: null, seats: [], reason: '', seconded: null, ...fields };
}

const decidedAs = {
  absent: 'seats-absent',
  excluded: 'seats-excluded',
  paper: 'seats-on-paper',
  recused: 'recused',
} as const;

/** What a line says of a round: its unit, null where it is on all, and its attempt where it is on one. */
function inRoundOf(state: EventState, round: RoundId): Pick<Line, 'round' | 'unit' | 'attempt'> {
  const { unit, attempt } = state.rounds[round] ?? { unit: null };
  return { round, unit, ...(attempt && { attempt }) };
}

/** The device that let a proposal happen: an act's effects are recorded right after it. */
function secondOf(state: EventState, proposal: number | null): string | null {
  return proposal !== null && proposal === state.lastSecond?.proposal ? state.lastSecond.screen : null;
}

function hasLateLine({ changes }: EventState, round: RoundId, seat: SeatId): boolean {
  return changes.some(
    (change) => change.what === 'late-ballot-void' && change.round === round && change.seats.includes(seat),
  );
}

function lineOf(state: EventState, { event }: RecordedEvent): Line | null {
  const one = (seat: SeatId) => [seat];
  const inRound = (round: RoundId) => inRoundOf(state, round);
  switch (event.kind) {
    case 'MissingDecided':
      return line(decidedAs[event.decisions[0]?.decision ?? 'absent'], {
        ...inRound(event.round),
        seats: event.decisions.map(({ seat }) => seat),
        reason: event.decisions[0]?.reason ?? '',
      });
    case 'DecisionWithdrawn':
      return line('decision-withdrawn', {
        ...inRound(event.round),
        seats: one(event.seat),
        reason: event.reason ?? '',
      });
    case 'ExpectedLowered':
      return line('expected-lowered', {
        ...inRound(event.round),
        reason: `${event.group} −${event.by}: ${event.reason}`,
      });
    case 'MeasureRecorded':
      return isCorrection(state, event)
        ? line('measure-corrected', {
            unit: event.unit,
            ...(event.attempt && { attempt: event.attempt }),
            reason: `${event.measure}: ${event.reason}`,
          })
        : null;
    case 'PointsGiven':
      return line('points-given', {
        unit: event.unit,
        reason: `${event.points} · ${event.author}: ${event.reason}`,
      });
    case 'PointsWithdrawn': {
      const given = state.adjustments.find(({ id }) => id === event.adjustment);
      return line('points-withdrawn', {
        unit: given?.unit ?? null,
        reason: `${given?.points ?? ''}: ${event.reason}`,
      });
    }
    case 'TieDecided':
      return line('tie-decided', { reason: `${event.author}: ${event.reason}` });
    case 'TieDropped': {
      const decided = state.tieDecisions.find(({ units }) => units.join() === event.units.join());
      return line('tie-dropped', { reason: `${decided?.author ?? ''}: ${decided?.reason ?? ''}` });
    }
    case 'EntrantsChosen': {
      const codeOf = (id: UnitId) => state.definition.units.find((unit) => unit.id === id)?.code ?? id;
      const codes = event.units.map(({ unit }) => codeOf(unit)).join(', ');
      return line('entrants-chosen', { reason: `${codes}: ${event.reason}` });
    }
    case 'CountTakenBack':
      return line('count-taken-back', {
        reason: event.reason,
        seconded: secondOf(state, event.proposal),
      });
    case 'SeatRecused':
      return line('recused', { unit: event.unit, seats: one(event.seat), reason: event.reason });
    case 'RecusalWithdrawn':
      return line('recusal-withdrawn', {
        unit: event.unit,
        seats: one(event.seat),
        reason: event.reason ?? '',
      });
    case 'SeatLeft':
      return line('seat-left', { seats: one(event.seat), reason: event.reason });
    case 'SeatReturned':
      return line('seat-returned', { seats: one(event.seat), reason: event.reason });
    case 'PaperBallotEntered':
      return line('paper-ballot', {
        ...inRound(event.round),
        seats: one(event.seat),
        reason: event.reason,
      });
    case 'LateBallotVoided':
      // A device that sends on and on fills the log, not the sheets.
      return hasLateLine(state, event.round, event.seat)
        ? null
        : line('late-ballot-void', { ...inRound(event.round), seats: one(event.seat) });
    case 'BallotReturned':
      return line('ballot-returned', {
        ...inRound(event.round),
        seats: one(event.seat),
        reason: event.reason,
      });
    case 'RoundReopened':
      return line('round-reopened', {
        ...inRound(event.round),
        reason: event.reason,
        seconded: secondOf(state, event.proposal),
      });
    case 'RoundVoided':
      return event.why === 'undone'
        ? null
        : line('round-voided', {
            ...inRound(event.round),
            toUnit: event.toUnit,
            reason: event.reason,
            seconded: secondOf(state, event.proposal),
          });
    case 'UnitExited':
      return line(event.why === 'withdrew' ? 'unit-withdrew' : 'unit-disqualified', {
        unit: event.unit,
        reason: event.reason,
      });
    case 'UnitReinstated':
      return line('unit-reinstated', { unit: event.unit, reason: event.reason ?? '' });
    case 'SchemeChanged':
      return areRulesFixed(state)
        ? line('scheme-changed', { reason: `${event.orderedBy}: ${event.reason}` })
        : null;
    case 'VersionOpened': {
      const { version, supersedes, orderedBy, reason } = event;
      return line('version-opened', {
        reason: `${orderedBy}: ${reason}`,
        version: { version, supersedes },
      });
    }
    // Who may co-sign is as much a part of the record as who did.
    case 'ScreenAdmitted':
      return event.role === 'prompter' ? null : line(`${event.role}-admitted`, { reason: event.name });
    case 'ScreenDismissed': {
      const screen = state.screens.find(({ id }) => id === event.screen);
      // CHAIR-4
      if (screen?.role === 'chair')
        return line('chair-dismissed', { reason: `${screen.name}: ${event.reason ?? ''}` });
      return screen?.role === 'monitor' ? line('screen-dismissed', { reason: screen.name }) : null;
    }
    case 'CountObjected':
      return line('objection', { reason: event.reason });
    case 'ObjectionWithdrawn':
      return line('objection-withdrawn', { reason: event.reason ?? '' });
    case 'ObjectionOverridden':
      return line(chairsDevice(event) === null ? 'objection-overridden' : 'overridden-by-chair', {
        reason: event.reason,
      });
    // CHAIR-7
    case 'ResultReleased': {
      const screen = state.screens.find(({ id }) => id === chairsDevice(event));
      return screen ? line('released-by-chair', { reason: screen.name }) : null;
    }
    // EVENT-8
    case 'ActDropped':
      return event.by === 'monitor' && closeProposal(state)?.id === event.proposal
        ? line('close-declined', {})
        : null;
    case 'EventClosed':
      return event.reason === undefined ? null : line('closed-alone', { reason: event.reason });
    default:
      return null;
  }
}

// RESULT-12
/** The line that an event adds to the changelog, from the state before it; null where it adds none. */
export function changeOf(state: EventState, recorded: RecordedEvent): Change | null {
  const own = lineOf(state, recorded);
  // SAME-4
  const isHere = isOfSameMachine(state, recorded.event);
  return own && { n: recorded.n, wall: recorded.wall, ...own, ...(isHere && { isSameMachine: true }) };
}
