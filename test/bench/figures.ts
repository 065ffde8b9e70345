/** The value below which this share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const ascending = [...samples].sort((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export type Row = {
  readonly what: string;
  readonly measured: string;
  /** The same by the bare server; empty where nothing compares. */
  readonly bare: string;
  readonly ratio: number | null;
  readonly bar: string;
  /** Null: told for information. */
  readonly isMet: boolean | null;
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export function printTable(rows: readonly Row[]): void {
  console.log('\n| what | measured | bare | ratio | bar | met |\n|---|---|---|---|---|---|');
  for (const { what, measured, bare, ratio, bar, isMet } of rows) {
    const met = isMet === null ? '' : isMet ? 'yes' : 'NO';
    console.log(
      `| ${what} | ${measured} | ${bare} | ${ratio === null ? '' : ratio.toFixed(2)} | ${bar} | ${met} |`,
    );
  }
}
