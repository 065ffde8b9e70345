import type { BlockerPart } from './electron-parts.ts';

/** Keeps the displays on while an event is live, and lets them sleep again afterwards. */
export function keepAwake(blocker: BlockerPart): (isLive: boolean) => void {
  let id: number | null = null;
  return (isLive) => {
    if (isLive && id === null) id = blocker.start('prevent-display-sleep');
    else if (!isLive && id !== null) {
      blocker.stop(id);
      id = null;
    }
  };
}
