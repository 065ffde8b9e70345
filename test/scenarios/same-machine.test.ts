import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../builders/definition.ts';
import { proveMessage } from '../builders/device-messages.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { connect } from '../builders/lan-client.ts';
import { askToBeLetIn, openConsole, openMonitor, openPanel, returnAsMonitor } from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const required = aDefinition({ units: ['u1'], scheme: aScheme({ isMonitorRequired: true }) });
const program = join(import.meta.dirname, '../../electron/host/verify.ts');

/** A host to which everything connects from its own machine, or from another one, as `place` says at the moment. */
async function hostAt(place: { isHere: boolean }) {
  const hosted = await hostedEvent({ definition: required, isThisMachine: () => place.isHere });
  return { ...hosted, operator: await openConsole(hosted.place) };
}

describe('the second person at the host’s own machine', () => {
  test('SAME-1: given a monitor’s page there, when it asks, then page, console and log are told', async () => {
    const { place, operator, host } = await hostAt({ isHere: true });
    const { client, number } = await askToBeLetIn(place, 'monitor');
    expect(client.all('welcome')[0]).toMatchObject({ isSameMachine: true });
    const { requests } = await operator.client.seen((view) => view.requests.length === 1);
    expect(requests[0]).toMatchObject({ number, isSameMachine: true });
    await operator.must({ kind: 'AdmitScreen', request: requests[0]?.id ?? '' });
    expect(host.state().screens).toMatchObject([{ role: 'monitor', isSameMachine: true }]);
    const prompter = await askToBeLetIn(place, 'prompter');
    expect(prompter.client.all('welcome')[0]).not.toHaveProperty('isSameMachine');
  });

  test('SAME-2: given a key admitted in one kind of place, when it comes from the other, then it is refused until admitted anew', async () => {
    for (const [isHere, code] of [
      [true, 'admitted-on-host'],
      [false, 'admitted-elsewhere'],
    ] as const) {
      const where = { isHere };
      const { place, operator } = await hostAt(where);
      const { key, screen, client } = await openMonitor(place, operator);
      await client.close();
      await (await returnAsMonitor(place, key)).client.close();
      where.isHere = !isHere;
      const moved = await connect<'monitor'>(place.origin);
      const welcome = await moved.hello('monitor', { publicKey: key.publicKey });
      expect(await moved.next('admission')).toMatchObject({ state: 'refused', refusal: { code } });
      moved.say(proveMessage(key, welcome));
      expect(await moved.next('admission')).toMatchObject({ state: 'refused', refusal: { code } });
      expect(moved.all('view')).toEqual([]);
      await operator.must({ kind: 'DismissScreen', screen });
      const anew = await openMonitor(place, operator, { key });
      expect(anew.client.view.rounds).toBeDefined();
    }
  });

  test('SAME-4: given it co-signs, then the console and `verify` name it, and the log is sound', async () => {
    const { place, operator, host, path } = await hostAt({ isHere: true });
    const monitor = await openMonitor(place, operator);
    const panels = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(place, seat)));
    await operator.next();
    await operator.next();
    for (const panel of panels) {
      await panel.client.seen((view) => view.ballot?.state === 'open');
      await panel.submit({ c1: '50', c2: '30' });
    }
    await operator.next();
    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    await monitor.client.seen((view) => view.result !== null);
    expect(await monitor.order({ kind: 'LookAtResult', what: 'result', unit: null })).toMatchObject({
      kind: 'accepted',
    });
    expect(await monitor.order(monitor.coSignature())).toMatchObject({ kind: 'accepted' });
    await operator.client.seen((view) => view.result?.isSameMachine === true);
    await host.stop();
    const { stdout } = spawnSync(
      process.execPath,
      [program, path, '--data', join(temporaryFolder(), 'none'), '--lang', 'en'],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain(`two persons, one machine: the device ${monitor.screen}`);
    expect(stdout).toMatch(/signs with a PIN; entries: \d+\n/);
    expect(stdout).toContain('nothing wrong');
  });
});
