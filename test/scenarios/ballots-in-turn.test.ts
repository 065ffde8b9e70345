import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../electron/host/authority.ts';
import { OrderLine } from '../../electron/host/order-line.ts';
import type { LinkedEntry } from '../../shared/domain/log/entry.ts';
import { aDeviceKey } from '../builders/device-key.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel } from '../builders/lan-pages.ts';
import { authorityOver, openedSession } from '../builders/opened-session.ts';
import { ballot, commandOf, decideSeats, lock, next, pair, type Order as Wish } from '../builders/orders.ts';
import { actorOf } from '../builders/scenario.ts';

const good = { c1: '50', c2: '30' };

/** A check that ends when the test says so. */
function aCheck() {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  return { check: promise, comesOut: resolve, breaks: () => reject(new Error('no such algorithm')) };
}

/** An open round of three seats with devices, and the line in front of the authority. */
async function openedRound() {
  const session = openedSession();
  const commits: string[][] = [];
  const file = {
    settings: () => session.file.settings(),
    changeSettings: session.file.changeSettings.bind(session.file),
    appendBatch: (linked: readonly LinkedEntry[]) => {
      commits.push(linked.map(({ entry }) => entry.kind));
      session.file.appendBatch(linked);
    },
  };
  const { authority } = authorityOver(session, { file });
  const line = new OrderLine(authority);
  const orderOf = (wish: Wish): Order => {
    const command = commandOf(wish, authority.state);
    return { command, by: actorOf(command), ref: null };
  };
  const order = (wish: Wish) => line.submit(orderOf(wish));
  for (const wish of [pair('A1'), pair('A2'), pair('B1'), next, next]) await order(wish);
  commits.length = 0;
  return {
    order,
    commits,
    stop: () => line.stop(),
    ballots: () => authority.state.rounds['u1.1']?.ballots ?? {},
    vote: (wish: Wish, check: Promise<boolean>) => line.submitIf(check, orderOf(wish)),
  };
}

const kindOf = (outcome: { readonly kind: string } | null) => outcome?.kind ?? null;

describe('BALLOT-7: ballots keep the order of their arrival while signatures are checked', () => {
  test('given two ballots of a seat, when the later one is checked first, then both are stored in turn and the later one counts', async () => {
    const { vote, ballots } = await openedRound();
    const [first, second] = [aCheck(), aCheck()];
    const outcomes = [
      vote(ballot('A1', 'u1', ['10', '10'], { n: 1 }), first.check),
      vote(ballot('A1', 'u1', ['20', '20'], { n: 2 }), second.check),
    ];
    second.comesOut(true);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ballots().A1).toBeNull();

    first.comesOut(true);

    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(['accepted', 'accepted']);
    expect(ballots().A1).toMatchObject({ n: 2, ballotNumber: 2, values: { c1: '20' } });
  });

  test('given a ballot being checked, when the round is locked after its arrival, then the ballot is in it', async () => {
    const { vote, order, ballots } = await openedRound();
    await order(decideSeats('u1', ['A2', 'B1']));
    const { check, comesOut } = aCheck();
    const voted = vote(ballot('A1', 'u1', ['10', '10']), check);
    const locked = order(lock('u1'));
    comesOut(true);
    expect(kindOf(await voted)).toBe('accepted');
    expect(kindOf(await locked)).toBe('accepted');
    expect(ballots().A1).toMatchObject({ n: 1 });
  });

  test('given many ballots being checked, when the checks end in any order, then few commits take them all', async () => {
    const { vote, ballots, commits } = await openedRound();
    const checks = Array.from({ length: 300 }, aCheck);
    const voted = checks.map(({ check }, index) =>
      vote(ballot('A1', 'u1', ['10', '10'], { n: index + 1 }), check),
    );
    for (const { comesOut } of [...checks].reverse()) comesOut(true);
    expect((await Promise.all(voted)).map(kindOf)).toEqual(checks.map(() => 'accepted'));
    expect(ballots().A1).toMatchObject({ n: 300, ballotNumber: 300 });
    expect(commits).toHaveLength(1);
  });

  test('given a long line, when one check at its end takes its time, then those before it needn’t wait for it', async () => {
    const { vote, ballots } = await openedRound();
    const checks = Array.from({ length: 700 }, aCheck);
    const voted = checks.map(({ check }, index) =>
      vote(ballot('A1', 'u1', ['10', '10'], { n: index + 1 }), check),
    );
    const slow = checks.pop();
    for (const { comesOut } of checks) comesOut(true);
    await Promise.all(voted.slice(0, 500));
    expect(ballots().A1?.n).toBeGreaterThanOrEqual(500);
    expect(ballots().A1?.n).toBeLessThan(700);
    slow?.comesOut(true);
    await Promise.all(voted);
    expect(ballots().A1?.n).toBe(700);
  });

  test('given ballots being checked, when one is forged and one check breaks, then those two alone are not stored', async () => {
    const { vote, ballots } = await openedRound();
    const [forged, broken, sound] = [aCheck(), aCheck(), aCheck()];
    const outcomes = Promise.allSettled([
      vote(ballot('A1', 'u1', ['10', '10']), forged.check),
      vote(ballot('A2', 'u1', ['10', '10']), broken.check),
      vote(ballot('B1', 'u1', ['10', '10']), sound.check),
    ]);
    sound.comesOut(true);
    broken.breaks();
    forged.comesOut(false);
    const [first, second, third] = await outcomes;
    expect(first).toEqual({ status: 'fulfilled', value: null });
    expect(second).toMatchObject({ status: 'rejected', reason: { message: 'no such algorithm' } });
    expect(third).toMatchObject({ value: { kind: 'accepted' } });
    expect([ballots().A1, ballots().A2, ballots().B1?.n]).toEqual([null, null, 1]);
  });

  test('given one page, when it sends ballots without waiting, a forged one among them, then the others are answered in turn', async () => {
    const { place, host } = await hostedEvent();
    const operator = await openConsole(place);
    const seat = await openPanel(place, 'A1');
    await operator.next();
    await operator.next();
    await seat.client.seen((view) => view.ballot?.state === 'open');
    const messages = Array.from({ length: 30 }, (_, index) => seat.ballot({ ...good, c1: `${index}` }));
    const [forged] = messages.splice(20, 1);
    messages.splice(20, 0, {
      ...seat.ballot(good, {}, 21),
      signature: aDeviceKey().sign(forged?.signed ?? ''),
    });
    for (const message of messages) seat.client.say(message);
    await seat.client.until(() => (seat.client.all('ballot-outcome').length === 30 ? true : undefined));
    const answers = seat.client.all('ballot-outcome');
    const [refused, stored] = [
      answers.filter(({ outcome }) => outcome.kind === 'refused'),
      answers.filter(({ outcome }) => outcome.kind === 'stored'),
    ];
    expect(stored.map(({ n }) => n)).toEqual(messages.map(({ n }) => n).filter((n) => n !== 21));
    expect(refused).toMatchObject([{ n: 21, outcome: { refusal: { code: 'bad-signature' } } }]);
    expect(host.state().rounds['u1.1']?.ballots.A1).toMatchObject({ n: 30, ballotNumber: 29 });
  });
});

