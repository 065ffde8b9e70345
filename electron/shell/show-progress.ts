import type { SheetWindowPart } from './electron-parts.ts';

/** How far a piece of work has come, for the person before a window. */
export type Progress = {
  /** `done` of `total` steps are done; `said` says so in words. */
  at(done: number, total: number, said: string): void;
  /** The work is over, well or not: the window is as it was before. */
  end(): void;
};

/** No progress bar at the window's icon. */
const none = -1;

/**
 * Progress of work that a window was asked for: in its title, and at its icon where the system draws a bar there. The
 * window may be closed meanwhile; the work goes on.
 */
export function showProgress(
  window: Pick<SheetWindowPart, 'getTitle' | 'setTitle' | 'setProgressBar' | 'isDestroyed'>,
): Progress {
  const titleBefore = window.getTitle();
  const show = (title: string, share: number): void => {
    if (window.isDestroyed()) return;
    window.setTitle(title);
    window.setProgressBar(share);
  };
  return {
    at: (done, total, said) => show(said, total === 0 ? none : done / total),
    end: () => show(titleBefore, none),
  };
}
