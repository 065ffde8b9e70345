import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { roundId, unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import { panelSamples } from '../gallery/panel-samples.ts';
import { showLanguage } from '../i18n/language.ts';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PanelPage } from './panel-page.tsx';
import type { PanelState } from './panel-state.ts';

startI18n('panel', panelWords, 'zh-Hans');
beforeEach(() => showLanguage('zh-Hans'));

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
  return { store, submit };
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('ROUND-21: rounds that stay open over several turns, on the panelist’s page', () => {
  test('given three units open, then the one on stage is scored, and the others stand beside it with their totals', () => {
    draw('kept-open');
    expect(heading()).toBe('示例五县');
    expect(screen.getByRole('button', { name: /示例三县/ }).textContent).toBe('示例三县89 分');
    expect(screen.getByRole('button', { name: /示例四县/ }).textContent).toBe('示例四县92.5 分');
    expect(screen.getByRole('button', { name: /示例五县/ }).textContent).toBe('示例五县还没交');
  });

  test('given an earlier unit is tapped, then its stored ballot is shown, changed and submitted for it', async () => {
    const { submit, store } = draw('kept-open');
    press(/示例三县/);
    expect(heading()).toBe('主机已存 89 分');
    expect(screen.getByText('请接着评示例五县：点上面的名字。')).toBeTruthy();
    press('修改我的评分');
    press(/比质量/);
    for (const key of ['2', '0', 'Enter']) fireEvent.keyDown(window, { key });
    expect(store.getState().drafts['u3.1']).toMatchObject({ c1: '20' });
    press(/交票/);
    await act(async () => undefined);
    expect(submit).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ round: 'u3.1' }),
      expect.objectContaining({ c1: '20', c2: '14' }),
    );
    expect(store.getState().drafts['u5.1']).toEqual({ c1: '18.5', c2: '14' });
  });

  test('given an earlier unit’s ballot was given back, then it can be scored again', () => {
    draw('kept-open-returned');
    press(/示例四县/);
    expect(heading()).toBe('示例四县');
    expect(screen.getByText(/这张票退回给您重新打，原来是 92.5 分/)).toBeTruthy();
  });

  test('given a change of an earlier unit waits for the line, then the unit on stage can be scored all the same', () => {
    draw('kept-open-unsent');
    expect(heading()).toBe('示例五县');
    press(/示例四县/);
    expect(heading()).toMatch(/还没送到/);
  });

  test('given an earlier unit is locked while it is looked at, then the page comes back to the one on stage', () => {
    const { store } = draw('kept-open');
    press(/示例三县/);
    act(() => store.setState(({ view }) => ({ view: { ...view, keptOpen: [], ownKept: [] } })));
    expect(heading()).toBe('示例五县');
  });

  test('given a change came after the lock of its unit, then that is said over whatever is on stage', () => {
    draw('kept-open-lost');
    expect(screen.getByRole('alert').textContent).toBe(
      '您给示例四县的上一张票没有存入主机 上一张票在锁票后才到，没有存入。计入您先前存好的票：92.5 分。',
    );
  });

  test('given what the host has of an earlier unit isn’t what was signed, then that comes before everything', () => {
    const { store } = draw('kept-open');
    act(() =>
      store.setState(({ view }) => ({
        view: {
          ...view,
          ownKept: (view.ownKept ?? []).map((own, n) =>
            own.mine && n === 0
              ? { ...own, mine: { ...own.mine, values: { ...own.mine.values, c1: '1' } } }
              : own,
          ),
        },
      })),
    );
    expect(heading()).toBe('主机存的和您交的不一样');
  });

  test('given the tab of the unit in hand was tapped, when the next unit’s paper opens, then that comes to the front', () => {
    const { store } = draw('kept-open');
    press(/示例五县/);
    act(() =>
      store.setState(({ view }) => {
        const { ballot, keptOpen = [], ownKept = [] } = view;
        if (!ballot || !view.stage) throw new Error('the sample has no paper');
        const unit = { id: unitId('u6'), name: localText('示例六县', '示例六縣', 'Example County 6') };
        const own = { mine: null, barred: null, casts: ['marks'], notOn: [], draft: null };
        return {
          view: {
            ...view,
            stage: { ...view.stage, unit },
            ballot: { ...ballot, round: roundId('u6.1'), unit, units: [unit] },
            keptOpen: [...keptOpen, ballot],
            ownKept: [...ownKept, own],
          },
        };
      }),
    );
    expect(heading()).toBe('示例六县');
    expect(screen.getByRole('button', { name: /示例五县/ }).textContent).toBe('示例五县还没交');
  });

  test('given the seat is recused from the unit it looks at, then the page comes back to the one on stage', () => {
    const { store } = draw('kept-open');
    press(/示例三县/);
    act(() =>
      store.setState(({ view }) => ({
        view: {
          ...view,
          ownKept: (view.ownKept ?? []).map((own, n) =>
            n === 0 ? { ...own, barred: 'recused' as const } : own,
          ),
        },
      })),
    );
    expect(heading()).toBe('示例五县');
  });

  test('given the seat is recused from the unit on stage, then an earlier ballot that was given back can be reached', () => {
    const { store } = draw('kept-open-returned');
    act(() =>
      store.setState(({ view }) => ({
        view: {
          ...view,
          barred: 'recused',
          keptOpen: (view.keptOpen ?? []).slice(1),
          ownKept: (view.ownKept ?? []).slice(1),
        },
      })),
    );
    expect(heading()).toBe('示例五县由您回避');
    press(/示例四县/);
    expect(heading()).toBe('示例四县');
  });

  test('given the unit looked at was locked, when it is opened again while another is scored, then the page stays', () => {
    const { store } = draw('kept-open');
    press(/示例三县/);
    const { keptOpen, ownKept } = store.getState().view;
    act(() => store.setState(({ view }) => ({ view: { ...view, keptOpen: [], ownKept: [] } })));
    act(() =>
      store.setState(({ view }) => ({
        view: { ...view, ...(keptOpen && { keptOpen }), ...(ownKept && { ownKept }) },
      })),
    );
    expect(heading()).toBe('示例五县');
  });

  test('given only the unit before can still be changed, then the page says who is on stage', () => {
    draw('correctable');
    expect(screen.getByText('示例五县 · 汇报发言')).toBeTruthy();
    expect(heading()).toBe('主机已存 92.5 分');
  });
});
