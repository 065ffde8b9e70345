import { createHmac, createPublicKey, verify } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { pairingText } from '../../shared/protocol/device-proof.ts';
import { ballotCheckCode } from '../../shared/views/ballot-check-code.ts';
import type { BallotFormView } from '../../shared/views/view-sections.ts';
import {
  admission,
  admitted,
  type Peer,
  startContractHost,
  welcome,
} from '../../test/builders/contract-host.ts';
import type { DeviceStorage } from '../connection/device-storage.ts';
import { memoryStorage } from '../connection/memory-storage.ts';
import type { SeatClaim } from '../connection/seat-claim.ts';
import { panelSamples } from '../gallery/panel-samples.ts';
import { openPanelStore } from './panel-store.ts';

const claim: SeatClaim = { kind: 'card', seat: 's12', secret: '0123456789abcdef0123456789abcdef' };
const marks = { c1: '18.5', c2: '14', c3: '13.5', c4: '18.5', c5: '14', c6: '14' };
const sample = panelSamples.scoring?.().view;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Answer = (peer: Peer, message: Peer['heard'][number]) => void;

/** A host that lets every device in and then answers ballots as the test says. */
async function hostWith(
  onBallot: (peer: Peer, ballot: Extract<Peer['heard'][number], { kind: 'ballot' }>) => void,
) {
  const paired = new Set<string>();
  let introduced = '';
  const enter = (peer: Peer) => {
    peer.say(admitted('s12'));
    peer.say({ kind: 'view', version: { start: 1, n: 1 }, sections: { ...sample } });
  };
  return startHost((peer, message) => {
    if (message.kind === 'hello') {
      introduced = message.publicKey ?? '';
      peer.say(welcome());
      peer.say(admission(paired.has(introduced) ? 'prove' : 'pair'));
    }
    if (message.kind === 'pair') {
      paired.add(message.publicKey);
      enter(peer);
    }
    if (message.kind === 'prove') enter(peer);
    if (message.kind === 'ballot') onBallot(peer, message);
  });
}

async function startHost(answer: Answer) {
  const host = await startContractHost(answer);
  closing.push(host.stop);
  return host;
}

async function open(
  origin: string,
  storage: DeviceStorage = memoryStorage(),
  card: SeatClaim | null = claim,
) {
  const paired = vi.fn();
  const page = await openPanelStore({
    storage,
    claim: card,
    paired,
    origin,
    origins: { read: () => [], keep: () => undefined },
    timing: { silenceMs: 10_000, connectMs: 500, backOffMs: [10, 20] },
  });
  closing.push(page.close);
  return { ...page, paired, storage };
}

const inSeat = ({ store }: Awaited<ReturnType<typeof open>>) =>
  vi.waitFor(() =>
    expect(store.getState()).toMatchObject({ isRestored: true, view: { seat: { number: 12 } } }),
  );

function formOf({ store }: Awaited<ReturnType<typeof open>>): BallotFormView {
  const form = store.getState().view.ballot;
  if (!form) throw new Error('no round is open');
  return form;
}

const ballots = (peers: readonly Peer[]) =>
  peers.map(({ heard }) => heard.flatMap((message) => (message.kind === 'ballot' ? [message.n] : [])));

const store = (peer: Peer, n: number, signed: string) =>
  peer.say({
    kind: 'ballot-outcome',
    n,
    outcome: {
      kind: 'stored',
      round: 'u5.1',
      opening: 1,
      ballotNumber: n,
      values: marks,
      code: ballotCheckCode(signed),
    },
  });

