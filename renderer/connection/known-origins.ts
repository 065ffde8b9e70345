/** Remembers the origins under which the host said it can be reached, over reloads. */
export type OriginMemory = {
  readonly read: () => readonly string[];
  readonly keep: (origins: readonly string[]) => void;
};

const storageKey = 'leitai-origins';
const mostKept = 16;

const isOrigin = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\/[^/]+$/.test(value);

export const localStorageOrigins: OriginMemory = {
  read() {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isOrigin) : [];
    } catch {
      // Storage may be switched off or hold another program's text; the page's own origin is left.
      return [];
    }
  },
  keep(origins) {
    try {
      localStorage.setItem(storageKey, JSON.stringify(origins.filter(isOrigin).slice(0, mostKept)));
    } catch {
      // Full or switched off: reconnecting still works for as long as the page stays open.
      return;
    }
  },
};

/** The order in which to try them: where the page came from, then what the host told, then former ones. */
export function originsToTry(
  own: string,
  told: readonly string[],
  kept: readonly string[],
): readonly string[] {
  return [...new Set([own, ...told, ...kept])].slice(0, mostKept);
}
