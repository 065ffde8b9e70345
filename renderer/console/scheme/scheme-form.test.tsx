import { fireEvent, render, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Json } from '../../../shared/kernel/canonical-json.ts';
import { consoleWords } from '../../i18n/console.ts';
import { addSchemeFormWords } from '../../i18n/scheme-form.ts';
import { startI18n } from '../../i18n/start-i18n.ts';
import { builtInSchemes } from './built-in-schemes.ts';
import { type Draft, valueAt } from './draft.ts';
import { changeForm, type FormAction, type FormState, opened } from './form-state.ts';
import { SchemeForm } from './scheme-form.tsx';
import { schemeText } from './scheme-text.ts';

const builtIn = (start: string): Draft => {
  const found = builtInSchemes.find(({ file }) => file.startsWith(start));
  if (!found) throw new Error(`no built-in scheme ${start}`);
  return found.draft;
};

// Hundreds of fields take their time in a simulated page.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  startI18n('console', consoleWords, 'zh-Hans');
  addSchemeFormWords();
  Element.prototype.scrollIntoView ??= () => {};
});

/** The form on one draft; `draft` is what it holds now. */
function openForm(draft: Draft) {
  const store = createStore<FormState>()(() => opened(draft));
  const dispatch = (action: FormAction) => store.setState(changeForm(store.getState(), action));
  function Page() {
    return <SchemeForm state={useStore(store)} dispatch={dispatch} />;
  }
  render(<Page />);
  return { draft: () => store.getState().draft };
}

const button = (name: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent)?.trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const tab = (name: string) => {
  const found = [...document.querySelectorAll('nav button')].find((each) =>
    each.textContent?.startsWith(name),
  );
  if (!found) throw new Error(`no part ${name}`);
  fireEvent.click(found);
};
const field = (path: string): HTMLInputElement => {
  const found = document.getElementById(`scheme-${path}`);
  if (!(found instanceof HTMLElement)) throw new Error(`no field ${path}`);
  return found as HTMLInputElement;
};
const type = (path: string, value: string) => fireEvent.change(field(path), { target: { value } });
const sample = () => within(screen.getByLabelText('示例算分'));
const totals = (): readonly string[] => {
  const row = screen.getByLabelText('示例算分').querySelectorAll('tr')[2];
  return [...(row?.querySelectorAll('td b') ?? [])].map((cell) => cell.textContent ?? '');
};

