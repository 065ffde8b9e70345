/** How many tests passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** A run of nothing proves nothing, so it counts as failed. */
export const noTests: Tally = { passed: 0, failed: 1 };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

export const tallyText = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts vitest's JSON report. A test that was skipped counts as failed, since it would otherwise pass by
 * not running; so does a file that broke outside its tests. An empty report is a failure.
 */
export const readVitestReport = (json: string): Tally => {
  const { testResults } = JSON.parse(json) as VitestReport;
  const tally = sum(
    testResults.map(({ status, assertionResults }) => {
      const passed = assertionResults.filter((test) => test.status === 'passed').length;
      const failed = assertionResults.length - passed;
      return { passed, failed: failed === 0 && status !== 'passed' ? 1 : failed };
    }),
  );
  return tally.passed + tally.failed === 0 ? noTests : tally;
};
