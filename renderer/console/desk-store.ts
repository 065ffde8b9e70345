import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CommandOutcome, Refusal } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleHealth } from '../../shared/views/console-view.ts';
import { createShowGate } from './keys.ts';

/** A place on the console that sends commands; its refusals are shown beside it. */
export type Control =
  | 'go'
  | 'undo'
  | 'timer'
  | 'message'
  | 'jump'
  | 'round'
  | 'missing'
  | 'count'
  | 'beside'
  | 'look'
  | 'paper'
  | 'seat'
  | 'unit'
  | 'act'
  | 'objection'
  | 'nextStage'
  | 'whatIf'
  | 'reveal'
  | 'curtain'
  | 'admission'
  | 'screens'
  | 'disk'
  | 'gap'
  | 'network'
  | 'cards'
  | 'close'
  | 'scheme'
  | 'version';

/** A first press that waits for its second. `about` is what it was for. */
export type Armed = {
  readonly control: Control;
  readonly about: string;
  readonly command: OperatorCommand;
  readonly at: number;
};

export type Drawer =
  | 'network'
  | 'keys'
  | 'beside'
  | 'jump'
  | 'scheme'
  | 'number'
  | 'paper'
  | 'seat'
  | 'units'
  | 'changes'
  | 'version'
  | 'nextStage'
  | 'whatIf';
export type WorkTab = 'message' | 'round' | 'result';

export type Desk = {
  readonly armed: Armed | null;
  readonly drawer: Drawer | null;
  /** What the drawer was opened for: the step of a clicked row, a seat, or a number of the result. */
  readonly drawerTarget: string | null;
  /** The operator's own choice, and the step it was made in; another step shows its own again. */
  readonly tab: { readonly chosen: WorkTab; readonly step: string | null } | null;
  /** Which of several open rounds the operator works on; another than the host would have it. */
  readonly lookedAtRound: string | null;
  readonly isPickingPrompt: boolean;
  /** The kind of display under which held numbers were uncovered or covered by hand. */
  readonly peek: { readonly displays: ConsoleHealth['displays']['kind']; readonly isOpen: boolean } | null;
  readonly pending: readonly Control[];
  readonly refusals: { readonly [control in Control]?: Refusal };
};

export type DeskActions = {
  /** Sends a command; a refusal stays beside `control` until the next one is accepted. */
  readonly order: (control: Control, command: OperatorCommand) => Promise<CommandOutcome['kind']>;
  readonly arm: (control: Control, about: string, command: OperatorCommand) => void;
  readonly disarm: () => void;
  /** The second press: sends what is armed, unless it comes too soon to be meant. */
  readonly confirm: () => void;
  /** Whether a press may move the show now: a double press or click must not move it twice. */
  readonly mayMove: () => boolean;
  readonly openDrawer: (drawer: Drawer, drawerTarget?: string) => void;
  readonly closeDrawer: () => void;
  readonly showTab: (tab: WorkTab, step: string | null) => void;
  readonly lookAtRound: (round: string | null) => void;
  readonly pickPrompt: (isPicking: boolean) => void;
  readonly setPeek: (displays: ConsoleHealth['displays']['kind'], isOpen: boolean) => void;
};

export type DeskStore = StoreApi<Desk & DeskActions>;

export const armedForMs = 5000;
/** A double tap must not be both presses. */
export const secondPressAfterMs = 800;

const initialDesk: Desk = {
  armed: null,
  drawer: null,
  drawerTarget: null,
  tab: null,
  lookedAtRound: null,
  isPickingPrompt: false,
  peek: null,
  pending: [],
  refusals: {},
};

/** What this console's operator is doing, as against what the host says. */
export function createDesk(
  send: (command: OperatorCommand) => Promise<CommandOutcome>,
  now: () => number = () => performance.now(),
): DeskStore {
  const passesGate = createShowGate(now);
  let disarming: ReturnType<typeof setTimeout> | undefined;
  return createStore<Desk & DeskActions>()((set, get) => ({
    ...initialDesk,

    order: async (control, command) => {
      set({ pending: [...get().pending, control] });
      const outcome = await send(command);
      const { pending, refusals } = get();
      const at = pending.indexOf(control);
      const { [control]: _settled, ...others } = refusals;
      set({
        pending: pending.filter((_, index) => index !== at),
        refusals: outcome.kind === 'refused' ? { ...others, [control]: outcome.refusal } : others,
      });
      return outcome.kind;
    },

    arm: (control, about, command) => {
      clearTimeout(disarming);
      const armed = { control, about, command, at: now() };
      set({ armed });
      disarming = setTimeout(() => get().armed === armed && set({ armed: null }), armedForMs);
    },

    disarm: () => {
      clearTimeout(disarming);
      set({ armed: null });
    },

    confirm: () => {
      const { armed } = get();
      if (!armed || now() - armed.at < secondPressAfterMs) return;
      get().disarm();
      void get()
        .order(armed.control, armed.command)
        .then((outcome) => outcome === 'accepted' && armed.control === 'jump' && get().closeDrawer());
    },

    mayMove: passesGate,
    openDrawer: (drawer, drawerTarget) =>
      set({ drawer, drawerTarget: drawerTarget ?? null, armed: null, isPickingPrompt: false }),
    closeDrawer: () => set({ drawer: null, armed: null }),
    showTab: (chosen, step) => set({ tab: { chosen, step }, isPickingPrompt: false }),
    lookAtRound: (lookedAtRound) => {
      if (get().lookedAtRound !== lookedAtRound) set({ lookedAtRound, armed: null });
    },
    pickPrompt: (isPickingPrompt) => set({ isPickingPrompt }),
    setPeek: (displays, isOpen) => set({ peek: { displays, isOpen } }),
  }));
}

/** Held numbers are covered unless the wall is known to show something else than this screen. */
export function isCovered(peek: Desk['peek'], displays: ConsoleHealth['displays']['kind']): boolean {
  if (peek?.displays === displays) return !peek.isOpen;
  return displays !== 'extended';
}
