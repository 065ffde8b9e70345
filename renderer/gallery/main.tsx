import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { panelWords } from '../i18n/panel.ts';
import { startI18n } from '../i18n/start-i18n.ts';
import { PanelPage } from '../panel/panel-page.tsx';
import type { PanelState } from '../panel/panel-state.ts';
import '../ui/tokens.css';
import { panelSamples } from './panel-samples.ts';

const page = document.getElementById('page');
if (!page) throw new Error('the page has no place to draw in');

startI18n('panel', panelWords);
const sample = panelSamples[new URLSearchParams(location.search).get('state') ?? ''];
const root = createRoot(page);

if (sample) {
  root.render(<PanelPage store={createStore<PanelState>()(sample)} />);
} else {
  root.render(
    <ul>
      {Object.keys(panelSamples).map((name) => (
        <li key={name}>
          <a href={`?state=${name}&lang=zh-Hans`}>{name}</a>
        </li>
      ))}
    </ul>,
  );
}
