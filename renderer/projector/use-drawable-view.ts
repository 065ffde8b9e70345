import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../shared/kernel/language.ts';
import type { ProjectorView } from '../../shared/views/view-sections.ts';
import { hasCharacters, loadCharacters } from '../ui/font-characters.ts';
import { wallText } from './wall-text.ts';

const firstLimitMs = 6_000;
const laterLimitMs = 800;

/** The newest view whose every character is loaded: the picture before it stays until then, so nothing flashes. */
export function useDrawableView(view: ProjectorView | null, language: Language): ProjectorView | null {
  const drawn = useRef<ProjectorView | null>(null);
  const [, redraw] = useState(0);
  const text = view ? wallText(view, language) : '';
  const isReady = view !== null && hasCharacters(language, text);
  if (isReady) drawn.current = view;
  useEffect(() => {
    if (isReady || text === '') return;
    let isCurrent = true;
    void loadCharacters(language, text, drawn.current ? laterLimitMs : firstLimitMs).then(() => {
      if (isCurrent) redraw((count) => count + 1);
    });
    return () => {
      isCurrent = false;
    };
  }, [isReady, language, text]);
  return drawn.current;
}
