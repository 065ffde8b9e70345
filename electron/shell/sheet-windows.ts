import type { ContentsPart, SheetWindowPart } from './electron-parts.ts';

export type SheetWindows = {
  /** Every window's contents are watched: the console's open the print pages. */
  watch(contents: ContentsPart): void;
  /** The window that the system has brought to the front, a sheet's or another. */
  focused(window: Pick<SheetWindowPart, 'id'>): void;
  /** The sheet in front of the operator, or null. */
  inFront(): SheetWindowPart | null;
};

/** Knows which print page the operator is looking at. `changed` is told whenever there is one now, or none any more. */
export function trackSheetWindows(changed: (isThere: boolean) => void): SheetWindows {
  const open = new Map<number, SheetWindowPart>();
  let front: SheetWindowPart | null = null;

  function bring(next: SheetWindowPart | null): void {
    const wasThere = front !== null;
    front = next;
    if (wasThere !== (next !== null)) changed(next !== null);
  }
  function opened(window: SheetWindowPart): void {
    const { id } = window;
    open.set(id, window);
    // It may have taken the focus before it was announced.
    if (window.isFocused()) bring(window);
    window.once('closed', () => {
      open.delete(id);
      if (front === window) bring(null);
    });
  }

  return {
    watch: (contents) => contents.on('did-create-window', opened),
    focused: ({ id }) => bring(open.get(id) ?? null),
    inFront: () => front,
  };
}
