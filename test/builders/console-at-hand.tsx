import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { PageState } from '../../renderer/connection/page-state.ts';
import { unconnectedState } from '../../renderer/connection/page-store.ts';
import { ConsoleApp } from '../../renderer/console/console-app.tsx';
import { createDesk, type Drawer } from '../../renderer/console/desk-store.ts';
import { consoleSamples } from '../../renderer/gallery/console-samples.ts';
import { sampleNow } from '../../renderer/gallery/wall-samples.ts';
import { consoleWords } from '../../renderer/i18n/console.ts';
import { startI18n } from '../../renderer/i18n/start-i18n.ts';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { buildConsoleView } from '../../shared/views/build-console-view.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { LiveInfo } from '../../shared/views/live-info.ts';
import { aLiveInfo } from './live-info.ts';
import type { Scenario } from './scenario.ts';

/** Each test of the file at a console in 简体, with clocks that it moves itself. */
export function withConsoleClocks(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'],
    });
    startI18n('console', consoleWords, 'zh-Hans');
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** The console on a real event: what it sends is decided by the rules, and it is shown what follows. */
export function consoleOf(start: Scenario, live: Partial<LiveInfo> = {}) {
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

type Options = { readonly link?: PageState<'console'>['link']; readonly answer?: CommandOutcome };

/** The whole console on one view, with the commands it has sent; `show` is the host's next view. */
export function openConsole(
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

/** What the console is shown in one of the gallery's samples. */
export const stateOf = (name: string): ConsoleView => {
  const sample = consoleSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.view;
};
export const key = (
  name: string,
  change: Partial<KeyboardEventInit> & { keyCode?: number } = {},
  target: Element = document.body,
) => fireEvent.keyDown(target, { key: name, ...change });
export const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
/** The drawer where one is open: what lies under it isn't at hand. */
export const atHand = () => within(screen.queryByRole('dialog') ?? document.body);
export const press = (name: string | RegExp) => fireEvent.click(atHand().getByRole('button', { name }));
export const write = (name: string | RegExp, value: string) =>
  fireEvent.change(atHand().getByRole('textbox', { name }), { target: { value } });
export const enter = (name: string | RegExp, value: string) => {
  write(name, value);
  key('Enter', {}, atHand().getByRole('textbox', { name }));
};
export const confirm = async () => {
  await wait(1000);
  key('Enter');
  await wait(0);
};
