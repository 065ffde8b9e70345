import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { panelSamples } from '../gallery/panel-samples.ts';
import { showLanguage } from '../i18n/language.ts';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PanelPage } from './panel-page.tsx';
import type { PanelState } from './panel-state.ts';

const marks = { c1: '18.5', c2: '14', c3: '13.5', c4: '18.5', c5: '14', c6: '14' };

startI18n('panel', panelWords, 'zh-Hans');
beforeEach(() => showLanguage('zh-Hans'));

/** The page on a store that holds one of the gallery's states; what the page asks of it is recorded. */
function draw(name: string, change: Partial<PanelState> = {}) {
  const sample = panelSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  const submit = vi.fn(async () => undefined);
  const claimSeat = vi.fn();
  const store = createStore<PanelState>()((set) => ({
    ...sample,
    keepDraft: (round, values) => set(({ drafts }) => ({ drafts: { ...drafts, [round]: values } })),
    submit,
    claimSeat,
    ...change,
  }));
  render(<PanelPage store={store} />);
  return { store, submit, claimSeat };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (...names: string[]) => {
  for (const name of names) fireEvent.click(button(name));
};
const type = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(window, { key });
};
const markOf = (criterion: RegExp) => button(criterion).textContent;
const settled = () => act(async () => undefined);

describe('a ballot of one choice', () => {
  test('given the grades, a tap on one submits it', async () => {
    const { submit } = draw('choosing');
    press('满意');
    await settled();
    expect(submit).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ state: 'open' }), {
      grade: 'good',
    });
  });

  test('given yes and no in another language, then the options are told in the page’s own words', () => {
    showLanguage('en');
    draw('yes-or-no');
    expect(['Yes', 'No', 'Abstain'].map((name) => button(name).textContent)).toEqual([
      'Yes',
      'No',
      'Abstain',
    ]);
  });
});

