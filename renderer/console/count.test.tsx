import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { consoleSamples } from '../gallery/console-samples.ts';
import { countSamples } from '../gallery/count-samples.ts';
import { units } from '../gallery/sample-agenda.ts';
import { resultRows, roundOf, sampleView } from '../gallery/sample-console.ts';
import { sampleNow } from '../gallery/wall-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { createDesk } from './desk-store.ts';

/** Roles are looked up in the whole console. */
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  startI18n('console', consoleWords, 'zh-Hans');
});
afterEach(() => vi.useRealTimers());

const accepted: CommandOutcome = { kind: 'accepted', entry: 1 };

/** The console in one state of the gallery, with its drawer, and what it sends. */
function open(name: string, change: Partial<ConsoleView> = {}, answer: CommandOutcome = accepted) {
  const sample = (countSamples[name] ?? consoleSamples[name])?.();
  if (!sample) throw new Error(`no sample ${name}`);
  const sent: OperatorCommand[] = [];
  const store = createStore<PageState<'console'>>()(() => ({
    ...unconnectedState<'console'>(() => true),
    link: sample.link,
    view: { ...sample.view, ...change },
    clockOffsetMs: sampleNow - performance.now(),
  }));
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve(answer);
  });
  if (sample.drawer) desk.getState().openDrawer(sample.drawer, sample.drawerTarget);
  render(<ConsoleApp store={store} desk={desk} token="t" />);
  return { sent, desk, view: sample.view };
}

const key = (name: string, target: Element = document.body) => fireEvent.keyDown(target, { key: name });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** The drawer where one is open: what lies under it isn't at hand. */
const atHand = () => within(screen.queryByRole('dialog') ?? document.body);
const press = (name: string | RegExp) => fireEvent.click(atHand().getByRole('button', { name }));
const write = (name: string | RegExp, value: string) =>
  fireEvent.change(atHand().getByRole('textbox', { name }), { target: { value } });
const confirm = async () => {
  await wait(1000);
  key('Enter');
};
const dialog = () => within(screen.getByRole('dialog'));

describe('when scoring time is up', () => {
  test('the missing seats are named with what they do, and 15 s are offered', () => {
    const { sent } = open('timeUp');
    const hero = screen.getByText(/时间到，不会自动截止/).closest('div');
    expect(hero?.textContent).toMatch(/第 4 席 离线 21 分.*第 6 席 评分中/);
    key('z');
    expect(sent).toEqual([{ kind: 'AddTime', ms: 15_000 }]);
  });

  test('while time is left nothing is said of it', () => {
    open('held');
    expect(screen.queryByText(/不会自动截止/)).toBeNull();
  });

  test('a recused seat stands in the sum of the expected, one that votes on paper stays expected', () => {
    open('timeUp');
    expect(screen.getByText('20 席 − 缺席 1 − 回避 1 = 应收 18')).toBeTruthy();
  });

  test('each seat says how it votes or why not', () => {
    open('timeUp');
    const mark = (number: number) =>
      document.querySelector(`[data-seat="${number}"]`)?.getAttribute('data-mark');
    expect([4, 6, 9, 12, 17].map(mark)).toEqual(['offline', 'returned', 'recused', 'paperAwaited', 'absent']);
  });
});

describe('the end of an event with a monitor', () => {
  // The drawer asks for cards and documents, which are of no interest here.
  beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
  afterAll(() => vi.unstubAllGlobals());

  test('the button asks the monitor, with a second press', async () => {
    const { sent } = open('closeAsks');
    key(' ');
    expect(screen.getByText('请监督员会签结束本场？签后不能再改')).toBeTruthy();
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'CloseEvent' }]);
  });

  test('while it is asked, the request can be taken back', () => {
    const { sent } = open('closeAsked');
    expect(dialog().getByText('等监督员会签结束本场')).toBeTruthy();
    press('撤回');
    expect(sent).toEqual([{ kind: 'DropAct', proposal: 4 }]);
  });

  test('where nobody can be reached it is closed without, with a reason and a second press', async () => {
    const { sent } = open('closeAsked');
    press('没有会签，仍要结束…');
    press('监督员设备联系不上');
    press('结束');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'CloseEvent', reason: '监督员设备联系不上' }]);
  });
});

