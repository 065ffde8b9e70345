import type { Language } from '../../shared/kernel/language.ts';

/** The same keys with other texts, so that a key missing in one language doesn't compile. */
export type SameKeys<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : SameKeys<Words[Key]>;
};

export type Words<Shape> = { readonly [language in Language]: SameKeys<Shape> };

/**
 * A page's texts in three languages. `{{name}}` is filled in; keys ending in `_one` and `_other` are chosen by `count`.
 * Each page's file adds its own namespace to `Namespaces`, which types the keys of `t`.
 */
export function defineWords<const Shape>(hans: Shape, hant: SameKeys<Shape>, en: SameKeys<Shape>) {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en } as const;
}
