import type { BellPlan } from '../domain/event-definition.ts';
import { unreachable } from '../kernel/unreachable.ts';

/** When a plan rings, in ms of remaining time; negative is overtime. Customary defaults, not an official rule. */
export function bellsAtMs(plan: BellPlan | null): readonly number[] {
  switch (plan) {
    case null:
      return [];
    case 'speech':
      return [60_000, 0, -30_000];
    case 'answer':
      return [15_000, 0];
    case 'ballot':
      return [10_000, 0];
    default:
      return unreachable(plan);
  }
}
