import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CommandOutcome } from '../../shared/protocol/host-message.ts';
import { buildMonitorView } from '../../shared/views/build-monitor-view.ts';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import { anEventUnder } from '../../test/builders/any-event.ts';
import { timedRuns } from '../../test/builders/attempts.ts';
import { next } from '../../test/builders/orders.ts';
import { given as givenEvent } from '../../test/builders/scenario.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { type PinDesk, pinDesk } from '../connection/pin-desk.ts';
import { pinsInMemory } from '../connection/pin-memory.ts';
import { monitorSamples } from '../gallery/monitor-samples.ts';
import { monitorWords } from '../i18n/monitor.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { MonitorPage } from './monitor-page.tsx';

beforeEach(() => startI18n('monitor', monitorWords, 'en'));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

type Given = readonly [name: keyof MonitorOrders, ...what: readonly unknown[]];

function sample(name: string): MonitorView {
  const view = monitorSamples[name];
  if (!view) throw new Error(`no sample ${name}`);
  return view;
}

/** The page on a view, with what it ordered; the host answers as told. */
function openPage(
  state: Partial<PageState<'monitor'>>,
  answer: CommandOutcome = { kind: 'accepted', entry: 1 },
  pins: PinDesk = pinDesk(pinsInMemory()),
) {
  const given: Given[] = [];
  const order =
    (name: keyof MonitorOrders) =>
    (...what: readonly unknown[]) => {
      given.push([name, ...what]);
      return Promise.resolve(answer);
    };
  const orders: MonitorOrders = {
    coSign: order('coSign'),
    object: order('object'),
    withdrawObjection: order('withdrawObjection'),
    second: order('second'),
    decline: order('decline'),
    seeFigures: order('seeFigures'),
  };
  const store = createStore<PageState<'monitor'>>()(() => ({
    ...unconnectedState<'monitor'>(() => false),
    link: { kind: 'online' },
    ...state,
  }));
  let asked = 0;
  const { container } = render(
    <MonitorPage
      store={store}
      orders={orders}
      pins={pins}
      askAgain={() => {
        asked += 1;
      }}
    />,
  );
  return { given, store, container, asked: () => asked };
}

const show = (name: string, answer?: CommandOutcome) => openPage({ view: sample(name) }, answer);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => act(async () => fireEvent.click(button(name)));
/** What stands in the part of the page that calls for the monitor. */
const needed = () => screen.getByRole('region', { name: 'Needs you now' });

async function waitOutDoubleTap() {
  await act(async () => new Promise((resolve) => setTimeout(resolve, 850)));
}

describe('being let in', () => {
  const asked = {
    kind: 'admission',
    state: 'asked',
    number: '4071',
    retryAfterMs: null,
    refusal: null,
  } as const;

  test('shows the number until the operator admits it', () => {
    const { store } = openPage({ admission: asked });
    expect(screen.getByText('4071')).toBeTruthy();
    act(() =>
      store.setState({
        admission: { kind: 'admitted', role: 'monitor', seat: null, device: null, screen: 'm' },
        view: sample('voting'),
      }),
    );
    expect(screen.queryByText('4071')).toBeNull();
    expect(screen.getByText('Nothing needs you now')).toBeTruthy();
  });

  test('says so when the operator refused, and asks again', async () => {
    const { asked: times } = openPage({ admission: { ...asked, state: 'refused', number: null } });
    await press('Ask again');
    expect(times()).toBe(1);
  });

  test('says that a panelist’s device can’t be the monitor’s too', () => {
    const refusal = { code: 'already-paired', path: 'publicKey', params: {} };
    openPage({ admission: { ...asked, state: 'pair', number: null }, lastRefusal: refusal });
    expect(screen.getByText('This device already serves another purpose')).toBeTruthy();
  });
});

