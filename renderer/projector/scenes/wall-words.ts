import { createInstance, type TFunction } from 'i18next';
import { type Language, languages } from '../../../shared/kernel/language.ts';
import { projectorWords } from '../../i18n/projector.ts';

export type WallWords = TFunction<'projector'>;

// An instance of its own: a thumbnail on the console speaks the wall's language, the page around it the operator's.
const wall = createInstance();
void wall.init({
  fallbackLng: false,
  initAsync: false,
  ns: ['projector'],
  resources: Object.fromEntries(languages.map((each) => [each, { projector: projectorWords[each] }])),
  interpolation: { escapeValue: false },
});

export function wallWords(language: Language): WallWords {
  return wall.getFixedT(language, 'projector');
}
