import type { ClientMessage } from './client-message.ts';
import { type Role, roles } from './roles.ts';

/**
 * Every message × the roles that may send it, before and after admission. What isn't here doesn't exist:
 * the host's handlers are typed by these tables.
 */
export const messageRoles: { readonly [kind in ClientMessage['kind']]: readonly Role[] } = {
  hello: roles,
  prove: ['panel', 'prompter', 'monitor', 'chair'],
  pair: ['panel'],
  'ask-admission': ['prompter', 'monitor', 'chair'],
  ballot: ['panel'],
  command: ['console'],
  'acknowledge-prompt': ['prompter'],
  'monitor-command': ['monitor'],
  'chair-command': ['chair'],
  pong: roles,
};

/** Messages of a device that hasn't been admitted yet; all others need admission first. */
export const messagesBeforeAdmission: ReadonlySet<ClientMessage['kind']> = new Set([
  'hello',
  'prove',
  'pair',
  'ask-admission',
  'pong',
]);

/** Who may ask for a route: anybody on the LAN, or only this machine's console with its start-up token. */
export type RouteAccess = 'public' | 'console';

/** Every route beside the manifest of built pages' files. All are GET and none of them acts; a look at marks is logged. */
export const routes = {
  '/': 'public',
  '/console': 'console',
  '/projector': 'public',
  '/panel': 'public',
  '/prompter': 'public',
  '/monitor': 'public',
  '/chair': 'public',
  '/test': 'public',
  '/socket': 'public',
  '/console/cards': 'console',
  '/console/scheme': 'console',
  '/console/paper': 'console',
  '/console/sheets': 'console',
  // An attached photo by its hash, if the log names it.
  '/console/protocol-photo/:file': 'console',
  // A document by kind and format, such as `count.xlsx`: see `sheet-kinds.ts`.
  '/console/sheets/:file': 'console',
  '/console/export/result.csv': 'console',
  '/console/export/result.xlsx': 'console',
  '/console/export/result.json': 'console',
  '/console/export/event.leitai': 'console',
  // Who goes on to the next stage, for its event's definition.
  '/console/export/next-stage.json': 'console',
} as const satisfies { readonly [path: string]: RouteAccess };

export type RoutePath = keyof typeof routes;

/** Routes that take a file, by POST alone, from this machine's console with its start-up token. */
export const uploadRoutes = {
  // A photo or scan of the signed protocol: `?name=…&count=…`, where `count` is the number of the count that was signed.
  '/console/protocol-photo': { access: 'console', largestBytes: 4 * 1024 * 1024 },
} as const satisfies { readonly [path: string]: { access: RouteAccess; largestBytes: number } };

/** The largest message a device may send, in bytes. */
export const largestMessageBytes = 16 * 1024;

/**
 * The largest frame that is read at all, in bytes: above it the connection is closed. The console may fill it,
 * since it names seats by the hundred.
 */
export const largestFrameBytes = 64 * 1024;
