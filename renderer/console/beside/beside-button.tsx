import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { ConsoleButton } from '../console-button.tsx';
import { useDesk } from '../desk-context.tsx';
import { useWords } from '../use-words.ts';
import { isAsked, type LackingView, lackingCount } from './beside-lacking.ts';

/** The way to what stands beside the ballots, with how much of it is missing; nothing where the rules ask for none. */
export function BesideButton({ view }: { readonly view: LackingView & Pick<ConsoleView, 'result'> }) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  if (!isAsked(view.beside)) return null;
  const count = view.result ? 0 : lackingCount(view);
  return (
    <ConsoleButton
      isSmall
      isPlain
      isAlwaysThere
      label={count > 0 ? t('beside.openLacking', { count }) : t('beside.open')}
      intent="beside"
      onPress={() => openDrawer('beside')}
    />
  );
}
