import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import type { PageState } from '../../connection/page-state.ts';
import { unconnectedState } from '../../connection/page-store.ts';
import { consoleSamples } from '../../gallery/console-samples.ts';
import { numberSample } from '../../gallery/number-sample.ts';
import { consoleWords } from '../../i18n/console.ts';
import { startI18n } from '../../i18n/start-i18n.ts';
import { ConsoleApp } from '../console-app.tsx';
import { createDesk } from '../desk-store.ts';

/** What the page asks of the host, and what the host answers. */
let asked: string[] = [];
let answer: () => Response;

const sheet = {
  name: '',
  title: '',
  subtitle: '',
  marks: ['未放行'],
  blocks: numberSample['zh-Hans'],
  signatures: [],
  footers: [],
};

beforeEach(() => {
  startI18n('console', consoleWords, 'zh-Hans');
  asked = [];
  answer = () => new Response(JSON.stringify({ format: 'leitai-sheet', version: 1, fileName: '', sheet }));
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(answer());
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A counted result with its figures uncovered, or as the displays have it. */
function openResult(isUncovered = true, kind: 'extended' | 'mirrored' = 'extended') {
  const sample = consoleSamples.number?.();
  if (!sample) throw new Error('no sample');
  const view: ConsoleView = { ...sample.view, health: { ...sample.view.health, displays: { kind } } };
  const store = createStore<PageState<'console'>>()(() => ({
    ...unconnectedState<'console'>(() => true),
    link: { kind: 'online' },
    view,
  }));
  const desk = createDesk(() => Promise.resolve({ kind: 'accepted', entry: 1 }));
  desk.getState().showTab('result', view.stage.step);
  if (isUncovered) desk.getState().setPeek(kind, true);
  render(<ConsoleApp store={store} desk={desk} token="t" />);
  return { desk, store };
}

const total = () => screen.getByRole('button', { name: /^92\.11, 看/ });
const dialog = () => screen.getByRole('dialog');
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

test('given a counted result, when a total is pressed, then its tree is asked for once and shown with struck marks and rounding', async () => {
  openResult();
  fireEvent.click(total());
  await within(dialog()).findByText('总分由来');
  expect(asked).toEqual(['/console/sheets/tree.json?token=t&lang=zh-Hans&unit=e5']);
  const row = (name: RegExp) => within(dialog()).getByRole('row', { name });
  expect(row(/^总分 92\.11/).textContent).toContain('取整前 92.106666…（6908/75）；四舍五入到 2 位小数');
  expect(row(/ 去掉：最高分；/)).toBeDefined();
  expect(row(/ 去掉：最低分；/)).toBeDefined();
  expect(row(/^第 5 席 — 回避/)).toBeDefined();
  expect(within(dialog()).getByText('未放行')).toBeDefined();
});

test('given a tree, then its numbers are reached by keys: arrows go and open and close, Enter presses, Escape gives the focus back', async () => {
  const { desk } = openResult();
  total().focus();
  fireEvent.click(total());
  await within(dialog()).findByText('总分由来');
  expect(document.activeElement?.textContent).toBe('总分');
  key('ArrowDown');
  expect(document.activeElement?.textContent).toBe('市四套班子领导');
  expect(within(dialog()).queryByText('第 1 席')).not.toBeNull();
  key('ArrowLeft');
  expect(within(dialog()).queryByText('第 1 席')).toBeNull();
  key('ArrowDown');
  expect(document.activeElement?.textContent).toBe('社会各界代表');
  key('ArrowUp');
  key('ArrowRight');
  expect(within(dialog()).queryByText('第 1 席')).not.toBeNull();
  key('ArrowLeft');
  key('ArrowLeft');
  expect(document.activeElement?.textContent).toBe('总分');
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(desk.getState().drawer).toBeNull();
  expect(document.activeElement).toBe(total());
});

test('given a group’s mean, when it is pressed, then its marks stand open and the other group’s are closed', async () => {
  openResult();
  fireEvent.click(screen.getByRole('button', { name: /^91\.67, 看/ }));
  await within(dialog()).findByText('总分由来');
  expect(document.activeElement?.textContent).toBe('社会各界代表');
  expect(within(dialog()).queryByText('第 9 席')).not.toBeNull();
  expect(within(dialog()).queryByText('第 1 席')).toBeNull();
  fireEvent.click(within(dialog()).getByRole('button', { name: '全部展开' }));
  expect(within(dialog()).getAllByText('第 1 席')).toHaveLength(2);
  fireEvent.click(within(dialog()).getByRole('button', { name: '全部收起' }));
  expect(within(dialog()).queryByText('市四套班子领导')).toBeNull();
});

test('given displays that mirror the wall, then the opened number is covered, and nothing is asked for until it is uncovered', async () => {
  const { desk } = openResult(false, 'mirrored');
  fireEvent.click(screen.getByRole('button', { name: /已遮住|遮/ }));
  fireEvent.click(total());
  await within(dialog()).findByText('总分由来');
  desk.getState().closeDrawer();
  desk.getState().setPeek('mirrored', false);
  desk.getState().openDrawer('number', 'e5');
  await waitFor(() => expect(within(dialog()).queryByText('总分由来')).toBeNull());
  expect(asked).toHaveLength(1);
  fireEvent.click(within(dialog()).getByRole('button', { name: /1/ }));
  await within(dialog()).findByText('总分由来');
  expect(asked).toHaveLength(2);
});

test('given a host that refuses or fails, then the drawer says why, and a new try asks again', async () => {
  answer = () => new Response('disk-failed: tree\n', { status: 409 });
  openResult();
  fireEvent.click(total());
  expect((await within(dialog()).findByRole('alert')).textContent).toContain(
    consoleWords['zh-Hans'].refusal['disk-failed'],
  );
  answer = () => new Response('', { status: 500 });
  fireEvent.click(within(dialog()).getByRole('button', { name: '再试' }));
  await within(dialog()).findByText('没有取到：HTTP 500');
});

test('given a result that is taken back, then its opened number goes with it', async () => {
  const { store } = openResult();
  fireEvent.click(total());
  await within(dialog()).findByText('总分由来');
  const { view } = store.getState();
  store.setState({ view: { ...view, result: null } });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