describe('given S4 in the form', () => {
  test('when a weight is changed, then the sample is worked anew and says what it was', () => {
    const { draft } = openForm(builtIn('S4'));
    const before = totals();
    expect(before.filter((total) => /^\d+\.\d\d$/.test(total))).toHaveLength(4);
    tab('组别');
    type('groups.0.weight', '20');
    expect(valueAt(draft(), 'groups.0.weight')).toBe(20);
    const after = totals();
    expect(after).not.toEqual(before);
    expect(sample().getAllByTitle(`原 ${before[0]}`).length).toBeGreaterThan(0);
    fireEvent.click(button('撤销'));
    expect(totals()).toEqual(before);
  });

  test('when the trim strikes everything, then it says so at its field, the sample stands still, and nothing can be exported', () => {
    openForm(builtIn('S4'));
    const before = totals();
    tab('计算');
    type('nodes.0.trim.high', '6');
    const wrong = field('nodes.0.trim.fromCount');
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    const said = document.getElementById(wrong.getAttribute('aria-describedby') ?? '');
    expect(said?.textContent).toContain('去掉之后一份也不剩');
    expect(screen.getByText('改好左边的问题，这里接着算。')).toBeTruthy();
    expect(totals()).toEqual(before);
    const blob = vi.spyOn(globalThis, 'Blob');
    fireEvent.click(button('导出 JSON'));
    expect(blob).not.toHaveBeenCalled();
    type('nodes.0.trim.high', '1');
    expect(screen.queryByText('改好左边的问题，这里接着算。')).toBeNull();
    expect(wrong.getAttribute('aria-invalid')).toBe('false');
    blob.mockRestore();
  });

  test('when a problem is gone to from another part, then its field is there and has the focus', () => {
    openForm(builtIn('S4'));
    tab('评票');
    type('ballots.0.criteria.2.step', '0.4');
    tab('基本');
    expect(screen.getByText('评票 1 · 标准 3 · 最高分')).toBeTruthy();
    fireEvent.click(button('去改'));
    expect(document.activeElement?.id).toBe('scheme-ballots.0.criteria.2.maximum');
  });

  test('when a group gets another id, then what names it follows, and the scheme still works', () => {
    const { draft } = openForm(builtIn('S4'));
    tab('组别');
    type('groups.0.id', 'leaders');
    expect(valueAt(draft(), 'groups.0.id')).toBe('A');
    fireEvent.blur(field('groups.0.id'));
    expect(valueAt(draft(), 'ranking.ties.0.node')).toBe('total.leaders');
    expect(screen.getByText('可以用')).toBeTruthy();
  });

  test('when a tie rule is added and moved up, then the chain has that order', () => {
    const { draft } = openForm(builtIn('S4'));
    tab('名次');
    fireEvent.change(screen.getByLabelText('同分规则'), { target: { value: 'decision' } });
    fireEvent.click(button('评委会裁定（附记录）: 上移'));
    const kinds = [0, 1, 2].map((n) => valueAt(draft(), `ranking.ties.${n}.kind`));
    expect(kinds).toEqual(['node', 'decision', 'node']);
  });

  test('when a ballot that compares units stays open over several turns, then that can be calculated and is said not to be held yet', () => {
    const scheme = builtIn('S4');
    const named = { kind: 'winner', id: 'named', round: { kind: 'first-held', held: 2 } };
    openForm({ ...scheme, ballots: [...(scheme.ballots as readonly Json[]), named] });
    expect(screen.getByText('可以计算，还不能在台上收票')).toBeTruthy();
    expect(
      screen.getAllByText('在单位之间比较的票一次投完，不能跨几个单位保持可改。').length,
    ).toBeGreaterThan(0);
    expect(button('导出 JSON').getAttribute('aria-disabled')).toBe('false');
  });

  test('when a ballot on one unit stays open over several turns, then it can be used', () => {
    openForm(builtIn('S4'));
    tab('评票');
    fireEvent.change(field('ballots.0.round'), { target: { value: 'first-held' } });
    expect(screen.getByText('可以用')).toBeTruthy();
  });

  test('when the file itself is written, then the form follows it; a slip says its line', () => {
    const { draft } = openForm(builtIn('S4'));
    tab('原文');
    const file = screen.getByLabelText('规则原文') as HTMLTextAreaElement;
    fireEvent.change(file, { target: { value: file.value.replace('"weight": 60', '"weight": ,') } });
    fireEvent.click(button('用改过的原文'));
    expect(screen.getByText(/^这不是 JSON：第 \d+ 行写错了。$/)).toBeTruthy();
    fireEvent.change(file, { target: { value: file.value.replace('"weight": ,', '"weight": 50') } });
    fireEvent.click(button('用改过的原文'));
    expect(valueAt(draft(), 'groups.0.weight')).toBe(50);
  });
});

