import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ActionLabel, ConsoleView } from '../../shared/views/console-view.ts';
import { useRefusalText } from './refusal-note.tsx';
import { isRevealStep } from './reveal-step.ts';
import { useWords } from './use-words.ts';

export type BackView = Pick<ConsoleView, 'undo' | 'result' | 'agenda'>;

/** While places are being revealed, going back takes the last one off the wall. */
function revealReturn(view: BackView): OperatorCommand | null {
  const { result } = view;
  if (!isRevealStep(view) || !result || result.revealed === 0) return null;
  return { kind: 'ReturnRevealStep', revealed: result.revealed };
}

export type UndoWords = {
  readonly command: OperatorCommand | null;
  readonly label: string;
  /** What comes back. */
  readonly target: string | null;
  readonly blocked: string | null;
};

function useActionWords(): (label: ActionLabel) => string {
  const { t, localise } = useWords();
  return ({ action, stepName, unit }) => {
    if (action !== 'step' && action !== 'jump') return t(`undo.${action}`);
    if (stepName === null) return t('undo.beforeStart');
    const step = localise(stepName);
    return t('undo.toStep', { step: unit ? `${step} · ${localise(unit.name)}` : step });
  };
}

/** What ⇧Space does now and what will come back. */
export function useUndoWords(view: BackView): UndoWords {
  const { t } = useWords();
  const refusalText = useRefusalText();
  const actionWords = useActionWords();
  const back = revealReturn(view);
  if (back)
    return { command: back, label: t('undo.returnReveal'), target: t('undo.offTheWall'), blocked: null };
  const { undo, blocked } = view.undo;
  if (blocked !== null)
    return { command: null, label: t('undo.title'), target: null, blocked: refusalText(blocked) };
  if (!undo) return { command: null, label: t('undo.title'), target: t('undo.nothing'), blocked: null };
  return {
    command: { kind: 'Undo', entry: undo.entry },
    label: t('undo.title'),
    target: actionWords(undo),
    blocked: null,
  };
}

/** What Y brings again; null while there is nothing to bring. */
export function useRedoWords(
  view: BackView,
): { readonly command: OperatorCommand; readonly target: string } | null {
  const actionWords = useActionWords();
  const { redo } = view.undo;
  return redo && { command: { kind: 'Redo', entry: redo.entry }, target: actionWords(redo) };
}
