import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { definitionProblems } from '../../shared/domain/definition-checks.ts';
import { attemptsSchema } from '../../shared/domain/event-definition-schema.ts';
import { ballotTypeSchema } from '../../shared/domain/scoring/rules/ballot-type.ts';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import { scoringSchemeSchema } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { valueNodeSchema } from '../../shared/domain/scoring/rules/value-node.ts';
import { anEventUnder } from '../builders/any-event.ts';

const page = readFileSync(join(import.meta.dirname, '../../resources/schemes/FORMAT.md'), 'utf8');

function block(language: string): string {
  const match = new RegExp(`\`\`\`${language}\n([^\`]*)\`\`\``).exec(page);
  return match?.[1] ?? '';
}

function lines(language: string): readonly unknown[] {
  return block(language)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const kindsOf = (options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[]) =>
  options.map(({ shape }) => shape.kind.value);

test('given the page on the format, then its scheme can be used as it stands', () => {
  expect(readScoringScheme(JSON.parse(block('json')))).toMatchObject({ ok: true });
});

test('given the page on the format, then it shows every kind of ballot, node and tie rule, and together they make a scheme', () => {
  const [ballots, nodes] = [lines('ballots'), lines('nodes')];
  const ranking = JSON.parse(block('ranking'));
  expect(new Set(ballots.map((ballot) => ballotTypeSchema.parse(ballot).kind))).toEqual(
    new Set(kindsOf(ballotTypeSchema.options)),
  );
  expect(new Set(nodes.map((node) => valueNodeSchema.parse(node).kind))).toEqual(
    new Set(kindsOf(valueNodeSchema.options)),
  );
  const scheme = {
    format: 'leitai-scheme/1',
    id: 'page',
    version: 1,
    name: 'page',
    groups: [{ id: 'public' }],
    facts: [{ id: 'k', value: '90' }],
    ballots,
    nodes,
    ranking,
    ...JSON.parse(block('beside')),
  };
  expect(readScoringScheme(scheme)).toMatchObject({ ok: true });
});

test('ATTEMPT-1: given the page on the format, then its attempts and the nodes that take them make an event', () => {
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'runs',
    version: 1,
    name: 'runs',
    nodes: lines('attempt-nodes'),
    ranking: { by: 'total', on: 'exact', better: 'lower' },
  });
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  const definition = {
    ...anEventUnder(scheme.value),
    attempts: attemptsSchema.parse(JSON.parse(block('attempts'))),
  };
  expect(definitionProblems(definition)).toEqual([]);
});

test('ATTEMPT-3: given the page on the format, then its jumps can be held, by steps that name the attempt as it says', () => {
  const scheme = readScoringScheme({
    format: 'leitai-scheme/1',
    id: 'jumps',
    version: 1,
    name: 'jumps',
    ballots: [{ kind: 'total', id: 'marks', maximum: '20', step: '0.5' }],
    nodes: lines('jump-nodes'),
    ranking: { by: 'total', on: 'exact' },
  });
  if (!scheme.ok) throw new Error(JSON.stringify(scheme.error));
  const definition = anEventUnder(scheme.value, { seats: 5 });
  expect(definition.agenda.find(({ round }) => round === 'opens')).toMatchObject(
    JSON.parse(block('jump-step')),
  );
  expect(definitionProblems(definition)).toEqual([]);
});

/** Every field of the format and every word that may stand in one, at any depth. */
function wordsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const fields = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  const choices = 'enum' in schema && Array.isArray(schema.enum) ? schema.enum.map(String) : [];
  const kinds = 'const' in schema ? [String(schema.const)] : [];
  return [...fields, ...choices, ...kinds, ...Object.values(schema).flatMap(wordsIn)];
}

test('given the page on the format, then it names every field at any depth and every word that can stand in one', () => {
  const words = new Set(
    wordsIn(z.toJSONSchema(scoringSchemeSchema, { io: 'input', unrepresentable: 'any' })),
  );
  expect(words.size).toBeGreaterThan(150);
  const isNamed = (word: string) => new RegExp(`["\`]${word}["\`]`).test(page);
  expect([...words].filter((word) => !isNamed(word))).toEqual([]);
});
