import { unreachable } from '../../shared/kernel/unreachable.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView, NextAction } from '../../shared/views/console-view.ts';

export type RevealChoice = 'step' | 'all';

/**
 * How the big button is pressed: `press` acts at once, `confirm` needs a second press with Enter
 * (a lock, a release, the end), `held` and `ended` don't act.
 */
export function pressOf(next: NextAction): 'press' | 'confirm' | 'held' | 'ended' {
  switch (next.kind) {
    case 'start':
    case 'step':
    case 'reveal':
    case 'ask-chair':
      return 'press';
    case 'lock':
    case 'release':
    case 'close':
      return 'confirm';
    case 'held':
    case 'ended':
      return next.kind;
    default:
      return unreachable(next);
  }
}

/** The command behind the big button; null while it doesn't act. It names what it starts from, so a double press can't skip. */
export function nextOrder(
  next: NextAction,
  view: Pick<ConsoleView, 'stage' | 'result'>,
  choice: RevealChoice,
): OperatorCommand | null {
  switch (next.kind) {
    case 'start':
    case 'step':
      return { kind: 'NextStep', from: view.stage.step };
    case 'reveal':
      return { kind: 'TakeRevealStep', revealed: view.result?.revealed ?? 0 };
    case 'lock':
      return { kind: 'LockRound', round: next.round };
    case 'release':
      return { kind: 'ReleaseResult', reveal: choice, isFewerThanThreeAccepted: next.isFewerThanThree };
    case 'ask-chair':
      return { kind: 'AskChair' };
    case 'close':
      return { kind: 'CloseEvent' };
    case 'held':
    case 'ended':
      return null;
    default:
      return unreachable(next);
  }
}

/** Changes whenever the button would do something else: an armed press doesn't outlive what it was for. */
export function nextIdentity(next: NextAction, view: Pick<ConsoleView, 'stage' | 'result'>): string {
  const about =
    next.kind === 'lock' ? next.round : next.kind === 'reveal' ? String(view.result?.revealed) : '';
  return `${next.kind} ${view.stage.step ?? ''} ${about}`;
}