describe('a ballot on paper', () => {
  test('given a missing seat, when paper is chosen with a reason, then it is announced at one press', () => {
    const { sent } = open('held');
    key('2');
    const field = screen.getByRole('textbox', { name: /第 4 席 记纸质票/ });
    fireEvent.change(field, { target: { value: '设备离线' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual([
      { kind: 'DecideMissing', round: 'e5.1', seats: ['s4'], decision: 'paper', reason: '设备离线' },
    ]);
  });

  const marks = ['18.5', '14', '13.5', '18.5', '14', '14'];
  const fill = () => {
    const fields = dialog().getAllByRole('textbox');
    for (const [at, field] of fields.entries()) {
      fireEvent.change(field, { target: { value: marks[at] } });
      fireEvent.keyDown(field, { key: 'Enter' });
    }
  };

  test('it is typed in, read back with its total, and entered with the reason given before', async () => {
    const { sent, desk } = open('timeUp');
    press('录入');
    fill();
    expect(dialog().getByText('读回：请与纸质票逐项核对')).toBeTruthy();
    expect(dialog().getByText('92.5')).toBeTruthy();
    key('Enter');
    expect(sent).toEqual([]);
    await confirm();
    const values = Object.fromEntries(marks.map((mark, at) => [`c${at + 1}`, mark]));
    expect(sent).toEqual([
      { kind: 'EnterPaperBallot', round: 'e5.1', seat: 's12', values, reason: '设备离线' },
    ]);
    await wait(0);
    expect(desk.getState().drawer).toBeNull();
  });

  test('a mark that can’t stand is said beside its field, and there is nothing to read back', () => {
    open('paper');
    write(/比质量/, '20.5');
    expect(dialog().getByText('分值超出范围')).toBeTruthy();
    write(/比质量/, '18.3');
    expect(dialog().getByText('分值不在档上')).toBeTruthy();
    press('填好了，读回');
    expect(dialog().queryByText(/读回：/)).toBeNull();
  });

  test('given the host refuses it, then the form is there again with what was typed and why', async () => {
    const refusal = { code: 'too-many-marks', path: 'values', params: {} };
    open('paper', {}, { kind: 'refused', refusal });
    fill();
    await confirm();
    await wait(0);
    expect(dialog().getByText('超过限额')).toBeTruthy();
    expect(
      dialog()
        .getAllByRole('textbox')
        .map((field) => (field as HTMLInputElement).value),
    ).toEqual(marks);
  });

  test('a paper that is due blocks the count and names the unit', () => {
    const { sent } = open('paperDue');
    key('c');
    expect(screen.getByText('纸质票还没有录入：示例四县')).toBeTruthy();
    expect(sent).toEqual([]);
  });
});

describe('one seat', () => {
  test('a stored ballot of an open round is given back with a reason and a second press', async () => {
    const { sent } = open('seat');
    press('退回重打…');
    write(/退回的理由/, '本人要求更正');
    press('退回');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'ReturnBallot', round: 'e5.1', seat: 's7', reason: '本人要求更正' }]);
  });

  test('it is recused from the unit on stage unless another is chosen, with a reason and a second press', async () => {
    const { sent } = open('seat');
    press('回避…');
    expect(dialog().getByRole('button', { name: '示例五区' }).getAttribute('aria-pressed')).toBe('true');
    press('示例三区');
    press('亲属关系');
    press('回避');
    await confirm();
    expect(sent).toEqual([{ kind: 'RecuseSeat', seat: 's7', unit: 'e3', reason: '亲属关系' }]);
  });

  test('a recusal is withdrawn, with a reason', () => {
    const { sent } = open('seat');
    fireEvent.click(dialog().getByRole('button', { name: '撤销' }));
    expect(sent).toEqual([]);
    press('记错了');
    fireEvent.click(dialog().getAllByRole('button', { name: '撤销' }).at(-1)!);
    expect(sent).toEqual([{ kind: 'WithdrawRecusal', seat: 's7', unit: 'e2', reason: '记错了' }]);
  });

  test('its panelist is marked away with a reason and a second press', async () => {
    const { sent } = open('seat');
    press('离席…');
    press('因公离席');
    press('离席');
    expect(dialog().getByText('第 7 席从现在起离席，没交票的轮次都记缺席？')).toBeTruthy();
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([{ kind: 'MarkAway', seat: 's7', reason: '因公离席' }]);
  });

  test('given a seat is to be absent, then its menu, where it is marked away for later rounds too, is one press away', () => {
    const { sent, desk } = open('held');
    key('3');
    press('离席…');
    expect(desk.getState()).toMatchObject({ drawer: 'seat', drawerTarget: 's4' });
    expect(sent).toEqual([]);
  });

  test('given its panelist is away, then the tile says so, and the return takes a reason and a second press', async () => {
    const { sent, desk } = open('away');
    const markOf = (seat: number) =>
      document.querySelector(`[data-seat="${seat}"]`)?.getAttribute('data-mark');
    expect([17, 8].map(markOf)).toEqual(['away', 'stored']);
    expect(screen.getByRole('button', { name: '第 8 席：已存 · 离席' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
    press('回席…');
    expect(desk.getState()).toMatchObject({ drawer: 'seat', drawerTarget: 's17' });
    expect(dialog().getByText('14:15 起离席')).toBeTruthy();
    press('回席…');
    press('已回到席位');
    press('回席');
    await confirm();
    expect(sent).toEqual([{ kind: 'MarkBack', seat: 's17', reason: '已回到席位' }]);
  });

  test('given a panelist is away, then the big button names no such seat as missing and says how many are absent', () => {
    open('awayLock');
    expect(screen.getByText('1 席已记，不再等')).toBeTruthy();
  });

  test('given its group votes in secret, then it can’t be marked away, and why is said', () => {
    const { sent } = open('seat', {
      ballots: sampleView().ballots.map((own) => ({ ...own, secrecy: 'anonymous' })),
    });
    expect(dialog().getAllByText('这一组投无记名票，不能登记某一席离席').length).toBeGreaterThan(0);
    press('离席…');
    expect(dialog().queryByRole('textbox')).toBeNull();
    expect(sent).toEqual([]);
  });

  test('from the seat map its menu is one press away', () => {
    const { desk } = open('timeUp');
    press('第 7 席：已存');
    expect(desk.getState()).toMatchObject({ drawer: 'seat', drawerTarget: 's7' });
  });
});

describe('a round that doesn’t stand', () => {
  const before = { ...sampleView(), next: sampleView().next };
  const locked = () => ({ round: roundOf(units[4] ?? before.event.units[0]!, 'locked'), result: null });

  test('given no count, when it is voided for another unit, then that unit and a reason are asked, and a second press', async () => {
    const { sent } = open('lock', locked());
    key('v');
    press('开错单位，应为');
    expect(screen.queryByLabelText(/作废的理由/)).toBeNull();
    press('示例六市');
    write(/作废的理由/, '开错单位');
    press('作废');
    expect(sent).toEqual([]);
    await confirm();
    expect(sent).toEqual([
      { kind: 'VoidRound', round: 'e5.1', why: 'wrong-unit', toUnit: 'e6', reason: '开错单位' },
    ]);
  });

  test('then the unit that was meant is opened at one press', () => {
    const meant = units[5];
    const round = { ...roundOf(units[4]!, 'voided'), movedTo: meant ?? null };
    const { sent } = open('lock', { round: null, rounds: [round], next: sampleView().next });
    press('开始评分：示例六市（带回草稿）');
    expect(sent).toEqual([{ kind: 'OpenRound', unit: 'e6' }]);
  });

  test('given a count and no monitor, then the second press is named in the command', async () => {
    const { sent, desk } = open('noMonitor');
    act(() => desk.getState().openDrawer('units', 'e5'));
    press('重开：示例五区');
    write(/重开的理由/, '锁票过早');
    press('重开');
    expect(dialog().getByText(/已计的结果作废，要重新计票/)).toBeTruthy();
    await confirm();
    expect(sent).toEqual([{ kind: 'ReopenRound', round: 'e5.1', reason: '锁票过早', isSecondPress: true }]);
  });

  test('given a count and a monitor, then it is asked of the monitor, and can be taken back', async () => {
    const { sent, desk } = open('asked');
    act(() => desk.getState().openDrawer('units', 'e5'));
    press('重开：示例五区');
    expect(dialog().getByText('已有计票，要监督员在自己的设备上同意')).toBeTruthy();
    write(/重开的理由/, '锁票过早');
    press('请监督员同意');
    await wait(0);
    expect(dialog().getByText('重开 示例五区 · 设备故障未交成')).toBeTruthy();
    fireEvent.click(dialog().getAllByRole('button', { name: '撤回' })[0]!);
    expect(sent).toEqual([
      { kind: 'ProposeAct', act: { kind: 'reopen', round: 'e5.1' }, reason: '锁票过早' },
      { kind: 'DropAct', proposal: 1 },
    ]);
  });
});

describe('units that leave', () => {
  test.each([
    ['退出…', '退出', 'withdrew'],
    ['取消资格…', '取消资格', 'disqualified'],
  ] as const)('%s takes a reason and a second press', async (button, submit, why) => {
    const { sent, desk } = open('live');
    act(() => desk.getState().openDrawer('units', 'e7'));
    press(button);
    write(/理由/, '未到场');
    press(submit);
    await confirm();
    expect(sent).toEqual([{ kind: 'WithdrawUnit', unit: 'e7', why, reason: '未到场' }]);
  });

  test('one that has left comes back with a reason and a second press, and not after the count', async () => {
    const exits = [{ id: 'e7', unit: units[6]!.name, why: 'withdrew', reason: '未到场' }] as const;
    const { sent, desk } = open('live', { exits });
    act(() => desk.getState().openDrawer('units', 'e7'));
    press('恢复参赛…');
    press('已到场');
    press('恢复参赛');
    await confirm();
    expect(sent).toEqual([{ kind: 'ReinstateUnit', unit: 'e7', reason: '已到场' }]);
    cleanup();
    const later = open('unseen', { exits });
    act(() => later.desk.getState().openDrawer('units', 'e7'));
    press('恢复参赛…');
    await confirm();
    expect(later.sent).toEqual([]);
  });

  test('it isn’t asked for as not called when the rest is counted', () => {
    const exits = [{ id: 'e13', unit: units[12]!.name, why: 'disqualified', reason: '违反规则' }] as const;
    const { sent } = open('count', { exits });
    key('c');
    expect(sent).toEqual([{ kind: 'CountRounds', notCalled: [] }]);
  });
});

describe('the count', () => {
  test('when all are in it takes one press', () => {
    const { sent } = open('count', { rounds: units.map((unit) => roundOf(unit, 'locked')) });
    key('c');
    expect(sent).toEqual([{ kind: 'CountRounds', notCalled: [] }]);
  });

  test.each([
    ['unseen', '第 1 次计票 · 等监督员会签'],
    ['coSigned', '第 1 次计票 · 监督员已会签'],
    ['objection', '第 1 次计票 · 监督员异议：第 7 席的票与纸面不符'],
    ['overridden', '第 1 次计票 · 监督员异议：第 7 席的票与纸面不符；经主持人同意不采纳：主持人核对过纸面'],
    ['noMonitor', '第 2 次计票 · 本场无监督员'],
  ])('%s says how far it has come', (name, words) => {
    open(name);
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('given nobody has looked, then there is no figure, and a look is an order of its own', () => {
    const { sent } = open('unseen');
    const text = document.body.textContent ?? '';
    expect(resultRows.filter(({ total }) => total !== null && text.includes(total))).toEqual([]);
    key('h');
    expect(sent).toEqual([{ kind: 'LookAtResult', what: 'result', unit: null }]);
  });

  test('an objection is overridden with the chair’s consent, a reason and a second press', async () => {
    const { sent } = open('objection');
    expect(screen.getByText('监督员有异议，了结前不能放行')).toBeTruthy();
    press('经主持人同意，不采纳…');
    write(/不采纳异议的理由/, '主持人核对过');
    press('不采纳');
    await confirm();
    expect(sent).toEqual([{ kind: 'OverrideObjection', reason: '主持人核对过' }]);
  });

  test('equal units that nobody has decided on are named', () => {
    open('coSigned');
    expect(screen.getByText('同分还没有裁定：示例湾产业集聚区、示例四县', { exact: false })).toBeTruthy();
  });

  test('what the rules before a change gave stands beside the result', () => {
    open('formerly');
    expect(screen.getByRole('columnheader', { name: '旧规则' })).toBeTruthy();
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows[2]).toMatch(/3 · \d+\.\d\d↑1$/);
    expect(rows[3]).toMatch(/2 · \d+\.\d\d↓1$/);
    expect(screen.getByText('旧规则', { selector: 'b' }).parentElement?.textContent).toMatch(
      /名次有变 2 个：[^：]+ 3→2、[^：]+ 2→3。 仅得分有变 \d+ 个。$/,
    );
  });

  test('a superseded version’s result stands beside it too, and a unit that had no place there says so', () => {
    open('formerBoth');
    expect(screen.getByRole('columnheader', { name: '第 1 版' })).toBeTruthy();
    expect(screen.getByText('第 1 版', { selector: 'b' }).parentElement?.textContent).toMatch(/ 无名次→8。/);
  });
});

describe('what if', () => {
  test('a question takes a reason and goes to the monitor', async () => {
    const { sent } = open('whatIf', { whatIfs: [] });
    press('不计「社会各界代表」');
    write(/为什么要算/, '复核');
    press('测算');
    await wait(0);
    expect(sent).toEqual([
      {
        kind: 'ProposeAct',
        act: { kind: 'what-if', question: { kind: 'without-group', group: 'g2' } },
        reason: '复核',
      },
    ]);
    expect(dialog().getByText(/任何时候都不公开。每一问记入日志/)).toBeTruthy();
  });

  test('an answer names the places that would differ, the latest first', () => {
    open('whatIf');
    const answers = dialog()
      .getAllByRole('heading', { level: 3 })
      .map((heading) => heading.textContent);
    expect(answers).toEqual(['不计「社会各界代表」', '不去掉最高最低']);
    expect(dialog().getByText('名次都不变')).toBeTruthy();
    expect(dialog().getByRole('row', { name: '示例五区 4 5' })).toBeTruthy();
  });

  test('on a mirrored display an answer is covered', () => {
    const { view } = open('whatIf');
    cleanup();
    open('whatIf', { health: { ...view.health, displays: { kind: 'mirrored' } } });
    expect(dialog().queryByText('名次都不变')).toBeNull();
  });
});

test('the changelog tells in words what was changed, the latest first', () => {
  open('changes');
  const lines = dialog()
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.slice(8));
  expect(lines).toEqual([
    '重新开放评票示例三区 · 设备故障未交成 · 监督员 1 同意',
    '录入纸质票示例五区 · 第 12 席 · 设备离线',
    '退回重打示例五区 · 第 6 席 · 本人要求更正',
    '回避示例五区 · 第 9 席 · 本单位',
  ]);
});

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
  'every state of the count is drawn in %s without a missing text',
  (language) => {
    startI18n('console', consoleWords, language);
    for (const name of Object.keys(countSamples)) {
      open(name);
      const text = document.body.textContent ?? '';
      expect(text, name).not.toMatch(/\{\{|undefined|NaN|\[object/);
      expect(text, name).not.toMatch(
        /\b(go|seat|entry|refusal|paper|seatMenu|units|acts|countState|whatIf|changes|round|missing)\.[a-z]/i,
      );
      cleanup();
    }
  },
  60_000,
);

describe('CHAIR-2, CHAIR-4: the chair’s own device', () => {
  test('the big button asks the chair and then says since when it waits; the operator can’t override in its place', () => {
    const { sent } = open('askChair');
    fireEvent.click(screen.getByRole('button', { name: /请主持人放行成绩/ }));
    expect(sent).toEqual([{ kind: 'AskChair' }]);
    cleanup();
    open('chairAsked');
    const button = screen.getByRole('button', { name: /等主持人放行，\d\d:\d\d 已请/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    cleanup();
    open('chairObjection');
    expect(screen.queryByRole('button', { name: /不采纳/ })).toBeNull();
    expect(screen.getByText('由主持人在自己的设备上决定')).toBeTruthy();
  });

  test('the hash stands in fours, to be compared with the chair’s page', () => {
    const { view } = open('askChair');
    const inFours = view.result?.figures.match(/.{4}/g)?.join(' ') ?? '';
    expect(screen.getByText(inFours)).toBeTruthy();
  });

  test('it is removed only with a reason and a second press', async () => {
    const { sent } = open('chairAsked');
    const row = screen.getByText('主持人 192.168.1.42').closest('li');
    if (!row) throw new Error('no row');
    fireEvent.click(within(row).getByRole('button', { name: '移除' }));
    expect(sent).toEqual([]);
    write(/移除主持人设备的理由/, '没电');
    fireEvent.click(screen.getAllByRole('button', { name: '移除' }).at(-1) ?? row);
    await confirm();
    expect(sent).toEqual([{ kind: 'DismissScreen', screen: 'chair-1', reason: '没电' }]);
  });
});
