import { createStore, type StoreApi } from 'zustand/vanilla';
import { hasEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import type { Draft } from './draft.ts';
import { changeForm, type FormAction, type FormState, opened } from './form-state.ts';
import { keep, readKept } from './kept-draft.ts';
import { type KeptOrder, keepOrder, noOrder, readKeptOrder } from './kept-order.ts';

export type FormStore = StoreApi<
  FormState & {
    /** A draft that stands elsewhere too and needs no keeping: what is in force. */
    readonly settled: Draft;
    /** What was found again after a reload, until it is changed; null otherwise. */
    readonly restored: { readonly at: number; readonly draft: Draft } | null;
    /** Who decided the change and why, while that is being written. */
    readonly order: KeptOrder;
    readonly writeOrder: (order: KeptOrder) => void;
    readonly dispatch: (action: FormAction) => void;
    /** Looks for what was being written for the event, and keeps it from now on. */
    readonly keepFor: (eventId: string) => void;
    /** What is in force: it stands in the form unless something is being written there. */
    readonly settle: (draft: Draft) => void;
    /** What is in the form has been taken into the event. */
    readonly taken: () => void;
  }
>;

const isBeingWritten = ({ draft, settled, edits, file }: ReturnType<FormStore['getState']>): boolean =>
  draft !== settled || hasEdits(edits) || file !== null;

/** What is being written, outlasting the drawer and the page; `first` is what stands there before anything is. */
export function createFormStore(first: Draft, storage: () => Storage, wallClock: () => number): FormStore {
  let keptFor: string | null = null;
  const store: FormStore = createStore((set, get) => ({
    ...opened(first),
    settled: first,
    restored: null,
    order: noOrder,
    writeOrder: (order) => set({ order }),
    dispatch: (action) => set((state) => changeForm(state, action)),
    keepFor: (eventId) => {
      const kept = keptFor === null && !isBeingWritten(get()) ? readKept(storage, eventId) : null;
      if (kept) {
        const { at, ...written } = kept;
        set({ ...opened(kept.draft), ...written, restored: { at, draft: kept.draft } });
      }
      if (keptFor === null && get().order === noOrder) set({ order: readKeptOrder(storage, eventId) });
      keptFor = eventId;
    },
    settle: (draft) =>
      set((state) => ({
        ...(isBeingWritten(state) ? state : changeForm(state, { kind: 'open', draft })),
        settled: draft,
      })),
    taken: () => set(({ draft }) => ({ ...opened(draft), settled: draft, restored: null, order: noOrder })),
  }));
  store.subscribe((state, before) => {
    if (keptFor !== null && state.order !== before.order) keepOrder(storage, keptFor, state.order);
    const { draft, start, edits, file } = state;
    const parts = ['draft', 'start', 'edits', 'file'] as const;
    const isWritten = isBeingWritten(state);
    // What only came into force beside it leaves the time of the last change alone.
    const isSame = isWritten && parts.every((part) => state[part] === before[part]);
    if (keptFor === null || isSame) return;
    keep(storage, keptFor, isWritten ? { at: wallClock(), draft, start, edits, file } : null);
  });
  return store;
}
