import { type KeyIntent, keyCaps } from './keys.ts';
import { useWords } from './use-words.ts';

/** The key as it is printed on its button. */
export function KeyCap({ intent }: { readonly intent: KeyIntent }) {
  const { t } = useWords();
  const cap =
    intent === 'next' ? t('key.space') : intent === 'back' ? `⇧ ${t('key.space')}` : keyCaps[intent];
  return <kbd>{cap}</kbd>;
}
