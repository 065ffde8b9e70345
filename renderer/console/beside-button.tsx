import type { ConsoleView } from '../../shared/views/console-view.ts';
import { isAsked, lackingCount } from './beside-lacking.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { useWords } from './use-words.ts';

/** The way to what stands beside the ballots, with how much of it is still missing; nothing where the rules ask for none. */
export function BesideButton({
  view,
  isSmall = false,
}: {
  readonly view: Pick<ConsoleView, 'beside' | 'event' | 'exits'>;
  readonly isSmall?: boolean;
}) {
  const { t } = useWords();
  const openDrawer = useDesk((desk) => desk.openDrawer);
  if (!isAsked(view.beside)) return null;
  const count = lackingCount(view);
  return (
    <ConsoleButton
      label={count > 0 ? t('beside.openLacking', { count }) : t('beside.open')}
      isSmall={isSmall}
      isAlwaysThere
      onPress={() => openDrawer('beside')}
    />
  );
}
