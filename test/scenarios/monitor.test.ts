import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import { coSignText } from '../../shared/protocol/monitor-signature.ts';
import { aDefinition, aScheme } from '../builders/definition.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { pairMessage, proveMessage } from '../builders/device-messages.ts';
import { aFakeClock } from '../builders/fake-clock.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import { connect } from '../builders/lan-client.ts';
import {
  askToBeLetIn,
  type ConsolePage,
  cardOf,
  claimSeat,
  type MonitorPage,
  openChair,
  openConsole,
  openMonitor,
  openPanel,
  type PanelPage,
  returnAsMonitor,
} from '../builders/lan-pages.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const look = { kind: 'LookAtResult', what: 'result', unit: null } as const;

const required = aDefinition({ units: ['u1'], scheme: aScheme({ isMonitorRequired: true }) });

type Contest = HostedEvent & { readonly operator: ConsolePage; readonly monitor: MonitorPage };

const refusalOf = (outcome: CommandOutcome) =>
  outcome.kind === 'refused' ? [outcome.refusal.code, outcome.refusal.path] : outcome.kind;

async function started(): Promise<Contest & { readonly seats: readonly PanelPage[] }> {
  const hosted = await hostedEvent({ definition: required });
  const operator = await openConsole(hosted.place);
  const monitor = await openMonitor(hosted.place, operator);
  const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(hosted.place, seat)));
  return { ...hosted, operator, monitor, seats };
}

/** One unit, scored by three seats and counted; the operator stands on the step that releases. */
async function counted(): Promise<Contest> {
  const contest = await started();
  const { operator, seats } = contest;
  await operator.next();
  await operator.next();
  for (const seat of seats) {
    await seat.client.seen((view) => view.ballot?.state === 'open');
    await seat.submit({ c1: '50', c2: '30' });
  }
  await operator.next();
  await operator.must({ kind: 'LockRound', round: 'u1.1' });
  await countAgain(contest);
  await operator.must({ kind: 'JumpTo', step: 'release' });
  return contest;
}

async function countAgain({ operator, monitor }: Contest): Promise<void> {
  const before = monitor.client.view.result?.count ?? 0;
  await operator.must({ kind: 'CountRounds', notCalled: [] });
  await monitor.client.seen((view) => view.result !== null && view.result.count > before);
}

/** Asks for the figures of the count that stands. */
async function lookAt({ client, order }: MonitorPage): Promise<void> {
  await order(look);
  await client.seen((view) => view.result?.isSeen === true);
}

/** Looks at the count that stands, and signs it. */
async function coSign(monitor: MonitorPage): Promise<CommandOutcome> {
  await lookAt(monitor);
  return monitor.order(monitor.coSignature());
}

const release = { kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true } as const;

/** Everything wrong with the stored log. */
function findingsIn(path: string) {
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  return verifyLog(examined.value.rows, expectations, verifySignature).findings;
}