describe('BALLOT-1: only the newest device votes, however long a check takes', () => {
  test('given a device that is replaced while its ballot is being checked, when the replacement came first, then the ballot is refused', async () => {
    const { vote, order, ballots } = await openedRound();
    const [other, own] = [aCheck(), aCheck()];
    const before = vote(ballot('A2', 'u1', ['10', '10']), other.check);
    const replaced = order(pair('A1', 'the key of another device'));
    const voted = vote(ballot('A1', 'u1', ['10', '10'], { device: 1 }), own.check);
    own.comesOut(true);
    other.comesOut(true);
    expect([await before, await replaced, await voted].map(kindOf)).toEqual([
      'accepted',
      'accepted',
      'rejected',
    ]);
    expect(await voted).toMatchObject({ rejection: { code: 'wrong-device' } });
    expect(ballots().A1).toBeNull();
  });

  test('given a device that is replaced while its ballot is being checked, when the ballot came first, then it counts', async () => {
    const { vote, order, ballots } = await openedRound();
    const { check, comesOut } = aCheck();
    const voted = vote(ballot('A1', 'u1', ['10', '10']), check);
    const replaced = order(pair('A1', 'the key of another device'));
    comesOut(true);
    expect([await voted, await replaced].map(kindOf)).toEqual(['accepted', 'accepted']);
    expect(ballots().A1).toMatchObject({ device: 1 });
  });
});

describe('BALLOT-7: a host that stops takes what had arrived before', () => {
  test('given ballots being checked, when the host stops, then it waits for them in turn, and nothing later is taken', async () => {
    const { vote, order, stop, ballots } = await openedRound();
    const [first, forged] = [aCheck(), aCheck()];
    const inTime = [
      vote(ballot('A1', 'u1', ['10', '10']), first.check),
      vote(ballot('A2', 'u1', ['10', '10']), forged.check),
      order(next),
    ];
    let isStopped = false;
    const stopped = stop().then(() => {
      isStopped = true;
    });
    const late = [vote(ballot('B1', 'u1', ['10', '10']), Promise.resolve(true)), order(next)];
    forged.comesOut(false);
    await new Promise((resolve) => setImmediate(resolve));
    expect(isStopped).toBe(false);

    first.comesOut(true);
    await stopped;

    expect([ballots().A1?.n, ballots().A2, ballots().B1]).toEqual([1, null, null]);
    expect((await Promise.all(inTime)).map(kindOf)).toEqual(['accepted', null, 'accepted']);
    expect((await Promise.all(late)).map(kindOf)).toEqual(['read-only', 'read-only']);
  });

  test('given a running host, when it stops while ballots of a page are being checked, then they are in the file in order, without a fault', async () => {
    const { place, host, faults, folder } = await hostedEvent();
    const operator = await openConsole(place);
    const seat = await openPanel(place, 'A1');
    await operator.next();
    await operator.next();
    await seat.client.seen((view) => view.ballot?.state === 'open');
    // The threads that check signatures have other work first.
    const busy = Array.from({ length: 4 }, () => promisify(pbkdf2)('x', 'y', 150_000, 64, 'sha512'));
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
    for (const n of numbers) seat.client.say(seat.ballot({ ...good, c1: `${n}` }));
    // Refused without a check: when that is told, the ballots before it have arrived.
    seat.client.say({ kind: 'ask-admission', publicKey: '', signature: '' });
    await seat.client.until(() => seat.client.all('refused')[0]);
    await host.stop();
    expect(seat.client.all('ballot-outcome')).toEqual([]);
    await Promise.all(busy);

    expect(faults).toEqual([]);
    const again = await hostedEvent({ folder });
    const stored = [...again.host.session.file.readEntries()].filter(({ kind }) => kind === 'BallotStored');
    expect(stored.map(({ cmd }) => cmd?.n)).toEqual(numbers);
  });
});
