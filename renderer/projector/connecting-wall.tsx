import { useRef } from 'react';
import type { Language } from '../../shared/kernel/language.ts';
import '../ui/fonts.css';
import '../ui/wall-tokens.css';
import styles from './connecting-wall.module.css';
import { useStageSize } from './scenes/use-stage-size.ts';
import type { WallTheme } from './scenes/wall-theme.ts';
import { wallWords } from './scenes/wall-words.ts';

type ConnectingWallProps = { readonly theme: WallTheme; readonly language: Language };

/** Before the first picture: the stage, empty, and one quiet line. */
export function ConnectingWall({ theme, language }: ConnectingWallProps) {
  const wall = useRef<HTMLDivElement>(null);
  useStageSize(wall);
  return (
    <div ref={wall} className={styles.wall} lang={language} data-wall={theme} data-scene="connecting">
      <div className={styles.floor}>{wallWords(language)('connecting')}</div>
    </div>
  );
}