describe('SCREEN-1: admission', () => {
  test('given a device that asks, when the operator has not admitted it, then it sees nothing and may order nothing', async () => {
    const { place, host } = await hostedEvent({ definition: required });
    const operator = await openConsole(place);
    const { client, number } = await askToBeLetIn(place, 'monitor');
    expect(number).toMatch(/^\d{4}$/);
    client.say({
      kind: 'monitor-command',
      page: 'a'.repeat(16),
      n: 1,
      command: look,
    });
    expect((await client.next('refused')).refusal).toMatchObject({ code: 'not-admitted', path: 'kind' });
    expect(client.all('view')).toEqual([]);
    const { requests } = await operator.client.seen((view) => view.requests.length === 1);
    expect(requests[0]).toMatchObject({ kind: 'screen', role: 'monitor', number });
    expect(host.state().screens).toEqual([]);
  });

  test('given it was admitted, when the host starts again, then its key opens it under the same id', async () => {
    const first = await counted();
    const { key, screen } = first.monitor;
    await coSign(first.monitor);
    await first.host.stop();
    const { place } = await hostedEvent({ folder: first.folder, definition: required });
    const back = await returnAsMonitor(place, key);
    expect(back.screen).toBe(screen);
    expect(back.client.view.result).toMatchObject({ count: 1, coSigned: true });
    expect(back.client.view.result?.isSeen).toBe(true);
    expect(await back.order(look)).toMatchObject({
      kind: 'accepted',
    });
  });

  test('given an admitted monitor, when the operator dismisses it, then it is cut off and its key opens nothing', async () => {
    const { place, operator, monitor } = await counted();
    const signature = monitor.coSignature();
    await operator.must({ kind: 'DismissScreen', screen: monitor.screen });
    await monitor.client.until(() => monitor.client.closed ?? undefined);
    const back = await connect<'monitor'>(place.origin);
    const welcome = await back.hello('monitor', { publicKey: monitor.key.publicKey });
    expect(await back.next('admission')).toMatchObject({ state: 'pair' });
    back.say(proveMessage(monitor.key, welcome));
    expect(await back.next('admission')).toMatchObject({ state: 'pair' });
    back.say({ kind: 'monitor-command', page: 'b'.repeat(16), n: 1, command: signature });
    expect((await back.next('refused')).refusal.code).toBe('not-admitted');
    expect(await operator.order(release)).toMatchObject({ refusal: { code: 'not-co-signed' } });
  });
});

describe('PANEL-4: a device has one role', () => {
  test('given a panelist’s key, when it wants to be a monitor, then it is refused', async () => {
    const { place } = await hostedEvent({ definition: required });
    const { key } = await openPanel(place, 'A1');
    const client = await connect<'monitor'>(place.origin);
    const welcome = await client.hello('monitor', { publicKey: key.publicKey });
    expect(await client.next('admission')).toMatchObject({ state: 'pair' });
    const { publicKey, signature } = { ...proveMessage(key, welcome), ...key };
    client.say({ kind: 'ask-admission', publicKey, signature });
    expect((await client.next('refused')).refusal).toMatchObject({
      code: 'already-paired',
      path: 'publicKey',
    });
    client.say(proveMessage(key, welcome));
    expect(await client.next('admission')).toMatchObject({ state: 'pair' });
    expect(client.all('admitted')).toEqual([]);
  });

  test('given a monitor’s key, when it claims a seat with that seat’s card, then it is refused and the card is unspent', async () => {
    const { place, monitor, host } = await hostedEvent({ definition: required }).then(async (hosted) => ({
      ...hosted,
      monitor: await openMonitor(hosted.place, await openConsole(hosted.place)),
    }));
    const card = await cardOf(place, 'A1');
    const client = await connect<'panel'>(place.origin);
    const welcome = await client.hello('panel', { publicKey: monitor.key.publicKey });
    client.say(pairMessage({ kind: 'card', ...card }, monitor.key, welcome));
    await client.next('admission');
    expect(await client.next('admission')).toMatchObject({
      state: 'refused',
      refusal: { code: 'device-is-a-screen', path: 'publicKey' },
    });
    expect(host.state().seatDevices).toEqual({});
    expect((await cardOf(place, 'A1')).isSpent).toBe(false);
  });

  test('given a device that waits for a seat in use, when it becomes the monitor meanwhile, then it doesn’t get the seat', async () => {
    const { place, host } = await hostedEvent({ definition: required });
    const operator = await openConsole(place);
    await openPanel(place, 'A1');
    const card = await cardOf(place, 'A1');
    const second = await claimSeat(place, { kind: 'card', ...card });
    const { requests } = await operator.client.seen((view) => view.requests.length === 1);
    await openMonitor(place, operator, { key: second.key });
    expect(await operator.order({ kind: 'AdmitSeatDevice', request: requests[0]?.id ?? '' })).toMatchObject({
      refusal: { code: 'device-is-a-screen', path: 'publicKey' },
    });
    expect(host.state().seatDevices.A1?.device).toBe(1);
  });

  test('given a monitor’s key, when it comes as a prompter, then it is not let in as either', async () => {
    const { place } = await hostedEvent({ definition: required });
    const { key } = await openMonitor(place, await openConsole(place));
    const client = await connect<'prompter'>(place.origin);
    const welcome = await client.hello('prompter', { publicKey: key.publicKey });
    expect(await client.next('admission')).toMatchObject({ state: 'pair' });
    client.say(proveMessage(key, welcome));
    expect(await client.next('admission')).toMatchObject({ state: 'pair' });
    expect(client.all('admitted')).toEqual([]);
  });

  test('given the tables of roles, when the wrong page sends a message, then it is refused and nothing changes', async () => {
    const { place, host, monitor, seats } = await started();
    const before = host.state();
    const command = {
      kind: 'CoSignCount',
      count: 1,
      figures: '0'.repeat(64),
      signed: '',
      signature: '0'.repeat(128),
    } as const;
    const [seat] = seats;
    seat?.client.say({ kind: 'monitor-command', page: 'c'.repeat(16), n: 1, command });
    expect((await seat?.client.next('refused'))?.refusal).toMatchObject({ code: 'wrong-role', path: 'kind' });
    const operator = await openConsole(place);
    operator.client.say({ kind: 'monitor-command', page: 'c'.repeat(16), n: 1, command });
    expect((await operator.client.next('refused')).refusal.code).toBe('wrong-role');
    monitor.client.say({ kind: 'command', page: 'c'.repeat(16), n: 1, command: { kind: 'RingBell' } });
    expect((await monitor.client.next('refused')).refusal.code).toBe('wrong-role');
    monitor.client.say({ kind: 'acknowledge-prompt', n: 1, message: 1 });
    expect((await monitor.client.next('refused')).refusal.code).toBe('wrong-role');
    expect(host.state()).toBe(before);
  });
});

