import { noEdits, type SampleEdits } from '../../../shared/domain/scoring/sample/sample-edits.ts';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { type Draft, type Path, withEntry, withMoved, withValue } from './draft.ts';
import { renameId } from './rename-id.ts';

/** What the form holds: the scheme being written, what it was made from, and the way back. */
export type FormState = {
  readonly draft: Draft;
  /** The scheme as it was opened; the sample says what has changed since. */
  readonly start: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** Where the last change was made, while it goes on: letters typed one after another are one step back. */
  readonly typingAt: Path | null;
  /** What was changed in the sample beside it. */
  readonly edits: SampleEdits;
  /** The file as it is being written by hand; null while nobody does. */
  readonly file: string | null;
};

export type FormAction =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Json | undefined }
  | { readonly kind: 'add'; readonly list: Path; readonly at: number; readonly entry: Json }
  | { readonly kind: 'move'; readonly list: Path; readonly from: number; readonly to: number }
  | { readonly kind: 'rename'; readonly list: Path; readonly at: number; readonly id: string }
  | { readonly kind: 'replace'; readonly draft: Draft }
  | { readonly kind: 'open'; readonly draft: Draft }
  | { readonly kind: 'sample'; readonly edits: SampleEdits }
  | { readonly kind: 'file'; readonly text: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

const stepsKept = 200;

export function opened(draft: Draft): FormState {
  return { draft, start: draft, past: [], future: [], typingAt: null, edits: noEdits, file: null };
}

function stepped(state: FormState, draft: Draft, typingAt: Path | null): FormState {
  if (draft === state.draft) return state;
  const goesOn = typingAt !== null && typingAt === state.typingAt;
  const past = goesOn ? state.past : [...state.past, state.draft].slice(-stepsKept);
  return { ...state, draft, past, future: [], typingAt };
}

function undone(state: FormState): FormState {
  const draft = state.past[state.past.length - 1];
  if (!draft) return state;
  return {
    ...state,
    draft,
    past: state.past.slice(0, -1),
    future: [state.draft, ...state.future],
    typingAt: null,
  };
}

function redone(state: FormState): FormState {
  const [draft, ...future] = state.future;
  if (!draft) return state;
  return { ...state, draft, past: [...state.past, state.draft], future, typingAt: null };
}

/** `replace` keeps the start and the way back; `open` begins anew. */
export function changeForm(state: FormState, action: FormAction): FormState {
  const { draft } = state;
  switch (action.kind) {
    case 'set':
      return stepped(
        state,
        withValue(draft, action.path, action.value),
        typeof action.value === 'string' || typeof action.value === 'number' ? action.path : null,
      );
    case 'add':
      return stepped(state, withEntry(draft, action.list, action.at, action.entry), null);
    case 'move':
      return stepped(state, withMoved(draft, action.list, action.from, action.to), null);
    case 'rename':
      return stepped(state, renameId(draft, action.list, action.at, action.id), null);
    case 'replace':
      return { ...stepped(state, action.draft, null), file: null };
    case 'open':
      return opened(action.draft);
    case 'sample':
      return { ...state, edits: action.edits };
    case 'file':
      return { ...state, file: action.text };
    case 'undo':
      return undone(state);
    case 'redo':
      return redone(state);
  }
}
