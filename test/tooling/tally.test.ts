import { describe, expect, test } from 'vitest';
import { noTests, readVitestReport, sum, tallyText } from '../tally.ts';

const report = (...files: readonly (readonly [status: string, ...tests: string[]])[]): string =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });

describe('given a report, when it is counted', () => {
  test('then passed and failed tests of all files are summed', () => {
    const json = report(['failed', 'passed', 'failed'], ['passed', 'passed', 'passed']);
    expect(readVitestReport(json)).toEqual({ passed: 3, failed: 1 });
  });

  test.each(['skipped', 'pending', 'todo'])('then a test marked %s counts as failed', (mark) => {
    expect(readVitestReport(report(['passed', 'passed', mark]))).toEqual({ passed: 1, failed: 1 });
  });

  test('then a file that broke outside its tests counts as one failed', () => {
    expect(readVitestReport(report(['failed'], ['failed', 'passed']))).toEqual({ passed: 1, failed: 2 });
  });

  test('then no test at all counts as failed', () => {
    expect(readVitestReport(report())).toEqual(noTests);
    expect(noTests.failed).toBe(1);
  });
});

test('given several tiers, then the closing line is their sum', () => {
  const tiers = [
    { passed: 2, failed: 0 },
    { passed: 5, failed: 1 },
  ];
  expect(tallyText(sum(tiers))).toBe('7 passed, 1 failed');
});
