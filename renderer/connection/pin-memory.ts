import type { PinRecord } from './pin-key.ts';

/** Where a page keeps what it knows of its person's PIN, by event. */
export type PinMemory = {
  /** The event last taken part in here; null if none was. */
  readonly latest: () => string | null;
  readonly read: (event: string) => PinRecord | null;
  /** Null forgets it. */
  readonly keep: (event: string, record: PinRecord | null) => void;
};

/** For as long as the page is open. */
export function pinsInMemory(): PinMemory {
  const records = new Map<string, PinRecord>();
  return {
    latest: () => [...records.keys()].pop() ?? null,
    read: (event) => records.get(event) ?? null,
    keep(event, record) {
      records.delete(event);
      if (record) records.set(event, record);
    },
  };
}

type Kept = { readonly [event: string]: PinRecord };

/** In the browser's local storage under this role's name, the latest event last; in memory where it is switched off. */
export function pinsInLocalStorage(role: 'monitor' | 'chair'): PinMemory {
  const name = `leitai-pin-${role}`;
  const readAll = (): Kept => JSON.parse(localStorage.getItem(name) ?? '{}') as Kept;
  try {
    readAll();
  } catch {
    return pinsInMemory();
  }
  return {
    latest: () => Object.keys(readAll()).pop() ?? null,
    read: (event) => readAll()[event] ?? null,
    keep(event, record) {
      const { [event]: _, ...others } = readAll();
      localStorage.setItem(name, JSON.stringify(record ? { ...others, [event]: record } : others));
    },
  };
}
