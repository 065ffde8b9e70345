import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView, NextAction } from '../../shared/views/console-view.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { consoleSamples } from '../gallery/console-samples.ts';
import { units } from '../gallery/sample-agenda.ts';
import { resultRows, sampleView } from '../gallery/sample-console.ts';
import { countdown, sampleNow } from '../gallery/wall-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { createDesk, secondPressAfterMs } from './desk-store.ts';

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
  });
  startI18n('console', consoleWords, 'zh-Hans');
});
afterEach(() => vi.useRealTimers());

type Options = { readonly link?: PageState<'console'>['link']; readonly answer?: CommandOutcome };

/** The whole console on one view, with the commands it has sent; `show` is the host's next view. */
function openConsole(
  view: ConsoleView,
  { link = { kind: 'online' }, answer = { kind: 'accepted', entry: 1 } }: Options = {},
) {
  const sent: OperatorCommand[] = [];
  const store = createStore<PageState<'console'>>()(() => ({
    ...unconnectedState<'console'>(() => true),
    link,
    view,
    clockOffsetMs: sampleNow - performance.now(),
  }));
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve(answer);
  });
  render(<ConsoleApp store={store} desk={desk} token="t" />);
  return { sent, desk, show: (next: ConsoleView) => act(() => store.setState({ view: next })) };
}

const stateOf = (name: string): ConsoleView => {
  const sample = consoleSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.view;
};
const key = (
  name: string,
  change: Partial<KeyboardEventInit> & { keyCode?: number } = {},
  target: Element = document.body,
) => fireEvent.keyDown(target, { key: name, ...change });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const settle = () => wait(0);

describe('Space', () => {
  test('given a next step, when Space is pressed, then the command names the step it leaves', () => {
    const { sent } = openConsole(sampleView());
    key(' ');
    expect(sent).toEqual([{ kind: 'NextStep', from: 'A4.e5' }]);
  });

  test('a held key and a double press go one step only', async () => {
    const { sent } = openConsole(sampleView());
    key(' ');
    key(' ', { repeat: true });
    await wait(700);
    key(' ');
    expect(sent).toHaveLength(1);
    await wait(200);
    key(' ');
    expect(sent).toHaveLength(2);
  });

  test('a double click of the big button goes one step, even if the first has already been taken', async () => {
    const { sent, show } = openConsole(sampleView());
    const button = () => screen.getByRole('button', { name: /上「/ });
    fireEvent.click(button());
    await settle();
    show({ ...sampleView(), next: { ...sampleView().next } });
    fireEvent.click(button());
    expect(sent).toEqual([{ kind: 'NextStep', from: 'A4.e5' }]);
  });

  test('a clicker’s PageDown is Space', () => {
    const { sent } = openConsole(sampleView());
    key('PageDown');
    expect(sent).toEqual([{ kind: 'NextStep', from: 'A4.e5' }]);
  });

  test('moves nothing while a text field has focus or an IME composes', () => {
    const { sent } = openConsole(sampleView());
    const field = screen.getByRole('textbox', { name: '给提词器发消息' });
    key(' ', {}, field);
    key('f', {}, field);
    key(' ', { isComposing: true });
    key(' ', { keyCode: 229 });
    expect(sent).toEqual([]);
  });

  test('does not press the button that was clicked last', () => {
    const { sent } = openConsole(sampleView());
    const bell = screen.getByRole('button', { name: /响铃/ });
    bell.focus();
    const wasLeft = key(' ', {}, bell);
    expect(wasLeft).toBe(false);
    expect(fireEvent.keyUp(bell, { key: ' ' })).toBe(false);
    expect(sent).toEqual([{ kind: 'NextStep', from: 'A4.e5' }]);
  });

  test('takes the next place of a release, and ⇧Space takes the last one back', async () => {
    const { sent } = openConsole(stateOf('reveal'));
    key(' ');
    await wait(900);
    key(' ', { shiftKey: true });
    expect(sent).toEqual([
      { kind: 'TakeRevealStep', revealed: 8 },
      { kind: 'ReturnRevealStep', revealed: 8 },
    ]);
  });
});

