import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { unitId } from '../../shared/kernel/brand.ts';
import { panelSamples } from '../gallery/panel-samples.ts';
import { showLanguage } from '../i18n/language.ts';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PanelPage } from './panel-page.tsx';
import type { PanelState } from './panel-state.ts';

startI18n('panel', panelWords, 'zh-Hans');
beforeEach(() => showLanguage('zh-Hans'));

/** The page on one of the gallery's papers; what is submitted is recorded. */
function draw(name: string) {
  const sample = panelSamples[name]?.();
  if (!sample) throw new Error(`no sample ${name}`);
  const submit = vi.fn(async () => undefined);
  const store = createStore<PanelState>()((set) => ({
    ...sample,
    keepDraft: (round, values) => set(({ drafts }) => ({ drafts: { ...drafts, [round]: values } })),
    submit,
  }));
  render(<PanelPage store={store} />);
  const sent = () => submit.mock.calls.map((call: readonly unknown[]) => call[1]);
  return { store, submit, sent };
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (...names: (string | RegExp)[]) => {
  for (const name of names) fireEvent.click(button(name));
};
const type = (...keys: string[]) => {
  for (const key of keys) fireEvent.keyDown(window, { key });
};
const settled = () => act(async () => undefined);
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const row = (unit: string) => {
  const item = screen.getByText(unit).closest('li');
  if (!item) throw new Error(`no row of ${unit}`);
  return within(item);
};
/** Values on the units from the first on, without the fourth, from which the seat is recused. */
const onVoted = (key: string, values: readonly string[]) =>
  Object.fromEntries(
    [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13]
      .slice(0, values.length)
      .map((unit, n) => [`u${unit}/${key}`, values[n]]),
  );

describe('several ballots on one paper', () => {
  test('given marks and a grade, both are filled in and one press submits them by ballot', async () => {
    const { sent } = draw('two-ballots-ready');
    press(/^很满意/);
    press('交票');
    await settled();
    expect(sent()).toEqual([{ 'speech/total': '91.5', 'satisfaction/grade': 'very' }]);
  });

  test('given marks are typed and the grade isn’t chosen, Enter goes to the grade and nothing is submitted', async () => {
    const { submit } = draw('two-ballots');
    type('1', '3', 'Enter', '1', '9', 'Enter', '1', '4', 'Enter', '1', '4', 'Enter');
    expect(screen.getByText('还有 1 项没选，')).toBeTruthy();
    type('Enter');
    await settled();
    expect(submit).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe('很满意');
  });

  test('given a seat whose group casts one of them, only that one is there', async () => {
    const { sent } = draw('own-of-two');
    expect(screen.queryByText('比质量')).toBeNull();
    press('满意');
    await settled();
    expect(sent()).toEqual([{ 'satisfaction/grade': 'good' }]);
  });

  test('given none of them is the group’s, the page says that no vote is asked', () => {
    draw('not-asked');
    expect(heading()).toBe('本轮不用您投票');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('given it is stored, every mark of each ballot stands with the check code', () => {
    draw('two-ballots-stored');
    expect(heading()).toBe('主机已存：92.5 分 · 满意');
    expect(screen.getByText('校验码').textContent).toMatch(/^校验码 [2-9A-HJ-NP-Z]{4}$/);
    expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      '18.5',
      '14',
      '13.5',
      '18.5',
      '14',
      '14',
      '满意',
    ]);
  });
});

describe('a ranking', () => {
  test('given units tapped in order, each gets the next place and the title asks for the next one', () => {
    const { store } = draw('ranking-empty');
    expect(heading()).toBe('请点第 1 名');
    press('示例六县', '示例一县');
    expect(heading()).toBe('请点第 3 名');
    expect(store.getState().drafts['sample.1']).toEqual({ 'u6/place': '1', 'u1/place': '2' });
    expect(screen.getByText('还有 10 个没排，')).toBeTruthy();
  });

  test('given a ranked unit tapped, it can be moved; tapped again, it is taken back and the others close up', () => {
    const { store } = draw('ranking');
    press('示例一县 第 3 名', '前移');
    expect(button('示例一县 第 2 名').getAttribute('aria-pressed')).toBe('true');
    expect(button('示例五县 第 3 名')).toBeTruthy();
    press('后移', '示例一县 第 3 名');
    expect(store.getState().drafts['sample.1']).toEqual({
      'u2/place': '1',
      'u5/place': '2',
      'u6/place': '3',
      'u3/place': '4',
    });
  });

  test('given the first or the last place, there is nowhere to move to', () => {
    draw('ranking');
    press('示例二县 第 1 名');
    expect(button('前移').disabled).toBe(true);
    press('示例三县 第 5 名');
    expect(button('后移').disabled).toBe(true);
  });

  test('given all ranked, it is submitted with every place; a unit that the seat may not rank takes nothing', async () => {
    const { sent } = draw('ranking-whole');
    expect(heading()).toBe('名次都排好了');
    expect(row('示例四区').queryByRole('button')).toBeNull();
    press('交票：12 个单位的名次');
    await settled();
    const places = ['3', '1', '5', '2', '4', '7', '6', '12', '9', '8', '11', '10'];
    expect(sent()).toEqual([onVoted('place', places)]);
  });

  test('given it may be left incomplete as void, the page says so and leaves the choice', async () => {
    const { sent } = draw('ranking-void');
    expect(screen.getByRole('alert').textContent).toContain('还有 7 个没排名次。 这样交票会成为废票。');
    press('交票：5 个单位的名次');
    await settled();
    expect(sent()).toEqual([onVoted('place', ['3', '1', '5', '2', '4'])]);
  });

  test('given it is stored, the places stand best first', () => {
    draw('ranking-stored');
    expect(heading()).toBe('主机已存：12 个单位的名次');
    expect(
      screen
        .getAllByRole('term')
        .slice(0, 3)
        .map(({ textContent }) => textContent),
    ).toEqual(['示例二县', '示例五县', '示例一县']);
  });
});

describe('a paper that changes while it is filled in', () => {
  test('given the operator recuses the seat from a ranked unit, its place goes and the rest can be sent', async () => {
    const { store, sent } = draw('ranking-whole');
    act(() => store.setState(({ view }) => ({ view: { ...view, notOn: ['u4', 'u2'].map(unitId) } })));
    expect(row('示例二县').queryByRole('button')).toBeNull();
    press('交票：11 个单位的名次');
    await settled();
    expect(Object.keys(sent()[0] ?? {})).toHaveLength(11);
    expect(sent()[0]).toMatchObject({ 'u5/place': '1', 'u1/place': '2' });
  });
});

describe('names chosen among the units', () => {
  test('given as many as may be, one more isn’t taken until one is given up', async () => {
    const { sent } = draw('approval');
    press('示例一县');
    expect(screen.getByText('已选 3 个')).toBeTruthy();
    press('示例九县');
    expect(screen.getByText('最多 3 个，请先取消一个。')).toBeTruthy();
    expect(button('示例九县').getAttribute('aria-pressed')).toBe('false');
    press('示例二县', '示例九县', '交票：选了 3 个');
    await settled();
    const named = Object.entries(sent()[0] ?? {}).flatMap(([field, vote]) => (vote === 'yes' ? [field] : []));
    expect(named.sort()).toEqual(['u1/vote', 'u7/vote', 'u9/vote']);
    expect(Object.keys(sent()[0] ?? {})).toHaveLength(13);
  });

  test('given fewer than must be, there is no button but how many are missing', () => {
    draw('approval');
    press('示例二县', '示例七县');
    expect(screen.getByText('还要选 1 个，')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /交票/ })).toBeNull();
  });

  test('given more than may be make it void, the page warns and it can be submitted', async () => {
    const { submit } = draw('approval-void');
    expect(screen.getByRole('alert').textContent).toContain('选了 4 个，最多 3 个。 这样交票会成为废票。');
    press('交票：选了 4 个');
    await settled();
    expect(submit).toHaveBeenCalledOnce();
  });

  test('given one winner, another tap changes the name', async () => {
    const { sent } = draw('winner');
    press('示例九县', '交票：示例九县');
    await settled();
    const named = Object.entries(sent()[0] ?? {}).flatMap(([field, vote]) => (vote === 'yes' ? [field] : []));
    expect(named).toEqual(['u9/vote']);
  });
});

