import type { Language } from '../../shared/kernel/language.ts';
import { ConnectingWall } from '../projector/connecting-wall.tsx';
import { WallScene } from '../projector/scenes/wall-scene.tsx';
import { wallThemes } from '../projector/scenes/wall-theme.ts';
import { sampleEvent, sampleNow, wallSamples } from './wall-samples.ts';

type WallGalleryProps = {
  readonly state: string;
  readonly language: Language;
  readonly theme: string | null;
};

export const wallStates: readonly string[] = [...Object.keys(wallSamples), 'connecting'];

/** One state of the hall screen, filling the window and without motion. */
export function WallGallery({ state, language, theme: asked }: WallGalleryProps) {
  const theme = wallThemes.find((each) => each === asked) ?? 'red';
  const sample = wallSamples[state];
  return (
    <div style={{ position: 'fixed', top: 0, left: 0, width: '100%', height: '100%' }}>
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
    </div>
  );
}
