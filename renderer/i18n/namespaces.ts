import type { commonWords } from './common.ts';

/**
 * The namespaces of `t`. A page's file adds its own:
 * `declare module './namespaces.ts' { interface Namespaces { prompter: (typeof prompterWords)['zh-Hans'] } }`
 */
export interface Namespaces {
  common: (typeof commonWords)['zh-Hans'];
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Namespaces;
  }
}