describe('Space never crosses a lock, a release or the end', () => {
  const closing: ConsoleView = { ...sampleView(), next: { kind: 'close', asksMonitor: false } };
  const cases: readonly (readonly [string, () => ConsoleView, OperatorCommand])[] = [
    ['a lock', () => stateOf('lock'), { kind: 'LockRound', round: 'e5.1' }],
    [
      'a release',
      () => stateOf('counted'),
      { kind: 'ReleaseResult', reveal: 'step', isFewerThanThreeAccepted: false },
    ],
    ['the end', () => closing, { kind: 'CloseEvent' }],
  ];

  test.each(cases)(
    '%s: the first press arms, Space again does nothing, Enter confirms',
    async (_, view, command) => {
      const { sent } = openConsole(view());
      key(' ');
      expect(sent).toEqual([]);
      expect(screen.getByText('再按一次')).toBeTruthy();
      await wait(secondPressAfterMs);
      key(' ');
      expect(sent).toEqual([]);
      await wait(secondPressAfterMs);
      key('Enter');
      expect(sent).toEqual([command]);
    },
  );

  test('Enter right after the first press is a double tap and confirms nothing', async () => {
    const { sent } = openConsole(stateOf('lock'));
    key(' ');
    await wait(300);
    key('Enter');
    expect(sent).toEqual([]);
  });

  test('Esc and 5 s both take the first press back', async () => {
    const { sent } = openConsole(stateOf('lock'));
    key(' ');
    await wait(1000);
    key('Escape');
    key('Enter');
    await wait(1000);
    key(' ');
    await wait(5000);
    key('Enter');
    expect(sent).toEqual([]);
  });

  test('an armed press does not outlive the action it was for', async () => {
    const { sent, show } = openConsole(stateOf('lock'));
    key(' ');
    await wait(1000);
    show(stateOf('held'));
    await wait(0);
    key('Enter');
    expect(sent).toEqual([]);
  });

  test('a release can be chosen to show all at once', async () => {
    const { sent } = openConsole(stateOf('release'));
    key(' ');
    await wait(1000);
    key('2');
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([{ kind: 'ReleaseResult', reveal: 'all', isFewerThanThreeAccepted: true }]);
  });
});

describe('the big button', () => {
  const held = (needs: 'count' | 'clock-gap' | 'disk' | 'close-signature'): NextAction => ({
    kind: 'held',
    needs,
  });
  test.each([
    ['prepared', stateOf('prepared'), '开始：上「候场 签到 设备自检」', false],
    ['step', sampleView(), '上「评分」· 示例五区', false],
    ['lock', stateOf('lock'), '锁票：示例五区 已存 19 / 19', false],
    ['release', stateOf('counted'), '放行成绩：13 名', false],
    ['reveal', stateOf('reveal'), '上墙：第 5 名 示例湾产业集聚区 89.45', false],
    ['close', { ...sampleView(), next: { kind: 'close', asksMonitor: false } as const }, '结束本场', false],
    [
      'close with a monitor',
      { ...sampleView(), next: { kind: 'close', asksMonitor: true } as const },
      '请监督员会签结束本场',
      false,
    ],
    [
      'a close that is asked for',
      { ...sampleView(), next: held('close-signature') },
      '等监督员会签结束本场',
      true,
    ],
    ['missing seats', stateOf('held'), '锁票前还有 2 席没有结论', true],
    ['count', { ...sampleView(), next: held('count') }, '先计票，再发布结果', true],
    ['clock gap', stateOf('gap'), '先定断开的这段时间', true],
    ['disk', stateOf('fault'), '修好磁盘前，空格不起作用', true],
    ['ended', stateOf('ended'), '本场已结束', true],
  ] satisfies readonly (readonly [string, ConsoleView, string, boolean])[])(
    '%s says what will happen',
    (_, view, headline, isHeld) => {
      const { sent } = openConsole(view);
      const button = screen.getByRole('button', { name: new RegExp(headline.replace(/[/「」·]/g, '.')) });
      expect(button.getAttribute('aria-disabled')).toBe(String(isHeld));
      if (isHeld) {
        key(' ');
        fireEvent.click(button);
        expect(sent).toEqual([]);
      }
    },
  );

  test('says in words why the host refused', async () => {
    const { sent } = openConsole(sampleView(), {
      answer: { kind: 'refused', refusal: { code: 'step-already-left', path: 'from', params: {} } },
    });
    key(' ');
    await settle();
    expect(sent).toHaveLength(1);
    expect(screen.getByText(/现场已经不在这一步/)).toBeTruthy();
  });

  test('an unknown refusal shows its code', async () => {
    openConsole(sampleView(), {
      answer: { kind: 'refused', refusal: { code: 'brand-new', path: '', params: {} } },
    });
    key('r');
    await settle();
    expect(screen.getByText(/brand-new/)).toBeTruthy();
  });

  test('says what ⇧Space brings back, or why it can’t', () => {
    const { sent, show } = openConsole(sampleView());
    expect(screen.getByText('回到「项目专题片 · 示例五区」')).toBeTruthy();
    key(' ', { shiftKey: true });
    expect(sent).toEqual([{ kind: 'Undo', entry: 1840 }]);
    show(stateOf('held'));
    expect(screen.getByText('已有人交票，不能撤回')).toBeTruthy();
  });
});

