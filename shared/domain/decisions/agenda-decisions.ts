import { err, ok, type Result } from '../../kernel/result.ts';
import type { Command } from '../command.ts';
import type { Step } from '../event-definition.ts';
import type { DomainEvent } from '../events.ts';
import { atLockStep, roundInTheWay } from '../kept-open.ts';
import { type Rejection, rejection } from '../rejection.ts';
import { rankedUnits } from '../reveal-order.ts';
import { aboutRound, hasBallots, hasDecisions } from '../round.ts';
import { meantBy, openingOf } from '../round-opening.ts';
import { stepAfter, stepOf } from '../stage.ts';
import type { EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

type RoundOpened = Extract<DomainEvent, { kind: 'RoundOpened' }>;

/** The round that opens with `step`, null if none does, or why the step can't be entered. */
function opening(state: EventState, step: Step): Result<RoundOpened | null, Rejection> {
  // AGENDA-6
  if (step.result === 'releases' && state.result.kind === 'none') return err(rejection('result-not-counted'));
  // ROUND-15
  const hasLeft = state.exits.some(({ unit }) => unit === step.unit);
  if (step.round !== 'opens' || hasLeft) return ok(null);
  const meant = openingOf(state, meantBy(step));
  if (!meant.ok || !meant.value) return meant;
  // ROUND-8
  if (state.result.kind !== 'none') return err(rejection('already-counted'));
  // ROUND-3
  const open = roundInTheWay(state, meant.value);
  return open ? err(rejection('another-round-open', '', aboutRound(open))) : meant;
}

/** Why Next may not leave the step on stage; null if it may. */
function reasonToStay(state: EventState): Rejection | null {
  const current = stepOf(state.definition, state.stage.step);
  // AGENDA-5
  if (current && atLockStep(state, current).locks.length > 0) return rejection('round-not-locked');
  // AGENDA-7
  if (current?.result === 'releases' && !isFullyRevealed(state)) return rejection('result-not-released');
  return null;
}

function isFullyRevealed(state: EventState): boolean {
  if (state.result.kind !== 'released') return false;
  return state.result.revealed === rankedUnits(state.result.figures).length;
}

function enter(state: EventState, step: Step, background: readonly Step[], by: 'next' | 'jump'): Decision {
  const opened = opening(state, step);
  if (!opened.ok) return opened;
  const entered: DomainEvent = {
    kind: 'StepEntered',
    step: step.id,
    background: background.map((passed) => passed.id),
    by,
    opens: opened.value?.round ?? null,
  };
  return opened.value ? happen(entered, opened.value) : happen(entered);
}

export function decideNextStep(command: Of<'NextStep'>, state: EventState): Decision {
  // AGENDA-4: a second press that was meant for the step before must not skip one.
  if (command.from !== state.stage.step) return refuse('step-already-left', 'from');
  // TIME-7
  if (state.gap) return refuse('clock-gap-open');
  const stay = reasonToStay(state);
  if (stay) return err(stay);
  const next = stepAfter(state.definition, state.stage.step);
  if (!next) return refuse('agenda-ended');
  return enter(state, next.step, next.background, 'next');
}

// AGENDA-8
export function decideJump(command: Of<'JumpTo'>, state: EventState): Decision {
  const step = state.definition.agenda.find((candidate) => candidate.id === command.step);
  if (!step) return refuse('unknown-step', 'step');
  if (step.isBackground) return refuse('step-is-background', 'step');
  // TIME-7
  if (state.gap) return refuse('clock-gap-open');
  return enter(state, step, [], 'jump');
}

export function decideUndo(command: Of<'Undo'>, state: EventState): Decision {
  const last = state.undo.at(-1);
  if (!last) return refuse('nothing-to-undo');
  // UNDO-6
  if (last.entry !== command.entry) return refuse('undo-moved-on', 'entry');
  const opened = last.opened === null ? undefined : state.rounds[last.opened];
  if (!opened) return happen({ kind: 'StageUndone', entry: last.entry });
  // UNDO-2
  if (hasBallots(opened) || hasDecisions(opened)) return refuse('undo-round-has-ballots');
  if (opened.state !== 'open' || opened.opening > 1) return refuse('undo-round-locked');
  return happen(
    { kind: 'StageUndone', entry: last.entry },
    {
      kind: 'RoundVoided',
      round: opened.id,
      why: 'undone',
      toUnit: null,
      reason: '',
      proposal: null,
    },
  );
}

// UNDO-4
export function decideRedo(command: Of<'Redo'>, state: EventState): Decision {
  const last = state.redo.at(-1);
  if (!last) return refuse('nothing-to-redo');
  // UNDO-6
  if (last.entry !== command.entry) return refuse('undo-moved-on', 'entry');
  if (last.action !== 'step' && last.action !== 'jump') return redone(last.entry, null);
  // UNDO-5: what came between the undo and the redo may have shut the way.
  const stay = last.action === 'step' ? reasonToStay(state) : null;
  if (stay) return err(stay);
  const step = stepOf(state.definition, last.before.step);
  const opened = step ? opening(state, step) : ok(null);
  return opened.ok ? redone(last.entry, opened.value) : opened;
}

function redone(
  entry: Extract<DomainEvent, { kind: 'StageRedone' }>['entry'],
  opened: RoundOpened | null,
): Decision {
  const event: DomainEvent = { kind: 'StageRedone', entry, opens: opened?.round ?? null };
  return opened ? happen(event, opened) : happen(event);
}
