import { actHash } from '../domain/act-hash.ts';
import { type EventState, seatOf, unitOf } from '../domain/state.ts';
import type { Act, WhatIf } from '../domain/two-person-act.ts';
import { type LocalText, localText, sameText } from '../kernel/language.ts';
import { groupName } from './build-common.ts';
import type {
  ChangeView,
  ExitView,
  LookView,
  ObjectionView,
  ProposalView,
  WhatIfAnswerView,
  WhatIfView,
} from './monitor-view.ts';

function unitName(state: EventState, unit: string | null): LocalText | null {
  if (unit === null) return null;
  return unitOf(state.definition, unit)?.name ?? sameText(unit);
}

/** Seats by their numbers, as people know them. */
export function seatNumbers(state: EventState, seats: readonly string[]): readonly number[] {
  return seats.map((seat) => seatOf(state, seat)?.number ?? 0);
}

function deviceName(state: EventState, screen: string | null): string | null {
  if (screen === null) return null;
  return state.screens.find(({ id }) => id === screen)?.name ?? screen;
}

/** The changelog, the latest last: what happened to the vote besides voting. */
export function changeViews(state: EventState): readonly ChangeView[] {
  return state.changes.map(({ n, wall, what, unit, seats, reason, seconded }) => ({
    n,
    wall,
    what,
    unit: unitName(state, unit),
    seats: seatNumbers(state, seats),
    reason,
    seconded: deviceName(state, seconded),
  }));
}

/** Who looked at a result before its release, or at a unit's marks. */
export function lookViews(state: EventState): readonly LookView[] {
  return state.looks.map(({ n, wall, by, what, unit }) => ({
    n,
    wall,
    by,
    what,
    unit: unitName(state, unit),
  }));
}

export function exitViews(state: EventState): readonly ExitView[] {
  return state.exits.map(({ unit, why, reason }) => ({
    id: unit,
    unit: unitName(state, unit) ?? sameText(unit),
    why,
    reason,
  }));
}

function questionView(state: EventState, question: WhatIf): WhatIfView {
  return question.kind === 'without-trim'
    ? question
    : { kind: question.kind, group: groupName(state.definition, question.group) };
}

/** What a round on all units is about. */
const allUnits = localText('全部单位', '全部單位', 'All units');

function actView(state: EventState, act: Act): ProposalView['act'] {
  if (act.kind === 'what-if') return { kind: act.kind, question: questionView(state, act.question) };
  if (act.kind === 'take-back') return act;
  const unit = unitName(state, state.rounds[act.round]?.unit ?? null) ?? allUnits;
  if (act.kind === 'reopen') return { kind: act.kind, unit };
  return { kind: act.kind, unit, why: act.why, toUnit: unitName(state, act.toUnit) };
}

export function proposalViews(state: EventState): readonly ProposalView[] {
  return state.proposals.map(({ id, act, reason }) => ({
    id,
    reason,
    actHash: actHash(act),
    act: actView(state, act),
  }));
}

export function whatIfViews(state: EventState): readonly WhatIfAnswerView[] {
  return state.whatIfs.map(({ proposal, question, moved }) => ({
    proposal,
    question: questionView(state, question),
    moved: moved.map(({ unit, place, otherwise }) => ({
      unit: unitName(state, unit) ?? sameText(unit),
      place,
      otherwise,
    })),
  }));
}

export function objectionView({ result }: EventState): ObjectionView | null {
  if (result.kind === 'none' || !result.objection) return null;
  const { reason, overridden } = result.objection;
  return { reason, overridden };
}
