import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeviceKey } from './device-key.ts';
import { afterWrongPin, isPin, keyOfPin, recordOfPin } from './pin-key.ts';
import type { PinMemory } from './pin-memory.ts';

/** What the page asks its person for. */
export type PinQuestion = {
  /** `choose` a new one, typed twice; `enter` the one chosen before. */
  readonly kind: 'choose' | 'enter';
  /** `come-in` before anything is shown, `sign` before each signature. */
  readonly purpose: 'come-in' | 'sign';
  /** Whether another PIN may be chosen: only while no key of an old one is admitted. */
  readonly mayChooseAnew: boolean;
};

type PinState = {
  /** Whether the host says that this page runs on its own machine; null before it said anything. */
  readonly isSameMachine: boolean | null;
  /** Null while no PIN is asked for. */
  readonly question: PinQuestion | null;
  /** Why the last PIN wasn't taken. */
  readonly fault: 'wrong' | 'bad-form' | 'not-the-same' | null;
  /** Wall time in ms since 1970 before which no PIN is taken; 0 for no wait. */
  readonly waitUntil: number;
};

/** Asks the person at the host's own machine for the PIN, and gives out its key each time anew. */
export type PinDesk = {
  readonly store: StoreApi<PinState>;
  readonly placed: (isSameMachine: boolean) => void;
  /** The key of the right PIN; null if the question was given up or another took its place. */
  readonly ask: (
    event: string,
    question: Pick<PinQuestion, 'purpose' | 'mayChooseAnew'>,
  ) => Promise<DeviceKey | null>;
  /** `again` is the second typing of a PIN that is chosen. */
  readonly answer: (pin: string, again: string) => void;
  readonly chooseAnew: () => void;
  readonly giveUp: () => void;
};

type Waiting = { readonly event: string; readonly settle: (key: DeviceKey | null) => void };

const silent = { question: null, fault: null, waitUntil: 0 } as const;

// SAME-3
/** `now` gives the wall time in ms. */
export function pinDesk(memory: PinMemory, now: () => number = Date.now): PinDesk {
  const store = createStore<PinState>()(() => ({ isSameMachine: null, ...silent }));
  let waiting: Waiting | null = null;

  const settle = (key: DeviceKey | null) => {
    const { settle: tell } = waiting ?? {};
    waiting = null;
    store.setState(silent);
    tell?.(key);
  };

  const choose = (event: string, pin: string, again: string) => {
    if (pin !== again) return store.setState({ fault: 'not-the-same' });
    const { record, key } = recordOfPin(pin);
    memory.keep(event, record);
    return settle(key);
  };

  const enter = (event: string, pin: string) => {
    const record = memory.read(event);
    if (!record || now() < record.waitUntil) return;
    const key = keyOfPin(pin, record.salt);
    if (key.publicKey === record.publicKey) {
      memory.keep(event, { ...record, wrong: 0, waitUntil: 0 });
      settle(key);
      return;
    }
    const after = afterWrongPin(record, now());
    memory.keep(event, after);
    store.setState({ fault: 'wrong', waitUntil: after.waitUntil });
  };

  return {
    store,
    placed: (isSameMachine) => store.setState({ isSameMachine }),
    ask(event, { purpose, mayChooseAnew }) {
      settle(null);
      return new Promise((resolve) => {
        waiting = { event, settle: resolve };
        const record = memory.read(event);
        store.setState({
          question: { kind: record ? 'enter' : 'choose', purpose, mayChooseAnew },
          fault: null,
          waitUntil: record?.waitUntil ?? 0,
        });
      });
    },
    answer(pin, again) {
      const { question } = store.getState();
      if (!waiting || !question) return;
      if (!isPin(pin)) store.setState({ fault: 'bad-form' });
      else if (question.kind === 'choose') choose(waiting.event, pin, again);
      else enter(waiting.event, pin);
    },
    chooseAnew() {
      const { question } = store.getState();
      if (!waiting || !question?.mayChooseAnew) return;
      memory.keep(waiting.event, null);
      store.setState({ question: { ...question, kind: 'choose' }, fault: null, waitUntil: 0 });
    },
    giveUp: () => settle(null),
  };
}
