import { isTextField, type KeyIntent, type KeyPress, keyIntent } from './keys.ts';

type Binding = { readonly intent: KeyIntent; readonly act: () => void };

/** The keys that work while a list or a sheet lies over the console. */
const throughDrawers: readonly KeyIntent[] = ['freeze', 'black', 'cancel', 'confirm', 'allKeys'];
const showKeys: readonly KeyIntent[] = ['next', 'back'];

export type Keyboard = {
  /** The latest binding of an intent is the one that acts; returns its removal. */
  readonly bind: (intent: KeyIntent, act: () => void) => () => void;
  /** True if the press was the console's and must not do anything else. */
  readonly press: (
    press: KeyPress & Pick<KeyboardEvent, 'repeat' | 'target'>,
    isCoveredByDrawer: boolean,
  ) => boolean;
};

/**
 * Every key of the console goes through here. Nothing moves the show while a text field has focus or an IME
 * composes; a key held down acts once. A focused button keeps its own Enter, unless a
 * first press waits to be confirmed.
 */
export function createKeyboard(): Keyboard {
  const bindings: Binding[] = [];
  const latest = (intent: KeyIntent) => [...bindings].reverse().find((binding) => binding.intent === intent);
  return {
    bind(intent, act) {
      const binding = { intent, act };
      bindings.push(binding);
      return () => bindings.splice(bindings.indexOf(binding), 1);
    },
    press(press, isCoveredByDrawer) {
      if (isTextField(press.target)) return false;
      const intent = keyIntent(press);
      if (intent === null) return false;
      if (isCoveredByDrawer && !throughDrawers.includes(intent)) return showKeys.includes(intent);
      const binding = latest(intent);
      if (!binding) return showKeys.includes(intent);
      if (!press.repeat) binding.act();
      return true;
    },
  };
}
