import { unreachable } from '../../kernel/unreachable.ts';
import type { Command, Envelope, ProposedAct } from '../command.ts';
import { contestOf } from '../contest-of.ts';
import { calculator } from '../scoring/rules/calculate.ts';
import { movedUnder, withoutTrims } from '../scoring/rules/what-if.ts';
import { withoutGroup } from '../scoring/rules/without-group.ts';
import type { EventState } from '../state.ts';
import type { Act, Proposal, WhatIf, WhatIfAnswer } from '../two-person-act.ts';
import { refusalOfClose } from './close-decisions.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { isMonitor } from './monitor-decisions.ts';
import { decideReopen, decideTakeBack, decideVoid, needsSecond } from './round-decisions.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** What the act would do now, or why it may not be done. */
function effectOf(act: ProposedAct | Act, reason: string, state: EventState, proposal: number): Decision {
  switch (act.kind) {
    case 'reopen':
      return decideReopen({ kind: 'ReopenRound', round: act.round, reason }, state, proposal);
    case 'void':
      return decideVoid({ ...act, kind: 'VoidRound', reason }, state, proposal);
    case 'take-back':
      return decideTakeBack({ kind: 'TakeBackCount', reason }, state, proposal);
    case 'what-if': {
      const question = questionOf(act.question, state);
      if (!question) return refuse('unknown-group', 'act.question.group');
      if (state.result.kind === 'none') return refuse('result-not-counted');
      return happen({ kind: 'WhatIfAnswered', ...whatIf(question, state, proposal) });
    }
    // EVENT-8
    case 'close':
      return refusalOfClose(state) ?? happen({ kind: 'EventClosed', proposal });
    default:
      return unreachable(act);
  }
}

function questionOf(
  question: Extract<ProposedAct, { kind: 'what-if' }>['question'],
  { definition }: EventState,
): WhatIf | null {
  if (question.kind === 'without-trim') return question;
  const group = definition.groups.find(({ id }) => id === question.group);
  return group && withoutGroup(definition.scheme, group.id) ? { ...question, group: group.id } : null;
}

// RESULT-11
function whatIf(question: WhatIf, state: EventState, proposal: number): WhatIfAnswer {
  const { scheme } = state.definition;
  const contest = contestOf(state);
  const other =
    question.kind === 'without-trim' ? withoutTrims(scheme) : withoutGroup(scheme, question.group);
  if (!other) throw new Error('nothing would be left to count');
  const text = (place: string | null) => place?.replace(/\/1$/, '') ?? null;
  const moved = movedUnder(other, contest, calculator(scheme)(contest)).flatMap(
    ({ unit, place, otherwise }) => {
      const known = state.definition.units.find(({ id }) => id === unit);
      return known ? [{ unit: known.id, place: text(place), otherwise: text(otherwise) }] : [];
    },
  );
  return { proposal, question, moved };
}

/** The act with the ids that it was found to mean. */
function knownAct(act: ProposedAct, state: EventState): Act | null {
  switch (act.kind) {
    case 'reopen': {
      const round = state.rounds[act.round];
      return round ? { ...act, round: round.id } : null;
    }
    case 'void': {
      const round = state.rounds[act.round];
      const toUnit = state.definition.units.find(({ id }) => id === act.toUnit)?.id ?? null;
      return round ? { ...act, round: round.id, toUnit } : null;
    }
    case 'take-back':
      return act;
    case 'what-if': {
      const question = questionOf(act.question, state);
      return question && { ...act, question };
    }
    default:
      return unreachable(act);
  }
}

// RESULT-9, RESULT-11
/**
 * The operator asks. Where the rules require no monitor, a round is opened again or voided by a second press instead;
 * a question is put to the monitor wherever one is admitted, and else answered at once.
 */
export function decidePropose({ act, reason }: Of<'ProposeAct'>, state: EventState): Decision {
  const { isMonitorRequired } = state.definition.scheme;
  if (act.kind !== 'what-if' && !needsSecond(state)) return refuse('no-second-needed');
  if (act.kind !== 'what-if' && !isMonitorRequired) return refuse('second-press-needed', 'act');
  const proposal = state.proposalCount + 1;
  const effect = effectOf(act, reason, state, proposal);
  if (!effect.ok) return effect;
  const known = knownAct(act, state);
  if (!known) return refuse('unknown-round', 'act.round');
  const proposed = { kind: 'ActProposed', proposal, act: known, reason } as const;
  const isMonitorThere = state.screens.some(({ role }) => role === 'monitor');
  if (isMonitorRequired || (act.kind === 'what-if' && isMonitorThere)) return happen(proposed);
  const seconded = { kind: 'ActSeconded', proposal, screen: null, signed: '', signature: '' } as const;
  return happen(proposed, seconded, ...effect.value);
}

function openProposal(state: EventState, id: number): Proposal | null {
  return state.proposals.find((proposal) => proposal.id === id) ?? null;
}

// RESULT-9
/** The second device's signature has been checked before this. What it lets happen follows at once. */
export function decideSecond(command: Of<'SecondAct'>, state: EventState, { by }: Envelope): Decision {
  if (by.role !== 'monitor' || !isMonitor(state, by.screen)) return refuse('unknown-screen');
  const proposal = openProposal(state, command.proposal);
  if (!proposal) return refuse('unknown-proposal', 'proposal');
  const effect = effectOf(proposal.act, proposal.reason, state, proposal.id);
  if (!effect.ok) return effect;
  const { signed, signature } = command;
  return happen(
    { kind: 'ActSeconded', proposal: proposal.id, screen: by.screen, signed, signature },
    ...effect.value,
  );
}

/** The operator takes the request back. */
export function decideDrop(command: Of<'DropAct'>, state: EventState): Decision {
  const proposal = openProposal(state, command.proposal);
  if (!proposal) return refuse('unknown-proposal', 'proposal');
  return happen({ kind: 'ActDropped', proposal: proposal.id, by: 'operator' });
}

// RESULT-15
/** The signature has been checked before this. It stands over exactly this act and its reason. */
export function decideDecline(command: Of<'DeclineAct'>, state: EventState, { by }: Envelope): Decision {
  if (by.role !== 'monitor' || !isMonitor(state, by.screen)) return refuse('unknown-screen');
  const proposal = openProposal(state, command.proposal);
  if (!proposal) return refuse('unknown-proposal', 'proposal');
  const { signed, signature } = command;
  const { screen } = by;
  return happen({ kind: 'ActDropped', proposal: proposal.id, by: 'monitor', screen, signed, signature });
}
