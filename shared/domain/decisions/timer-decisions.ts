import type { Command } from '../command.ts';
import { stepOf } from '../stage.ts';
import type { EventState } from '../state.ts';
import { type Decision, happen, refuse } from './decision.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

// TIMER-6
export function decidePause(state: EventState): Decision {
  const { timer } = state.stage;
  if (timer.kind === 'none') return refuse('no-timer');
  return timer.clock.kind === 'running' ? happen({ kind: 'TimerPaused' }) : refuse('timer-not-running');
}

// TIMER-6
export function decideResume(state: EventState): Decision {
  const { timer } = state.stage;
  if (timer.kind === 'none') return refuse('no-timer');
  // TIME-7
  if (state.gap) return refuse('clock-gap-open');
  return timer.clock.kind === 'paused' ? happen({ kind: 'TimerResumed' }) : refuse('timer-not-paused');
}

// TIMER-4
export function decideAddTime(command: Of<'AddTime'>, state: EventState): Decision {
  const { timer } = state.stage;
  if (timer.kind !== 'down') return refuse('no-timer');
  if (timer.limitMs + command.ms < 0) return refuse('time-below-zero', 'ms');
  return happen({ kind: 'TimeAdded', ms: command.ms });
}

// TIMER-5
export function decideRestart(state: EventState): Decision {
  const step = stepOf(state.definition, state.stage.step);
  // TIME-7
  if (state.gap) return refuse('clock-gap-open');
  return !step || step.timer.kind === 'none' ? refuse('no-timer') : happen({ kind: 'TimerRestarted' });
}

export function decideSettleGap(command: Of<'SettleClockGap'>, state: EventState): Decision {
  return state.gap
    ? happen({ kind: 'ClockGapSettled', isCounted: command.isCounted })
    : refuse('no-clock-gap');
}
