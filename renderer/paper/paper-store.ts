import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../shared/kernel/language.ts';
import { type SheetKind, type SheetList, sheetKinds, sheetSubjects } from '../../shared/views/sheet-kinds.ts';
import { type Loaded, loadSheet, loadSheetList, type NamedSheet, type NoSheet } from './load-sheet.ts';
import { paperAddress, type SheetWish } from './sheet-address.ts';

export type PaperState = {
  readonly wish: SheetWish;
  readonly language: Language | null;
  readonly list: SheetList | null;
  readonly sheet:
    | { readonly kind: 'loading' }
    | { readonly kind: 'loaded'; readonly value: NamedSheet }
    | NoSheet;
  /** How many pages the sheet takes; null until it is laid out. */
  readonly pages: number | null;
};

export type PaperActions = {
  readonly choose: (change: Partial<SheetWish>) => void;
  /** Fetches anew, in this language. */
  readonly load: (language: Language) => void;
  /** Asks again which documents there are; the one shown stays as it is. */
  readonly refresh: () => void;
  readonly laidOut: (pages: number) => void;
};

export type PaperStore = StoreApi<PaperState & PaperActions>;

/** What the address asks for; a document that doesn't exist is the first that does. */
function wishOf(search: string): SheetWish {
  const asked = new URLSearchParams(search);
  const kind = sheetKinds.find((each) => each === asked.get('kind')) ?? 'result';
  return { kind, unit: asked.get('unit') ?? '', seat: asked.get('seat') ?? '' };
}

/** A document that is about one unit or one seat starts with the first. */
function completed({ kind, unit, seat }: SheetWish, { units, seats }: SheetList): SheetWish {
  const subject = sheetSubjects[kind];
  return {
    kind,
    unit: subject === 'unit' ? unit || (units[0]?.id ?? '') : unit,
    seat: subject === 'seat' ? seat || (seats[0]?.id ?? '') : seat,
  };
}

/** What stays chosen when the document changes: only what it is about. Paper ballots are first shown of one seat. */
function fitting(kind: SheetKind, { unit, seat }: SheetWish, list: SheetList | null): SheetWish {
  const subject = sheetSubjects[kind];
  return {
    kind,
    unit: subject === 'unit' ? unit : '',
    seat: subject === 'seat' || subject === 'unit-and-seat' ? seat || (list?.seats[0]?.id ?? '') : '',
  };
}

export function createPaperStore(token: string, search: string): PaperStore {
  let turn = 0;
  return createStore<PaperState & PaperActions>()((set, get) => {
    const show = async (): Promise<void> => {
      const { language, wish } = get();
      if (!language) return;
      turn += 1;
      const own = turn;
      set({ sheet: { kind: 'loading' }, pages: null });
      const list: Loaded<SheetList> = await loadSheetList(token, language);
      if (own !== turn) return;
      if (list.kind !== 'loaded') return set({ sheet: list });
      const chosen = completed(wish, list.value);
      const sheet = await loadSheet(chosen, token, language);
      if (own !== turn) return;
      set({ list: list.value, wish: chosen, sheet });
      history.replaceState(null, '', paperAddress(chosen, token, language));
    };
    return {
      wish: wishOf(search),
      language: null,
      list: null,
      sheet: { kind: 'loading' },
      pages: null,
      choose: (change) => {
        const { wish } = get();
        set({ wish: change.kind ? fitting(change.kind, wish, get().list) : { ...wish, ...change } });
        void show();
      },
      load: (language) => {
        set({ language });
        void show();
      },
      refresh: () => {
        const { language } = get();
        if (!language) return;
        void loadSheetList(token, language).then((list) => {
          if (list.kind === 'loaded' && get().language === language) set({ list: list.value });
        });
      },
      laidOut: (pages) => set({ pages }),
    };
  });
}
