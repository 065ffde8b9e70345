import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../builders/temporary-folder.ts';
import { KillTrial } from './kill-trial.ts';

const KILLS = Number(process.env.LEITAI_KILLS ?? 20);
const SEED = Number(process.env.LEITAI_SEED ?? 1);
const SABOTAGED_KILLS = 4;

test(`given ${KILLS} kills in mid-round, when the host starts again, then step, time left and every acknowledged ballot are there`, async () => {
  const report = await new KillTrial(temporaryFolder(), SEED).run(KILLS);
  console.log(report);
  expect(report.faults).toStrictEqual([]);
  expect(report.kills).toBeGreaterThanOrEqual(KILLS);
  expect(report.acknowledgedBallots).toBeGreaterThan(KILLS * 5);
  // A loaded machine may be killed before the operator's next order is answered.
  expect(report.acknowledgedCommands).toBeGreaterThan(KILLS / 2);
});

test('given the sabotaged twin that acknowledges before it writes, when it is killed, then acknowledged ballots are lost', async () => {
  const program = join(import.meta.dirname, 'early-ack-host.ts');
  const { faults } = await new KillTrial(temporaryFolder(), SEED, program).run(SABOTAGED_KILLS);
  expect(faults.filter((fault) => fault.includes('was acknowledged and is lost'))).not.toStrictEqual([]);
});
