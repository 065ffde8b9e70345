import { createRoot } from 'react-dom/client';
import { firstLanguage } from '../i18n/language.ts';
import { ConnectingWall } from '../projector/connecting-wall.tsx';
import '../projector/page-ground.css';
import { WallScene } from '../projector/scenes/wall-scene.tsx';
import { wallThemes } from '../projector/scenes/wall-theme.ts';
import type { GalleryPage } from './gallery-page.ts';
import { sampleEvent, sampleNow, wallSamples } from './wall-samples.ts';

const connecting = 'connecting';

/** Every state of the hall screen, filling the window and without motion. */
export const page: GalleryPage = {
  states: [...Object.keys(wallSamples), connecting],
  show(container, state) {
    const language = firstLanguage();
    document.documentElement.lang = language;
    const asked = new URLSearchParams(location.search).get('theme');
    const theme = wallThemes.find((each) => each === asked) ?? 'red';
    const sample = wallSamples[state];
    createRoot(container).render(
      <main style={{ position: 'fixed', top: 0, left: 0, width: '100%', height: '100%' }}>
        {sample ? (
          <WallScene
            {...sample}
            event={sampleEvent}
            language={language}
            now={sampleNow}
            theme={theme}
            isStill
          />
        ) : (
          <ConnectingWall theme={theme} language={language} />
        )}
      </main>,
    );
  },
};
