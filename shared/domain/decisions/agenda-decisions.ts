import type { Command } from '../command.ts';
import type { Step } from '../event-definition.ts';
import type { DomainEvent } from '../events.ts';
import { stepAfter, stepOf } from '../stage.ts';
import { currentRound, type EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';
import { roundOpenedFor } from './round-decisions.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

function enter(state: EventState, step: Step, background: readonly Step[], by: 'next' | 'jump'): Decision {
  // AGENDA-6
  if (step.result === 'releases' && state.result.kind === 'none') return refuse('result-not-counted');
  const opened = step.round === 'opens' ? roundOpenedFor(state, step.unit) : null;
  // ROUND-3
  const open = Object.values(state.rounds).find(
    (round) => round.state === 'open' && round.unit !== step.unit,
  );
  if (opened && open) return refuse('another-round-open', '', { unit: open.unit });
  const entered: DomainEvent = {
    kind: 'StepEntered',
    step: step.id,
    background: background.map((passed) => passed.id),
    by,
    opens: opened?.round ?? null,
  };
  return opened ? happen(entered, opened) : happen(entered);
}

export function decideNextStep(command: Of<'NextStep'>, state: EventState): Decision {
  // AGENDA-4: a second press that was meant for the step before must not skip one.
  if (command.from !== state.stage.step) return refuse('step-already-left', 'from');
  if (state.gap) return refuse('clock-gap-open');
  const current = stepOf(state.definition, state.stage.step);
  // AGENDA-5
  if (current?.round === 'locks' && currentRound(state, current.unit)?.state === 'open')
    return refuse('round-not-locked');
  // AGENDA-7
  if (current?.result === 'releases' && !isFullyRevealed(state)) return refuse('result-not-released');
  const next = stepAfter(state.definition, state.stage.step);
  if (!next) return refuse('agenda-ended');
  return enter(state, next.step, next.background, 'next');
}

function isFullyRevealed(state: EventState): boolean {
  if (state.result.kind !== 'released') return false;
  return state.result.revealed === state.result.figures.units.filter((unit) => unit.rank !== null).length;
}

// AGENDA-8
export function decideJump(command: Of<'JumpTo'>, state: EventState): Decision {
  const step = state.definition.agenda.find((candidate) => candidate.id === command.step);
  if (!step) return refuse('unknown-step', 'step');
  if (step.isBackground) return refuse('step-is-background', 'step');
  if (state.gap) return refuse('clock-gap-open');
  return enter(state, step, [], 'jump');
}

// UNDO-1, UNDO-2, UNDO-3
export function decideUndo(command: Of<'Undo'>, state: EventState): Decision {
  const last = state.undo.at(-1);
  if (!last) return refuse('nothing-to-undo');
  if (last.entry !== command.entry) return refuse('undo-moved-on', 'entry');
  const opened = last.opened === null ? undefined : state.rounds[last.opened];
  if (!opened) return happen({ kind: 'StageUndone', entry: last.entry });
  if (Object.keys(opened.ballots).length > 0 || opened.decisions.length > 0)
    return refuse('undo-round-has-ballots');
  if (opened.state !== 'open' || opened.opening > 1) return refuse('undo-round-locked');
  return happen(
    { kind: 'StageUndone', entry: last.entry },
    { kind: 'RoundVoided', round: opened.id, reason: 'undone' },
  );
}

// UNDO-4
export function decideRedo(command: Of<'Redo'>, state: EventState): Decision {
  const last = state.redo.at(-1);
  if (!last) return refuse('nothing-to-redo');
  if (last.entry !== command.entry) return refuse('undo-moved-on', 'entry');
  const opened =
    last.opened === null
      ? null
      : roundOpenedFor(state, stepOf(state.definition, last.before.step)?.unit ?? null);
  const redone: DomainEvent = { kind: 'StageRedone', entry: last.entry, opens: opened?.round ?? null };
  return opened ? happen(redone, opened) : happen(redone);
}
