import type { Language } from '../../shared/kernel/language.ts';
import type { ProjectorView } from '../../shared/views/view-sections.ts';
import { projectorWords } from '../i18n/projector.ts';

const alwaysDrawn = '0123456789:+-–./%×=, 第一二三四五六七八九十名ABCDEFGHstndrdh';

function isLocalText(value: object): value is { readonly [language in Language]: string } {
  return 'zh-Hans' in value && 'zh-Hant' in value && 'en' in value;
}

/** All texts of a view in one language; identifiers and numbers are left out or add nothing new. */
function textsOf(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  if (isLocalText(value)) return value[language];
  return Object.values(value)
    .map((member) => textsOf(member, language))
    .join('');
}

/** Every character that the wall may draw for this view. */
export function wallText(view: ProjectorView, language: Language): string {
  const { event, scene, counts } = view;
  const words = Object.values(projectorWords[language]).join('');
  return [alwaysDrawn, words, textsOf([event, scene, counts], language)].join('');
}
