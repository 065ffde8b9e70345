import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { OperatorCommand } from '../../shared/protocol/operator-command.ts';
import { consoleSamples } from '../gallery/console-samples.ts';
import { consoleWords } from '../i18n/console.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { DeskProvider, type StoppedBy } from './desk-context.tsx';
import { createDesk } from './desk-store.ts';
import { createKeyboard } from './keyboard.ts';
import { CorrectedVersion, VersionDrawer } from './version-drawer.tsx';

const accepted: CommandOutcome = { kind: 'accepted', entry: null };

function viewOf(name: string) {
  const sample = consoleSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.view;
}

function openVersion(
  name: string,
  { answer = accepted, stoppedBy = 'closed' }: { answer?: CommandOutcome; stoppedBy?: StoppedBy | null } = {},
) {
  const sent: OperatorCommand[] = [];
  const desk = createDesk((command) => {
    sent.push(command);
    return Promise.resolve(answer);
  });
  const view = viewOf(name);
  render(
    <DeskProvider desk={desk} keyboard={createKeyboard()} stoppedBy={stoppedBy} hostNow={() => 0} token="t">
      <CorrectedVersion view={view} />
      <VersionDrawer view={view} />
    </DeskProvider>,
  );
  return { sent, desk };
}

const button = (name: string) => screen.getByRole('button', { name });
const confirm = () => screen.getByRole('button', { name: /^确认/ });
const field = (name: string) => screen.getByLabelText(name);
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(async () => {
  await startI18n('console', consoleWords, 'zh-Hans');
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('a corrected version of a closed event, on the console', () => {
  test('given who orders it and why, when pressed twice, then it is ordered with the file named beforehand', async () => {
    const { sent } = openVersion('version');
    expect(button('另立第 2 版').getAttribute('title')).toBe('先写谁下令和理由');
    write('谁下令更正（职务）', ' 组委会主任 ');
    expect(button('另立第 2 版').getAttribute('aria-disabled')).toBe('true');
    write('更正理由', '第一席的分录错');
    fireEvent.click(button('另立第 2 版'));
    expect(screen.getByRole('alert').textContent).toContain(
      '另立第 2 版，存为 2019-Q4.v2.leitai？主机随即改用新文件，各设备照旧。',
    );
    fireEvent.click(confirm());
    expect(sent).toEqual([]);
    await wait(900);
    fireEvent.click(confirm());
    await wait(0);
    expect(sent).toEqual([{ kind: 'MakeVersion', orderedBy: '组委会主任', reason: '第一席的分录错' }]);
  });

  test('given the host refuses, then the words say why', async () => {
    const refusal = { code: 'version-noted', path: '', params: {} };
    openVersion('version', { answer: { kind: 'refused', refusal } });
    write('谁下令更正（职务）', '主任');
    write('更正理由', '错');
    fireEvent.click(button('另立第 2 版'));
    await wait(900);
    fireEvent.click(confirm());
    await wait(0);
    expect(screen.getByRole('status').textContent).toContain('本机记着这一版已经立过');
  });

  test('given its file is there already, then it can only be opened, with two presses', async () => {
    const { sent } = openVersion('versionThere');
    expect(screen.queryByLabelText('更正理由')).toBeNull();
    expect(screen.getByText(/第 2 版已经有了：2019-Q4.v2.leitai/)).toBeTruthy();
    fireEvent.click(button('打开第 2 版'));
    await wait(900);
    fireEvent.click(confirm());
    await wait(0);
    expect(sent).toEqual([{ kind: 'OpenVersion' }]);
  });

  test('given this machine has run it, but its file is gone, then no other can be made, and it is told what to do', () => {
    openVersion('versionNoted');
    expect(screen.queryByLabelText('更正理由')).toBeNull();
    expect(screen.queryByRole('button', { name: /第 2 版/ })).toBeNull();
    expect(screen.getByRole('alert').textContent).toMatch(/已办过第 2 版.*请找回 2019-Q4.v2.leitai/);
  });

  test.each(['lost', 'disk', 'read-only'] as const)(
    'given the host can’t store anything (%s), then nothing is ordered',
    (stoppedBy) => {
      openVersion('versionThere', { stoppedBy });
      expect(button('打开第 2 版').getAttribute('title')).toBe(consoleWords['zh-Hans'].stopped[stoppedBy]);
      expect(button('打开第 2 版').getAttribute('aria-disabled')).toBe('true');
    },
  );

  test('given the corrected version itself, then the drawer says what it supersedes and what to do now; no way leads to another', () => {
    const { sent } = openVersion('versionLive', { stoppedBy: null });
    expect(screen.getByText(/^第 2 版，取代第 1 版（末条 #2213，指纹 7d3c09b1/)).toBeTruthy();
    expect(screen.getByText(/要第二台设备同意/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更正版本…' })).toBeNull();
    expect(sent).toEqual([]);
  });

  test('given a closed event, then a button leads here', () => {
    const { desk } = openVersion('version');
    fireEvent.click(button('更正版本…'));
    expect(desk.getState().drawer).toBe('version');
  });
});
