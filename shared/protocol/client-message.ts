import { z } from 'zod';
import { longestSigned } from '../domain/ballot-paper.ts';
import { chairCommandSchema } from './chair-command.ts';
import { monitorCommandSchema } from './monitor-command.ts';
import { operatorCommandSchema } from './operator-command.ts';
import { roles } from './roles.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The first message. `token` is the console's start-up token; `publicKey` the key of a paired or admitted device. */
export const helloSchema = z.strictObject({
  kind: z.literal('hello'),
  protocol: z.int(),
  role: z.enum(roles),
  token: z.string().max(64).optional(),
  publicKey: hex(32).optional(),
});

/** Proves the key named in `hello`: an Ed25519 signature over `proofText`. */
export const proveSchema = z.strictObject({ kind: z.literal('prove'), signature: hex(64) });

/** Claims a seat with the secret of its card or with its code, by MAC over `pairingText`; the secret isn't sent. */
export const pairSchema = z.strictObject({
  kind: z.literal('pair'),
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('card'), seat: z.string().min(1).max(32) }),
    z.strictObject({ kind: z.literal('code') }),
  ]),
  publicKey: hex(32),
  mac: hex(32),
  signature: hex(64),
});

/** A screen without a card asks to be let in; the operator reads its number. Signature over `proofText`. */
export const askAdmissionSchema = z.strictObject({
  kind: z.literal('ask-admission'),
  publicKey: hex(32),
  signature: hex(64),
});

/** A signed ballot; `signed` is the canonical text of a `SignedBallot`, `n` counts this device's commands from 1. */
export const ballotSchema = z.strictObject({
  kind: z.literal('ballot'),
  n: count,
  signed: z.string().max(longestSigned),
  signature: hex(64),
});

/** An operator's command, or the prompter's acknowledgement. `n` counts this page's commands from 1. */
export const commandSchema = z.strictObject({
  kind: z.literal('command'),
  /** Id of the sending page, drawn once per page load: (page, n) names the command for repeats. */
  page: z.string().regex(/^[0-9a-f]{16}$/),
  n: count,
  command: operatorCommandSchema,
});

export const acknowledgePromptSchema = z.strictObject({
  kind: z.literal('acknowledge-prompt'),
  n: count,
  message: count,
});

/** The monitor's command. `n` counts this page's commands from 1. */
export const monitorMessageSchema = z.strictObject({
  kind: z.literal('monitor-command'),
  /** Id of the sending page, drawn once per page load: (page, n) names the command for repeats. */
  page: z.string().regex(/^[0-9a-f]{16}$/),
  n: count,
  command: monitorCommandSchema,
});

/** The chair's command. `n` counts this page's commands from 1. */
const chairMessageSchema = z.strictObject({
  kind: z.literal('chair-command'),
  /** Id of the sending page, drawn once per page load: (page, n) names the command for repeats. */
  page: z.string().regex(/^[0-9a-f]{16}$/),
  n: count,
  command: chairCommandSchema,
});

/** Answers a ping. `version` is the newest view version the page has drawn. */
export const pongSchema = z.strictObject({ kind: z.literal('pong'), id: count, version: count });

export const clientMessageSchema = z.discriminatedUnion('kind', [
  helloSchema,
  proveSchema,
  pairSchema,
  askAdmissionSchema,
  ballotSchema,
  commandSchema,
  acknowledgePromptSchema,
  monitorMessageSchema,
  chairMessageSchema,
  pongSchema,
]);

/** Everything a page may say to the host, over the one WebSocket at `/socket`. */
export type ClientMessage = z.infer<typeof clientMessageSchema>;
