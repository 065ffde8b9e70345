import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PanelPage } from '../panel/panel-page.tsx';
import type { PanelState } from '../panel/panel-state.ts';
import '../ui/tokens.css';
import type { GalleryPage } from './gallery-page.ts';
import { panelSamples } from './panel-samples.ts';

export const page: GalleryPage = {
  states: Object.keys(panelSamples),
  show(container, state) {
    startI18n('panel', panelWords);
    const sample = panelSamples[state];
    if (sample) createRoot(container).render(<PanelPage store={createStore<PanelState>()(sample)} />);
  },
};