describe('the same question on every unit', () => {
  test('given grades of which few may be the best, the page counts them, and one too many stops the paper', () => {
    draw('grades-on-all');
    expect(screen.getByText('优秀 2 个，最多 3 个')).toBeTruthy();
    fireEvent.click(row('示例七县').getByRole('button', { name: '优秀' }));
    expect(screen.getByText('优秀 3 个，最多 3 个')).toBeTruthy();
    expect(screen.getByText('还有 6 项没选，')).toBeTruthy();
  });

  test('given too many of the best, the page says which limit and doesn’t submit until it is kept', async () => {
    const { submit } = draw('grades-too-many');
    expect(screen.getByRole('alert').textContent).toContain('优秀最多 3 项。 改好才能交票。');
    expect(button('交票：12 个单位的评定').disabled).toBe(true);
    fireEvent.click(row('示例一县').getByRole('button', { name: '良好' }));
    press('交票：12 个单位的评定');
    await settled();
    expect(submit).toHaveBeenCalledOnce();
  });

  test('given votes of yes and no, each unit has its own', async () => {
    const { sent } = draw('yes-no-on-all');
    for (const unit of ['示例三县', '示例四区', '示例五县'])
      fireEvent.click(row(unit).getByRole('button', { name: '不同意' }));
    press('交票：5 个单位的评定');
    await settled();
    expect(sent()).toEqual([
      { 'u1/vote': 'yes', 'u2/vote': 'abstain', 'u3/vote': 'no', 'u4/vote': 'no', 'u5/vote': 'no' },
    ]);
  });

  test('given one mark for each unit, the keys go from unit to unit past the one that takes none', () => {
    const { store } = draw('totals-on-all');
    expect(row('示例四区').queryByRole('button')).toBeNull();
    type('8', '8', 'Enter', '9', '0', '.', '5', 'Enter');
    expect(store.getState().drafts['sample.1']).toMatchObject({ 'u7/total': '88', 'u8/total': '90.5' });
    expect(button(/^示例九县/).getAttribute('aria-current')).toBe('true');
  });

  test('given a mark that asks for a reason, the page asks for it, takes typed digits there, and stops without it', async () => {
    const { sent } = draw('totals-reason');
    expect(button('交票').disabled).toBe(true);
    const reason = screen.getByLabelText<HTMLTextAreaElement>(/^示例七县：请写明理由/);
    expect(reason.maxLength).toBe(200);
    // Enter leads to what is missing.
    type('Enter');
    expect(document.activeElement).toBe(reason);
    fireEvent.keyDown(reason, { key: '9' });
    fireEvent.change(reason, { target: { value: '投资完成 96%' } });
    press('交票');
    await settled();
    expect(sent()[0]).toMatchObject({ 'u7/total': '96', 'u7/@reason': '投资完成 96%' });
  });

  test('given places that may be shared, they are asked for and told as places', async () => {
    const { store } = draw('places-on-all');
    expect(screen.getByText('请给「示例五县」定名次')).toBeTruthy();
    type('1', '4');
    expect(screen.getAllByText('第 1 名到第 13 名')).toHaveLength(1);
    type('Backspace', '2', 'Enter');
    expect(store.getState().drafts['sample.1']).toMatchObject({ 'u5/place': '2' });
    expect(screen.getByText('还有 8 个没排，')).toBeTruthy();
  });

  test('given a reason that is only asked for, the page warns and lets the ballot go', async () => {
    const { sent } = draw('points-reason');
    expect(screen.getByRole('alert').textContent).toContain(
      '高于 19 的分要写明理由。 可以交票，请再看一眼。',
    );
    press('交票');
    await settled();
    expect(sent()[0]).not.toHaveProperty('@reason');
  });

  test('given criteria on every unit, one unit is open at a time and the others tell their total', () => {
    draw('points-on-all');
    expect(button(/^示例一县/).textContent).toContain('45.5 分');
    expect(button(/^示例二县/).getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByText('比质量')).toHaveLength(1);
    type('1', '4', 'Enter', '1', '3', 'Enter');
    expect(button(/^示例二县/).textContent).toContain('44 分');
    expect(button(/^示例三县/).getAttribute('aria-expanded')).toBe('true');
    press(/^示例一县/);
    expect(button(/^比质量/).textContent).toContain('18');
  });

  test('given two ballots that compare units, the fields of each go by its own name', async () => {
    const { sent } = draw('ranking-and-winner');
    const list = within(screen.getByRole('region', { name: '名次' }));
    for (const unit of ['示例二县', '示例四区', '示例五县', '示例六县'])
      fireEvent.click(list.getByRole('button', { name: unit }));
    press('交票：6 个单位的名次 · 示例三县');
    await settled();
    expect(sent()[0]).toMatchObject({
      'ranking/u3/place': '1',
      'ranking/u6/place': '6',
      'winner/u3/vote': 'yes',
      'winner/u1/vote': 'no',
    });
  });
});

