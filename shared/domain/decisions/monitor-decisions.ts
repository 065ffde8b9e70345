import type { Command, Envelope } from '../command.ts';
import { figuresHash } from '../figures-hash.ts';
import { chairOf, type EventState, seatOf, unitOf } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

export function isMonitor(state: EventState, screen: string): boolean {
  return state.screens.some(({ id, role }) => id === screen && role === 'monitor');
}

/** Whether this monitor's device has asked for the figures of the count that stands. */
export function hasLooked({ result }: EventState, screen: string): boolean {
  return result.kind !== 'none' && result.seenBy.screens.includes(screen);
}

// RESULT-7, RESULT-14
/** The signature has been checked before this. It stands over exactly the figures of this count. */
export function decideCoSign(command: Of<'CoSignCount'>, state: EventState, { by }: Envelope): Decision {
  const { result } = state;
  if (by.role !== 'monitor' || !isMonitor(state, by.screen)) return refuse('unknown-screen');
  if (result.kind === 'none') return refuse('result-not-counted');
  if (result.kind === 'released') return refuse('already-released');
  if (result.count !== command.count) return refuse('wrong-count', 'count');
  if (figuresHash(result.figures) !== command.figures) return refuse('wrong-figures', 'figures');
  if (result.coSigned) return refuse('already-co-signed');
  if (result.objection && result.objection.overridden === null) return refuse('objection-open');
  if (!hasLooked(state, by.screen)) return refuse('not-looked');
  const { count, figures, signed, signature } = command;
  return happen({ kind: 'CountCoSigned', count, screen: by.screen, figures, signed, signature });
}

// RESULT-8, RESULT-15
/** The signature has been checked before this. It stands over the figures of this count and the reason. */
export function decideObject(command: Of<'ObjectToCount'>, state: EventState, { by }: Envelope): Decision {
  const { result } = state;
  if (by.role !== 'monitor' || !isMonitor(state, by.screen)) return refuse('unknown-screen');
  if (result.kind === 'none') return refuse('result-not-counted');
  if (result.kind === 'released') return refuse('already-released');
  const { count, figures, reason, signed, signature } = command;
  if (result.count !== count) return refuse('wrong-count', 'count');
  if (figuresHash(result.figures) !== figures) return refuse('wrong-figures', 'figures');
  if (result.objection) return refuse('objection-there');
  return happen({ kind: 'CountObjected', count, screen: by.screen, reason, signed, signature });
}

// RESULT-8, RESULT-15
/** The signature has been checked before this. It stands over this very objection and why it is withdrawn. */
export function decideWithdrawObjection(
  command: Of<'WithdrawObjection'>,
  state: EventState,
  { by }: Envelope,
): Decision {
  const { result } = state;
  if (by.role !== 'monitor' || !isMonitor(state, by.screen)) return refuse('unknown-screen');
  if (result.kind !== 'counted' || result.objection?.overridden !== null) return refuse('no-objection');
  // Else a device admitted later could take back what another objected to.
  if (result.objection.screen !== by.screen) return refuse('objection-of-another');
  if (result.count !== command.count) return refuse('wrong-count', 'count');
  if (result.objection.reason !== command.objection) return refuse('wrong-objection', 'objection');
  const { reason, signed, signature } = command;
  return happen({ kind: 'ObjectionWithdrawn', screen: by.screen, reason, signed, signature });
}

// RESULT-8
export function decideOverride(command: Of<'OverrideObjection'>, state: EventState): Decision {
  const { result } = state;
  if (result.kind !== 'counted' || result.objection?.overridden !== null) return refuse('no-objection');
  // CHAIR-2
  if (chairOf(state)) return refuse('chair-overrides');
  return happen({
    kind: 'ObjectionOverridden',
    reason: command.reason,
    consent: 'chair-by-operator',
  });
}

// RESULT-10
export function decideLook(command: Of<'LookAtResult'>, state: EventState, { by }: Envelope): Decision {
  if (by.role === 'monitor' && !isMonitor(state, by.screen)) return refuse('unknown-screen');
  if (state.result.kind === 'none') return refuse('result-not-counted');
  const { what } = command;
  const unit = command.unit === null ? null : unitOf(state.definition, command.unit);
  if (what === 'unit' ? !unit : command.unit !== null && !unit) return refuse('unknown-unit', 'unit');
  const seat = seatOf(state, command.seat ?? '');
  if (what === 'seat' ? !seat : command.seat && !seat) return refuse('unknown-seat', 'seat');
  return happen({
    kind: 'ResultLooked',
    ...(by.role === 'monitor' ? { by: 'monitor', screen: by.screen } : { by: 'operator' }),
    what,
    unit: unit?.id ?? null,
    ...(seat && { seat: seat.id }),
  });
}
