import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { buildConsoleView } from '../../shared/views/build-console-view.ts';
import type { LiveInfo } from '../../shared/views/live-info.ts';
import { anEventUnder, cast, lockOpen, onEach, openRound, ranked } from '../../test/builders/any-event.ts';
import { timedRuns } from '../../test/builders/attempts.ts';
import { aLiveInfo } from '../../test/builders/live-info.ts';
import { jump, next, pair, recuse } from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { openRoundSamples } from '../gallery/open-round-samples.ts';
import { roundSamples } from '../gallery/round-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { createDesk, type Drawer } from './desk-store.ts';

/** Roles are looked up in the whole console. */
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  startI18n('console', consoleWords, 'zh-Hans');
});
afterEach(() => vi.useRealTimers());

/** The console on a real event: what it sends is decided by the rules, and it is shown what follows. */
function consoleOf(start: Scenario, live: Partial<LiveInfo> = {}) {
  let now = start;
  const sent: OperatorCommand[] = [];
  const viewOf = (scenario: Scenario) => buildConsoleView(scenario.state, { ...aLiveInfo(), ...live });
  const store = createStore<PageState<'console'>>()(() => ({
    ...unconnectedState<'console'>(() => true),
    link: { kind: 'online' },
    view: viewOf(now),
  }));
  const desk = createDesk((command) => {
    sent.push(command);
    if (command.kind === 'ProposeAct' || command.kind === 'ChangeScheme')
      return Promise.resolve({ kind: 'accepted', entry: 1 });
    const { decision } = now.when(command as Parameters<typeof now.when>[0]);
    if (!decision.ok) {
      const { code, path, params } = decision.error;
      return Promise.resolve({ kind: 'refused', refusal: { code, path, params } });
    }
    now = now.and(command as Parameters<typeof now.and>[0]);
    store.setState({ view: viewOf(now) });
    return Promise.resolve({ kind: 'accepted', entry: 1 });
  });
  render(<ConsoleApp store={store} desk={desk} token="t" />);
  return {
    sent,
    desk,
    state: () => now.state,
    openDrawer: (drawer: Drawer, target?: string) => act(() => desk.getState().openDrawer(drawer, target)),
  };
}

const key = (name: string, target: Element = document.body) => fireEvent.keyDown(target, { key: name });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** The drawer where one is open: what lies under it isn't at hand. */
const atHand = () => within(screen.queryByRole('dialog') ?? document.body);
const press = (name: string | RegExp) => fireEvent.click(atHand().getByRole('button', { name }));
const write = (name: string | RegExp, value: string) =>
  fireEvent.change(atHand().getByRole('textbox', { name }), { target: { value } });
const enter = (name: string | RegExp, value: string) => {
  write(name, value);
  key('Enter', atHand().getByRole('textbox', { name }));
};
const confirm = async () => {
  await wait(1000);
  key('Enter');
  await wait(0);
};

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
    expect(screen.getByText('还没有投“测评名次票”：示例 u1、示例 u2、示例 u3')).toBeTruthy();
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

  test('given no monitor, then it takes a reason and a second press, and the rounds stay locked', async () => {
    const { sent, state } = consoleOf(worked().and(time('u1', '1900'), time('u2', '1700'), countAll));
    press('撤回计票…');
    press('测量值要更正');
    press('撤回计票');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'TakeBackCount', reason: '测量值要更正', isSecondPress: true }]);
    expect(state().result.kind).toBe('none');
    expect(state().rounds['u1.1']?.state).toBe('locked');
  });
});

const countAll = { kind: 'CountRounds', notCalled: [] } as const;
const o7 = builtIn('O7-skills');
/** The jury may also decide between equal units. */
const o7Decided: ScoringScheme = {
  ...o7,
  ranking: { ...o7.ranking, ties: [...o7.ranking.ties, { kind: 'decision' }] },
};

function worked(scheme: ScoringScheme = o7): Scenario {
  const work = (mark: string) => [next, cast('ALL1', { quality: mark, method: '40' }), next, lockOpen];
  return given(anEventUnder(scheme, { units: ['u1', 'u2'], seats: 1 }), pair('ALL1')).and(
    next,
    ...work('60'),
    ...work('50'),
  );
}

const time = (unit: string, value: string) =>
  ({ kind: 'RecordMeasure', unit, measure: 'seconds', value, reason: '' }) as const;
const seconds = (unit: string) => new RegExp(`^示例 ${unit} `);

