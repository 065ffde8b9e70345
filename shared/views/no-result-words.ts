import type { Language } from '../kernel/language.ts';
import type { NoResult } from './view-sections.ts';

/** Why a unit has no place, or no total: the same words on the wall, the pages and every sheet. */
export const noResultWords: { readonly [language in Language]: { readonly [why in NoResult]: string } } = {
  'zh-Hans': {
    'did-not-finish': '未完成',
    'not-called': '未上场',
    withdrew: '退出',
    disqualified: '取消资格',
    'no-result': '无成绩',
  },
  'zh-Hant': {
    'did-not-finish': '未完成',
    'not-called': '未上場',
    withdrew: '退出',
    disqualified: '取消資格',
    'no-result': '無成績',
  },
  en: {
    'did-not-finish': 'Did not finish',
    'not-called': 'Did not take part',
    withdrew: 'Withdrew',
    disqualified: 'Disqualified',
    'no-result': 'No result',
  },
};
