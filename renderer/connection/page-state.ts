import type { ClientMessage } from '../../shared/protocol/client-message.ts';
import type { HostMessage, Refusal, ViewOf, ViewVersion } from '../../shared/protocol/host-message.ts';
import type { Role } from '../../shared/protocol/roles.ts';

/** `sinceMs` is when the host was last heard, on this page's `performance.now()`. */
export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  | { readonly kind: 'lost'; readonly sinceMs: number };

/** The host's last word on whether this page is let in. */
export type Admission = Extract<HostMessage, { kind: 'admission' | 'admitted' }>;

/** What every page holds of the host. The view stays as it was while the link is lost. */
export type PageState<R extends Role> = {
  readonly link: Link;
  readonly admission: Admission | null;
  readonly eventId: string | null;
  readonly view: Partial<ViewOf[R]>;
  readonly version: ViewVersion | null;
  /** Host's monotonic clock minus this page's `performance.now()`, in ms. */
  readonly clockOffsetMs: number;
  /** The last message of this page that the host refused as such. */
  readonly lastRefusal: Refusal | null;
  /** False if there is no open connection: nothing is queued here. */
  readonly send: (message: ClientMessage) => boolean;
};

export type PageStateChange<R extends Role> = Partial<Omit<PageState<R>, 'send'>>;

/** Where a connection keeps its state: a part of the page's one store. */
export type PageStatePort<R extends Role> = {
  readonly get: () => PageState<R>;
  readonly set: (change: PageStateChange<R>) => void;
};
