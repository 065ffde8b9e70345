import type { ConsoleView } from '../../shared/views/console-view.ts';
import { ConsoleButton } from './console-button.tsx';
import { useDesk } from './desk-context.tsx';
import { openRoundsOf } from './open-rounds.ts';
import { useRoundName } from './round-name.ts';
import styles from './stage.module.css';
import { useWords } from './use-words.ts';

type LineProps = {
  readonly view: Pick<ConsoleView, 'round' | 'rounds' | 'openRounds' | 'event' | 'ballots'>;
};

/** Rounds that are open at the same time, with what each still waits for: the one that is pressed is worked on below. */
export function OpenRoundsLine({ view }: LineProps) {
  const { t } = useWords();
  const roundName = useRoundName(view);
  const lookAt = useDesk((desk) => desk.lookAtRound);
  const open = openRoundsOf(view);
  if (open.length === 0) return null;
  return (
    <nav className={styles.openRounds} aria-label={t('rounds.severalOpen')}>
      {open.map((round) => {
        const { submitted, expected } = round.counts;
        const due = round.due > 0 ? ` · ${t('rounds.dueShort', { count: round.due })}` : '';
        return (
          <ConsoleButton
            key={round.round}
            isSmall
            isAlwaysThere
            isOn={round.round === view.round?.round}
            label={`${roundName(round)} ${submitted} / ${expected}${due}`}
            onPress={() => lookAt(round.round)}
          />
        );
      })}
    </nav>
  );
}
