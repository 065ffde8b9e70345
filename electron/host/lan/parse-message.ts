import { type ClientMessage, clientMessageSchema } from '../../../shared/protocol/client-message.ts';

export type Parsed =
  | { readonly message: ClientMessage }
  | { readonly refusal: { readonly code: string; readonly path: string } };

/** Reads one frame's text. The refusal names the first field that is wrong. */
export function parseMessage(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refusal: { code: 'not-json', path: '' } };
  }
  const parsed = clientMessageSchema.safeParse(value);
  if (parsed.success) return { message: parsed.data };
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [];
  return { refusal: { code: 'bad-message', path: [...(issue?.path ?? []), ...unknownKey].join('.') } };
}
