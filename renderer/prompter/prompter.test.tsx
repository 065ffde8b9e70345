import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { unitId } from '../../shared/kernel/brand.ts';
import { localText } from '../../shared/kernel/language.ts';
import type { PrompterView } from '../../shared/views/view-sections.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { countdown, sampleEvent, sampleNow } from '../gallery/wall-samples.ts';
import { prompterWords } from '../i18n/prompter.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PrompterScreen } from './prompter-screen.tsx';
import { StageClock } from './stage-clock.tsx';

beforeEach(() => startI18n('prompter', prompterWords, 'zh-Hans'));
afterEach(cleanup);

const view = (leftS: number, message: PrompterView['message'] = null): PrompterView => ({
  event: sampleEvent,
  stage: {
    stepName: localText('书记汇报', '書記匯報', 'Report'),
    unit: { id: unitId('e1'), name: localText('示例一县', '示例一縣', 'Example County 1') },
  },
  timer: countdown(480, leftS, 'speech'),
  message,
});

function showClock(shown: PrompterView, isHostLost = false) {
  const acknowledged: number[] = [];
  const { container } = render(
    <StageClock
      view={shown}
      now={sampleNow}
      isHostLost={isHostLost}
      acknowledge={(id) => acknowledged.push(id)}
    />,
  );
  return { container, text: container.textContent ?? '', acknowledged };
}

describe('the time', () => {
  test.each([
    [102, '1:42', '剩余', 'calm'],
    [48, '0:48', '最后一分钟', 'warning'],
    [-38, '+0:38', '已超时，请结束', 'overtime'],
  ] as const)('with %i s left reads %s under 「%s」', (leftS, figures, label, phase) => {
    const { container, text } = showClock(view(leftS));
    expect(container.querySelector('[data-part="clock"]')?.textContent).toBe(figures);
    expect(text).toContain(label);
    expect(container.querySelector(`[data-prompter="${phase}"]`)).not.toBeNull();
  });

  test('goes on when the host is lost, and the screen says so', () => {
    const { container, text } = showClock(view(102), true);
    expect(text).toContain('没有连上主机，时间照走');
    expect(container.querySelector('[data-part="clock"]')?.textContent).toBe('1:42');
  });
});

describe('a message of the operator', () => {
  const message = { id: 7, text: '请靠近话筒', isAcknowledged: false };

  test.each(['PageDown', 'PageUp', 'ArrowRight', ' ', 'Enter'])(
    'is acknowledged by the clicker’s %j',
    (key) => {
      const { acknowledged } = showClock(view(210, message));
      fireEvent.keyDown(window, { key });
      expect(acknowledged).toEqual([7]);
    },
  );

  test('is acknowledged by a tap', () => {
    const { container, acknowledged } = showClock(view(210, message));
    const bar = container.querySelector('button');
    if (bar) fireEvent.click(bar);
    expect(acknowledged).toEqual([7]);
  });

  test('isn’t acknowledged by another key or by a key held down', () => {
    const { acknowledged } = showClock(view(210, message));
    fireEvent.keyDown(window, { key: 'a' });
    fireEvent.keyDown(window, { key: 'PageDown', repeat: true });
    expect(acknowledged).toEqual([]);
  });

  test('stays readable and asks for nothing once the operator knows', () => {
    const { container, text, acknowledged } = showClock(view(210, { ...message, isAcknowledged: true }));
    fireEvent.keyDown(window, { key: 'PageDown' });
    expect(text).toContain('请靠近话筒');
    expect(text).toContain('操作员已知道');
    expect(container.querySelector('button')).toBeNull();
    expect(acknowledged).toEqual([]);
  });
});

describe('being let in', () => {
  const open = (state: Partial<PageState<'prompter'>>) => {
    const store = createStore<PageState<'prompter'>>()(() => ({
      ...unconnectedState<'prompter'>(() => false),
      ...state,
    }));
    const { container } = render(<PrompterScreen store={store} acknowledge={() => {}} />);
    return { container, store };
  };
  const asked = {
    kind: 'admission',
    state: 'asked',
    number: '4071',
    retryAfterMs: null,
    refusal: null,
  } as const;

  test('shows its number until the operator admits it, then the time', () => {
    const { container, store } = open({ link: { kind: 'online' }, admission: asked });
    expect(container.textContent).toContain('4071');
    act(() => {
      store.setState({
        admission: { kind: 'admitted', role: 'prompter', seat: null, device: null, screen: 'stage' },
        view: view(102),
      });
    });
    expect(container.textContent).not.toContain('4071');
    expect(container.textContent).toContain('示例一县 · 书记汇报');
  });

  test('says so when the operator refused', () => {
    expect(
      open({ link: { kind: 'online' }, admission: { ...asked, state: 'refused', number: null } }).container
        .textContent,
    ).toContain('没有准入');
  });

  test('keeps its picture while the host is away', () => {
    const { container } = open({ link: { kind: 'lost', sinceMs: 0 }, admission: null, view: view(102) });
    expect(container.textContent).toContain('没有连上主机');
    expect(container.textContent).toContain('示例一县');
  });
});