describe('RESULT-7: the co-signature over the wire', () => {
  test('given a count, when the monitor signs what stands on its page, then it is recorded and the result may be released', async () => {
    const contest = await counted();
    const { operator, monitor, host, path } = contest;
    expect(await operator.order(release)).toMatchObject({ refusal: { code: 'not-co-signed' } });
    const command = monitor.coSignature();
    expect(refusalOf(await monitor.order(command))).toEqual(['not-looked', '']);
    await lookAt(monitor);
    expect(await monitor.order(command)).toMatchObject({ kind: 'accepted', entry: expect.any(Number) });
    await monitor.client.seen((view) => view.result?.coSigned === true);
    await operator.must(release);
    expect(host.state().result).toMatchObject({
      kind: 'released',
      coSigned: { screen: monitor.screen, figures: command.figures },
    });
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given a signature by another key, another text, other figures or an old count, when it is sent, then it is refused with code and path and counted', async () => {
    const contest = await counted();
    const { operator, monitor, host } = contest;
    const before = host.state();
    const { result } = monitor.client.view;
    const good = monitor.coSignature();
    const forged = { ...good, signature: aDeviceKey().sign(good.signed) };
    expect(refusalOf(await monitor.order(forged))).toEqual(['bad-signature', 'signature']);
    const other = { event: before.definition.id, count: 1, figures: 'f'.repeat(64), screen: monitor.screen };
    const signed = coSignText(other);
    const overOthers = { ...good, signed, signature: monitor.key.sign(signed) };
    expect(refusalOf(await monitor.order(overOthers))).toEqual(['not-canonical', 'signed']);
    expect(refusalOf(await monitor.order({ ...overOthers, figures: other.figures }))).toEqual([
      'wrong-figures',
      'figures',
    ]);
    const early = coSignText({ ...other, count: 2, figures: result?.figures ?? '' });
    const ahead = { ...good, count: 2, signed: early, signature: monitor.key.sign(early) };
    expect(refusalOf(await monitor.order(ahead))).toEqual(['wrong-count', 'count']);
    expect(host.state()).toBe(before);
    const { refusals } = await operator.client.seen(({ refusals }) => refusals.total === 4);
    expect(refusals.byCode.map(({ code }) => code).sort()).toEqual([
      'bad-signature',
      'not-canonical',
      'wrong-count',
      'wrong-figures',
    ]);
  });

  test('given a message without its fields, when it is sent, then the field is named', async () => {
    const { monitor } = await started();
    const bad = { kind: 'CoSignCount', count: 1, figures: 'x', signed: '', signature: '0'.repeat(128) };
    monitor.client.sayRaw(
      JSON.stringify({ kind: 'monitor-command', page: 'd'.repeat(16), n: 1, command: bad }),
    );
    expect((await monitor.client.next('refused')).refusal).toMatchObject({
      code: 'bad-message',
      path: 'command.figures',
    });
  });

  test('given its answer was lost, when the monitor says it again under the same number, then it gets the same answer and nothing is recorded twice', async () => {
    const { monitor, host } = await counted();
    await lookAt(monitor);
    const command = monitor.coSignature();
    const first = await monitor.order(command, 7);
    const after = host.state().lastEntry;
    expect(await monitor.order(command, 7)).toEqual(first);
    expect(host.state().lastEntry).toBe(after);
    expect(refusalOf(await monitor.order(command, 8))).toEqual(['already-co-signed', '']);
  });
});

