import type { Result } from '../../kernel/result.ts';
import { attemptKey, attemptLists, attemptsOf } from '../attempts.ts';
import type { Command } from '../command.ts';
import { ballotsLacking, contestOf, isMeasured, isUnscored } from '../contest-of.ts';
import type { ChairsConsent } from '../events.ts';
import { countOf } from '../evolutions/result-evolution.ts';
import { rankedUnits, revealedWithDivision } from '../reveal-order.ts';
import { aboutRound, awaitedPaper, type Round } from '../round.ts';
import { attemptMeasuresAsked } from '../scoring/beside-ballots.ts';
import type { Figures } from '../scoring/figures.ts';
import { figuresOf, hasFewerThan, type ResultWaits } from '../scoring/figures-of.ts';
import { isEachCalled, takesBallots } from '../scoring/live-ballot.ts';
import { calculator } from '../scoring/rules/calculate.ts';
import type { ScoringScheme } from '../scoring/rules/scoring-scheme.ts';
import { stepOf } from '../stage.ts';
import { chairOf, type EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { openRoundOf } from './round-decisions.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

export function decideCount(command: Of<'CountRounds'>, state: EventState): Decision {
  // RESULT-1
  if (state.result.kind !== 'none') return refuse('already-counted');
  const { units } = state.definition;
  const open = openRoundOf(state);
  if (open) return refuse('rounds-open', '', aboutRound(open));
  // RESULT-2
  const known: readonly string[] = units.map((unit) => unit.id);
  const stranger = command.notCalled.findIndex((id) => !known.includes(id));
  if (stranger >= 0) return refuse('unknown-unit', `notCalled.${stranger}`);
  const standing = state.roundOrder.flatMap((id) => {
    const round = state.rounds[id];
    return round && round.state !== 'voided' ? [round] : [];
  });
  const called = command.notCalled.findIndex((id) =>
    standing.some((round) => round.unit === id || (round.unit === null && isNowhereElse(state, round, id))),
  );
  if (called >= 0) return refuse('unit-has-round', `notCalled.${called}`);
  const hasExited = (id: string) => state.exits.some(({ unit }) => unit === id);
  const silent = units.filter(
    ({ id }) => ballotsLacking(state, id).length > 0 && !command.notCalled.includes(id) && !hasExited(id),
  );
  if (silent.length > 0) return refuse('units-without-round', 'notCalled', { count: silent.length });
  // BESIDE-5
  if (takesBallots(state.definition.scheme)) {
    if (standing.length === 0) return refuse('nothing-to-count');
  } else {
    const measured = command.notCalled.findIndex((id) => isMeasured(state, id));
    if (measured >= 0) return refuse('unit-measured', `notCalled.${measured}`);
  }
  // ROUND-10; ROUND-15: nobody waits for paper that would count nothing.
  const awaiting = standing.find(
    (round) => awaitedPaper(round).length > 0 && !round.units.every((id) => hasExited(id)),
  );
  if (awaiting)
    return refuse('paper-awaited', '', { ...aboutRound(awaiting), count: awaitedPaper(awaiting).length });
  // RESULT-3
  const { notCalled } = command;
  const unscored = units.filter(({ id }) => isUnscored(state, id, notCalled)).map(({ id }) => id);
  const isOut = (id: string) =>
    unscored.some((unit) => unit === id) || hasExited(id) || notCalled.includes(id);
  if (units.every(({ id }) => isOut(id))) return refuse('nothing-to-count');
  const counted = { ...state, notCalled: units.map(({ id }) => id).filter((id) => notCalled.includes(id)) };
  const figures = figuresUnder(state.definition.scheme, state.schemeHash, counted, unscored);
  if (!figures.ok) return refuseWaiting(state, figures.error);
  return happen({
    kind: 'RoundsCounted',
    rounds: standing.map((round) => round.id),
    notCalled: counted.notCalled,
    figures: figures.value,
    formerly: formerFigures(counted, unscored),
  });
}

/** Whether no ballot is cast on units one by one, so that standing on the paper of all is being called. */
function isNowhereElse({ definition }: EventState, round: Round, id: string): boolean {
  return !isEachCalled(definition.scheme) && round.units.some((unit) => unit === id);
}

function figuresUnder(
  scheme: ScoringScheme,
  schemeHash: string,
  state: EventState,
  unscored: readonly string[],
): Result<Figures, ResultWaits> {
  return figuresOf(calculator(scheme)(contestOf(state)), schemeHash, unscored);
}

// SCHEME-3
/** What the rules before the last change would give; null without a change, or where they would give nothing. */
function formerFigures(state: EventState, unscored: readonly string[]): Figures | null {
  const before = state.schemes.at(-2);
  if (!before) return null;
  const figures = figuresUnder(before.scheme, before.hash, state, unscored);
  return figures.ok ? figures.value : null;
}

// SCORE-4
/** A group without a ballot is named as such; `of` else is a seat, a group below its quorum, a number or a node. */
function refuseWaiting(state: EventState, { unit, of }: ResultWaits): Decision {
  const [, group] = /^[^.]+\.(.+)$/.exec(of) ?? [];
  return group === undefined
    ? refuse('result-waits', '', { unit, of, ...attemptWaitedFor(state, unit, of) })
    : refuse('group-empty', '', { unit, group });
}

// ATTEMPT-2
/** The first attempt of the unit whose number isn't there or isn't confirmed, as `list` and `attempt`. */
function attemptWaitedFor(
  { definition, attemptMeasures }: EventState,
  unit: string,
  measure: string,
): { readonly list: string; readonly attempt: string } | null {
  const isAsked = (each: { readonly id: string }) => each.id === measure;
  for (const list of attemptLists(definition.scheme)) {
    if (!attemptMeasuresAsked(definition.scheme, list).some(isAsked)) continue;
    const lacking = attemptsOf(definition, list).find(({ id }) => {
      const value = attemptMeasures[unit]?.[attemptKey({ list, id })]?.[measure];
      return value === undefined || (typeof value !== 'string' && value.kind === 'unconfirmed');
    });
    if (lacking) return { list, attempt: lacking.id };
  }
  return null;
}

/** Why nobody can release the result now; null where only the chair's word is missing. */
export function refusalOfRelease(state: EventState): Decision | null {
  const { result } = state;
  if (result.kind === 'none') return refuse('result-not-counted');
  if (result.kind === 'released') return refuse('already-released');
  // RESULT-4
  if (stepOf(state.definition, state.stage.step)?.result !== 'releases') return refuse('not-a-release-step');
  // RESULT-8
  if (result.objection && result.objection.overridden === null) return refuse('objection-open');
  // RESULT-7: an overridden objection stands in for the signature that it refused.
  if (state.definition.scheme.isMonitorRequired && !result.coSigned && !result.objection)
    return refuse('not-co-signed');
  return null;
}

/** The release of the count that stands, by whoever the rules let release it. */
export function releaseWith(
  consent: ChairsConsent,
  { reveal, isFewerThanThreeAccepted }: Pick<Of<'ReleaseResult'>, 'reveal' | 'isFewerThanThreeAccepted'>,
  state: EventState,
): Decision {
  const refused = refusalOfRelease(state);
  if (refused) return refused;
  const { figures } = countOf(state);
  // RESULT-5
  if (hasFewerThan(figures, state.definition.scheme.publish.fromBallots) && !isFewerThanThreeAccepted)
    return refuse('fewer-than-three');
  // RESULT-6
  return happen({ kind: 'ResultReleased', figures, reveal, ...consent });
}

export function decideRelease(command: Of<'ReleaseResult'>, state: EventState): Decision {
  // CHAIR-2
  if (state.result.kind === 'counted' && chairOf(state)) return refuse('chair-releases');
  return releaseWith({ consent: 'chair-by-operator' }, command, state);
}

function placesOf(state: EventState): number {
  return state.result.kind === 'none' ? 0 : rankedUnits(state.result.figures).length;
}

// REVEAL-1, REVEAL-3
export function decideRevealStep(revealed: number, direction: 1 | -1, state: EventState): Decision {
  const { result } = state;
  if (result.kind !== 'released') return refuse('result-not-released');
  // REVEAL-2: a second press that was meant for the row before must not show two.
  if (revealed !== result.revealed) return refuse('reveal-moved-on', 'revealed');
  const next = revealed + direction;
  if (next > placesOf(state)) return refuse('reveal-complete');
  if (next < 0) return refuse('reveal-at-start');
  return happen({ kind: direction === 1 ? 'RevealStepTaken' : 'RevealStepReturned', revealed: next });
}

// REVEAL-4
export function decideRevealAll(revealed: number, state: EventState): Decision {
  const { result } = state;
  if (result.kind !== 'released') return refuse('result-not-released');
  // REVEAL-2: what was asked for one division must not show the next one.
  if (revealed !== result.revealed) return refuse('reveal-moved-on', 'revealed');
  return result.revealed === placesOf(state)
    ? refuse('reveal-complete')
    : happen({
        kind: 'RevealStepTaken',
        revealed: revealedWithDivision(result.figures, result.revealed),
      });
}
