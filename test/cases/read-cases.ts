import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readScoringScheme } from '../../shared/domain/scoring/rules/check-scoring-scheme.ts';
import type { NodeValue } from '../../shared/domain/scoring/rules/node-value.ts';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { decimal, formatDecimal, rationalText } from '../../shared/kernel/rational.ts';

export type Row = Readonly<Record<string, string>>;

export function readRows(path: string): readonly Row[] {
  return Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** A scheme of this folder, read as any scheme is. */
export function readScheme(name: string): ScoringScheme {
  const file = join(import.meta.dirname, 'schemes', `${name}.json`);
  const scheme = readScoringScheme(JSON.parse(readFileSync(file, 'utf8')));
  if (!scheme.ok) throw new Error(`${name}: ${JSON.stringify(scheme.error)}`);
  return scheme.value;
}

export function grouped<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}

/** Whether a computed value is the published decimal, digit for digit in its value. */
export function isPublished(value: NodeValue, published: string | undefined): boolean {
  return value.kind === 'value' && rationalText(value.value) === rationalText(decimal(published ?? ''));
}

export function isPlace(place: string | null, published: string | undefined): boolean {
  return place !== null && place === `${published}/1`;
}

export function shown(value: NodeValue, decimals = 2): string {
  return value.kind === 'value' ? formatDecimal(value.value, decimals) : value.why;
}

/** Adds up matches, and keeps the first misses to show. */
export class Score {
  matches = 0;
  rows = 0;
  readonly misses: string[] = [];
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  add(isMatch: boolean, miss: () => string): void {
    this.rows += 1;
    if (isMatch) this.matches += 1;
    else if (this.misses.length < 5) this.misses.push(miss());
  }

  get text(): string {
    return `${this.matches}/${this.rows}`;
  }
}