test('RESULT-8: given an objection, when the operator releases, then it is blocked until it is withdrawn or overridden', async () => {
  const { operator, monitor, host, path } = await counted();
  await coSign(monitor);
  const first = monitor.objection('第 3 席离席');
  // RESULT-15
  expect(refusalOf(await monitor.order({ ...first, reason: '第 1 席离席' }))).toEqual([
    'not-canonical',
    'signed',
  ]);
  const forged = { ...first, signature: aDeviceKey().sign(first.signed) };
  expect(refusalOf(await monitor.order(forged))).toEqual(['bad-signature', 'signature']);
  expect(await monitor.order(first)).toMatchObject({ kind: 'accepted' });
  expect(await operator.order(release)).toMatchObject({ refusal: { code: 'objection-open' } });
  await monitor.client.seen((view) => view.result?.objection !== null);
  await monitor.order(monitor.withdrawal('已核对'));
  await monitor.order(monitor.objection('第 2 席离席'));
  await operator.must({ kind: 'OverrideObjection', reason: '已核对签到表' });
  await operator.must(release);
  const { changes, result } = await monitor.client.seen((view) => view.result?.phase === 'released');
  expect(changes.map(({ what, reason }) => [what, reason])).toEqual([
    ['monitor-admitted', '127.0.0.1'],
    ['objection', '第 3 席离席'],
    ['objection-withdrawn', '已核对'],
    ['objection', '第 2 席离席'],
    ['objection-overridden', '已核对签到表'],
  ]);
  expect(result?.objection).toEqual({
    reason: '第 2 席离席',
    overridden: '已核对签到表',
    isByDevice: false,
  });
  await host.stop();
  expect(findingsIn(path)).toEqual([]);
});

