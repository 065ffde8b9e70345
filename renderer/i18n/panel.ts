import { defineWords } from './words.ts';

export const panelWords = defineWords(
  { seat: '第 {{number}} 席' },
  { seat: '第 {{number}} 席' },
  { seat: 'Seat {{number}}' },
);

declare module './namespaces.ts' {
  interface Namespaces {
    panel: (typeof panelWords)['zh-Hans'];
  }
}
