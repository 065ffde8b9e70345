import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { ConsoleView, NextAction } from '../../shared/views/console-view.ts';
import { key, openConsole, stateOf, wait, withConsoleClocks } from '../../test/builders/console-at-hand.tsx';
import { sampleView } from '../gallery/sample-console.ts';
import { secondPressAfterMs } from './desk-store.ts';

withConsoleClocks();

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