describe('timer', () => {
  test.each([
    [480, 61, '剩余', false],
    [480, 60, '最后一分钟', true],
    [60, 60, '剩余', false],
    [60, 15, '最后 15 秒', true],
    [60, -1, '已超时', true],
  ])('of %i s, when %i s are left, it is called %s and is amber: %s', (limitS, leftS, label, isAmber) => {
    openConsole({ ...sampleView(), timer: countdown(limitS, leftS, 'speech') });
    const figures = screen.getByRole('timer');
    expect(figures.previousElementSibling?.textContent).toMatch(new RegExp(`^${label} ·`));
    expect(figures.className.includes('attention')).toBe(isAmber);
  });

  test('pause, little and larger steps, and the bell go at once; a restart is asked twice', async () => {
    const { sent } = openConsole(sampleView());
    for (const name of ['p', '-', '=', '+', 'r', 't']) key(name);
    expect(sent).toEqual([
      { kind: 'PauseTimer' },
      { kind: 'AddTime', ms: -30_000 },
      { kind: 'AddTime', ms: 30_000 },
      { kind: 'AddTime', ms: 60_000 },
      { kind: 'RingBell' },
    ]);
    await wait(1000);
    key('Enter');
    expect(sent.at(-1)).toEqual({ kind: 'RestartTimer' });
  });

  test('a held key adds time once', () => {
    const { sent } = openConsole(sampleView());
    key('=');
    key('=', { repeat: true });
    expect(sent).toHaveLength(1);
  });
});

describe('missing seats', () => {
  test('given two missing seats, when 缺席 is chosen with a reason and confirmed, then only that seat is decided', async () => {
    const { sent } = openConsole(stateOf('held'));
    key('ArrowDown');
    key('3');
    const field = screen.getByRole('textbox', { name: /第 6 席 记缺席/ });
    fireEvent.change(field, { target: { value: '中途离场' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(screen.queryByText('第 6 席 记缺席？')).toBeNull();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual([]);
    expect(screen.getByText('第 6 席 记缺席？')).toBeTruthy();
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([
      { kind: 'DecideMissing', round: 'e5.1', seats: ['s6'], decision: 'absent', reason: '中途离场' },
    ]);
  });

  test('all missing seats can be excluded together; without a reason nothing can be confirmed', async () => {
    const { sent } = openConsole(stateOf('held'));
    key('x');
    key('4');
    const field = screen.getByRole('textbox', { name: /全部 2 席 记不计/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '设备故障' }));
    fireEvent.click(screen.getByRole('button', { name: '记不计' }));
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([
      { kind: 'DecideMissing', round: 'e5.1', seats: ['s4', 's6'], decision: 'excluded', reason: '设备故障' },
    ]);
  });

  test('a decision can be withdrawn, with a reason', () => {
    const { sent } = openConsole(stateOf('held'));
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(sent).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '已到场' }));
    fireEvent.click(screen.getAllByRole('button', { name: '撤销' }).at(-1)!);
    expect(sent).toEqual([{ kind: 'WithdrawDecision', round: 'e5.1', seat: 's17', reason: '已到场' }]);
  });

  test('the expected number is written out as a sum', () => {
    openConsole(stateOf('held'));
    expect(screen.getByText('20 席 − 缺席 1 = 应收 19')).toBeTruthy();
  });
});