describe('beside the ballots', () => {
  test('given rules without any of it, then there is no way to it', () => {
    consoleOf(s1Voting);
    key('j');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('J opens it; a time is stored by Enter, which goes on to the next row, and counts once it is confirmed', async () => {
    const { sent, state } = consoleOf(worked());
    expect(screen.getByRole('button', { name: /测量与加减分 · 缺 2/ })).toBeTruthy();
    key('j');
    enter(seconds('u1'), '1900.5');
    await wait(0);
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: seconds('u2') }));
    expect(atHand().getByText('待确认')).toBeTruthy();
    expect(atHand().getByText('▲ 缺 2 项')).toBeTruthy();
    press(/^确认 示例 u1 .* 1900.5$/);
    await wait(0);
    expect(atHand().getByText('▲ 缺 1 项')).toBeTruthy();
    expect(sent).toEqual([
      {
        kind: 'RecordMeasure',
        unit: 'u1',
        measure: 'seconds',
        value: { kind: 'unconfirmed', value: '1900.5' },
        reason: '',
      },
      { kind: 'RecordMeasure', unit: 'u1', measure: 'seconds', value: '1900.5', reason: '' },
    ]);
    expect(state().measures.u1).toEqual({ seconds: '1900.5' });
  });

  test('what is no number is stored nowhere', () => {
    const { sent, openDrawer } = consoleOf(worked());
    openDrawer('beside');
    enter(seconds('u1'), '12:30');
    expect(sent).toEqual([]);
    expect(
      atHand()
        .getByRole('textbox', { name: seconds('u1') })
        .getAttribute('aria-invalid'),
    ).toBe('true');
  });

  test('given a time on record, when it is changed or taken back, then a reason is asked', async () => {
    const { sent, openDrawer } = consoleOf(worked().and(time('u1', '1900')));
    openDrawer('beside');
    enter(seconds('u1'), '1890');
    expect(sent).toEqual([]);
    write(/由 1900 改为 1890/, '读错');
    press('更正');
    await wait(0);
    press(/^撤回 示例 u1/);
    write(/由 1890 改为 无/, '不是它的');
    press('更正');
    await wait(0);
    expect(sent).toEqual([
      {
        kind: 'RecordMeasure',
        unit: 'u1',
        measure: 'seconds',
        value: { kind: 'unconfirmed', value: '1890' },
        reason: '读错',
      },
      { kind: 'RecordMeasure', unit: 'u1', measure: 'seconds', value: null, reason: '不是它的' },
    ]);
  });

  test('a unit that did not finish is recorded as such', async () => {
    const { state, openDrawer } = consoleOf(worked());
    openDrawer('beside');
    press(/^示例 u2 .*记未完成$/);
    await wait(0);
    expect(state().measures.u2).toEqual({ seconds: { kind: 'did-not-finish' } });
    expect(atHand().getByText('▲ 缺 1 项')).toBeTruthy();
  });

  test('points need a unit, a number, an author and a reason, and a second press; they are withdrawn with a reason', async () => {
    const { sent, state, openDrawer } = consoleOf(worked());
    openDrawer('beside');
    press('示例 u2 加减分');
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: '加减几分' }));
    write('加减几分', '－2');
    press('裁判长');
    press('记下');
    await confirm();
    expect(sent).toEqual([]);
    write('加减分的理由', '未戴护目镜');
    press('记下');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([
      {
        kind: 'GivePoints',
        unit: 'u2',
        node: 'safety',
        points: '-2',
        reason: '未戴护目镜',
        author: '裁判长',
      },
    ]);
    expect(atHand().getByText('示例 u2 · 安全扣分 · 未戴护目镜 · 裁判长', { exact: false })).toBeTruthy();
    press('撤回');
    write(/撤回 示例 u2 -2 分的理由/, '录错');
    fireEvent.click(atHand().getAllByRole('button', { name: '撤回' })[1]!);
    await confirm();
    expect(sent[1]).toEqual({ kind: 'WithdrawPoints', adjustment: 1, reason: '录错' });
    expect(state().adjustments).toEqual([]);
  });

  test('a tie is decided in the order in which the units are pressed, the best first', async () => {
    const { sent, state, openDrawer } = consoleOf(worked(o7Decided));
    openDrawer('beside');
    press('示例 u2');
    press('示例 u1');
    const section = atHand().getByRole('heading', { name: '同分裁定' }).closest('section')!;
    const inSection = within(section);
    fireEvent.click(inSection.getByRole('button', { name: '评委会' }));
    fireEvent.change(inSection.getByRole('textbox', { name: '裁定的理由' }), { target: { value: '合议' } });
    press('记下裁定');
    await confirm();
    expect(sent).toEqual([{ kind: 'DecideTie', units: ['u2', 'u1'], reason: '合议', author: '评委会' }]);
    expect(state().tieDecisions).toHaveLength(1);
    expect(inSection.getByText('1. 示例 u2 → 2. 示例 u1')).toBeTruthy();
  });

  test('given the count waits for a time, then it says whose, and one press leads to its field', async () => {
    const { desk } = consoleOf(worked().and(time('u1', '1900')));
    key('c');
    key('c');
    await wait(0);
    expect(screen.getByText(/^示例 u2：还缺“.*”$/)).toBeTruthy();
    press('去录入');
    await wait(0);
    expect(desk.getState()).toMatchObject({ drawer: 'beside', drawerTarget: 'u2 seconds' });
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: seconds('u2') }));
  });

  test('given a count, then nothing of it can change before the count is taken back', async () => {
    const { sent, openDrawer } = consoleOf(worked().and(time('u1', '1900'), time('u2', '1700'), countAll));
    openDrawer('beside');
    press(/^撤回 示例 u1/);
    press('示例 u2 加减分');
    expect(atHand().getByRole('textbox', { name: seconds('u1') })).toHaveProperty('disabled', true);
    expect(atHand().getByText(/已计票：先撤回计票，才能改这里/, { selector: 'p' })).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('given a fact that the rules give, when the event has its own, then it is stored', async () => {
    const s3 = given(anEventUnder(builtIn('S3-township-hundred'), { seats: 1 })).and(next, jump('rules'));
    const { sent, openDrawer } = consoleOf(s3);
    openDrawer('beside');
    expect(atHand().getByText('规则给的 300')).toBeTruthy();
    const [fact] = atHand().getAllByRole('textbox');
    fireEvent.change(fact!, { target: { value: '240' } });
    key('Enter', fact!);
    await wait(0);
    expect(sent).toEqual([{ kind: 'RecordMeasure', unit: null, measure: 'limit', value: '240', reason: '' }]);
  });
});

