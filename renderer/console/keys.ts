/** What a key means on the console, before anything is known about the state of the show. */
export type KeyIntent =
  | 'next'
  | 'back'
  | 'redo'
  | 'pause'
  | 'lessTime'
  | 'moreTime'
  | 'minute'
  | 'minuteLess'
  | 'bell'
  | 'restart'
  | 'message'
  | 'jump'
  | 'seats'
  | 'result'
  | 'lock'
  | 'openRound'
  | 'revealAll'
  | 'peek'
  | 'network'
  | 'admit'
  | 'retryDisk'
  | 'bulk'
  | 'freeze'
  | 'black'
  | 'allKeys'
  | 'confirm'
  | 'cancel'
  | 'first'
  | 'second'
  | 'third'
  | 'fourth'
  | 'fifteen'
  | 'voidRound'
  | 'units'
  | 'beside'
  | 'changes'
  | 'up'
  | 'down';

const intents: { readonly [key: string]: KeyIntent } = {
  ' ': 'next',
  pagedown: 'next',
  y: 'redo',
  p: 'pause',
  '-': 'lessTime',
  '=': 'moreTime',
  '+': 'minute',
  _: 'minuteLess',
  r: 'bell',
  t: 'restart',
  m: 'message',
  g: 'jump',
  s: 'seats',
  c: 'result',
  l: 'lock',
  o: 'openRound',
  e: 'revealAll',
  h: 'peek',
  n: 'network',
  a: 'admit',
  d: 'retryDisk',
  x: 'bulk',
  f: 'freeze',
  b: 'black',
  '?': 'allKeys',
  '？': 'allKeys',
  enter: 'confirm',
  escape: 'cancel',
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  z: 'fifteen',
  v: 'voidRound',
  u: 'units',
  j: 'beside',
  k: 'changes',
  arrowup: 'up',
  arrowdown: 'down',
};

/** What is printed on the button; Space is named in the page's language. */
export const keyCaps: { readonly [intent in KeyIntent]: string } = {
  next: 'Space',
  back: '⇧Space',
  redo: 'Y',
  pause: 'P',
  lessTime: '−',
  moreTime: '=',
  minute: '+',
  minuteLess: '⇧−',
  bell: 'R',
  restart: 'T',
  message: 'M',
  jump: 'G',
  seats: 'S',
  result: 'C',
  lock: 'L',
  openRound: 'O',
  revealAll: 'E',
  peek: 'H',
  network: 'N',
  admit: 'A',
  retryDisk: 'D',
  bulk: 'X',
  freeze: 'F',
  black: 'B',
  allKeys: '?',
  confirm: 'Enter',
  cancel: 'Esc',
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifteen: 'Z',
  voidRound: 'V',
  units: 'U',
  beside: 'J',
  changes: 'K',
  up: '↑',
  down: '↓',
};

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>;

/** IMEs report a key they have swallowed as code 229. */
const imeKeyCode = 229;

/** The meaning of a press, or null where it has none: inside a composition or with a modifier. */
export function keyIntent(press: KeyPress): KeyIntent | null {
  if (press.isComposing || press.keyCode === imeKeyCode) return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === ' ' && press.shiftKey) return 'back';
  return intents[press.key.toLowerCase()] ?? null;
}

const writingInputs = new Set(['text', 'search', 'number', 'password', 'email', 'tel', 'url']);

/** Whether keys typed at this element are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return writingInputs.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

const betweenShowPressesMs = 800;

/** Lets one press of the big button or of the way back through per 0.8 s, by key or pointer. */
export function createShowGate(now: () => number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    if (at - last < betweenShowPressesMs) return false;
    last = at;
    return true;
  };
}