describe('joining', () => {
  test('given a card, the device claims its seat by MAC; once in, the secret may go from the address bar', async () => {
    const host = await hostWith(() => undefined);
    const page = await open(host.origin);
    expect(page.paired).not.toHaveBeenCalled();
    await inSeat(page);
    const pair = host.peers[0]?.heard[1];
    if (pair?.kind !== 'pair' || claim.kind !== 'card') throw new Error('no claim was made');
    const text = pairingText('c'.repeat(32), 'event-1', pair.publicKey, 's12');
    expect(pair.mac).toBe(createHmac('sha256', claim.secret).update(text).digest('hex'));
    expect(page.paired).toHaveBeenCalled();
    expect(page.store.getState().pairing).toEqual({ kind: 'none' });
  });

  test('given a reload, the device proves its key and needs no card', async () => {
    const host = await hostWith(() => undefined);
    const before = await open(host.origin);
    await inSeat(before);
    before.close();
    await inSeat(await open(host.origin, before.storage, null));
    expect(host.peers[1]?.heard.map(({ kind }) => kind)).toEqual(['hello', 'prove']);
  });

  test('given a wrong code, the refusal is held and another code is claimed on the same connection', async () => {
    const refusal = { code: 'wrong-card', path: '', params: {} };
    const host = await startHost((peer, message) => {
      if (message.kind === 'hello') {
        peer.say(welcome());
        peer.say(admission('pair'));
      }
      if (message.kind === 'pair') {
        peer.say({ kind: 'admission', state: 'refused', number: null, retryAfterMs: 1_000, refusal });
      }
    });
    const page = await open(host.origin, memoryStorage(), null);
    await vi.waitFor(() => expect(page.store.getState().admission).toEqual(admission('pair')));
    const wrong: SeatClaim = { kind: 'code', code: '7F3KD0QXM2' };
    page.store.getState().claimSeat(wrong);
    await vi.waitFor(() =>
      expect(page.store.getState().pairing).toMatchObject({ kind: 'refused', claim: wrong, refusal }),
    );
    page.store.getState().claimSeat({ kind: 'code', code: '0000000000' });
    await vi.waitFor(() => expect(host.peers[0]?.heard).toHaveLength(3));
  });

  test('given a seat that has a device, the claim stands through a cut until the operator lets it in', async () => {
    let isAllowed = false;
    const host = await startHost((peer, message) => {
      if (message.kind === 'hello') {
        peer.say(welcome());
        peer.say(admission('pair'));
      }
      if (message.kind !== 'pair') return;
      if (!isAllowed) return peer.say(admission('wait-for-operator'));
      peer.say(admitted('s12'));
      peer.say({ kind: 'view', version: { start: 1, n: 1 }, sections: { ...sample } });
    });
    const page = await open(host.origin);
    await vi.waitFor(() => expect(page.store.getState().admission).toEqual(admission('wait-for-operator')));
    isAllowed = true;
    host.peers[0]?.cut();
    await inSeat(page);
  });

  test('given the seat moved to another device, nothing of it stays here and the page says so', async () => {
    const host = await hostWith(() => undefined);
    const page = await open(host.origin);
    await inSeat(page);
    host.peers[0]?.say(admission('pair'));
    await vi.waitFor(() => expect(page.store.getState().pairing).toEqual({ kind: 'displaced' }));
    expect(page.store.getState().view).toEqual({});
  });

  test('given two events on one device, each has its own key and the connection starts over with it', async () => {
    const storage = memoryStorage();
    await storage.keepKey('event-1', '11'.repeat(32));
    await storage.keepKey('event-2', '22'.repeat(32));
    const host = await startHost((peer, message) => {
      if (message.kind === 'hello') peer.say(welcome());
    });
    await open(host.origin, storage, null);
    await vi.waitFor(() => expect(host.peers).toHaveLength(2));
    const keys = host.peers.map(({ heard }) => heard[0]?.kind === 'hello' && heard[0].publicKey);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('ballots on their way', () => {
  test('given a submission, the host can verify the signature over exactly what was marked', async () => {
    const host = await hostWith(() => undefined);
    const page = await open(host.origin);
    await inSeat(page);
    await page.store.getState().submit(formOf(page), marks);
    await vi.waitFor(() => expect(ballots(host.peers)).toEqual([[1]]));
    const [, pair, ballot] = host.peers[0]?.heard ?? [];
    if (pair?.kind !== 'pair' || ballot?.kind !== 'ballot') throw new Error('no ballot came');
    const key = createPublicKey({
      key: Buffer.from(`302a300506032b6570032100${pair.publicKey}`, 'hex'),
      format: 'der',
      type: 'spki',
    });
    expect(verify(null, Buffer.from(ballot.signed), key, Buffer.from(ballot.signature, 'hex'))).toBe(true);
    expect(JSON.parse(ballot.signed)).toEqual({
      protocol: 'leitai-ballot-1',
      event: 'event-1',
      round: 'u5.1',
      opening: 1,
      scheme: '0'.repeat(64),
      seat: 's12',
      device: 1,
      n: 1,
      mark: 'demo',
      values: marks,
    });
  });

  test('given a paper of two ballots on all units, the fields are signed by their names, and the paper is kept to tell them', async () => {
    const paper = panelSamples['ranking-and-winner']?.().view.ballot;
    if (!paper) throw new Error('no paper');
    const values = { 'ranking/u1/place': '1', 'winner/u1/vote': 'yes' };
    const host = await hostWith(() => undefined);
    const before = await open(host.origin);
    await inSeat(before);
    host.peers[0]?.say({
      kind: 'view',
      version: { start: 1, n: 2 },
      sections: { ballot: paper, casts: ['ranking', 'winner'], notOn: [] },
    });
    await vi.waitFor(() => expect(before.store.getState().view.ballot).toEqual(paper));
    before.store.getState().keepDraft(paper.round, values);
    await before.store.getState().submit(paper, values);
    await vi.waitFor(() => expect(ballots(host.peers)).toEqual([[1]]));
    const ballot = host.peers[0]?.heard.find(({ kind }) => kind === 'ballot');
    expect(ballot?.kind === 'ballot' && JSON.parse(ballot.signed)).toMatchObject({
      round: paper.round,
      values,
    });
    before.close();
    const after = await open(host.origin, before.storage, null);
    await inSeat(after);
    const { ballots: kept, drafts } = after.store.getState();
    expect(drafts).toEqual({ [paper.round]: values });
    expect(kept[0]).toMatchObject({
      values,
      paper: { unit: null, shape: { hasSeveralForms: true, isOnAllUnits: true } },
    });
    expect(kept[0]?.paper.parts.map(({ id }) => id)).toEqual(['ranking', 'winner']);
  });

  test('given a cut before the acknowledgement, the same ballots are sent again in order, and never after it', async () => {
    let answers = false;
    const host = await hostWith((peer, { n, signed }) => answers && store(peer, n, signed));
    const page = await open(host.origin);
    await inSeat(page);
    await page.store.getState().submit(formOf(page), marks);
    await page.store.getState().submit(formOf(page), { ...marks, c6: '15' });
    await vi.waitFor(() => expect(ballots(host.peers)).toEqual([[1, 2]]));
    answers = true;
    host.peers[0]?.cut();
    await vi.waitFor(() =>
      expect(page.store.getState().ballots.map(({ fate }) => fate.kind)).toEqual(['stored', 'stored']),
    );
    host.peers[1]?.cut();
    await vi.waitFor(() => expect(host.peers[2]?.heard.map(({ kind }) => kind)).toEqual(['hello', 'prove']));
    await page.store.getState().submit(formOf(page), marks);
    await vi.waitFor(() => expect(ballots(host.peers)).toEqual([[1, 2], [1, 2], [3]]));
  });

  test('given a submission without a line and then a reload, it is sent by itself', async () => {
    const host = await hostWith((peer, { n, signed }) => store(peer, n, signed));
    const before = await open(host.origin);
    await inSeat(before);
    const form = formOf(before);
    before.close();
    await before.store.getState().submit(form, marks);
    expect(ballots(host.peers)).toEqual([[]]);
    const after = await open(host.origin, before.storage, null);
    await vi.waitFor(() => expect(after.store.getState().ballots[0]?.fate.kind).toBe('stored'));
    expect(ballots(host.peers)).toEqual([[], [1]]);
  });

  test('given a refusal, it is kept with its reason and the ballot is not sent again', async () => {
    const refusal = { code: 'round-reopened', path: 'opening', params: { opening: 2 } };
    const host = await hostWith((peer, { n }) =>
      peer.say({ kind: 'ballot-outcome', n, outcome: { kind: 'refused', refusal } }),
    );
    const page = await open(host.origin);
    await inSeat(page);
    await page.store.getState().submit(formOf(page), marks);
    await vi.waitFor(() =>
      expect(page.store.getState().ballots[0]?.fate).toEqual({ kind: 'refused', refusal }),
    );
    host.peers[0]?.cut();
    await vi.waitFor(() => expect(host.peers[1]?.heard).toHaveLength(2));
    expect(ballots(host.peers)).toEqual([[1], []]);
  });

  test('given a host that can’t write, the ballot stays on its way and is sent again', async () => {
    const refusal = { code: 'disk-failed', path: '', params: {} };
    let isWritable = false;
    const host = await hostWith((peer, { n, signed }) => {
      if (isWritable) store(peer, n, signed);
      else peer.say({ kind: 'ballot-outcome', n, outcome: { kind: 'refused', refusal } });
      isWritable = true;
    });
    const page = await open(host.origin);
    await inSeat(page);
    await page.store.getState().submit(formOf(page), marks);
    await vi.waitFor(() => expect(ballots(host.peers)).toEqual([[1]]));
    expect(page.store.getState().ballots[0]?.fate.kind).toBe('unsent');
    await vi.waitFor(() => expect(page.store.getState().ballots[0]?.fate.kind).toBe('stored'), 8_000);
  });

  test('given marks not yet submitted, they are there again after a reload', async () => {
    const host = await hostWith(() => undefined);
    const before = await open(host.origin);
    await inSeat(before);
    before.store.getState().keepDraft('u5.1', { c1: '18.5' });
    before.close();
    const after = await open(host.origin, before.storage, null);
    await inSeat(after);
    expect(after.store.getState().drafts).toEqual({ 'u5.1': { c1: '18.5' } });
  });
});
