import { describe, expect, test } from 'vitest';
import { verifySignature } from '../../electron/host/log/ed25519.ts';
import { examineEventFile } from '../../electron/host/log/examine-event-file.ts';
import { sha256 } from '../../electron/host/log/hashing.ts';
import { signatureRules } from '../../shared/domain/log/signature-rules.ts';
import { verifyLog } from '../../shared/domain/log/verify.ts';
import { anEventUnder, onEach, ranked } from '../builders/any-event.ts';
import { type HostedEvent, hostedEvent } from '../builders/hosted-event.ts';
import {
  type ConsolePage,
  openConsole,
  openMonitor,
  openPanel,
  openProjector,
  type PanelPage,
} from '../builders/lan-pages.ts';
import { builtIn } from '../cases/read-built-in.ts';

type Hall = HostedEvent & { readonly operator: ConsolePage; readonly seats: readonly PanelPage[] };

async function opened(name: string, perGroup: number): Promise<Hall> {
  const definition = anEventUnder(builtIn(name), { seats: perGroup });
  const hosted = await hostedEvent({ definition });
  const operator = await openConsole(hosted.place);
  const seats = await Promise.all(definition.seats.map(({ id }) => openPanel(hosted.place, id)));
  return { ...hosted, operator, seats };
}

/** Every seat sends its paper for the round that is open. */
async function voteAll({ seats }: Hall, values: (index: number) => { readonly [field: string]: string }) {
  for (const [index, seat] of seats.entries()) {
    await seat.client.seen((view) => view.ballot?.state === 'open');
    expect(await seat.submit(values(index))).toMatchObject({ kind: 'stored', values: values(index) });
  }
}

/** Everything wrong with the stored log. */
function findingsIn(path: string) {
  const examined = examineEventFile(path);
  if (!examined.ok) throw new Error(examined.error.code);
  const expectations = { heads: [], hostKeys: null, rules: signatureRules, sha256 };
  return verifyLog(examined.value.rows, expectations, verifySignature).findings;
}

/** Goes on to the step that locks, and locks. */
async function lock({ operator }: Hall) {
  await operator.next();
  const { round } = await operator.client.seen(
    (view) => view.round?.due === 0 && view.round.state === 'open',
  );
  await operator.must({ kind: 'LockRound', round: round?.round ?? '' });
}

const release = { kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true } as const;

describe('S1: boards, a mark for each speech, a ranking of all', () => {
  test('given the whole event over the network, when it is released and stopped, then the wall has the places and the log is sound', async () => {
    const hall = await opened('S1-county-ranking', 2);
    const { operator, place, host, path } = hall;
    const wall = await openProjector(place);
    const monitor = await openMonitor(place, operator);
    await operator.next();
    for (const mark of ['90', '80', '70']) {
      await operator.next();
      await voteAll(hall, () => ({ total: mark }));
      await lock(hall);
    }
    await operator.next();
    await wall.seen(
      (view) => view.scene.kind === 'ballot' && view.scene.unit === null && view.counts?.expected === 4,
    );
    await voteAll(hall, (index) => (index === 0 ? ranked('u2', 'u1', 'u3') : ranked('u1', 'u2', 'u3')));
    await wall.seen((view) => view.counts?.submitted === 4);
    await lock(hall);
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    await operator.must({ kind: 'JumpTo', step: 'release' });
    await monitor.client.seen((view) => view.result?.count === 1);
    await monitor.order({ kind: 'LookAtResult', what: 'result', unit: null });
    expect(await monitor.order(monitor.coSignature())).toMatchObject({ kind: 'accepted' });
    await operator.must(release);
    const { scene } = await wall.seen(
      (view) => view.scene.kind === 'ranking' && view.scene.rows.length === 3,
    );
    expect(
      scene.kind === 'ranking' && scene.rows.map(({ place: shown, total }) => `${shown} ${total}`),
    ).toEqual(['1 97.64', '2 93.96', '3 89.20']);
    await host.stop();
    expect(findingsIn(path)).toEqual([]);
  });
});

describe('O12: a secret election', () => {
  test('SECRET-4: given a paper that is turned away, then the console counts it and learns neither the card nor the field', async () => {
    const hall = await opened('O12-election', 2);
    const { operator, seats, host } = hall;
    await operator.next();
    await operator.next();
    const [seat] = seats;
    await seat?.client.seen((view) => view.ballot?.state === 'open');
    const outcome = await seat?.submit(onEach('vote', { u1: 'yes', u2: 'perhaps', u3: 'no' }));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { path: 'values.u2/vote' } });
    const { refusals } = await operator.client.seen((view) => view.refusals.total === 1);
    expect(refusals.last).toMatchObject({ code: 'not-yes-or-no', path: '', from: '—' });
    await host.stop();
  });
});

describe('O12: a secret election', () => {
  test('given papers of cards, when one never comes, then its group is waited for with one fewer, and no seat is named to anybody', async () => {
    const hall = await opened('O12-election', 3);
    const { operator, seats, host } = hall;
    await operator.next();
    await operator.next();
    const two = seats.slice(0, 2);
    for (const seat of two) {
      await seat.client.seen((view) => view.ballot?.state === 'open');
      const outcome = await seat.submit(onEach('vote', { u1: 'yes', u2: 'no', u3: 'no' }));
      expect(outcome).toMatchObject({ kind: 'stored', ballotNumber: 1 });
    }
    const { round } = await operator.client.seen((view) => view.round?.due === 1);
    expect(round).toMatchObject({
      isSecret: true,
      missing: [],
      decisions: [],
      cards: [{ group: 'ALL', due: 1 }],
    });
    const id = round?.round ?? '';
    const refused = await operator.order({
      kind: 'DecideMissing',
      round: id,
      seats: ['ALL3'],
      decision: 'absent',
      reason: 'away',
    });
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'ballot-secret' } });
    await operator.must({
      kind: 'LowerExpected',
      round: id,
      group: 'ALL',
      by: 1,
      reason: 'a card was not taken',
    });
    await lock(hall);
    await operator.must({ kind: 'CountRounds', notCalled: [] });
    expect(host.state().result.kind).toBe('counted');
    // The console's traffic never told which card had voted.
    expect(operator.client.traffic().some((text) => text.includes('"ballot":"stored"'))).toBe(false);
  });
});

describe('O3: two groups, each with a ballot of its own, on one paper', () => {
  test('given judges and public, when each sends its own part, then another’s is refused by its field and both count', async () => {
    const hall = await opened('O3-singers', 1);
    const [judge, voter] = hall.seats;
    if (!judge || !voter) throw new Error('no seats');
    await hall.operator.next();
    await hall.operator.next();
    await voter.client.seen((view) => view.ballot?.state === 'open');
    const seen = await judge.client.seen((view) => view.ballot?.state === 'open');
    expect([seen.casts, seen.ballot?.parts.map(({ id }) => id)]).toEqual([['marks'], ['marks', 'yes']]);
    expect(await voter.submit({ 'marks/total': '99' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'unknown-value', path: 'values.marks/total' },
    });
    expect(await judge.submit({ 'marks/total': '91.5' })).toMatchObject({ kind: 'stored' });
    expect(await voter.submit({ 'yes/vote': 'yes' })).toMatchObject({ kind: 'stored' });
    await lock(hall);
  });
});
