import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import type { ChairView } from '../../shared/views/chair-view.ts';
import type { ChairOrders } from '../connection/chair-page.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { pinDesk } from '../connection/pin-desk.ts';
import { pinsInMemory } from '../connection/pin-memory.ts';
import { chairSamples } from '../gallery/chair-samples.ts';
import { chairWords } from '../i18n/chair.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { ChairPage } from './chair-page.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  startI18n('chair', chairWords, 'en');
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

type Given = readonly [name: keyof ChairOrders, ...what: readonly unknown[]];

function sample(name: string): ChairView {
  const view = chairSamples[name];
  if (!view) throw new Error(`no sample ${name}`);
  return view;
}

/** The page on a sample, with what it ordered; the host answers as told. */
function show(
  name: string,
  state: Partial<PageState<'chair'>> = {},
  answer: CommandOutcome = { kind: 'accepted', entry: 1 },
) {
  const given: Given[] = [];
  const order =
    (order: keyof ChairOrders) =>
    (...what: readonly unknown[]) => {
      given.push([order, ...what]);
      return Promise.resolve(answer);
    };
  const store = createStore<PageState<'chair'>>()(() => ({
    ...unconnectedState<'chair'>(() => false),
    link: { kind: 'online' },
    view: sample(name),
    ...state,
  }));
  const orders = { release: order('release'), override: order('override') };
  render(
    <ChairPage store={store} orders={orders} askAgain={() => undefined} pins={pinDesk(pinsInMemory())} />,
  );
  return { given, store };
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string | RegExp) => act(async () => fireEvent.click(button(name)));

describe('a result that waits for the chair', () => {
  test('stands with its count, its co-signature and its hash in fours, and with no figure', () => {
    show('release');
    expect(screen.getByText('Count 1 · units with a place: 13')).toBeTruthy();
    expect(screen.getByText(/Co-signed by the monitor: device 192\.168\.1\.37/)).toBeTruthy();
    const inFours = sample('release').result?.figures.match(/.{4}/g)?.join(' ') ?? '';
    expect(screen.getByText(inFours)).toBeTruthy();
    expect(screen.getByText('The operator is waiting for you')).toBeTruthy();
    expect(document.title).toBe('● Chair');
  });

  test('is released by a second press elsewhere, which a double tap can’t be', async () => {
    const { given } = show('release');
    await press('Release the result…');
    await press('Sign and release');
    expect(given).toEqual([]);
    vi.advanceTimersByTime(1_000);
    await press('Sign and release');
    const how = { reveal: 'step', isFewerThanThreeAccepted: false };
    expect(given).toEqual([['release', sample('release').result, how]]);
  });

  test('of fewer ballots than the rules publish is released only once that was agreed to', async () => {
    const { given } = show('fewer');
    await press('Release the result…');
    vi.advanceTimersByTime(1_000);
    expect(button('Sign and release').disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox'));
    fireEvent.click(screen.getByRole('radio', { name: 'All at once' }));
    await press('Sign and release');
    expect(given.at(0)?.[2]).toEqual({ reveal: 'all', isFewerThanThreeAccepted: true });
  });

  test('that changed meanwhile is refused in words', async () => {
    const refusal = { code: 'wrong-count', path: 'count', params: {} };
    show('release', {}, { kind: 'refused', refusal });
    await press('Release the result…');
    vi.advanceTimersByTime(1_000);
    await press('Sign and release');
    expect(screen.getByRole('alert').textContent).toContain('The count has changed');
  });
});

describe('an objection', () => {
  test('is overridden with a reason, as it was shown', async () => {
    const { given } = show('objection');
    await press('Override…');
    expect(button('Sign and override').disabled).toBe(true);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: ' compared on paper ' } });
    await press('Sign and override');
    const { result } = sample('objection');
    expect(given).toEqual([['override', result, result?.objection?.reason, 'compared on paper']]);
  });
});

describe('what stands when nothing is asked', () => {
  test.each([
    ['calm', 'Nothing needs your signature now'],
    ['waits-monitor', 'Count 1 waits for the monitor’s co-signature'],
    ['released', 'Released by the chair’s signature'],
  ])('%s: %s', (name, text) => {
    show(name);
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('the latest of what this device has signed comes first', () => {
    show('released');
    const rows = within(screen.getByRole('main')).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent?.includes('Result released'))).toEqual([true, false]);
  });
});

test('given a lost line, then the page says so, keeps what it showed, and signs nothing', () => {
  show('release', { link: { kind: 'lost', sinceMs: 0 } });
  expect(screen.getByText(/Not connected to the host/)).toBeTruthy();
  expect(button('Release the result…').disabled).toBe(true);
});

test('given a device that isn’t admitted, then only its number is shown', () => {
  const asked = {
    kind: 'admission',
    state: 'asked',
    number: '4071',
    retryAfterMs: null,
    refusal: null,
  } as const;
  show('release', { admission: asked });
  expect(screen.getByText('4071')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
