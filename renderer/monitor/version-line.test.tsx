import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { ChangeView } from '../../shared/views/monitor-view.ts';
import { monitorSamples } from '../gallery/monitor-samples.ts';
import { monitorWords } from '../i18n/monitor.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ChangeLog } from './change-log.tsx';
import { MonitorHeader } from './monitor-header.tsx';

const [sample] = Object.values(monitorSamples);
if (!sample) throw new Error('no sample');
const { event } = sample;
const version = {
  number: 2,
  supersedes: { version: 1, n: 2213, hash: `7d3c09b1${'e'.repeat(48)}0123abcd` },
};
const line = '第 2 版，取代第 1 版（末条 #2213，指纹 7d3c09b1…0123abcd）';

beforeEach(() => startI18n('monitor', monitorWords, 'zh-Hans'));

test('EVENT-7, given a superseding version, then the monitor’s header says which and of what; in the first it says nothing', () => {
  const { rerender } = render(<MonitorHeader event={event} link={{ kind: 'online' }} version={version} />);
  expect(screen.getByText(line)).toBeTruthy();
  rerender(
    <MonitorHeader event={event} link={{ kind: 'online' }} version={{ number: 1, supersedes: null }} />,
  );
  expect(screen.queryByText(/取代/)).toBeNull();
});

test('EVENT-7, given the changelog of a superseding version, then it says who ordered it and why, and names entries by version', () => {
  const change: ChangeView = {
    n: 2215,
    entry: '2/1',
    wall: 1_573_603_200_000,
    what: 'version-opened',
    unit: null,
    toUnit: null,
    seats: [],
    reason: '组委会主任: 第一席的分录错',
    seconded: null,
    version,
  };
  render(<ChangeLog changes={[change]} />);
  for (const text of ['更正版本', line, '原因：组委会主任: 第一席的分录错', '记录第 2/1 条'])
    expect(screen.getByText(text)).toBeTruthy();
});
