import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { key, openConsole, stateOf, wait, withConsoleClocks } from '../../test/builders/console-at-hand.tsx';
import { consoleSamples } from '../gallery/console-samples.ts';
import { units } from '../gallery/sample-agenda.ts';
import { resultRows, sampleView } from '../gallery/sample-console.ts';
import { countdown } from '../gallery/wall-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';

withConsoleClocks();

const settle = () => wait(0);

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