describe('before the count', () => {
  test('shows counts and exceptions of each round, the latest first', () => {
    const { container } = show('voting');
    const rounds = [...container.querySelectorAll('[data-round]')].map((row) => row.textContent ?? '');
    expect(rounds[0]).toContain('17 in of 19 expected');
    expect(rounds[0]).toContain('No ballot yet: seat 4, 17');
    expect(rounds[0]).toContain('Given back and not in again: seat 6');
    expect(rounds[0]).toContain('Seat 9 absent · 中途离席');
    expect(rounds[2]).toContain('Voided');
    expect(rounds[2]).toContain('its marks moved to: Example District 3');
    expect(rounds[1]).toContain('opened 2 times');
  });

  test('seats of which the same was decided for the same reason stand in one line', () => {
    const view = sample('voting');
    const decided = (seat: number, reason: string) => ({ seat, decision: 'absent', reason }) as const;
    const decisions = [decided(1, 'on leave'), decided(2, 'ill'), decided(7, 'on leave')];
    const rounds = view.rounds.map((round) => ({ ...round, decisions }));
    openPage({ view: { ...view, rounds } });
    expect(screen.getAllByText('Seat 1, 7 absent · on leave')).toHaveLength(view.rounds.length);
    expect(screen.getAllByText('Seat 2 absent · ill')).toHaveLength(view.rounds.length);
  });

  test('says who is or was out of the hall, when, why, and what was missed', () => {
    show('away');
    const list = screen.getByRole('heading', { name: 'Panelists out of the hall' }).parentElement;
    const rows = [...(list?.querySelectorAll('li') ?? [])].map((row) => row.textContent ?? '');
    expect(rows[0]).toMatch(/^Seat 2since .*away/);
    expect(rows[1]).toContain('Absent from Example');
    expect(rows[2]).toMatch(/ to .*back.*中途离席.* → 已回到席位/);
  });

  test('says whether the rules are fixed', () => {
    show('prepared');
    expect(screen.getByText(/Not fixed yet/)).toBeTruthy();
    expect(screen.getByText('No round has been opened yet')).toBeTruthy();
  });
});

