import type { AppPart } from './electron-parts.ts';

/**
 * True if no other instance runs. Otherwise this one hands its arguments over, by which the other comes
 * forward or opens the file, and exits before it has started anything.
 */
export function claimFirstInstance(
  app: Pick<AppPart, 'requestSingleInstanceLock' | 'exit'>,
  argv: readonly string[],
): boolean {
  if (app.requestSingleInstanceLock({ argv })) return true;
  app.exit(0);
  return false;
}
