import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Draft } from './draft.ts';
import { slipLine } from './json-slip.ts';

const lineWidth = 110;

function onOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, entry]) => `${JSON.stringify(name)}: ${onOneLine(entry)}`)
    .join(', ')}}`;
}

/** A sign of Chinese takes two columns. */
const columnsOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g) ?? []).length;

function written(value: Json, indent: string, used: number): string {
  const line = onOneLine(value);
  if (typeof value !== 'object' || value === null || columnsOf(line) + used <= lineWidth) return line;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((entry: Json) => inner + written(entry, inner, inner.length + 1))
    : Object.entries(value).map(([name, entry]) => {
        const start = `${inner}${JSON.stringify(name)}: `;
        return start + written(entry, inner, start.length + 1);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The members in the order of `like`, those it doesn't have after them. */
function ordered(value: Json, like: unknown): Json {
  if (Array.isArray(value))
    return value.map((entry: Json, n) => ordered(entry, Array.isArray(like) ? like[n] : undefined));
  if (typeof value !== 'object' || value === null) return value;
  const model: { readonly [name: string]: unknown } =
    typeof like === 'object' && like !== null ? { ...like } : {};
  const names = [
    ...Object.keys(model).filter((name) => name in value),
    ...Object.keys(value).filter((name) => !(name in model)),
  ];
  const own = value as { readonly [name: string]: Json };
  return Object.fromEntries(names.map((name) => [name, ordered(own[name] ?? null, model[name])]));
}

/**
 * A scheme as a file: members in the format's order, nothing added that its author left out, short parts on one line.
 * The same scheme always gives the same text. `scheme` is the draft as it was read.
 */
export function schemeText(draft: Draft, scheme: unknown): string {
  return `${written(ordered(draft, scheme), '', 0)}\n`;
}

export type TextFault =
  | { readonly kind: 'not-json'; readonly line: number }
  | { readonly kind: 'not-a-scheme' };

/** Reads a file as a draft; whether it can work is for the form to say. */
export function readSchemeText(text: string): Result<Draft, TextFault> {
  const bare = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return err({ kind: 'not-json', line: slipLine(bare) });
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || (value as { format?: unknown }).format !== 'leitai-scheme/1')
    return err({ kind: 'not-a-scheme' });
  return ok(value as Draft);
}