describe('figures', () => {
  const figures = resultRows.flatMap((row) => [row.total, ...row.groups.map((group) => group.mean)]);

  test('no figure stands on the console before the count', () => {
    openConsole(stateOf('held'));
    key('c');
    const text = document.body.textContent ?? '';
    expect(figures.filter((figure) => figure !== null && text.includes(figure))).toEqual([]);
  });

  test('the count names the units that were not called, and confirms them with it', async () => {
    const { sent } = openConsole(stateOf('count'));
    key('c');
    expect(screen.getByText(/示例口产业集聚区 按未上场处理/)).toBeTruthy();
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([{ kind: 'CountRounds', notCalled: [units[12]?.id] }]);
  });

  test('a count waits for rounds that are still open', () => {
    const view = stateOf('count');
    const open = view.rounds.map((round, at) => (at === 2 ? { ...round, state: 'open' as const } : round));
    const { sent } = openConsole({ ...view, rounds: open });
    key('c');
    key('Enter');
    expect(screen.getByText(/还在评分：示例三区/)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('with one display the held result is covered until H, with two it is shown', () => {
    const { show } = openConsole(stateOf('release'));
    expect(screen.queryByText('91.63')).toBeNull();
    key('h');
    expect(screen.getByText('91.63')).toBeTruthy();
    key('h');
    expect(screen.queryByText('91.63')).toBeNull();
    show(stateOf('counted'));
    expect(screen.getByText('91.63')).toBeTruthy();
  });

  test('during the release later places are drawn nowhere, and a mirrored display covers the next one too', () => {
    const { show } = openConsole(stateOf('reveal'));
    const text = () => document.body.textContent ?? '';
    expect(text()).toContain('八十九点四五');
    expect(text()).not.toContain('90.37');
    show(stateOf('revealCovered'));
    expect(text()).not.toContain('八十九点四五');
    expect(screen.queryByText(/示例湾产业集聚区 89.45/)).toBeNull();
  });

  test('showing all that is left is asked twice', async () => {
    const { sent } = openConsole(stateOf('reveal'));
    key('e');
    expect(sent).toEqual([]);
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([{ kind: 'RevealAll', revealed: 8 }]);
  });
});

describe('trouble', () => {
  test('given a failed disk, then one red bar says what is safe, commands stop, and freeze and blackout still work', () => {
    const { sent } = openConsole(stateOf('fault'));
    expect(screen.getByRole('alert').textContent).toContain('#1842 及以前都在磁盘上');
    for (const name of [' ', 'p', '=', 'r', 't', 'Enter']) key(name);
    fireEvent.click(screen.getByRole('button', { name: /^暂停/ }));
    expect(sent).toEqual([]);
    key('f');
    key('b');
    key('d');
    expect(sent).toEqual([
      { kind: 'SetCurtain', curtain: 'frozen' },
      { kind: 'SetCurtain', curtain: 'black' },
      { kind: 'RetryDisk' },
    ]);
  });

  test('a lost host stops everything, says since when and what to do', async () => {
    const { sent } = openConsole(sampleView(), {
      link: { kind: 'lost', sinceMs: performance.now() - 12_000 },
    });
    expect(screen.getByRole('alert').textContent).toContain('断开 12 秒');
    await wait(2000);
    expect(screen.getByRole('alert').textContent).toContain('断开 14 秒');
    for (const name of [' ', 'p', 'f', 'b']) key(name);
    expect(sent).toEqual([]);
  });

  test.each([
    ['1', false],
    ['2', true],
  ])('a gap in time is asked about: %s answers isCounted %s', (answer, isCounted) => {
    const { sent } = openConsole(stateOf('gap'));
    expect(screen.getByRole('alert').textContent).toContain('电脑睡眠过：中间 1:34');
    key(answer);
    expect(sent).toEqual([{ kind: 'SettleClockGap', isCounted }]);
  });

  test('a second press before the wall is seen black takes the first back', () => {
    const { sent } = openConsole(sampleView());
    key('b');
    key('b');
    expect(sent).toEqual([
      { kind: 'SetCurtain', curtain: 'black' },
      { kind: 'SetCurtain', curtain: 'open' },
    ]);
  });

  test('after the end nothing but the wall’s curtain acts', () => {
    const { sent } = openConsole(stateOf('ended'));
    for (const name of [' ', 'p', 'r', 'e']) key(name);
    key(' ', { shiftKey: true });
    expect(sent).toEqual([]);
    key('b');
    expect(sent).toEqual([{ kind: 'SetCurtain', curtain: 'black' }]);
  });

  test('an address that has gone is named', () => {
    openConsole(stateOf('lostAddress'));
    expect(screen.getByRole('alert').textContent).toContain('192.168.31.20 不见了');
  });

  test.each([
    ['fileRecovered', '上次运行这场活动的主机是突然中断的'],
    ['fileMayLack', '最后几条记录可能缺了'],
    ['badSignatures', '第 1207 条：这张票不是该席设备这样签的'],
  ])('given %s, then a bar says what is odd about the event file until it is noted', (name, words) => {
    openConsole(stateOf(name));
    expect(screen.getByRole('alert').textContent).toContain(words);
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('given findings that were noted, when another is found, then the bar is back with their number', () => {
    const view = stateOf('badSignatures');
    const { show } = openConsole(view);
    fireEvent.click(screen.getByRole('button', { name: '知道了' }));
    const findings = { count: 4, entry: 1207, code: 'signature-bad' } as const;
    show({ ...view, health: { ...view.health, file: { notice: null, findings } } });
    expect(screen.getByRole('alert').textContent).toContain('4 处签名不对');
  });

  test('refused messages are counted by reason', () => {
    openConsole(stateOf('refused'));
    expect(screen.getByText('拒收 7 次')).toBeTruthy();
    expect(screen.getByText('签名不对').parentElement?.textContent).toBe('签名不对4');
  });
});

describe('admission and messages', () => {
  test('a prompter is admitted by the number it shows', () => {
    const { sent } = openConsole(stateOf('prepared'));
    expect(screen.getByText('4827')).toBeTruthy();
    key('a');
    expect(sent).toEqual([{ kind: 'AdmitScreen', request: 'r1' }]);
  });

  test('a second device of a seat is asked twice, and can be refused', async () => {
    const { sent } = openConsole(stateOf('refused'));
    key('a');
    expect(sent).toEqual([]);
    await wait(1000);
    key('Enter');
    fireEvent.click(screen.getByRole('button', { name: '拒绝' }));
    expect(sent).toEqual([
      { kind: 'AdmitSeatDevice', request: 'r2' },
      { kind: 'RefuseAdmission', request: 'r2' },
    ]);
  });

  test('M and a digit send a ready message; the digit alone does nothing', () => {
    const { sent } = openConsole(sampleView());
    key('1');
    expect(sent).toEqual([]);
    key('m');
    key('1');
    expect(sent).toEqual([{ kind: 'SendPrompt', text: '请收尾' }]);
  });

  test('M twice types one, and the Enter of an IME does not send it', () => {
    const { sent } = openConsole(sampleView());
    key('m');
    key('m');
    const field = screen.getByRole('textbox', { name: '给提词器发消息' });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '请看时间' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(sent).toEqual([]);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual([{ kind: 'SendPrompt', text: '请看时间' }]);
  });
});

describe('going to a step', () => {
  test('G finds a step by what is typed, Enter asks, Enter goes there', async () => {
    const { sent, desk } = openConsole(sampleView());
    key('g');
    const field = screen.getByRole('textbox', { name: '找环节' });
    fireEvent.change(field, { target: { value: 'county 7 speech' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent).toEqual([]);
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([{ kind: 'JumpTo', step: 'A4.e7' }]);
    await settle();
    expect(desk.getState().drawer).toBeNull();
  });

  test('a clicked row asks before it goes there, and the show’s keys rest meanwhile', async () => {
    const { sent } = openConsole(sampleView());
    fireEvent.click(screen.getByRole('button', { name: /结果发布/ }));
    const dialog = screen.getByRole('dialog', { name: '跳到…' });
    expect(within(dialog).getByText('跳到「结果发布」？')).toBeTruthy();
    key(' ');
    key('p');
    expect(sent).toEqual([]);
    key('f');
    await wait(1000);
    key('Enter');
    expect(sent).toEqual([
      { kind: 'SetCurtain', curtain: 'frozen' },
      { kind: 'JumpTo', step: 'A8' },
    ]);
  });
});

const manyDrawingsMs = 60_000;

test.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
  'every state is drawn in %s without a missing text',
  (language) => {
    startI18n('console', consoleWords, language);
    for (const name of Object.keys(consoleSamples)) {
      openConsole(stateOf(name));
      const text = document.body.textContent ?? '';
      expect(text).not.toMatch(/\{\{|undefined|NaN|\[object/);
      // A key without a text would be drawn as the key itself.
      expect(text).not.toMatch(/\b(go|seat|entry|refusal|monitor|timer)\.[a-z]/i);
      cleanup();
    }
  },
  manyDrawingsMs,
);
