import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Instant, instant } from '../../shared/kernel/brand.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { type ConnectOptions, connectPage, type PageConnection } from './connect-page.ts';
import type { PageState, PageStatePort } from './page-state.ts';

export type PageStore<R extends Role> = StoreApi<PageState<R>>;

export type OpenOptions = Partial<Pick<ConnectOptions, 'origin' | 'origins' | 'timing' | 'behaviour'>> & {
  /** The console's start-up token. A page with a token talks to its own origin only. */
  readonly token?: string;
};

/** The state of a page before it has heard its host. */
export function unconnectedState<R extends Role>(send: PageState<R>['send']): PageState<R> {
  return {
    link: { kind: 'connecting' },
    admission: null,
    eventId: null,
    view: {},
    version: null,
    clockOffsetMs: 0,
    lastRefusal: null,
    send,
  };
}

/** Opens the page's one store and keeps it connected until `close`. */
export function openPageConnection<R extends Role>(
  role: R,
  options: OpenOptions = {},
): { readonly store: PageStore<R>; readonly connection: PageConnection } {
  let connection: PageConnection | null = null;
  const store: PageStore<R> = createStore<PageState<R>>()(() =>
    unconnectedState<R>((message) => connection?.send(message) ?? false),
  );
  const port: PageStatePort<R> = {
    get: store.getState,
    set: (change) => store.setState({ ...store.getState(), ...change }),
  };
  const { token, behaviour = {} } = options;
  connection = connectPage(role, port, {
    ...options,
    origin: options.origin ?? location.origin,
    triesOtherOrigins: token === undefined,
    behaviour: token === undefined ? behaviour : { ...behaviour, introduce: () => ({ token }) },
  });
  return { store, connection };
}

/** The page's one store, connected for as long as the page lives. */
export function openPage<R extends Role>(role: R, options: OpenOptions = {}): PageStore<R> {
  return openPageConnection(role, options).store;
}

/** The host's monotonic clock now, in ms. */
export function hostNow(state: { readonly clockOffsetMs: number }): Instant {
  return instant(Math.round(performance.now() + state.clockOffsetMs));
}

/** Reads the page's store in a component; draws again when what `select` gives changes. */
export function usePage<State, Selected>(
  store: StoreApi<State>,
  select: (state: State) => Selected,
): Selected {
  return useStore(store, select);
}