describe('a seat that may not vote, and marks given before', () => {
  test('given the seat is recused, then there is nothing to fill in', () => {
    draw('barred-recused');
    expect(screen.getByRole('heading').textContent).toBe('示例五县由您回避');
    expect(screen.queryByRole('button', { name: /交票/ })).toBeNull();
  });

  test('given the seat is marked away, then the page says since when and what to do, whatever is on stage', () => {
    draw('away');
    expect(screen.getByRole('heading').textContent).toBe('您已登记离席');
    expect(screen.getByText(/从 14:15 起/)).toBeTruthy();
    expect(screen.getByText(/您回来了，请举手告诉会务/)).toBeTruthy();
  });

  test('given a ballot was stored before, then the page says that it counts, and offers no change', () => {
    draw('away-stored');
    expect(screen.getByText('您离席前交的票（92.5 分）照常计入。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /修改/ })).toBeNull();
  });

  test('given paper is recorded, then the page says what to do with it', () => {
    draw('barred-paper');
    expect(screen.getByText('请把写好的纸质票交给会务，以纸质票为准。')).toBeTruthy();
  });

  test('given a ballot was given back, then its marks stand in the form and count only once submitted', async () => {
    const { submit } = draw('draft-returned');
    expect(screen.getByText(/这张票退回给您重新打，原来是 92.5 分/)).toBeTruthy();
    expect(submit).not.toHaveBeenCalled();
    press('交票');
    await settled();
    expect(submit).toHaveBeenCalledExactlyOnceWith(expect.anything(), marks);
  });

  test('given marks meant for this unit were given to another, then both units are named', () => {
    draw('draft-moved');
    expect(screen.getByText(/这是您给示例四区打的 92.5 分，本该是给示例五县的/)).toBeTruthy();
  });

  test('given a ballot that was stored and given back, then the page doesn’t wait for it any more', () => {
    const sample = panelSamples['draft-returned']?.();
    const { ballots } = panelSamples.stored?.() ?? { ballots: [] };
    draw('draft-returned', { ...(sample && { view: sample.view }), ballots });
    expect(button('交票')).toBeTruthy();
  });

  test('RULE-2: given a limit that refuses, then the page says which and doesn’t submit; one that voids is told and may be', async () => {
    const refusing = draw('limit-refuse');
    expect(screen.getByText(/高于 18 的分最多 1 项/)).toBeTruthy();
    expect((button('交票') as HTMLButtonElement).disabled).toBe(true);
    type('Enter');
    await settled();
    expect(refusing.submit).not.toHaveBeenCalled();
  });

  test('RULE-2: given a limit that voids, then the page says so and leaves the choice', async () => {
    const { submit } = draw('limit-void');
    expect(screen.getByText('这样交票会成为废票。')).toBeTruthy();
    press('交票');
    await settled();
    expect(submit).toHaveBeenCalledOnce();
  });
});

describe('scoring with the page’s keys', () => {
  test('given digits and .5, the current row shows the mark and 下一项 goes to the next empty row', () => {
    draw('scoring-empty');
    press('1', '8', '.5', '下一项', '1', '4');
    expect(markOf(/^比质量/)).toContain('18.5');
    expect(markOf(/^比位次/)).toContain('14');
    expect(button(/^比位次/).getAttribute('aria-current')).toBe('true');
  });

  test('given a digit above the maximum, the mark stays and the page says why', () => {
    draw('scoring');
    press('1', '8');
    expect(markOf(/^比环境/)).toMatch(/15\s*1$/);
    expect(screen.getByText('最多 15 分')).toBeTruthy();
  });

  test('given a row tapped, the keys fill that row and replace its mark', () => {
    draw('scoring');
    fireEvent.click(button(/^比质量/));
    press('9');
    expect(markOf(/^比质量/)).toMatch(/20\s*9$/);
  });

  test('given rows without a mark, there is no 交票 but how many are left; with the last mark it comes with the total', () => {
    draw('scoring-last');
    expect(screen.queryByRole('button', { name: /^交票/ })).toBeNull();
    expect(screen.getByText('还有 1 项没打分，')).toBeTruthy();
    press('1', '4');
    expect(button('交票 92.5 分')).toBeTruthy();
  });

  test('given 退格 on a whole ballot, 交票 goes away again', () => {
    draw('scoring-last');
    press('9', '退格');
    expect(screen.queryByRole('button', { name: /^交票/ })).toBeNull();
  });

  test('given 交票, exactly the marks are submitted', async () => {
    const { submit } = draw('scoring-last');
    press('1', '4', '打好了', '交票');
    await settled();
    expect(submit).toHaveBeenCalledWith(expect.objectContaining({ round: 'u5.1', opening: 1 }), marks);
  });

  test('given marks typed, they are kept as a draft at once', () => {
    const { store } = draw('scoring-empty');
    press('1', '8', '.5');
    expect(store.getState().drafts['u5.1']).toEqual({ c1: '18.5' });
  });
});

describe('scoring with a keyboard', () => {
  test('given a whole ballot typed with Enter after each mark, one more Enter submits it', async () => {
    const { submit } = draw('scoring-empty');
    type('1', '8', '.', '5', 'Enter', '1', '4', 'Enter', '1', '3', '.', '5', 'Enter');
    type('1', '8', '.', '5', 'Enter', '1', '4', 'Enter', '1', '4', 'Enter');
    expect(submit).not.toHaveBeenCalled();
    expect(screen.getByText('92.5 分')).toBeTruthy();
    type('Enter');
    await settled();
    expect(submit).toHaveBeenCalledWith(expect.anything(), marks);
  });

  test('given a held Enter, it doesn’t run through to the submission', async () => {
    const { submit } = draw('ready');
    fireEvent.keyDown(window, { key: 'Enter', repeat: true });
    await settled();
    expect(submit).not.toHaveBeenCalled();
  });

  test('given a row tapped and marked, Enter looks over the whole and one more Enter submits', async () => {
    const { submit } = draw('ready');
    const row = button(/^比质量/);
    row.focus();
    fireEvent.click(row);
    for (const key of ['1', '7', 'Enter', 'Enter']) {
      // As in a browser: Enter that nobody takes presses the focused button.
      const target = document.activeElement ?? document.body;
      if (fireEvent.keyDown(target, { key }) && key === 'Enter') fireEvent.click(target);
    }
    await settled();
    expect(submit).toHaveBeenCalledWith(expect.anything(), { ...marks, c1: '17' });
  });

  test('given arrows, the row changes; given Backspace, the mark gets shorter', () => {
    draw('scoring');
    type('ArrowUp', 'Backspace');
    expect(markOf(/^比项目/)).toMatch(/20\s*18$/);
    type('ArrowDown', '7');
    expect(markOf(/^比环境/)).toMatch(/15\s*7$/);
  });
});

describe('after submitting', () => {
  test('given a stored ballot, words, value and check code stand together, with every mark', () => {
    draw('stored');
    const heading = screen.getByRole('heading');
    expect(heading.textContent).toBe('主机已存 92.5 分');
    expect(screen.getByText('校验码').textContent).toMatch(/^校验码 [2-9A-HJ-NP-Z]{4}$/);
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(
      Object.values(marks),
    );
  });

  test('given a ballot on its way, the page never says stored', () => {
    draw('sending');
    expect(screen.getByRole('heading').textContent).toBe('正在存入主机 92.5 分');
    expect(screen.queryByText(/主机已存/)).toBeNull();
  });

  test('given stored marks other than signed, the page says so loudly and not that it is stored', () => {
    draw('stored-wrong');
    const alert = within(screen.getByRole('alert'));
    expect(alert.getByText('主机存的和您交的不一样')).toBeTruthy();
    expect(screen.queryByText(/主机已存/)).toBeNull();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('given another check code than that of what was signed, the page says so too', () => {
    const sample = panelSamples.stored?.();
    const mine = sample?.view.mine;
    if (!sample || !mine) throw new Error('no stored sample');
    draw('stored', { view: { ...sample.view, mine: { ...mine, code: 'ZZZZ' } } });
    expect(screen.getByText('主机存的和您交的不一样')).toBeTruthy();
  });

  test('given 修改, the stored marks are there to change, and can be left as they are', () => {
    draw('stored', { drafts: {} });
    press('修改我的评分');
    expect(markOf(/^比质量/)).toContain('18.5');
    press('不改了，保留 92.5 分');
    expect(screen.getByRole('heading').textContent).toBe('主机已存 92.5 分');
  });

  test('given the lock while changing, the change ends and what counts is shown', () => {
    const { store } = draw('stored');
    press('修改我的评分');
    const lockedView = panelSamples.locked?.().view;
    act(() => store.setState({ view: lockedView ?? {} }));
    expect(screen.getByRole('heading').textContent).toBe('已锁票，计入 92.5 分');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('given a ballot refused because the round was opened again, the panelist is asked to submit again with all marks', () => {
    draw('scoring-again');
    expect(screen.getByText('请再交一次')).toBeTruthy();
    expect(markOf(/^比质量/)).toContain('18.5');
    expect(button('交票')).toBeTruthy();
  });

  test('given the lock without a ballot, the page says that none counts', () => {
    draw('locked-none');
    expect(screen.getByRole('alert').textContent).toContain('已锁票，没有您的票');
  });
});

describe('without a line', () => {
  test('given an unsent ballot, the page says what is kept and that it goes by itself, and has no button', () => {
    draw('unsent');
    expect(screen.getByRole('heading').textContent).toBe('92.5 分还没送到');
    expect(screen.getByText('连上后会自动送出，您不用再交一次。')).toBeTruthy();
    expect(screen.getByText('需要帮忙请举手')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('given a browser that forgets, the page says so', () => {
    draw('unsent-private');
    expect(screen.getByText(/只在这个页面里/)).toBeTruthy();
  });

  test('given a stored ballot, the page still names its value and code', () => {
    draw('offline-stored');
    expect(screen.getByText(/您的 92.5 分主机已存，校验码/)).toBeTruthy();
  });

  test('given a ballot being marked, it can be finished and submitted', async () => {
    const { submit } = draw('scoring-offline');
    press('1', '4', '打好了', '交票');
    await settled();
    expect(submit).toHaveBeenCalledWith(expect.anything(), marks);
  });
});

describe('joining', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('席位卡上的码');

  test('given a code in small letters with a look-alike, it is claimed as printed', () => {
    const { claimSeat } = draw('join');
    fireEvent.change(field(), { target: { value: '7f3kd-oqxm2' } });
    expect(field().value).toBe('7F3KD-0QXM2');
    press('加入');
    expect(claimSeat).toHaveBeenCalledWith({ kind: 'code', code: '7F3KD0QXM2' });
  });

  test('given a code that isn’t whole, the button says how much is missing and claims nothing', () => {
    const { claimSeat } = draw('join');
    fireEvent.change(field(), { target: { value: '7F3' } });
    press('还差 7 位');
    expect(claimSeat).not.toHaveBeenCalled();
  });

  test('given a wrong code, the page says so and takes another', () => {
    draw('join-wrong');
    expect(screen.getByRole('alert').textContent).toContain('这个码不对');
    expect(field()).toBeTruthy();
  });

  test('given a wait, no other code is claimed before it is over', () => {
    const { claimSeat } = draw('join-void');
    fireEvent.change(field(), { target: { value: '7F3KD0QXM2' } });
    press('请在 30 秒后再试');
    expect(claimSeat).not.toHaveBeenCalled();
  });
});

describe('the page’s head', () => {
  test('given a demo event, its mark stands there', () => {
    draw('stored');
    expect(within(screen.getByRole('banner')).getByText('演示')).toBeTruthy();
  });

  test('given another language chosen, the page and the event’s own texts change', async () => {
    draw('scoring');
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'en' } });
    await settled();
    expect(screen.getByRole('heading').textContent).toBe('Example County 5');
    expect(button(/^Quality/)).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
