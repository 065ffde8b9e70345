import type { UnitId } from '../../kernel/brand.ts';
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts';
import { agendaProblems } from '../agenda-checks.ts';
import type { Command } from '../command.ts';
import { attemptProblems, stageProblems } from '../definition-checks.ts';
import { absenceOf } from '../presence.ts';
import { areRulesFixed } from '../rules-fixed.ts';
import { mayDecideTies, pointsNodes } from '../scoring/beside-ballots.ts';
import { castsSecretBallot, hasSecretBallot, notLive } from '../scoring/live-ballot.ts';
import type { ScoringScheme } from '../scoring/rules/scoring-scheme.ts';
import { type EventState, unitOf } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

function sameText(a: unknown, b: unknown): boolean {
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}

/** Every group of the panel counts somewhere or is named as one that doesn't, and none is named that isn't there. */
function hasTheseGroups({ groups }: ScoringScheme, state: EventState): boolean {
  const panel: readonly string[] = state.definition.groups.map(({ id }) => id);
  return (
    groups.every(({ id }) => panel.includes(id)) &&
    (groups.length === 0 || panel.every((id) => groups.some((group) => group.id === id)))
  );
}

function unitsOf({ definition }: EventState, ids: readonly string[]): readonly UnitId[] {
  return ids.flatMap((id) => unitOf(definition, id)?.id ?? []);
}

// SCHEME-2
/** A checked scheme takes the place of the present one. Once a round was opened it is a new version of the rules. */
export function decideChangeScheme(
  { scheme, schemeHash, orderedBy, reason }: Extract<Command, { kind: 'ChangeScheme' }>,
  state: EventState,
): Decision {
  const gap = notLive(scheme)[0];
  if (gap) return refuse('scheme-not-live', `scheme.${gap.path}`);
  if (!hasTheseGroups(scheme, state)) return refuse('scheme-other-groups', 'scheme.groups');
  if (schemeHash === state.schemeHash) return refuse('scheme-same', 'scheme');
  if (state.result.kind !== 'none') return refuse('already-counted');
  // BESIDE-2: points that the jury gave would count nothing, and nobody would have said so.
  const places = pointsNodes(scheme);
  if (state.adjustments.some(({ node }) => !places.some(({ id }) => id === node)))
    return refuse('unknown-node', 'scheme.nodes');
  // STAGE-1: a number that was carried over would count nothing.
  if (stageProblems({ ...state.definition, scheme }).length > 0)
    return refuse('unknown-measure', 'scheme.nodes');
  // ATTEMPT-1
  if (attemptProblems({ ...state.definition, scheme }).length > 0)
    return refuse('scheme-other-attempts', 'scheme.nodes');
  // The agenda was made for the ballots of the scheme before.
  if (agendaProblems({ ...state.definition, scheme }).length > 0)
    return refuse('scheme-other-agenda', 'scheme.ballots');
  // SECRET-1: whose card a recusal is of would be known.
  if (state.recusals.length > 0 && hasSecretBallot(scheme))
    return refuse('scheme-recusals', 'scheme.ballots');
  // AWAY-5
  const away = state.definition.seats.filter(({ id }) => absenceOf(state, id));
  if (away.some(({ group }) => castsSecretBallot(scheme, group)))
    return refuse('scheme-absences', 'scheme.ballots');
  // SCHEME-3
  const isFixed = areRulesFixed(state);
  if (isFixed && !sameText(scheme.ballots, state.definition.scheme.ballots))
    return refuse('scheme-ballot-fixed', 'scheme.ballots');
  // RESULT-7: else new rules could release what no monitor has signed.
  if (isFixed && state.definition.scheme.isMonitorRequired && !scheme.isMonitorRequired)
    return refuse('scheme-monitor-fixed', 'scheme.isMonitorRequired');
  if (isFixed && orderedBy.trim() === '') return refuse('reason-missing', 'orderedBy');
  if (isFixed && reason.trim() === '') return refuse('reason-missing', 'reason');
  // BESIDE-3: nothing could take the jury's order back under rules that know of none, and it would wait there unseen.
  const dropped = mayDecideTies(scheme) ? [] : state.tieDecisions;
  return happen(
    { kind: 'SchemeChanged', scheme, schemeHash, orderedBy, reason },
    ...dropped.map(({ units }) => ({ kind: 'TieDropped', units: unitsOf(state, units) }) as const),
  );
}
