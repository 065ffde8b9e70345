import { useEffect, useMemo } from 'react';
import type { Instant } from '../../shared/kernel/brand.ts';
import type { Language } from '../../shared/kernel/language.ts';
import type { ProjectorView } from '../../shared/views/view-sections.ts';
import { type PageStore, usePage } from '../connection/page-store.ts';
import { askedLanguage } from '../i18n/language.ts';
import { useBells } from './bells/use-bells.ts';
import { ConnectingWall } from './connecting-wall.tsx';
import { canGoFullScreen, goFullScreen } from './full-screen.ts';
import styles from './projector-page.module.css';
import { BlackWall } from './scenes/black-wall.tsx';
import { WallScene } from './scenes/wall-scene.tsx';
import { type WallTheme, wallThemes } from './scenes/wall-theme.ts';
import { wallWords } from './scenes/wall-words.ts';
import { useDrawableView } from './use-drawable-view.ts';
import { useHostClock } from './use-host-clock.ts';
import { usePointerRest } from './use-pointer-rest.ts';

/** The view once all its sections are there; the first message brings them together. */
function wholeView(view: Partial<ProjectorView>): ProjectorView | null {
  const { event, scene, timer, counts = null, curtain, bell } = view;
  if (!event || !scene || !timer || curtain === undefined || bell === undefined) return null;
  return { event, scene, timer, counts, curtain, bell };
}

function askedTheme(): WallTheme {
  const asked = new URLSearchParams(location.search).get('theme');
  return wallThemes.find((theme) => theme === asked) ?? 'red';
}

type PictureProps = {
  readonly view: ProjectorView | null;
  readonly drawn: ProjectorView | null;
  readonly language: Language;
  readonly now: Instant;
  readonly pulse: number;
  readonly isHostLost: boolean;
};

function Picture({ view, drawn, language, now, pulse, isHostLost }: PictureProps) {
  const theme = askedTheme();
  // Black waits for no font.
  if (view?.curtain === 'black') return <BlackWall />;
  if (!drawn) return <ConnectingWall theme={theme} language={language} />;
  const { event, scene, timer, counts, curtain } = drawn;
  return <WallScene {...{ event, scene, timer, counts, curtain, language, now, theme, pulse, isHostLost }} />;
}

/** The hall's screen: the wall, its bells, and nothing else. */
export function ProjectorPage({ store }: { readonly store: PageStore<'projector'> }) {
  const sections = usePage(store, (state) => state.view);
  const view = useMemo(() => wholeView(sections), [sections]);
  const link = usePage(store, (state) => state.link);
  const clockOffsetMs = usePage(store, (state) => state.clockOffsetMs);
  const language = askedLanguage() ?? view?.event.wallLanguage ?? 'zh-Hans';
  const drawn = useDrawableView(view, language);
  const now = useHostClock(clockOffsetMs, view?.timer ?? null);
  const pulse = useBells(view?.timer ?? null, view?.bell ?? null, now);
  const isResting = usePointerRest();

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: F11 is the browser's own key for it
    <main className={isResting ? `${styles.page} ${styles.resting}` : styles.page} onClick={goFullScreen}>
      <Picture {...{ view, drawn, language, now, pulse }} isHostLost={link.kind === 'lost'} />
      {!isResting && canGoFullScreen() ? (
        <p className={styles.hint}>{wallWords(language)('fullScreen')}</p>
      ) : null}
    </main>
  );
}
