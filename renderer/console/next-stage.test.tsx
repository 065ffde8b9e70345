import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { consoleSamples } from '../gallery/console-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ConsoleApp } from './console-app.tsx';
import { createDesk, secondPressAfterMs } from './desk-store.ts';

afterEach(cleanup);

function open(name: string) {
  startI18n('console', consoleWords, 'zh-Hans');
  const sample = consoleSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  const sent: OperatorCommand[] = [];
  const store = createStore<PageState<'console'>>()(() => ({
    ...unconnectedState<'console'>(() => true),
    link: sample.link,
    view: sample.view,
    clockOffsetMs: 0,
  }));
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve({ kind: 'accepted', entry: 1 });
  });
  if (sample.drawer) desk.getState().openDrawer(sample.drawer);
  render(<ConsoleApp store={store} desk={desk} token="t" />);
  return { sent, rows: sample.view.result?.rows ?? [] };
}

describe('DIVISION-4: which place comes next on the console', () => {
  test('given the reveal, then the script names the division, and only its places are drawn', () => {
    open('revealDivision');
    expect(screen.getByText(/^示例县域组，第六名，/)).toBeDefined();
    expect(screen.getByText('本组全部放出')).toBeDefined();
    expect(screen.getAllByText('收到 7 名；其余 6 名未下发').length).toBeGreaterThan(0);
  });
});

describe('STAGE-3: who goes on', () => {
  test('given it is by place, then the units stand with their division and what they carry, and the file can be had', () => {
    const { rows } = open('entrants');
    const drawer = within(screen.getByRole('dialog'));
    expect(drawer.getByText('规则：各组前 2 名晋级')).toBeDefined();
    expect(drawer.getAllByRole('row')).toHaveLength(5);
    expect(drawer.getByText(rows[5]?.unit.name['zh-Hans'] ?? '')).toBeDefined();
    expect(drawer.getByRole('link').getAttribute('href')).toBe(
      '/console/export/next-stage.json?token=t&lang=zh-Hans',
    );
  });

  test('given it is by hand, when units are chosen with a reason and a second press, then they are ordered', async () => {
    const { sent, rows } = open('entrantsByHand');
    const drawer = within(screen.getByRole('dialog'));
    expect(drawer.queryByRole('link')).toBeNull();
    for (const row of [rows[6], rows[0]])
      fireEvent.click(drawer.getByRole('button', { name: new RegExp(`· ${row?.unit.name['zh-Hans']}$`) }));
    fireEvent.click(drawer.getByRole('button', { name: /选定 2 个单位/ }));
    fireEvent.click(drawer.getByRole('button', { name: /组委会决定/ }));
    const [, submit] = drawer.getAllByRole('button', { name: /选定 2 个单位/ });
    if (!submit) throw new Error('nothing to submit with');
    fireEvent.click(submit);
    expect(sent).toEqual([]);
    expect(drawer.getByText(/选定这 2 个单位晋级/)).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, secondPressAfterMs + 20));
    fireEvent.click(drawer.getByRole('button', { name: /^确认/ }));
    expect(sent).toEqual([
      { kind: 'ChooseEntrants', units: [rows[6]?.unit.id, rows[0]?.unit.id], reason: '组委会决定' },
    ]);
  });
});