describe('given a scheme with a measured time and the jury’s deductions', () => {
  const cell = (label: string) => sample().getByRole('button', { name: label });
  const strip = (label: string) => within(screen.getByRole('region', { name: label }));

  test('when a time of the sample is changed, or isn’t confirmed, then the total changes at once; the sample can be had back', () => {
    openForm(builtIn('O7'));
    const before = totals();
    fireEvent.click(cell('乙 · 用时（秒）'));
    const seconds = strip('乙 · 用时（秒）');
    fireEvent.change(seconds.getByRole('textbox'), { target: { value: '9999' } });
    expect(totals()[1]).not.toBe(before[1]);
    fireEvent.change(seconds.getByRole('textbox'), { target: { value: '99x' } });
    expect(seconds.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    fireEvent.click(seconds.getByText('待确认'));
    expect(totals()[1]).toBe('等待');
    fireEvent.click(seconds.getByText('未完成'));
    expect(totals()[1]).toBe('未完成');
    expect(seconds.queryByRole('textbox')).toBeNull();
    expect(totals().filter((_, n) => n !== 1)).toEqual(before.filter((_, n) => n !== 1));
    fireEvent.click(sample().getByText('恢复原来的示例'));
    expect(totals()).toEqual(before);
  });

  test('when points are taken away with a reason, or a unit withdraws, then the result follows', () => {
    openForm(builtIn('O7'));
    const before = totals().map(Number);
    fireEvent.click(cell('乙 · 安全扣分'));
    fireEvent.click(screen.getByText('+ 加一条加减分'));
    fireEvent.change(screen.getByLabelText('分值 1'), { target: { value: '-2.5' } });
    fireEvent.change(screen.getByLabelText('理由 1'), { target: { value: '超时入场' } });
    expect(Number(totals()[1])).toBeCloseTo((before[1] ?? 0) - 2.5);
    fireEvent.click(cell('乙 · 是否参赛'));
    fireEvent.click(strip('乙 · 是否参赛').getByText('取消资格'));
    const places = [...screen.getByLabelText('示例算分').querySelectorAll('thead tr:nth-child(2) td')];
    expect(places[1]?.textContent).toBe('取消资格');
  });
});

test('given equal units and a chain that ends with the jury, when the sample’s tie is decided, then that order stands until it is taken back', () => {
  const { draft } = openForm({
    ...builtIn('S4'),
    ranking: { by: 'total', on: 'rounded', ties: [{ kind: 'decision' }] },
  });
  expect(draft()).toHaveProperty('ranking.ties.0.kind', 'decision');
  const places = () =>
    [...screen.getByLabelText('示例算分').querySelectorAll('thead tr:nth-child(2) td b')].map(
      (place) => place.textContent,
    );
  const tied = places();
  expect(tied[1]).toBe(tied[2]);
  fireEvent.click(sample().getByRole('button', { name: '丙 · 裁定同分' }));
  fireEvent.click(sample().getAllByText('排在前面')[1] ?? document.body);
  expect(Number(places()[2])).toBe(Number(places()[1]) - 1);
  fireEvent.click(sample().getByText('撤销裁定'));
  expect(places()).toEqual(tied);
});

test('given the file is being written by hand, when another part is looked at, then nothing written is lost', () => {
  openForm(builtIn('S4'));
  tab('原文');
  fireEvent.change(screen.getByLabelText('规则原文'), { target: { value: '{"half' } });
  tab('基本');
  tab('原文');
  expect((screen.getByLabelText('规则原文') as HTMLTextAreaElement).value).toBe('{"half');
});

describe('from a file', () => {
  const paste = (text: string) => {
    fireEvent.click(button('导入…'));
    fireEvent.change(screen.getByLabelText('或者把 JSON 粘贴在这里'), {
      target: { value: text },
    });
    fireEvent.click(button('用这份'));
  };

  test('given a scheme, when it is pasted, then it is the form’s', () => {
    const { draft } = openForm(builtIn('S4'));
    paste(schemeText(builtIn('O7'), builtIn('O7')));
    expect(draft()).toEqual(builtIn('O7'));
  });

  test('given a scheme that can’t work, when it is pasted, then it is in the form with what is wrong', () => {
    openForm(builtIn('S4'));
    paste('{"format": "leitai-scheme/1", "id": "x", "version": 1, "name": "x", "nodes": [], "ranking": {}}');
    // No nodes, nothing to rank by, and the choice that must be made.
    expect(screen.getByText('3 处要改')).toBeTruthy();
    tab('名次');
    expect(field('ranking.on').value).toBe('');
    expect(within(field('ranking.on')).getByText('请选择')).toBeTruthy();
  });

  test('given something else, when it is pasted, then it is refused with words and nothing changes', () => {
    const { draft } = openForm(builtIn('S4'));
    paste('{"format": "other"}');
    expect(screen.getByRole('alert').textContent).toContain('这不是评分规则');
    expect(draft()).toBe(builtIn('S4'));
  });
});

/** Between them they have every kind of ballot, most kinds of nodes, facts, prizes, outputs and a next stage. */
const widest = builtInSchemes.filter(({ file }) => /^(S1|S2|O1-|O3|O10-s|O12)/.test(file));

describe.each(widest.map(({ file, draft }) => [file, draft] as const))('given %s', (_, draft) => {
  test('when each part of the form is opened, then every choice has a word and nothing is wrong', () => {
    openForm(draft);
    const parts = [...document.querySelectorAll('nav button')];
    expect(parts).toHaveLength(7);
    expect(widest).toHaveLength(6);
    for (const part of parts) {
      fireEvent.click(part);
      expect([...document.querySelectorAll('[role=alert]')]).toEqual([]);
      const section = document.querySelector('[data-tab]');
      // A key that has no word is shown as the key.
      expect(section?.textContent).not.toMatch(/\b(field|entry|hint|nodeKind|ballotKind|tieKind)\./);
      for (const select of section?.querySelectorAll('select') ?? [])
        expect(select.selectedOptions[0]?.textContent).not.toContain('没有这一项');
    }
  });
});
