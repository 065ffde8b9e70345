import type { RoundId, SeatId, UnitId } from '../../kernel/brand.ts';
import type { RecordedEvent } from '../events.ts';
import type { Change, EventState } from '../state.ts';

type Line = Omit<Change, 'n' | 'wall'>;

function line(what: Change['what'], fields: Partial<Omit<Line, 'what'>>): Line {
  return { what, unit: null, seats: [], reason: '', seconded: null, ...fields };
}

const decidedAs = {
  absent: 'seats-absent',
  excluded: 'seats-excluded',
  paper: 'seats-on-paper',
  recused: 'recused',
} as const;

function unitOf(state: EventState, round: RoundId): UnitId | null {
  return state.rounds[round]?.unit ?? null;
}

/** The device that let a proposal happen: an act's effects are recorded right after it. */
function secondOf(state: EventState, proposal: number | null): string | null {
  return proposal !== null && proposal === state.lastSecond?.proposal ? state.lastSecond.screen : null;
}

function lineOf(state: EventState, { event }: RecordedEvent): Line | null {
  const one = (seat: SeatId) => [seat];
  switch (event.kind) {
    case 'MissingDecided':
      return line(decidedAs[event.decisions[0]?.decision ?? 'absent'], {
        unit: unitOf(state, event.round),
        seats: event.decisions.map(({ seat }) => seat),
        reason: event.decisions[0]?.reason ?? '',
      });
    case 'DecisionWithdrawn':
      return line('decision-withdrawn', { unit: unitOf(state, event.round), seats: one(event.seat) });
    case 'SeatRecused':
      return line('recused', { unit: event.unit, seats: one(event.seat), reason: event.reason });
    case 'RecusalWithdrawn':
      return line('recusal-withdrawn', { unit: event.unit, seats: one(event.seat) });
    case 'PaperBallotEntered':
      return line('paper-ballot', {
        unit: unitOf(state, event.round),
        seats: one(event.seat),
        reason: event.reason,
      });
    case 'LateBallotVoided':
      return line('late-ballot-void', { unit: unitOf(state, event.round), seats: one(event.seat) });
    case 'BallotReturned':
      return line('ballot-returned', {
        unit: unitOf(state, event.round),
        seats: one(event.seat),
        reason: event.reason,
      });
    case 'RoundReopened':
      return line('round-reopened', {
        unit: unitOf(state, event.round),
        reason: event.reason,
        seconded: secondOf(state, event.proposal),
      });
    case 'RoundVoided':
      return event.why === 'undone'
        ? null
        : line('round-voided', {
            unit: unitOf(state, event.round),
            reason: event.reason,
            seconded: secondOf(state, event.proposal),
          });
    case 'UnitExited':
      return line(event.why === 'withdrew' ? 'unit-withdrew' : 'unit-disqualified', {
        unit: event.unit,
        reason: event.reason,
      });
    case 'UnitReinstated':
      return line('unit-reinstated', { unit: event.unit });
    case 'SchemeChanged':
      return state.roundOrder.length === 0
        ? null
        : line('scheme-changed', { reason: `${event.orderedBy}: ${event.reason}` });
    case 'VersionOpened': {
      const { version, supersedes, orderedBy, reason } = event;
      return line('version-opened', {
        reason: `${orderedBy}: ${reason}`,
        version: { version, supersedes },
      });
    }
    // Who may co-sign is as much a part of the record as who did.
    case 'ScreenAdmitted':
      return event.role === 'monitor' ? line('monitor-admitted', { reason: event.name }) : null;
    case 'ScreenDismissed': {
      const screen = state.screens.find(({ id }) => id === event.screen);
      return screen?.role === 'monitor' ? line('screen-dismissed', { reason: screen.name }) : null;
    }
    case 'CountObjected':
      return line('objection', { reason: event.reason });
    case 'ObjectionWithdrawn':
      return line('objection-withdrawn', {});
    case 'ObjectionOverridden':
      return line('objection-overridden', { reason: event.reason });
    default:
      return null;
  }
}

// RESULT-12
/** The line that an event adds to the changelog, from the state before it; null where it adds none. */
export function changeOf(state: EventState, recorded: RecordedEvent): Change | null {
  const own = lineOf(state, recorded);
  return own && { n: recorded.n, wall: recorded.wall, ...own };
}
