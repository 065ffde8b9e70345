import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { TextDecoder } from 'node:util';
import type { DefinitionProblem } from '../../shared/domain/definition-problem.ts';
import type { EventDefinition } from '../../shared/domain/event-definition.ts';
import { parseEventDefinition } from '../../shared/domain/event-definition-schema.ts';
import type { NextStage } from '../../shared/domain/next-stage.ts';
import { readNextStage, withEntrants } from '../../shared/domain/next-stage-file.ts';
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

function readJson(file: string, said: DefinitionWords): Result<unknown, DefinitionFileProblem> {
  const bytes = readBytes(file, said);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === null) return refuse('not-utf8', file, said.notUtf8(file));
  try {
    return ok(JSON.parse(text));
  } catch (fault) {
    return refuse('not-json', file, said.notJson(file, reasonOf(fault)));
  }
}

function refuseProblems(file: string, problems: readonly DefinitionProblem[], language: Language) {
  const said = definitionWords[language];
  const more = problems.length - SHOWN_PROBLEMS;
  return refuse('not-a-definition', file, [
    said.notADefinition(file),
    ...problems.slice(0, SHOWN_PROBLEMS).map((problem) => problemLine(problem, language)),
    ...(more > 0 ? [said.more(more)] : []),
    said.correctThese,
  ]);
}

/** The names of the files of entrants that a definition takes; null where it takes none. */
function stageFilesOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || !('from' in value)) return null;
  const { from } = value;
  return Array.isArray(from) && from.length > 0 && from.every((name) => typeof name === 'string')
    ? from
    : null;
}

// STAGE-4
/** The definition with the entrants of the files that it names under `from`, which lie beside it. */
function takeEntrants(
  file: string,
  value: unknown,
  language: Language,
): Result<unknown, DefinitionFileProblem> {
  const names = stageFilesOf(value);
  if (!names) return ok(value);
  const files: NextStage[] = [];
  for (const [n, name] of names.entries()) {
    const json = readJson(resolve(dirname(file), name), definitionWords[language]);
    if (!json.ok) return json;
    const read = readNextStage(json.value, `from.${n} (${name})`);
    if (!read.ok) return refuseProblems(file, read.error, language);
    files.push(read.value);
  }
  const { from: _, ...own } = value as { readonly from: unknown };
  return ok(withEntrants(own, files));
}

/**
 * The definition in a JSON file, with the entrants of earlier stages if it names their files. The files are only read;
 * any problem comes back with its place and what to do.
 */
export function loadDefinition(
  file: string,
  language: Language,
): Result<EventDefinition, DefinitionFileProblem> {
  const json = readJson(file, definitionWords[language]);
  if (!json.ok) return json;
  const value = takeEntrants(file, json.value, language);
  if (!value.ok) return value;
  const definition = parseEventDefinition(value.value);
  return definition.ok ? definition : refuseProblems(file, definition.error, language);
}