describe('numbers of single attempts', () => {
  const runs = given(anEventUnder(timedRuns, { units: ['u1', 'u2'], seats: 1 })).and(next);
  const run = (unit: string, id: string, value: string | { readonly kind: 'did-not-finish' }) =>
    ({
      kind: 'RecordMeasure',
      unit,
      attempt: { list: 'runs', id },
      measure: 'seconds',
      value,
      reason: '',
    }) as const;
  const cell = (unit: string, n: number) => new RegExp(`^示例 ${unit} 第 ${n} 次 `);

  test('ATTEMPT-2: Enter stores a run and goes on to the next; a run not finished, and a correction, are of that run', async () => {
    const { sent, state, openDrawer } = consoleOf(runs);
    openDrawer('beside');
    expect(atHand().getByText('▲ 缺 4 项')).toBeTruthy();
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u1', 1) }));
    enter(cell('u1', 1), '12.3');
    await wait(0);
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u1', 2) }));
    press(/^确认 示例 u1 第 1 次 .* 12.3$/);
    press(/^示例 u1 第 2 次 .*记未完成$/);
    await wait(0);
    enter(cell('u1', 1), '12.1');
    write(/由 12.3 改为 12.1/, '读错');
    press('更正');
    await wait(0);
    expect(sent.map((command) => 'attempt' in command && command.attempt)).toEqual(
      ['a1', 'a1', 'a2', 'a1'].map((id) => ({ list: 'runs', id })),
    );
    expect(state().attemptMeasures.u1).toEqual({
      'runs/a1': { seconds: { kind: 'unconfirmed', value: '12.1' } },
      'runs/a2': { seconds: { kind: 'did-not-finish' } },
    });
    expect(state().measures).toEqual({});
  });

  test('ATTEMPT-2: typed attempt by attempt, Enter goes on to the same run of the next unit', () => {
    const { openDrawer } = consoleOf(runs);
    openDrawer('beside');
    press('逐次');
    enter(cell('u1', 1), '12.3');
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u2', 1) }));
  });

  test('ATTEMPT-2: given the count waits for a run, then unit, run and number are named, and one press leads to its field', async () => {
    const { desk } = consoleOf(runs.and(run('u1', 'a1', '12'), run('u1', 'a2', '12'), run('u2', 'a1', '11')));
    key('c');
    expect(screen.getByText('还缺数值：示例 u2')).toBeTruthy();
    expect(screen.getByTitle(/^第 2 次 .+$/).textContent).toBe('缺 1 项');
    key('c');
    await wait(0);
    expect(screen.getByText(/^示例 u2 第 2 次：还缺“.*”$/)).toBeTruthy();
    press('去录入');
    await wait(0);
    expect(desk.getState()).toMatchObject({ drawer: 'beside', drawerTarget: 'u2 seconds runs/a2' });
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u2', 2) }));
  });

  test('BESIDE-5: given nobody votes, when a unit has no number, then it is confirmed as not called and the result is worked out', async () => {
    const { sent, state } = consoleOf(
      runs.and(run('u1', 'a1', '12'), run('u1', 'a2', { kind: 'did-not-finish' })),
    );
    key('c');
    press(/^计算成绩/);
    await confirm();
    expect(sent).toEqual([{ kind: 'CountRounds', notCalled: ['u2'] }]);
    expect(state().result.kind).toBe('counted');
  });
});

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
  'every state of these rounds is drawn in %s without a missing text',
  (language) => {
    startI18n('console', consoleWords, language);
    for (const [name, sample] of Object.entries({ ...roundSamples, ...openRoundSamples })) {
      const { view, link, drawer, drawerTarget } = sample();
      const store = createStore<PageState<'console'>>()(() => ({
        ...unconnectedState<'console'>(() => true),
        link,
        view,
      }));
      const desk = createDesk(() => Promise.resolve({ kind: 'accepted', entry: 1 }));
      if (drawer) desk.getState().openDrawer(drawer, drawerTarget);
      render(<ConsoleApp store={store} desk={desk} token="t" />);
      const text = document.body.textContent ?? '';
      expect(text.length, name).toBeGreaterThan(200);
      expect(text, name).not.toMatch(/\{\{|undefined|NaN|\[object/);
      expect(text, name).not.toMatch(
        /\b(beside|rounds|round|go|seat|missing|paper|entry|units|count)\.[a-z]/i,
      );
      cleanup();
    }
  },
  60_000,
);

describe('ROUND-21: rounds that are open at the same time', () => {
  const scheme = builtIn('S4-six-comparisons');
  const held = {
    ...scheme,
    ballots: scheme.ballots.map((own) => ({ ...own, round: { kind: 'first-held' as const, held: 2 } })),
  };
  const marks = {
    quality: '18',
    position: '14',
    innovation: '13',
    projects: '18',
    environment: '14',
    duty: '13',
  };
  const definition = anEventUnder(held, { seats: 1 });
  const seats = definition.seats.map(({ id }) => id);
  const [early, late] = seats;
  const started = given(definition, ...seats.map((seat) => pair(seat))).and(next, next);
  const castBy = (...names: readonly (string | undefined)[]) =>
    names.flatMap((seat) => (seat === undefined ? [] : [cast(seat, marks)]));
  const second = started.and(...castBy(early), next, next, ...castBy(...seats), next);

  test('given the first of two waits for a seat, then the big button names it, and the seat is decided there', async () => {
    const { sent, state } = consoleOf(second);
    expect(screen.getByText('示例 u1：锁票前还有 1 席没有结论')).toBeTruthy();
    press(/^示例 u2 2 \/ 2/);
    expect(screen.getByText('示例 u2 · 第 1 轮')).toBeTruthy();
    press(/^示例 u1 1 \/ 2 · 还差 1/);
    key('3');
    enter(/记缺席，理由/, '请假');
    await confirm();
    expect(sent).toEqual([
      { kind: 'DecideMissing', round: 'u1.1', seats: [late], decision: 'absent', reason: '请假' },
    ]);
    expect(state().rounds['u1.1']?.decisions).toMatchObject([{ seat: late, decision: 'absent' }]);
  });

  test('given another round is looked at, when the host is busy with a new one, then the console is at that one again', async () => {
    const { desk } = consoleOf(second);
    press(/^示例 u2 2 \/ 2/);
    expect(desk.getState().lookedAtRound).toBe('u2.1');
    const absent = {
      kind: 'DecideMissing' as const,
      round: 'u1.1',
      decision: 'absent' as const,
      reason: '请假',
    };
    await act(() => desk.getState().order('missing', { ...absent, seats: late === undefined ? [] : [late] }));
    expect(desk.getState().lookedAtRound).toBe(null);
  });

  test('given all are in, when the big button is pressed and confirmed, then both are locked in one order', async () => {
    const all = started.and(...castBy(...seats), next, next, ...castBy(...seats), next);
    const { sent, state } = consoleOf(all);
    expect(screen.getByText('锁票：示例 u1、示例 u2 已存 4 / 4')).toBeTruthy();
    key(' ');
    await confirm();
    expect(sent).toEqual([{ kind: 'LockRound', round: 'u2.1' }]);
    expect(Object.values(state().rounds).map(({ state: now }) => now)).toEqual(['locked', 'locked']);
  });

  test('given the first is left open at its lock step, then the big button says so', () => {
    consoleOf(started.and(...castBy(...seats), next));
    expect(screen.getByText(/^仍可修改/).textContent).toContain('示例 u1');
  });
});