describe('the co-signature', () => {
  test('takes two steps: the second shows the count and its hash, and only its press signs exactly them', async () => {
    const { given } = show('seen');
    expect(within(needed()).getByText('The count waits for your co-signature')).toBeTruthy();
    await press('Co-sign…');
    expect(given).toEqual([]);
    const step = screen.getByText('Sign this count with the key of this device?').parentElement;
    expect(step?.textContent).toContain('Count 1');
    expect(step?.textContent).toContain('Ballots worth a look: 3');
    const { count, figures } = sample('seen').result ?? {};
    expect(step?.textContent?.replace(/ /g, '')).toContain(figures);
    await press('Sign now');
    expect(given).toEqual([]);
    await waitOutDoubleTap();
    await press('Sign now');
    expect(given).toEqual([['coSign', { count, figures }]]);
  });

  test('takes one press where all ballots are in and nothing is odd, but not as half of a double tap', async () => {
    const seen = sample('seen');
    const { given, store } = show('seen');
    expect(screen.queryByRole('button', { name: 'Co-sign' })).toBeNull();
    const plain = { ...seen, changes: [], result: seen.result && { ...seen.result, odd: [] } };
    act(() => store.setState({ view: plain }));
    await press('Co-sign');
    expect(given).toEqual([]);
    await waitOutDoubleTap();
    await press('Co-sign');
    const { count, figures } = seen.result ?? {};
    expect(given).toEqual([['coSign', { count, figures }]]);
    act(() => store.setState({ view: { ...plain, result: plain.result && { ...plain.result, odd: null } } }));
    expect(screen.queryByRole('button', { name: 'Co-sign' })).toBeNull();
    await press('Co-sign…');
    expect(
      screen.getByText('Sign this count with the key of this device?').parentElement?.textContent,
    ).toContain('Looking for odd ballots');
  });

  test('can’t be given before this device has seen the figures, and the page says so', () => {
    const { container } = show('counted');
    expect(screen.queryByRole('button', { name: 'Co-sign…' })).toBeNull();
    expect(container.textContent).toContain('Before it co-signs, this device has to see the figures');
    expect(button('Object…')).toBeTruthy();
  });

  test('given a new count while the step is open, then it starts over', async () => {
    const { store, given } = show('seen');
    await press('Co-sign…');
    const view = sample('seen');
    act(() =>
      store.setState({
        view: { ...view, result: view.result && { ...view.result, count: 2, figures: 'ab' } },
      }),
    );
    expect(screen.queryByRole('button', { name: 'Sign now' })).toBeNull();
    expect(given).toEqual([]);
  });

  test('says in words why the host refused', async () => {
    const refusal = { code: 'wrong-count', path: 'count', params: {} };
    show('seen', { kind: 'refused', refusal });
    await press('Co-sign…');
    await waitOutDoubleTap();
    await press('Sign now');
    expect(screen.getByRole('alert').textContent).toContain('The count has changed');
  });

  test('once given, stands there with nothing left to do', () => {
    show('co-signed');
    expect(screen.getByText('Nothing needs you now')).toBeTruthy();
    expect(screen.getByText(/You have co-signed count 1/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Co-sign…' })).toBeNull();
  });
});

describe('the figures', () => {
  test('come only after asking', async () => {
    const { given, container } = show('counted');
    expect(container.textContent).not.toContain('92.10');
    await press(/See the figures/);
    expect(given).toEqual([['seeFigures']]);
  });

  test('stand with places, means, ballots and what was struck; odd ballots are pointed out only', () => {
    const { container } = show('seen');
    const row = screen.getByRole('row', { name: /Example County 1/ });
    expect(row.textContent).toContain('92.10');
    expect(row.textContent).toContain('ballots: 12 · struck: 2');
    expect(screen.getAllByText('shared')).toHaveLength(2);
    expect(container.textContent).toContain('Pointed out only; they count all the same.');
    expect(container.textContent).toContain('Seat 17’s marks for Example County 4 are 14.50');
  });
});

test('a unit without a total stands in the figures with why', () => {
  const view = sample('seen');
  const rows = view.result?.rows.map((row, n) =>
    n === 0 ? { ...row, place: null, total: null, noTotal: 'did-not-finish' as const } : row,
  );
  openPage({ view: { ...view, result: view.result && { ...view.result, rows: rows ?? [] } } });
  expect(screen.getByRole('row', { name: /Did not finish/ }).textContent).toContain('Example County 1');
});

describe('the objection', () => {
  test('needs a reason', async () => {
    const { given } = show('seen');
    await press('Object…');
    expect(button('Object')).toHaveProperty('disabled', true);
    fireEvent.change(screen.getByLabelText('Reason for the objection'), {
      target: { value: '  seat 3 was away ' },
    });
    await press('Object');
    const [[kind, shown, reason] = []] = given;
    expect([kind, reason]).toEqual(['object', 'seat 3 was away']);
    expect(shown).toEqual({ count: 1, figures: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('stands on top while it blocks, and can be withdrawn', async () => {
    const { given } = show('objection');
    expect(within(needed()).getByText('Your objection blocks the release')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Co-sign…' })).toBeNull();
    await press('Withdraw the objection');
    expect(given).toEqual([]);
    fireEvent.change(screen.getByLabelText('Reason for withdrawing it'), {
      target: { value: ' the list shows it ' },
    });
    await press('Withdraw');
    const objection = sample('objection').result?.objection?.reason;
    expect(given).toEqual([['withdrawObjection', 1, objection, 'the list shows it']]);
  });

  test('stays to be read once it was overridden, with the reason', () => {
    show('overridden');
    expect(screen.getByText('Nothing needs you now')).toBeTruthy();
    expect(screen.getByText(/Reason given: 平板没电/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Withdraw the objection' })).toBeNull();
  });
});

describe('what one person may not do alone', () => {
  test('is told with its reason; it happens only after two presses, and signs exactly that proposal', async () => {
    const { given, container } = show('proposals');
    const cards = [...container.querySelectorAll<HTMLElement>('[data-proposal]')];
    expect(cards.map((card) => card.querySelector('h3')?.textContent)).toEqual([
      'The operator asks to open the round of Example Bay Industrial Cluster again',
      'The operator asks to void the round of Example City 2: it was the wrong unit, Example District 3 was meant',
      'The operator asks what if: Public representatives not counted',
    ]);
    const [first, , third] = cards;
    if (!first || !third) throw new Error('no cards');
    expect(first.textContent).toContain('Reason: 第二项打成 51');
    await act(async () => fireEvent.click(within(first).getByText('Let it happen…')));
    expect(given).toEqual([]);
    await waitOutDoubleTap();
    await act(async () => fireEvent.click(within(first).getByText('Sign and let it happen')));
    expect(given).toEqual([['second', sample('proposals').proposals[0]]]);
    await act(async () => fireEvent.click(within(third).getByText('Decline')));
    expect(given.at(-1)).toEqual(['decline', sample('proposals').proposals[2]]);
  });

  test('a close is told with all that it seals, and two presses sign exactly that', async () => {
    const { given, container } = show('closing');
    const card = container.querySelector<HTMLElement>('[data-proposal]');
    if (!card) throw new Error('no card');
    const text = card.textContent ?? '';
    expect(text).toContain('The operator asks to close the event');
    expect(text).toContain('Result released');
    expect(text).toContain('Rounds: 3');
    expect(text).toContain(`Lines of the changelog: ${sample('closing').changes.length}`);
    expect(text.replace(/ /g, '')).toContain(sample('closing').result?.figures);
    expect(text).toContain('Log up to entry 518');
    expect(text).not.toContain('Reason');
    await press('Let it happen…');
    expect(given).toEqual([]);
    await waitOutDoubleTap();
    await press('Sign and let it happen');
    expect(given).toEqual([['second', sample('closing').proposals[0]]]);
  });

  test('answers to questions tell which units would stand elsewhere', () => {
    const { container } = show('proposals');
    expect(container.textContent).toContain('Example District 3: place 2, would be place 3');
    expect(container.textContent).toContain('no place would change');
  });
});

describe('the record', () => {
  test('names every kind of change in words, with seats, reason and second device, the latest first', () => {
    const { container } = show('counted');
    const text = container.textContent ?? '';
    expect(text).toContain('Let happen by the second device: 192.168.1.37');
    expect(text).toMatch(/Vote opened again.*Paper ballot entered/s);
    expect(text).toContain('Operator');
    expect(text).toContain('looked at the counted result');
    expect(text).toContain('looked at the seats’ marks for Example District 3');
    expect(text).toContain('looked at all marks of seat 17');
    expect(text).toContain('Monitor 192.168.1.37');
    expect(text).toContain('meant for Example District 3');
    expect(text).toContain('Device: 192.168.1.37');
  });
});

describe('after the count', () => {
  test('what the order hangs on and how far the panel agrees come with the look', () => {
    const { container } = show('counted');
    expect(container.textContent).not.toContain('Does the panel agree?');
    expect(container.textContent).not.toContain('No odd ballot was found');
    cleanup();
    const text = show('seen').container.textContent ?? '';
    expect(text).toContain('City leadership not counted');
    expect(text).toContain('place 2, would be place 4');
    expect(text).toContain('Ranked on the exact value');
    expect(text).toContain('W = 0.612');
    expect(text).toContain('seats: 12, marked by all: 4 of 4');
    expect(screen.getByRole('row', { name: 'Seat 11 -0.667 6.25' })).toBeTruthy();
  });

  test('RULE-29: a group without which nothing is left to rank by is told so', () => {
    const { container } = show('seenDivisions');
    expect(container.textContent).toContain(
      'City leadership not countednothing would be left to rank byPublic representatives not counted',
    );
  });

  test('of a secret ballot no seat is told', () => {
    const view = sample('seen');
    const panels = view.lookBack?.panels.map((panel) => ({ ...panel, seats: null })) ?? [];
    openPage({ view: { ...view, lookBack: view.lookBack && { ...view.lookBack, panels } } });
    expect(screen.getAllByText('A secret ballot isn’t looked at seat by seat.')).toHaveLength(2);
    expect(screen.queryByRole('row', { name: /Seat 11/ })).toBeNull();
  });

  test('photos of the signed protocol stand with name, size and hash', () => {
    const text = show('released').container.textContent ?? '';
    expect(text).toContain('签字表 第 1 页.jpg');
    expect(text).toContain('Count 1 · 396 KiB');
    expect(text.replace(/ /g, '')).toContain(sample('released').attachments[0]?.hash);
  });
});

test('given answers to questions and no look yet, then the page says that they come with it', () => {
  const view = sample('proposals');
  const { container } = openPage({
    view: { ...view, whatIfs: view.whatIfs.map((answer) => ({ ...answer, moved: null })) },
  });
  expect(container.textContent).toContain('shown once you have seen the figures');
  expect(container.textContent).not.toContain('would be');
});

test('given the host is lost, then the page keeps its picture, says so, and nothing can be signed', () => {
  openPage({ link: { kind: 'lost', sinceMs: 0 }, view: sample('seen') });
  expect(screen.getByText(/Not connected to the host: this is how things stood/)).toBeTruthy();
  for (const name of ['Co-sign…', 'Object…']) expect(button(name)).toHaveProperty('disabled', true);
});

test('BESIDE-5: given an event without ballots, then the page speaks of none, before the count, at the signature and at the close', async () => {
  const live = buildMonitorView(givenEvent(anEventUnder(timedRuns)).and(next).state);
  const { result, proposals } = { ...sample('seen'), proposals: sample('closing').proposals };
  const runs: MonitorView = { ...sample('seen'), ...live, result: null, proposals: [], lookBack: null };
  const silent = /\b(ballots?|rounds?|seats?|panel)\b/i;
  const { container, store } = openPage({ view: runs });
  expect(container.textContent).toContain('Not fixed yet (fixed with the first number)');
  expect(container.textContent).not.toMatch(silent);
  const counted: MonitorView = {
    ...runs,
    proposals,
    result: result && { ...result, rule: { ...result.rule, groups: [] }, odd: [], rows: [] },
    lookBack: { order: [], panels: [] },
  };
  act(() => store.setState({ view: counted }));
  expect(button('Co-sign')).toBeTruthy();
  expect(container.textContent).toContain('There are no exceptions');
  expect(container.textContent).toContain('The operator asks to close the event');
  expect(container.textContent).not.toMatch(silent);
});
