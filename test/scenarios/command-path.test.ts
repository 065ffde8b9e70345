import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Screens } from '../../electron/host/authority.ts';
import { DiskFault } from '../../electron/host/log/disk-fault.ts';
import type { LinkedEntry } from '../../shared/domain/log/entry.ts';
import type { EventState } from '../../shared/domain/state.ts';
import { copyWhileOpen } from '../builders/copy-while-open.ts';
import { hostedEvent } from '../builders/hosted-event.ts';
import { openConsole, openPanel } from '../builders/lan-pages.ts';
import { authorityOver, openedSession } from '../builders/opened-session.ts';
import { temporaryFolder } from '../builders/temporary-folder.ts';

const bell = { kind: 'RingBell' } as const;
const prompt = (text: string) => ({ kind: 'SendPrompt', text }) as const;

function kindsOnDisk(session: ReturnType<typeof openedSession>): readonly string[] {
  return [...session.file.readEntries()].map(({ kind }) => kind);
}

/** The entries of an event that another process copied while the host held it open. */
function kindsInCopy(path: string): readonly string[] {
  const folder = temporaryFolder();
  for (const suffix of ['', '-wal']) copyWhileOpen(`${path}${suffix}`, join(folder, `copy${suffix}`));
  const db = new Database(join(folder, 'copy'));
  try {
    return db
      .prepare<[], { kind: string }>('SELECT kind FROM entries ORDER BY n')
      .all()
      .map(({ kind }) => kind);
  } finally {
    db.close();
  }
}

/** Screens that can't draw a prompt with this word. */
function screensThatBreakAt(word: string, shown: EventState[]): Screens<EventState> {
  return {
    prepare: (state) => {
      if (state.prompt?.text === word) throw new TypeError('no such glyph');
      return state;
    },
    publish: (state) => shown.push(state),
  };
}

describe('commands of one tick', () => {
  test('given many orders in one tick, when they are carried out, then they share one transaction and one picture', async () => {
    const session = openedSession();
    const commits: (readonly LinkedEntry[])[] = [];
    const file = {
      settings: () => session.file.settings(),
      changeSettings: session.file.changeSettings.bind(session.file),
      appendBatch: (linked: readonly LinkedEntry[]) => {
        commits.push(linked);
        session.file.appendBatch(linked);
      },
    };
    const { order, shown } = authorityOver(session, { file });

    const outcomes = await Promise.all(
      [bell, prompt('一'), bell, { kind: 'PauseTimer' } as const].map((c) => order(c)),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted', 'rejected']);
    expect(commits.map((linked) => linked.map(({ entry }) => entry.kind))).toEqual([
      ['BellRung', 'PromptSent', 'BellRung'],
    ]);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ bell: 2, prompt: { text: '一' } });
  });

  test('given orders that build on one another, when they come in one tick, then each sees what the one before did', async () => {
    const { order, authority } = authorityOver(openedSession());
    const [first, second, third] = await Promise.all([
      order({ kind: 'NextStep', from: null }),
      order({ kind: 'NextStep', from: null }),
      order({ kind: 'PauseTimer' }),
    ]);
    expect([first.kind, second.kind, third.kind]).toEqual(['accepted', 'rejected', 'accepted']);
    expect(authority.state.stage).toMatchObject({ step: 'rules', timer: { clock: { kind: 'paused' } } });
  });

  test('given two devices in one tick over the LAN, when the console sends two commands in one packet, then both are answered in order', async () => {
    const { place } = await hostedEvent();
    const operator = await openConsole(place);
    operator.client.socket.send('{"kind":"pong","id":0,"version":0}');
    const numbers = [operator.send(bell), operator.send(prompt('请注意')), operator.send(bell)];
    await operator.client.until(() =>
      operator.client.all('command-outcome').length === 3 ? true : undefined,
    );
    expect(operator.client.all('command-outcome').map(({ n }) => n)).toEqual(numbers);
  });
});