describe('CHAIR-2, CHAIR-3: the chair’s own device', () => {
  test('given an objection, when the chair’s device overrides it and releases, then with its signature alone, and the log proves it', async () => {
    const { operator, monitor, place, host, path } = await counted();
    const chair = await openChair(place, operator);
    await monitor.order(monitor.objection('第 2 席离席'));
    await chair.client.seen((view) => view.result?.matter === 'objection');
    await operator.must({ kind: 'AskChair' });
    await chair.client.seen((view) => view.result?.isAsked === true);
    expect(await operator.order({ kind: 'OverrideObjection', reason: 'x' })).toMatchObject({
      refusal: { code: 'chair-overrides' },
    });
    await chair.order(chair.override('已核对签到表'));
    await chair.client.seen((view) => view.result?.matter === 'release');
    expect(await operator.order(release)).toMatchObject({ refusal: { code: 'chair-releases' } });
    const good = chair.release();
    const forged = { ...good, signature: aDeviceKey().sign(good.signed) };
    expect(refusalOf(await chair.order(forged))).toEqual(['bad-signature', 'signature']);
    // How the hall is shown it is signed too.
    expect(refusalOf(await chair.order({ ...good, reveal: 'all' }))).toEqual(['not-canonical', 'signed']);
    // Until the release no message to it has held a figure.
    expect(JSON.stringify(chair.client.all('view'))).not.toMatch(/total|"rows"|"marks"|units":/);
    expect(await chair.order(good)).toMatchObject({ kind: 'accepted' });
    const { acts } = await chair.client.seen((view) => view.result?.released !== null);
    expect(acts.map(({ what }) => what)).toEqual(['overridden', 'released']);
    const { result } = await monitor.client.seen((view) => view.result?.phase === 'released');
    expect(result?.released).toEqual({ by: 'chair', device: '127.0.0.1' });
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given the chair’s device, when it is lost, then it is dismissed with a reason, and the operator releases', async () => {
    const { operator, monitor, place } = await counted();
    const { screen, client } = await openChair(place, operator);
    await coSign(monitor);
    expect(await operator.order({ kind: 'DismissScreen', screen })).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    await operator.must({ kind: 'DismissScreen', screen, reason: '设备没电' });
    await client.until(
      () => client.all('admission').find(({ refusal }) => refusal?.code === 'dismissed'),
      'that it was dismissed',
    );
    await operator.must(release);
    const { changes, result } = await monitor.client.seen((view) => view.result?.phase === 'released');
    expect(changes.at(-1)).toMatchObject({ what: 'chair-dismissed', reason: '127.0.0.1: 设备没电' });
    expect(result?.released).toEqual({ by: 'operator', device: null });
  });
});

describe('RESULT-9: two devices', () => {
  const propose = {
    kind: 'ProposeAct',
    act: { kind: 'reopen', round: 'u1.1' },
    reason: '第 1 席打错',
  } as const;

  test('given a released result, when the monitor lets a reopening happen, then the log says which device, and a new count is needed', async () => {
    const contest = await counted();
    const { operator, monitor, host, path } = contest;
    await coSign(monitor);
    await operator.must(release);
    const old = monitor.coSignature();
    expect(await operator.order({ kind: 'ReopenRound', round: 'u1.1', reason: 'x' })).toMatchObject({
      refusal: { code: 'second-device-needed' },
    });
    await operator.must(propose);
    await monitor.client.seen((view) => view.proposals.length === 1);
    const good = monitor.second(1);
    const forged = { ...good, signature: aDeviceKey().sign(good.signed) };
    expect(refusalOf(await monitor.order(forged))).toEqual(['bad-signature', 'signature']);
    expect(refusalOf(await monitor.order({ ...good, proposal: 2 }))).toEqual([
      'unknown-proposal',
      'proposal',
    ]);
    expect(refusalOf(await monitor.order(good))).toBe('accepted');
    const { changes } = await monitor.client.seen((view) => view.proposals.length === 0);
    expect(changes.at(-1)).toMatchObject({
      what: 'round-reopened',
      reason: '第 1 席打错',
      seconded: '127.0.0.1',
    });
    expect(host.state().changes.at(-1)?.seconded).toBe(monitor.screen);

    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    await countAgain(contest);
    expect(refusalOf(await monitor.order(old))).toEqual(['wrong-count', 'count']);
    expect(refusalOf(await coSign(monitor))).toBe('accepted');
    await operator.must(release);
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given the log of it, when a co-signed figure or a co-signature is changed in the file, then its entry is named', async () => {
    const contest = await counted();
    const { operator, monitor, host, path } = contest;
    await coSign(monitor);
    await operator.must(release);
    await host.stop();
    const db = new Database(path);
    db.exec('DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted;');
    const entryOf = (kind: string) =>
      (db.prepare('SELECT n FROM entries WHERE kind = ?').get(kind) as { readonly n: number }).n;
    const [countEntry, signEntry] = [entryOf('RoundsCounted'), entryOf('CountCoSigned')];
    const releaseEntry = entryOf('ResultReleased');
    const flip = (n: number, from: string, to: string) =>
      db
        .prepare('UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), ?, ?) AS BLOB) WHERE n = ?')
        .run(from, to, n);
    flip(countEntry, '"total":"80.00"', '"total":"90.00"');
    db.close();
    expect(findingsIn(path)).toMatchObject([{ n: countEntry, code: 'altered' }]);
    const again = new Database(path);
    again
      .prepare(
        "UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '90.00', '80.00') AS BLOB) WHERE n = ?",
      )
      .run(countEntry);
    again
      .prepare(
        `UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"signature":"', '"signature":"0') AS BLOB) WHERE n = ?`,
      )
      .run(signEntry);
    again.close();
    const findings = findingsIn(path);
    // A release whose co-signature doesn't hold is one without.
    expect(new Set(findings.map(({ n, detail }) => `${n} ${detail.kind}`))).toEqual(
      new Set([
        `${signEntry} stored-hash-differs`,
        `${signEntry} signature-misfit`,
        `${releaseEntry} not-co-signed`,
      ]),
    );
  });

  test('given a proposal, when the monitor declines it, then nothing happens and the console is told', async () => {
    const { operator, monitor, host } = await counted();
    await operator.must(propose);
    await monitor.client.seen((view) => view.proposals.length === 1);
    await monitor.order(monitor.declining(1));
    await operator.client.seen((view) => view.proposals.length === 0);
    expect(host.state().result.kind).toBe('counted');
  });

  test('RESULT-11: given a question about the result, when the monitor lets it be asked, then each sees the answer after its own look and nothing changes', async () => {
    const { operator, monitor, host } = await counted();
    const before = host.state().result;
    await operator.must({
      kind: 'ProposeAct',
      act: { kind: 'what-if', question: { kind: 'without-group', group: 'B' } },
      reason: '有人问起',
    });
    await monitor.client.seen((view) => view.proposals.length === 1);
    expect(monitor.client.view.whatIfs).toEqual([]);
    await monitor.order(monitor.second(1));
    const { whatIfs } = await monitor.client.seen((view) => view.whatIfs.length === 1);
    expect(whatIfs).toMatchObject([{ proposal: 1, question: { kind: 'without-group' }, moved: null }]);
    expect(operator.client.view.whatIfs).toMatchObject([{ moved: null }]);
    expect(host.state().result).toEqual(before);
    await lookAt(monitor);
    expect(monitor.client.view.whatIfs).toMatchObject([{ moved: [] }]);
    expect(operator.client.view.whatIfs).toMatchObject([{ moved: null }]);
    await operator.must(look);
    expect(operator.client.view.whatIfs).toMatchObject([{ moved: [] }]);
  });
});

test('RESULT-10, VIEW-6: given a count, when the monitor asks for the figures, then it gets them and the look stands on its page', async () => {
  const { monitor } = await counted();
  expect(monitor.client.view.result).toMatchObject({ isSeen: false, rows: [] });
  expect(monitor.client.raw.join('')).not.toContain('"80.00"');
  await monitor.order(look);
  const { result, looks } = await monitor.client.seen((view) => view.result?.isSeen === true);
  expect(result?.rows).toMatchObject([{ place: '1', total: '80.00' }]);
  // RULE-28: worked out after the answer, and shown by itself.
  const { lookBack } = await monitor.client.seen((view) => view.lookBack !== null);
  expect(lookBack?.panels).toMatchObject([{ judges: 2 }, { judges: 1 }]);
  expect(monitor.client.view.result?.odd).toEqual([]);
  expect(looks).toMatchObject([{ by: 'monitor', device: '127.0.0.1', what: 'result' }]);
});

test('RESULT-10, VIEW-6: given two monitors’ devices, when one asks for the figures, then the other is told of the look and receives none of them', async () => {
  const { place, operator, monitor } = await counted();
  const other = await openMonitor(place, operator);
  await lookAt(monitor);
  await other.client.seen((view) => view.looks.length === 1);
  expect(other.client.view.result).toMatchObject({ isSeen: false, rows: [], odd: null });
  const later = await returnAsMonitor(place, other.key);
  for (const { client } of [other, later]) expect(client.raw.join('')).not.toContain('"80.00"');
  expect(refusalOf(await other.order(other.coSignature()))).toEqual(['not-looked', '']);
  await lookAt(later);
  expect(other.client.view.result?.isSeen).toBe(true);
  expect(refusalOf(await other.order(other.coSignature()))).toBe('accepted');
});

describe('EVENT-8, EVENT-9: the end of an event with a monitor', () => {
  const close = { kind: 'CloseEvent' } as const;

  async function releasedAndAsked() {
    const contest = await counted();
    await coSign(contest.monitor);
    await contest.operator.must(release);
    const before = contest.host.session.file.head;
    await contest.operator.must(close);
    await contest.monitor.client.seen((view) => view.proposals.length === 1);
    return { ...contest, before };
  }

  test('given the operator closes, when the monitor signs what it is shown, then both have sealed the log as it stood', async () => {
    const { operator, monitor, host, path, before } = await releasedAndAsked();
    const [proposal] = monitor.client.view.proposals ?? [];
    const figures = monitor.client.view.result?.figures;
    expect(proposal?.act).toMatchObject({ kind: 'close', result: 'released', figures, head: before });
    expect(host.state().phase).toBe('live');
    const good = monitor.second(proposal?.id ?? 0);
    const forged = { ...good, signature: aDeviceKey().sign(good.signed) };
    expect(refusalOf(await monitor.order(forged))).toEqual(['bad-signature', 'signature']);
    expect(refusalOf(await monitor.order(good))).toBe('accepted');
    await operator.client.seen((view) => view.stage.phase === 'closed');
    expect(refusalOf(await operator.order({ kind: 'RingBell' }))).toEqual(['event-closed', '']);
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });

  test('given nobody signs, when the operator closes with a reason, then the log is sound and the changelog says why', async () => {
    const { operator, host, path } = await releasedAndAsked();
    expect(refusalOf(await operator.order(close))).toEqual(['close-proposed', '']);
    await operator.must({ ...close, reason: '监督员设备没电' });
    const { changes } = await operator.client.seen((view) => view.stage.phase === 'closed');
    expect(changes.at(-1)).toMatchObject({ what: 'closed-alone', reason: '监督员设备没电' });
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });
});

describe('VIEW-6: before the count', () => {
  /** What a monitor is sent while two units are scored with these marks; without what differs between two runs. */
  async function watched(event: string, marks: readonly (readonly [string, string])[]) {
    const folder = temporaryFolder();
    copyFileSync(event, join(folder, 'event.leitai'));
    const clock = aFakeClock('boot-1', 2_000_000);
    const { place, host } = await hostedEvent({ folder, clock, definition: required });
    const operator = await openConsole(place);
    const { client, screen } = await openMonitor(place, operator);
    const seats = await Promise.all(['A1', 'A2', 'B1'].map((seat) => openPanel(place, seat)));
    await operator.next();
    await operator.next();
    for (const [index, seat] of seats.entries()) {
      clock.pass(100);
      await seat.client.seen((view) => view.ballot?.state === 'open');
      const [c1, c2] = marks[index] ?? ['0', '0'];
      await seat.submit({ c1, c2 });
      await client.seen((view) => view.rounds[0]?.counts.submitted === index + 1);
    }
    clock.pass(100);
    await operator.must({ kind: 'ReturnBallot', round: 'u1.1', seat: 'A1', reason: '打错' });
    await client.seen((view) => view.rounds[0]?.returned.length === 1);
    const [c1, c2] = marks[3] ?? ['0', '0'];
    await seats[0]?.submit({ c1, c2 });
    await operator.next();
    await operator.must({ kind: 'LockRound', round: 'u1.1' });
    await client.seen((view) => view.rounds[0]?.state === 'locked');
    await client.close();
    await host.stop();
    return client.traffic().map((text) =>
      text
        .replace(/127\.0\.0\.1:\d+/g, 'host')
        .replace(/"number":"\d{4}"/, '"number":"…"')
        .replaceAll(screen, 'the monitor'),
    );
  }

  test('given two contests that differ only in marks, then the monitor gets the same bytes', async () => {
    const { host, path } = await hostedEvent({ clock: aFakeClock(), definition: required });
    await host.stop();
    const low = await watched(path, [
      ['0', '0'],
      ['13.5', '19.5'],
      ['60', '40'],
      ['1', '1'],
    ]);
    const high = await watched(path, [
      ['60', '40'],
      ['59.5', '39'],
      ['2', '0.5'],
      ['33', '10'],
    ]);
    expect(low.length).toBeGreaterThan(10);
    expect(high).toEqual(low);
  });
});
