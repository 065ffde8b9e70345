import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ScoringScheme } from '../../shared/domain/scoring/rules/scoring-scheme.ts';
import { anEventUnder, cast, lockOpen } from '../../test/builders/any-event.ts';
import { timedRuns } from '../../test/builders/attempts.ts';
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
import { jump, next, pair } from '../../test/builders/orders.ts';
import { given, type Scenario } from '../../test/builders/scenario.ts';
import { builtIn } from '../../test/cases/read-built-in.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { openRoundSamples } from '../gallery/open-round-samples.ts';
import { roundSamples } from '../gallery/round-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { createDesk } from './desk-store.ts';

/** Roles are looked up in the whole console. */
vi.setConfig({ testTimeout: 20_000 });

withConsoleClocks();

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
    consoleOf(given(anEventUnder(builtIn('S4-six-comparisons')), next));
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
    expect(screen.getByText(/^示例 u2：还缺「.*」$/)).toBeTruthy();
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
    key('Enter', {}, fact!);
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
  const cell = (unit: string, n: number) => new RegExp(`^示例 ${unit} · 第 ${n} 次 `);

  test('ATTEMPT-2: Enter stores a run and goes on to the next; a run not finished, and a correction, are of that run', async () => {
    const { sent, state, openDrawer } = consoleOf(runs);
    openDrawer('beside');
    expect(atHand().getByText('▲ 缺 4 项')).toBeTruthy();
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u1', 1) }));
    enter(cell('u1', 1), '12.3');
    await wait(0);
    expect(document.activeElement).toBe(atHand().getByRole('textbox', { name: cell('u1', 2) }));
    press(/^确认 示例 u1 · 第 1 次 .* 12.3$/);
    press(/^示例 u1 · 第 2 次 .*记未完成$/);
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
    expect(screen.getByText(/^示例 u2 · 第 2 次：还缺「.*」$/)).toBeTruthy();
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

describe('taking the count back', () => {
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