describe('a secret ballot', () => {
  test('given a card, the page names it and no seat, and says what is secret and what is kept', () => {
    draw('secret-ranking');
    expect(screen.getByRole('banner').textContent).toContain('卡号 12');
    expect(screen.getByRole('banner').textContent).not.toContain('席');
    expect(screen.getByText(/不记谁拿着这张卡。主机的记录里有卡号和票/)).toBeTruthy();
  });

  test('given a card of an event whose ballots are all secret, it is named before any ballot is there', () => {
    draw('secret-listening');
    expect(screen.getByRole('banner').textContent).toContain('卡号 12');
    expect(document.body.textContent).not.toContain('席');
  });

  test('given its holder is recused from a unit, it is asked once more, and its place goes', async () => {
    const { store } = draw('secret-ranking');
    expect(row('示例一县').queryByRole('button')).toBeNull();
    press('有单位要回避', '示例二县', '不回避', '示例二县', '回避', '返回填票');
    expect(store.getState().drafts['sample.1']).toEqual({
      'u1/@recused': 'yes',
      'u2/@recused': 'yes',
      'u5/place': '1',
      'u3/place': '2',
    });
    press('有单位要回避', /^示例一县/, '返回填票');
    expect(button('示例一县')).toBeTruthy();
  });

  test('given the one unit on the paper, recusing leaves nothing to fill in and is submitted as such', async () => {
    const { sent } = draw('secret-marks');
    press('有单位要回避', '回避', '交票 已回避');
    await settled();
    expect(sent()).toEqual([{ '@recused': 'yes' }]);
  });

  test('given a choice that its tap submits, recusing submits too', async () => {
    const { sent } = draw('secret-choice');
    press('有单位要回避', '回避');
    await settled();
    expect(sent()).toEqual([{ '@recused': 'yes' }]);
  });

  test('given it waits for the line, the card is named and no seat', () => {
    draw('secret-unsent');
    expect(screen.getByText(/主机也看得到 12 号卡断开/)).toBeTruthy();
    expect(screen.getByRole('main').textContent).not.toContain('席');
  });

  test('given it is stored, the card’s own ballot stands with its check code', () => {
    draw('secret-stored');
    expect(heading()).toBe('主机已存：3 个单位的名次');
    expect(screen.getByText(/^卡号 12 · 名次/)).toBeTruthy();
    expect(screen.getByText('已回避')).toBeTruthy();
    expect(screen.getByText('校验码')).toBeTruthy();
  });
});

describe('changing and giving back', () => {
  test('given a stored ranking, it can be changed until the lock, or left as it is', async () => {
    const { sent } = draw('ranking-stored');
    press('修改我的票');
    press('示例二县 第 1 名', '后移');
    press('不改了，保留 12 个单位的名次');
    expect(heading()).toBe('主机已存：12 个单位的名次');
    press('修改我的票', '示例二县 第 1 名', '后移', '交票：12 个单位的名次');
    await settled();
    expect(sent()[0]).toMatchObject({ 'u5/place': '1', 'u2/place': '2' });
  });

  test('given a ranking was given back, its places stand and count only once submitted', async () => {
    const { submit } = draw('ranking-returned');
    expect(screen.getByText(/这张票退回给您重新打，原来是 12 个单位的名次/)).toBeTruthy();
    expect(button('示例二县 第 1 名')).toBeTruthy();
    expect(submit).not.toHaveBeenCalled();
    press('交票：12 个单位的名次');
    await settled();
    expect(submit).toHaveBeenCalledOnce();
  });
});