describe('a command that throws', () => {
  test('given an order whose picture can’t be drawn among good ones, when they come in one tick, then it alone is dropped and that is recorded', async () => {
    const session = openedSession();
    const shown: EventState[] = [];
    const { order, authority, faults } = authorityOver(session, {
      screens: screensThatBreakAt('炸', shown),
    });

    const outcomes = await Promise.all([order(bell), order(prompt('炸')), order(bell)]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'dropped', 'accepted']);
    expect(kindsOnDisk(session).slice(2)).toEqual(['BellRung', 'CommandDropped', 'BellRung']);
    expect(authority.state).toMatchObject({ bell: 2, prompt: null });
    expect(shown.map((state) => state.bell)).toEqual([2]);
    expect(faults).toContain('command SendPrompt');
  });

  test('given a repeated order beside one that throws, when the tick is run again one by one, then the repeat still counts once', async () => {
    const session = openedSession();
    const { order, authority } = authorityOver(session, { screens: screensThatBreakAt('炸', []) });
    const ref = { device: 'console 1', n: 1 };
    await order(bell, ref);

    const outcomes = await Promise.all([
      order(bell, ref),
      order(prompt('炸')),
      order(bell, { device: 'console 1', n: 2 }),
      order(bell, { device: 'console 1', n: 2 }),
    ]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'dropped', 'accepted', 'accepted']);
    expect(authority.state.bell).toBe(2);
  });

  test('given a dropped command, when the event is opened again, then its log replays', async () => {
    const folder = temporaryFolder();
    const session = openedSession(folder);
    const { order } = authorityOver(session, { screens: screensThatBreakAt('炸', []) });
    await order(prompt('炸'));
    session.file.close();
    expect(openedSession(folder).state).toMatchObject({ prompt: null, lastEntry: 2 });
  });
});

describe('an acknowledgement', () => {
  test('given a host that goes on, when a ballot and a command are acknowledged, then another process reads both from the disk', async () => {
    const { place, path } = await hostedEvent();
    const operator = await openConsole(place);
    const seat = await openPanel(place, 'A1');
    await operator.next();
    await operator.next();
    await seat.client.seen((view) => view.ballot?.state === 'open');

    expect(await seat.submit({ c1: '50', c2: '30' })).toMatchObject({ kind: 'stored' });
    expect(kindsInCopy(path).at(-1)).toBe('BallotStored');
    await operator.must(bell);
    expect(kindsInCopy(path).at(-1)).toBe('BellRung');
  });
});

describe('a commit that fails', () => {
  function failingDisk() {
    const session = openedSession();
    let isFull = false;
    const write = <Outcome>(act: () => Outcome): Outcome => {
      if (isFull) throw new DiskFault('SQLITE_FULL', null);
      return act();
    };
    const file = {
      settings: () => session.file.settings(),
      changeSettings: (change: object) => write(() => session.file.changeSettings(change)),
      appendBatch: (linked: readonly LinkedEntry[]) => write(() => session.file.appendBatch(linked)),
    };
    const disks: string[] = [];
    const parts = { file, diskChanged: ({ kind }: { readonly kind: string }) => disks.push(kind) };
    return {
      ...authorityOver(session, parts),
      session,
      disks,
      fill: () => {
        isFull = true;
      },
      free: () => {
        isFull = false;
      },
    };
  }

  test('given a full disk, when orders come, then nothing changes, nothing is shown and nothing is acknowledged', async () => {
    const { order, authority, shown, session, disks, fill } = failingDisk();
    fill();
    const outcomes = await Promise.all([order(bell), order(prompt('一'))]);
    expect(outcomes).toEqual([{ kind: 'disk-failed' }, { kind: 'disk-failed' }]);
    expect(authority.state).toBe(session.state);
    expect(shown).toEqual([]);
    expect(kindsOnDisk(session)).toEqual(['LogOpened', 'EventCreated']);
    expect(disks).toEqual(['failed']);
  });

  test('given a failed disk, when the curtain is drawn, then the screens follow at once and it is recorded once the disk is well', async () => {
    const { order, authority, shown, session, disks, fill, free } = failingDisk();
    fill();
    const [refused, drawn] = await Promise.all([
      order(bell),
      order({ kind: 'SetCurtain', curtain: 'black' }),
    ]);
    expect([refused.kind, drawn.kind]).toEqual(['disk-failed', 'accepted']);
    expect(shown.map(({ curtain }) => curtain.kind)).toEqual(['black']);
    expect(await order({ kind: 'SetCurtain', curtain: 'frozen' })).toMatchObject({ kind: 'accepted' });
    expect(shown.map(({ curtain }) => curtain.kind)).toEqual(['black', 'frozen']);
    expect(authority.state.curtain.kind).toBe('open');

    expect(await authority.retryDisk()).toBe(false);
    free();
    expect(await authority.retryDisk()).toBe(true);

    expect(disks.at(-1)).toBe('ok');
    expect(authority.state.curtain.kind).toBe('frozen');
    expect(kindsOnDisk(session).slice(2)).toEqual(['CurtainChanged']);
    expect(await order(bell)).toMatchObject({ kind: 'accepted' });
  });

  test('given an order refused by a full disk, when the same device sends it again later, then it is carried out', async () => {
    const { order, authority, fill, free } = failingDisk();
    const ref = { device: 'A1 1', n: 1 };
    fill();
    expect(await order(bell, ref)).toEqual({ kind: 'disk-failed' });
    free();
    await authority.retryDisk();
    expect(await order(bell, ref)).toMatchObject({ kind: 'accepted' });
    expect(authority.state.bell).toBe(1);
  });
});
