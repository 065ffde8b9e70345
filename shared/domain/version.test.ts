import { describe, expect, test } from 'vitest';
import { aDefinition, aScheme } from '../../test/builders/definition.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import {
  admitChair,
  admitMonitor,
  ballot,
  count,
  jump,
  lock,
  look,
  next,
  pair,
  release,
  reopen,
  second,
  turn,
} from '../../test/builders/orders.ts';
import { coSigned, given, happened, type Scenario } from '../../test/builders/scenario.ts';
import { aSheetSource } from '../../test/builders/sheet-source.ts';
import { changeLines } from '../documents/change-lines.ts';
import { makeSheet } from '../documents/make-sheet.ts';
import { buildConsoleView } from '../views/build-console-view.ts';
import { sheetKinds } from '../views/sheet-kinds.ts';
import { decideVersion } from './decisions/version-decisions.ts';
import { entryName, versionNumber } from './event-version.ts';
import { evolve } from './evolve.ts';

const seats = ['A1', 'A2', 'B1'];
const head = { n: 29, hash: 'd'.repeat(64) };
const wish = { orderedBy: '组委会主任', reason: '第二席的分录错' };

function released(isMonitorRequired: boolean): Scenario {
  const definition = aDefinition({ scheme: aScheme({ isMonitorRequired }) });
  return given(
    definition,
    ...(isMonitorRequired ? [admitMonitor] : []),
    ...seats.map((seat) => pair(seat)),
    next,
    ...turn('u1', seats),
    ...turn('u2', seats, ['40', '20']),
    count(),
    ...(isMonitorRequired ? coSigned : []),
    jump('release'),
    release('all'),
  );
}

const closed = (run: Scenario) => run.and(happened({ kind: 'EventClosed' }));

/** The event in its next version. */
function superseded(run: Scenario): Scenario {
  const opened = decideVersion(wish, run.state, { ...head, n: run.entries.length - 1 });
  if (!opened.ok) throw new Error(opened.error.code);
  return run.and(happened(opened.value));
}

const alone = superseded(closed(released(false)));
const watched = superseded(closed(released(true)));

describe('EVENT-4: a closed event is corrected by a superseding version', () => {
  test('given an event that isn’t closed, then no version supersedes it', () => {
    expect(decideVersion(wish, released(false).state, head)).toMatchObject({
      ok: false,
      error: { code: 'event-not-closed' },
    });
  });

  test('given a closed event, then the version names its head, who ordered it and why, and the closed one takes no order', () => {
    const { state } = closed(released(false));
    expect(decideVersion(wish, state, head)).toEqual({
      ok: true,
      value: {
        kind: 'VersionOpened',
        version: 2,
        supersedes: { event: 'event', version: 1, ...head },
        ...wish,
      },
    });
    closed(released(false)).when(reopen('u1')).thenRefused('event-closed');
  });

  test('given another version than the next, or an event that goes on, then the log isn’t ours', () => {
    const { state, entries } = closed(released(false));
    const event = {
      kind: 'VersionOpened' as const,
      version: 3,
      supersedes: { event: 'event', version: 2, ...head },
      ...wish,
    };
    const last = entries.at(-1);
    if (!last) throw new Error('no entry');
    expect(() => evolve(state, { ...last, event })).toThrow('not the next');
    expect(() => evolve(alone.state, { ...last, event: { ...event, version: 3 } })).toThrow('not closed');
  });
});

describe('EVENT-5: a version begins where the closed one ended', () => {
  test('given a released result, then it is live with it, its devices and screens; nothing can be undone', () => {
    const before = closed(released(true)).state;
    const { state } = watched;
    expect(state.phase).toBe('live');
    expect(state.result).toEqual(before.result);
    expect(state.result.kind).toBe('released');
    expect([state.seatDevices, state.screens, state.rounds, state.stage]).toEqual([
      before.seatDevices,
      before.screens,
      before.rounds,
      before.stage,
    ]);
    expect([state.undo, state.redo, state.proposals]).toEqual([[], [], []]);
    watched.when({ kind: 'CountRounds', notCalled: [] }).thenRefused('already-counted');
  });

  test('given the chair’s device was asked and didn’t answer before the close, then it can be asked anew', () => {
    const definition = aDefinition({ scheme: aScheme({ isMonitorRequired: true }) });
    const asked = given(
      definition,
      admitMonitor,
      admitChair,
      ...seats.map((seat) => pair(seat)),
      next,
      ...turn('u1', seats),
      ...turn('u2', seats, ['40', '20']),
      count(),
      ...coSigned,
      jump('release'),
      { kind: 'AskChair' },
    );
    asked.when({ kind: 'AskChair' }).thenRefused('chair-asked');
    superseded(closed(asked))
      .when({ kind: 'AskChair' })
      .thenHappens({ kind: 'ChairAsked', count: 1, about: 'release' });
  });

  test('given a proposal that nobody answered before the close, then it is gone', () => {
    const asked = released(true).and({
      kind: 'ProposeAct',
      act: { kind: 'what-if', question: { kind: 'without-trim' } },
      reason: '?',
    });
    expect(asked.state.proposals).toHaveLength(1);
    expect(superseded(closed(asked)).state.proposals).toEqual([]);
  });
});

