import type { Command, Envelope } from '../command.ts';
import { figuresHash } from '../figures-hash.ts';
import { type ChairsMatter, chairOf, type EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { refusalOfRelease, releaseWith } from './result-decisions.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Why this isn't the chair's device, or isn't about the count that stands; null where it is both. */
function refusalOfChair(
  { count, figures }: Pick<Of<'ReleaseByChair'>, 'count' | 'figures'>,
  state: EventState,
  { by }: Envelope,
): Decision | null {
  const { result } = state;
  if (by.role !== 'chair' || chairOf(state)?.id !== by.screen) return refuse('unknown-screen');
  if (result.kind === 'none') return refuse('result-not-counted');
  if (result.count !== count) return refuse('wrong-count', 'count');
  return figuresHash(result.figures) === figures ? null : refuse('wrong-figures', 'figures');
}

function consentOf({ signed, signature }: Of<'ReleaseByChair'> | Of<'OverrideByChair'>, screen: string) {
  return { consent: 'chair-device', screen, signed, signature } as const;
}

// CHAIR-3
/** The signature has been checked before this. It stands over the figures of this count and how they are shown. */
export function decideReleaseByChair(
  command: Of<'ReleaseByChair'>,
  state: EventState,
  envelope: Envelope,
): Decision {
  const refused = refusalOfChair(command, state, envelope);
  const chair = chairOf(state);
  if (refused || !chair) return refused ?? refuse('unknown-screen');
  return releaseWith(consentOf(command, chair.id), command, state);
}

// CHAIR-3
/** The signature has been checked before this. It stands over this very objection and the reason given against it. */
export function decideOverrideByChair(
  command: Of<'OverrideByChair'>,
  state: EventState,
  envelope: Envelope,
): Decision {
  const refused = refusalOfChair(command, state, envelope);
  const chair = chairOf(state);
  if (refused || !chair) return refused ?? refuse('unknown-screen');
  const { result } = state;
  if (result.kind !== 'counted' || result.objection?.overridden !== null) return refuse('no-objection');
  if (result.objection.reason !== command.objection) return refuse('wrong-objection', 'objection');
  return happen({ kind: 'ObjectionOverridden', reason: command.reason, ...consentOf(command, chair.id) });
}

/** What the count that stands needs of the chair now; null where nothing. */
export function chairsMatter(state: EventState): ChairsMatter | null {
  const { result } = state;
  if (result.kind !== 'counted') return null;
  if (result.objection?.overridden === null) return 'objection';
  return refusalOfRelease(state) ? null : 'release';
}

// CHAIR-2
/** The operator asks the chair's device, once for each thing. */
export function decideAskChair(state: EventState): Decision {
  const { result } = state;
  if (!chairOf(state)) return refuse('chair-missing');
  const about = chairsMatter(state);
  if (result.kind !== 'counted' || about === null)
    return refusalOfRelease(state) ?? refuse('chair-not-needed');
  if (result.chairAsked?.about === about) return refuse('chair-asked');
  return happen({ kind: 'ChairAsked', count: result.count, about });
}
