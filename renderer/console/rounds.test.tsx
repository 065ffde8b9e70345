import { act, screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { anEventUnder, cast, lockOpen, onEach, openRound, ranked } from '../../test/builders/any-event.ts';
import { judgedJumps, timedRuns } from '../../test/builders/attempts.ts';
import {
  atHand,
  confirm,
  consoleOf,
  enter,
  key,
  press,
  wait,
  withConsoleClocks,
  write,
} from '../../test/builders/console-at-hand.tsx';
import { next, pair, recuse } from '../../test/builders/orders.ts';
import { given } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';

/** Roles are looked up in the whole console. */
vi.setConfig({ testTimeout: 20_000 });

withConsoleClocks();

const s1Seats = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'];
const spoken = [next, ...s1Seats.map((seat) => cast(seat, { total: '90' })), next, lockOpen];
const reported = given(anEventUnder(builtIn('S1-county-ranking')), ...s1Seats.map((seat) => pair(seat))).and(
  next,
  ...spoken,
  ...spoken,
  ...spoken,
);
const s1Voting = reported.and(next);
const allRanked = s1Seats.map((seat) => cast(seat, ranked('u1', 'u2', 'u3')));

describe('a round on all units', () => {
  test('given the scheme has another ballot, then hero, panel and big button name the units and the ballot', () => {
    consoleOf(s1Voting.and(next));
    expect(screen.getByText('全部单位 · 测评名次票 · 第 1 轮')).toBeTruthy();
    expect(screen.getByText('全部单位 · 测评名次票 · 评分中')).toBeTruthy();
    expect(screen.getByText('锁票前还有 6 席没有结论')).toBeTruthy();
  });

  test('given every ballot is in, when the big button is pressed and confirmed, then the round is locked', async () => {
    const { sent } = consoleOf(s1Voting.and(...allRanked, next));
    expect(screen.getByText('锁票：全部单位 · 测评名次票 已存 6 / 6')).toBeTruthy();
    key(' ');
    await confirm();
    expect(sent).toEqual([{ kind: 'LockRound', round: '*.1' }]);
  });

  test('given a seat was recused from every unit, then that is withdrawn by unit, in the seat’s menu', () => {
    const { desk, sent } = consoleOf(
      s1Voting.and(recuse('A1', 'u1'), recuse('A1', 'u2'), recuse('A1', 'u3'), next),
    );
    press('撤销');
    expect(desk.getState()).toMatchObject({ drawer: 'seat', drawerTarget: 'A1' });
    expect(sent).toEqual([]);
  });

  test('it can be voided to be voted on again, and was never meant for one unit', async () => {
    const { sent } = consoleOf(s1Voting.and(next));
    key('v');
    expect(screen.queryByRole('button', { name: '开错单位，应为' })).toBeNull();
    write(/作废的理由/, '表决出错');
    press('作废');
    await confirm();
    expect(sent).toEqual([
      { kind: 'VoidRound', round: '*.1', why: 'vote-again', toUnit: null, reason: '表决出错' },
    ]);
  });

  test('given it hasn’t been held, then the count says which ballot which units lack', () => {
    const { sent } = consoleOf(reported);
    key('c');
    key('c');
    expect(screen.getByText('还没有投「测评名次票」：示例 u1、示例 u2、示例 u3')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('given all is locked, then the count takes one press and as many rounds as there were', async () => {
    const { sent, state } = consoleOf(s1Voting.and(...allRanked, next, lockOpen));
    key('c');
    expect(screen.getByRole('button', { name: /计票：4 轮/ })).toBeTruthy();
    key('c');
    await wait(0);
    expect(sent).toEqual([{ kind: 'CountRounds', notCalled: [] }]);
    expect(state().result.kind).toBe('counted');
  });
});

describe('opening by hand', () => {
  test('given units have spoken, when a round on some is opened with the second press, then they alone are on the paper', async () => {
    const { sent, state, openDrawer } = consoleOf(reported);
    openDrawer('units');
    press('一张票上评多个单位…');
    press('选几个单位');
    press('示例 u1');
    press('开始这一轮');
    await confirm();
    expect(sent).toEqual([]);
    press('示例 u3');
    press('开始这一轮');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'OpenRound', unit: null, forms: ['ranking'], units: ['u1', 'u3'] }]);
    expect(openRound(state()).units).toEqual(['u1', 'u3']);
  });

  test('given all units, then which are on the paper is left to the host, and it opens once', async () => {
    const { sent, openDrawer } = consoleOf(reported);
    openDrawer('units');
    press('一张票上评多个单位…');
    press('开始这一轮');
    await confirm();
    expect(sent).toEqual([{ kind: 'OpenRound', unit: null, forms: ['ranking'] }]);
    expect(atHand().getAllByText(/全部单位 · 测评名次票 还在评分，先锁票/).length).toBeGreaterThan(0);
  });

  test('given a unit that was skipped, then it is opened with the ballot that it lacks', async () => {
    const started = given(anEventUnder(builtIn('S1-county-ranking')), pair('A1')).and(next);
    const { sent, openDrawer } = consoleOf(started);
    openDrawer('units', 'u2');
    press('开始评分：示例 u2');
    await confirm();
    expect(sent).toEqual([{ kind: 'OpenRound', unit: 'u2', forms: ['speech'] }]);
  });

  test('given a scheme with several ballots and no round in hand, then O leads to where they are chosen', () => {
    const { sent, desk } = consoleOf(given(anEventUnder(builtIn('S1-county-ranking'))).and(next));
    key('s');
    key('o');
    expect(desk.getState().drawer).toBe('units');
    expect(sent).toEqual([]);
  });

  test('ATTEMPT-3: given attempts, when one of another unit is chosen and opened, then it alone is asked for, isn’t offered again, and a refusal because of it names unit and attempt', async () => {
    const jumps = given(anEventUnder(judgedJumps, { units: ['u1', 'u2'] }), pair('ALL1')).and(next);
    const { sent, desk, openDrawer } = consoleOf(jumps);
    openDrawer('units', 'u2');
    expect(atHand().getByRole('group', { name: '哪一次' }).textContent).toBe('哪一次第 1 次第 2 次');
    press('第 2 次');
    press('开始评分：示例 u2 · 第 2 次');
    expect(sent).toEqual([]);
    expect(atHand().getByText('现在开始 示例 u2 · 第 2 次 的评分？')).toBeTruthy();
    await confirm();
    const attempt = (id: string) => ({ list: 'jumps', id });
    expect(sent).toEqual([{ kind: 'OpenRound', unit: 'u2', forms: ['marks'], attempt: attempt('a2') }]);
    expect(atHand().getByRole('group', { name: '哪一次' }).textContent).toBe('哪一次第 1 次');
    expect(atHand().getByText('示例 u2 · 第 2 次 还在评分，先锁票')).toBeTruthy();
    expect(atHand().getAllByText(/第 2 次 · 评分中 0\/3/)).toHaveLength(1);
    await act(() =>
      desk.getState().order('round', { kind: 'OpenRound', unit: 'u1', attempt: attempt('a1') }),
    );
    expect(atHand().getByText('示例 u2 · 第 2 次：另一轮还在评分')).toBeTruthy();
  });

  test('BESIDE-5: given numbers alone are counted, then the log beside the stage speaks of no rounds', () => {
    const runs = given(anEventUnder(timedRuns, { units: ['u1'], attempts: ['a1'] })).and(
      next,
      {
        kind: 'RecordMeasure',
        unit: 'u1',
        attempt: { list: 'runs', id: 'a1' },
        measure: 'seconds',
        value: '50.1',
        reason: '',
      },
      { kind: 'CountRounds', notCalled: [] },
    );
    consoleOf(runs, { recent: [{ n: 3, wall: 0, kind: 'RoundsCounted', params: { count: 0 } }] });
    expect(screen.getByText('成绩已算出')).toBeTruthy();
    expect(screen.queryByText(/0 轮/)).toBeNull();
  });

  test('given an event without ballots, then there is no sheet of ballots, no list of seats and no card, and no unit waits for a round', () => {
    const { openDrawer } = consoleOf(
      given(anEventUnder(timedRuns, { units: ['u1'], attempts: ['a1'] })).and(next),
    );
    expect(screen.queryByRole('button', { name: /^收票/ })).toBeNull();
    expect(screen.queryByText('评议席')).toBeNull();
    openDrawer('units', 'u1');
    expect(atHand().getByText('示例 u1')).toBeTruthy();
    expect(atHand().queryByText('没有评分')).toBeNull();
    openDrawer('network');
    expect(atHand().getByText('本场不投票，不用席位卡。')).toBeTruthy();
  });

  test('before the start nothing opens, and why is said', async () => {
    const { sent, openDrawer } = consoleOf(given(anEventUnder(builtIn('S1-county-ranking'))));
    openDrawer('units', 'u2');
    press('开始评分：示例 u2');
    await confirm();
    expect(sent).toEqual([]);
    expect(atHand().getAllByText('还没有开始').length).toBeGreaterThan(0);
  });
});

const cards = ['ALL1', 'ALL2', 'ALL3', 'ALL4'];
const named = onEach('vote', { u1: 'yes', u2: 'no', u3: 'no', u4: 'no' });
const election = given(
  anEventUnder(builtIn('O12-election'), { units: ['u1', 'u2', 'u3', 'u4'], seats: 4 }),
  ...cards.map((seat) => pair(seat)),
).and(next, next);
const lastCard = election.and(...cards.slice(1).map((seat) => cast(seat, named)), next);
const connections = {
  ALL1: { isOnline: false, offlineSinceWall: Date.now(), roundTripMs: null },
  ALL2: { isOnline: true, offlineSinceWall: null, roundTripMs: 4 },
};

describe('a secret round', () => {
  test('then a card says whether its device is there and nothing else, whoever has voted', () => {
    consoleOf(lastCard, { seats: connections });
    const tiles = [...document.querySelectorAll('[data-seat]')];
    expect(tiles.map((tile) => tile.getAttribute('data-mark'))).toEqual(cards.map(() => 'secret'));
    expect(tiles[1]?.textContent).toContain('在线');
    expect(tiles[3]?.textContent).toContain('未入席');
    expect(tiles.filter(({ textContent }) => /已存|评分中|缺席/.test(textContent ?? ''))).toEqual([]);
    expect(screen.getAllByText(/已存 3 \/ 4/).length).toBeGreaterThan(0);
    expect(screen.getByText('锁票前还差 1 票')).toBeTruthy();
  });

  test('given a card that isn’t given, when fewer are waited for with a reason and a second press, then the round locks', async () => {
    const { sent, state } = consoleOf(lastCard);
    press('少收…');
    write(/少收 1 票的理由/, '中途离场');
    press('少收 1 票');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'LowerExpected', round: '*.1', group: 'ALL', by: 1, reason: '中途离场' }]);
    expect(screen.getByText('4 张票卡 − 少收 1 = 应收 3')).toBeTruthy();
    key(' ');
    await confirm();
    expect(state().rounds['*.1']?.state).toBe('locked');
  });

  test('given fewer are waited for, when the person is there after all, then all are waited for again', async () => {
    const lowered = lastCard.and({
      kind: 'LowerExpected',
      round: '*.1',
      group: 'ALL',
      by: 1,
      reason: '中途离场',
    });
    const { sent } = consoleOf(lowered);
    expect(screen.getByText('少收 1 · 中途离场')).toBeTruthy();
    press('撤销');
    press('人已到场');
    press('照原数收');
    await confirm();
    expect(sent).toEqual([{ kind: 'LowerExpected', round: '*.1', group: 'ALL', by: 0, reason: '人已到场' }]);
    expect(screen.getByText('锁票前还差 1 票')).toBeTruthy();
  });

  test('then nothing can be done about the ballot of one seat, and its menu says why', () => {
    const { sent, openDrawer } = consoleOf(lastCard);
    openDrawer('seat', 'ALL2');
    press('退回重打…');
    press('回避…');
    expect(atHand().queryByRole('textbox')).toBeNull();
    expect(atHand().getByText('无记名的票不能退回，谁的票无人知道')).toBeTruthy();
    expect(atHand().getByText(/回避由持卡人在票上写/)).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

describe('a paper ballot of all units', () => {
  const onPaper = s1Voting.and(recuse('A1', 'u2'), {
    kind: 'DecideMissing',
    round: '*.1',
    seats: ['A1'],
    decision: 'paper',
    reason: '设备离线',
  });

  test('given a ranking on paper, when typed, read back and entered, then it stands without the unit that the seat may not rank', async () => {
    const { sent, state, desk } = consoleOf(onPaper);
    press('录入');
    expect(atHand().getAllByRole('textbox')).toHaveLength(2);
    enter('示例 u1 的名次', '2');
    enter('示例 u3 的名次', '1');
    expect(atHand().getByText('读回：请与纸质票逐项核对')).toBeTruthy();
    await confirm();
    expect(sent).toEqual([
      {
        kind: 'EnterPaperBallot',
        round: '*.1',
        seat: 'A1',
        values: { 'u1/place': '2', 'u3/place': '1' },
        reason: '设备离线',
      },
    ]);
    expect(openRound(state()).ballots.A1).toMatchObject({ source: 'paper' });
    expect(desk.getState().drawer).toBeNull();
  });

  test('given a place is written twice, then it is said that the ballot is void before it is entered', () => {
    consoleOf(onPaper);
    press('录入');
    enter('示例 u1 的名次', '1');
    enter('示例 u3 的名次', '1');
    expect(atHand().getByText(/按规则是废票，录入后不计：有名次重复/)).toBeTruthy();
  });
});

describe('taking the count back', () => {
  const counted = s1Voting.and(...allRanked, next, lockOpen, { kind: 'CountRounds', notCalled: [] });

  test('given a monitor is required, then it is asked of the monitor', async () => {
    const { sent } = consoleOf(counted);
    press('撤回计票…');
    write(/撤回计票的理由/, '同分，加赛表决');
    press('请监督员同意');
    await wait(0);
    expect(sent).toEqual([{ kind: 'ProposeAct', act: { kind: 'take-back' }, reason: '同分，加赛表决' }]);
  });
});
