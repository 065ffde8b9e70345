import { readFileSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { parseEventDefinition } from '../../shared/domain/event-definition-schema.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { type DefinitionWords, definitionWords, problemLine } from './words/definition-words.ts';

const LARGEST_BYTES = 8 * 1024 * 1024;
const SHOWN_PROBLEMS = 10;

export type DefinitionFileProblem = {
  readonly code: 'file-not-readable' | 'file-too-large' | 'not-utf8' | 'not-json' | 'not-a-definition';
  readonly file: string;
  /** One line each for a terminal: what is wrong, where, and what to do. */
  readonly lines: readonly string[];
};

function refuse(code: DefinitionFileProblem['code'], file: string, lines: readonly string[]) {
  return err({ code, file, lines });
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function readBytes(file: string, said: DefinitionWords): Result<Uint8Array, DefinitionFileProblem> {
  try {
    const { size } = statSync(file);
    if (size > LARGEST_BYTES) return refuse('file-too-large', file, said.tooLarge(file, size, LARGEST_BYTES));
    return ok(readFileSync(file));
  } catch (fault) {
    return refuse('file-not-readable', file, said.notReadable(file, reasonOf(fault)));
  }
}

/** UTF-8 with or without a byte order mark, as editors on Windows write it. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The definition in a JSON file. The file is only read; any problem comes back with its place and what to do. */
export function loadDefinition(
  file: string,
  language: Language,
): Result<EventDefinition, DefinitionFileProblem> {
  const said = definitionWords[language];
  const bytes = readBytes(file, said);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === null) return refuse('not-utf8', file, said.notUtf8(file));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refuse('not-json', file, said.notJson(file, reasonOf(fault)));
  }
  const definition = parseEventDefinition(value);
  if (definition.ok) return definition;
  const problems = definition.error.map((problem) => problemLine(problem, language));
  const more = problems.length - SHOWN_PROBLEMS;
  return refuse('not-a-definition', file, [
    said.notADefinition(file),
    ...problems.slice(0, SHOWN_PROBLEMS),
    ...(more > 0 ? [said.more(more)] : []),
    said.correctThese,
  ]);
}
