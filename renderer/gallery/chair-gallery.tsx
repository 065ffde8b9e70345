import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { ChairPage } from '../chair/chair-page.tsx';
import type { ChairOrders } from '../connection/chair-page.ts';
import type { PageState } from '../connection/page-state.ts';
import { unconnectedState } from '../connection/page-store.ts';
import { chairWords } from '../i18n/chair.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import '../ui/tokens.css';
import { chairSamples } from './chair-samples.ts';
import type { GalleryPage } from './gallery-page.ts';
import { samplePins } from './pin-samples.ts';

const online: Partial<PageState<'chair'>> = { link: { kind: 'online' } };

const states: { readonly [state: string]: Partial<PageState<'chair'>> } = {
  asked: {
    ...online,
    admission: { kind: 'admission', state: 'asked', number: '4071', retryAfterMs: null, refusal: null },
  },
  lost: { link: { kind: 'lost', sinceMs: 0 }, view: chairSamples.release ?? {} },
  ...Object.fromEntries(Object.entries(chairSamples).map(([name, view]) => [name, { ...online, view }])),
};

const accepted = () => Promise.resolve({ kind: 'accepted', entry: null } as const);
const orders: ChairOrders = { release: accepted, override: accepted };

export const page: GalleryPage = {
  states: Object.keys(states),
  show(container, state) {
    startI18n('chair', chairWords);
    const store = createStore<PageState<'chair'>>()(() => ({
      ...unconnectedState<'chair'>(() => false),
      ...states[state],
    }));
    createRoot(container).render(
      <ChairPage store={store} orders={orders} askAgain={() => undefined} pins={samplePins(state)} />,
    );
  },
};
