import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { dataFolder } from '../../electron/host/data-folder.ts';
import { type EventSession, openSession } from '../../electron/host/event-session.ts';
import { loadHostKey } from '../../electron/host/log/host-key.ts';
import { NextVersion } from '../../electron/host/next-version.ts';
import { type SignedBallot, signedBallotText } from '../../shared/protocol/signed-ballot.ts';
import { aDefinition } from './definition.ts';
import { aDeviceKey } from './device-key.ts';
import { aFakeClock } from './fake-clock.ts';
import { authorityOver } from './opened-session.ts';
import { attach, ballot, commandOf, count, jump, lock, next, type Order, pair, release } from './orders.ts';
import { temporaryFolder } from './temporary-folder.ts';

const seats = ['A1', 'A2', 'B1'];
/** One device for every seat, over all the files of a test. */
const keys = new Map(seats.map((seat) => [seat, aDeviceKey()]));

/** A ballot as the seat's device signs it. */
export const signedBallot =
  (seat: string, marks: readonly [string, string]): Order =>
  (state) => {
    const command = commandOf(ballot(seat, 'u1', marks), state);
    const key = keys.get(seat);
    if (command.kind !== 'SubmitBallot' || !key) throw new Error(`no ballot of ${seat}`);
    const { event, round, opening, scheme, device, n, mark, values } = command;
    const text = {
      protocol: 'leitai-ballot-1',
      event,
      round,
      opening,
      scheme,
      seat,
      device,
      n,
      mark,
      values,
    };
    const signed = signedBallotText(text as SignedBallot);
    return { ...command, signed, signature: key.sign(signed) };
  };

/** One unit, scored by three seats, counted, released, a photo attached. */
const contest: readonly Order[] = [
  ...seats.map((seat) => pair(seat, keys.get(seat)?.publicKey)),
  next,
  next,
  ...seats.map((seat) => signedBallot(seat, ['50', '30'])),
  next,
  lock('u1'),
  count(),
  jump('release'),
  release('all'),
];

export type ContestFile = {
  readonly session: EventSession;
  readonly nextVersion: NextVersion;
  /** Files that the host was told to go on with. */
  readonly goneOnWith: readonly string[];
  readonly order: (...orders: readonly Order[]) => Promise<void>;
  readonly stateNow: () => EventSession['state'];
  readonly close: () => void;
};

/** Opens an event file in this process, with everything by which it is closed and superseded. */
export function contestFile(path: string, data = join(path, '../data')): ContestFile {
  const clock = aFakeClock();
  const folder = dataFolder(data);
  const opened = openSession({ path, address: '', data: folder, key: loadHostKey(folder), clock }, () =>
    aDefinition({ units: ['u1'] }),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const session = opened.value;
  const { authority } = authorityOver(session, { clock });
  const goneOnWith: string[] = [];
  const nextVersion = new NextVersion({
    authority,
    file: session.file,
    data: folder,
    clock,
    isReadOnly: false,
    report: () => undefined,
    goOnWith: (next) => goneOnWith.push(next),
  });
  onTestFinished(() => session.file.close());
  return {
    session,
    nextVersion,
    goneOnWith,
    stateNow: () => authority.state,
    order: async (...orders) => {
      for (const each of orders) {
        const command = commandOf(each, authority.state);
        const by = command.kind === 'SubmitBallot' ? panelist(command.seat, command.device) : operator;
        const outcome = await authority.submit({ command, by, ref: null });
        if (outcome.kind !== 'accepted') throw new Error(`${command.kind}: ${JSON.stringify(outcome)}`);
      }
    },
    close: () => session.file.close(),
  };
}

const operator = { role: 'operator' } as const;

function panelist(seat: string, device: number) {
  return { role: 'panelist', seat: seat as never, device } as const;
}

/** A closed event in a file, held open. `photo` are the bytes of the signed protocol. */
export async function closedContest(
  path = join(temporaryFolder(), 'event.leitai'),
  photo: { readonly hash: string; readonly bytes: Buffer } | null = null,
  data?: string,
): Promise<ContestFile> {
  const file = contestFile(path, data);
  await file.order(...contest);
  if (photo) {
    file.session.file.putMediaPart(photo.hash, 0, photo.bytes);
    await file.order(attach({ hash: photo.hash, bytes: photo.bytes.length }));
  }
  await file.order({ kind: 'CloseEvent' });
  return file;
}
