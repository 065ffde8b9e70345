import { expect, test } from 'vitest';
import { temporaryFolder } from '../builders/temporary-folder.ts';
import { runLossyNetwork } from './lossy-trial.ts';

const SECONDS = Number(process.env.LEITAI_LOSSY_SECONDS ?? 60);
const SEATS = Number(process.env.LEITAI_LOSSY_SEATS ?? 12);
const SEED = Number(process.env.LEITAI_SEED ?? 1);
const SABOTAGED_MS = 12_000;

const twin = { seed: SEED, seats: 12, lossyForMs: SABOTAGED_MS };

test(`given ${SECONDS} s of a lossy network, when ${SEATS} seats keep scoring, then each ballot counts once and all screens agree with the log`, async () => {
  const report = await runLossyNetwork({
    folder: temporaryFolder(),
    seed: SEED,
    seats: SEATS,
    lossyForMs: SECONDS * 1_000,
  });
  console.log(report);
  expect(report.faults).toStrictEqual([]);
  expect(report.lost).toBe(0);
  expect(report.doubled).toBe(0);
  expect(report.stored).toBeGreaterThan(SEATS * SECONDS * 0.2);
  expect(report.network.deafCuts).toBeGreaterThan(0);
});

test('given the sabotaged twin that never repeats, when the network is lossy, then ballots are lost', async () => {
  const report = await runLossyNetwork({ folder: temporaryFolder(), ...twin, repeats: 'never' });
  expect(report.lost).toBeGreaterThan(0);
});

test('given the sabotaged twin that repeats under a new number, when the network is lossy, then ballots are stored twice', async () => {
  const report = await runLossyNetwork({ folder: temporaryFolder(), ...twin, repeats: 'new-number' });
  expect(report.doubled).toBeGreaterThan(0);
});
