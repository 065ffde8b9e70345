import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import type { MonitorView } from '../../shared/views/monitor-view.ts';
import type { MonitorOrders } from '../connection/monitor-page.ts';
import type { Admission, PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { monitorWords } from '../i18n/monitor.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { MonitorPage } from '../monitor/monitor-page.tsx';
import '../ui/tokens.css';
import type { GalleryPage } from './gallery-page.ts';
import { monitorSamples } from './monitor-samples.ts';
import { samplePins } from './pin-samples.ts';

const admission = (state: 'asked' | 'refused' | 'pair', number: string | null): Admission => ({
  kind: 'admission',
  state,
  number,
  retryAfterMs: null,
  refusal: null,
});

const refusal = { code: 'already-paired', path: 'publicKey', params: {} };
const online: Partial<PageState<'monitor'>> = { link: { kind: 'online' } };

/** A view whose count was signed on the host's own machine. */
function onHost(view: Partial<MonitorView>): Partial<MonitorView> {
  return view.result ? { ...view, result: { ...view.result, coSigned: true, isSameMachine: true } } : view;
}

const states: { readonly [state: string]: Partial<PageState<'monitor'>> } = {
  asked: { ...online, admission: admission('asked', '4071') },
  refused: { ...online, admission: admission('refused', null) },
  'other-role': { ...online, admission: admission('pair', null), lastRefusal: refusal },
  'pin-choose': { ...online, admission: admission('pair', null) },
  'pin-come-in': { ...online, admission: admission('pair', null) },
  'pin-sign': { ...online, view: monitorSamples.counted ?? {} },
  'pin-signed': { ...online, view: onHost(monitorSamples.released ?? monitorSamples.counted ?? {}) },
  lost: { link: { kind: 'lost', sinceMs: 0 }, view: monitorSamples.counted ?? {} },
  ...Object.fromEntries(Object.entries(monitorSamples).map(([name, view]) => [name, { ...online, view }])),
};

const accepted = () => Promise.resolve({ kind: 'accepted', entry: null } as const);
const orders: MonitorOrders = {
  coSign: accepted,
  object: accepted,
  withdrawObjection: accepted,
  second: accepted,
  decline: accepted,
  seeFigures: accepted,
};

export const page: GalleryPage = {
  states: Object.keys(states),
  show(container, state) {
    startI18n('monitor', monitorWords);
    const store = createStore<PageState<'monitor'>>()(() => ({
      ...unconnectedState<'monitor'>(() => false),
      ...states[state],
    }));
    createRoot(container).render(
      <MonitorPage store={store} orders={orders} askAgain={() => undefined} pins={samplePins(state)} />,
    );
  },
};
