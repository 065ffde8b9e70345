import type { TFunction } from 'i18next';
import type { LocalText } from '../../shared/kernel/language.ts';
import type { WhatIfView } from '../../shared/views/monitor-view.ts';

/** A question about the result in words. */
export function questionText(
  t: TFunction<'monitor'>,
  localise: (text: LocalText) => string,
  question: WhatIfView,
): string {
  return question.kind === 'without-trim'
    ? t('whatIf.without-trim')
    : t('whatIf.without-group', { group: localise(question.group) });
}