describe('a correction in a superseding version', () => {
  const act = { kind: 'reopen', round: 'u1.1' } as const;

  test('RESULT-9, given a required monitor, then it takes the second device; without one a second press', () => {
    watched.when({ kind: 'ReopenRound', round: 'u1.1', reason: 'typo' }).thenRefused('second-device-needed');
    watched
      .and({ kind: 'ProposeAct', act, reason: 'typo' })
      .when(second(1))
      .thenHappens(
        expect.objectContaining({ kind: 'ActSeconded' }),
        expect.objectContaining({ kind: 'RoundReopened', opening: 2 }),
      );
    alone.when({ kind: 'ReopenRound', round: 'u1.1', reason: 'typo' }).thenRefused('second-press-needed');
  });

  test('BALLOT-2, given a round opened again in the new version, then a ballot signed for the old version’s opening is refused', () => {
    const again = alone.and(reopen('u1'));
    const old = ballot('A1', 'u1', ['60', '40'], { opening: 1, n: 9 });
    again.when(old).thenRefused('round-reopened');
    alone.when(old).thenRefused('round-closed');
    again.when(ballot('A1', 'u1', ['60', '40'])).thenHappens(expect.objectContaining({ opening: 2 }));
  });

  test('given a corrected ballot, when it is counted, co-signed and released, then the event closes again and the next version is the third', () => {
    const corrected = closed(
      watched.and(
        { kind: 'ProposeAct', act, reason: 'typo' },
        second(1),
        ballot('A1', 'u1', ['10', '10']),
        lock('u1'),
        count(),
        ...coSigned,
        jump('release'),
        release('all'),
      ),
    );
    expect(corrected.state.result).toMatchObject({ kind: 'released', count: 2 });
    expect(corrected.state.phase).toBe('closed');
    const third = superseded(corrected);
    expect(versionNumber(third.state)).toBe(3);
    expect(third.state.versions.map(({ version, supersedes }) => [version, supersedes.version])).toEqual([
      [2, 1],
      [3, 2],
    ]);
  });
});

describe('EVENT-7: what the sheets and the changelog say of a version', () => {
  const corrected = alone.and(
    reopen('u1'),
    ballot('A1', 'u1', ['0', '0']),
    lock('u1'),
    count(),
    jump('release'),
    release('all'),
  );
  const source = aSheetSource(corrected.state, {
    changes: changeLines(corrected.state, 'zh-Hans', () => '10:00'),
    opening: 'e'.repeat(64),
  });
  const version = `第 2 版，取代第 1 版（末条 #${closed(released(false)).entries.length - 1}，指纹 `;

  test.each(sheetKinds.filter((kind) => kind !== 'opening'))(
    'given a superseding version, then the sheet %s says which version it is, what it supersedes and by which entry it opens',
    (kind) => {
      const made = makeSheet(kind, source, { unit: 'u1', seat: 'A1' }, 'zh-Hans');
      if (!made.ok) throw new Error(made.error);
      expect(made.value.marks).toContainEqual(`更正版本：${version}${'d'.repeat(16)}）`);
      expect(made.value.footers.map(({ line }) => line)).toContain(`本版首条：指纹 ${'e'.repeat(64)}`);
    },
  );

  test('RESULT-12, given a superseding version, then the changelog says which, of what head, who ordered it and why', () => {
    const line = corrected.state.changes.find(({ what }) => what === 'version-opened');
    expect(line).toMatchObject({ reason: `${wish.orderedBy}: ${wish.reason}`, version: { version: 2 } });
    expect(source.changes[0]).toEqual({
      // A scenario has no opening of its log before it.
      n: '#2/0',
      time: '10:00',
      what: `${version}${'d'.repeat(64)}）：更正版本`,
      reason: `${wish.orderedBy}决定：${wish.reason}`,
      seconded: '',
    });
  });

  test('given another result than the version before, then the result sheet has both; given the same, only one', () => {
    const headings = (run: Scenario) => {
      const made = makeSheet('result', aSheetSource(run.state), { unit: null, seat: null }, 'zh-Hans');
      if (!made.ok) throw new Error(made.error);
      return made.value.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    };
    expect(headings(corrected)).toContain('第 1 版的结果（已被取代）');
    expect(headings(alone)).not.toContain('第 1 版的结果（已被取代）');
    const made = makeSheet('result', source, { unit: null, seat: null }, 'zh-Hans');
    const tables = made.ok ? made.value.blocks.filter((block) => block.kind === 'table') : [];
    const rowsOf = (index: number) => {
      const table = tables[index];
      return table?.kind === 'table' ? table.rows.map(([place, unit, total]) => [place, unit, total]) : [];
    };
    expect(rowsOf(0)).not.toEqual(rowsOf(1));
    expect(rowsOf(1)[0]).toEqual(['1', '示例 u1', '80.00']);
  });

  test('given another result than the version before, then the console has both once the new one may be seen, and not before', () => {
    const former = (run: Scenario) => buildConsoleView(run.state, aLiveInfo()).result?.former;
    expect(former(corrected)).toMatchObject([
      { of: { kind: 'version', version: 1 }, rows: [{ unit: { id: 'u1' }, place: '1', total: '80.00' }, {}] },
    ]);
    expect(former(alone)).toEqual([]);
    const counted = alone.and(reopen('u1'), ballot('A1', 'u1', ['0', '0']), lock('u1'), count());
    expect(former(counted)).toEqual([]);
    expect(former(counted.and(look))).toEqual(former(corrected));
  });

  test('given entries of two versions, then each is named by its version and its own number', () => {
    const first = alone.state.versions[0]?.first ?? 0;
    expect([0, first - 1, first, first + 3].map((n) => entryName(alone.state, n))).toEqual([
      '1/0',
      `1/${first - 1}`,
      '2/0',
      '2/3',
    ]);
    expect(entryName(released(false).state, 7)).toBe('7');
  });
});
